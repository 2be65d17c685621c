import { AsideBusy, AsideLost, openAside } from '@groundwork/aside';
import { Busy, Invalid, TooLarge } from '../../errors.ts';
import type { readWorkbook, ReadWorkbook } from './workbook.ts';

// A workbook of a few megabytes unfolds into hundreds, so none is read where requests are answered.
const read = openAside<typeof readWorkbook>(new URL('./workbook-process.ts', import.meta.url), {
  memory: 1024,
  waiting: 4,
  patience: 60_000,
  idle: 20_000,
});

/** What a file begins with that is no list, and the sentence that says what to do. */
const OTHERS: [string, string][] = [
  ['25504446', 'people.file-pdf'],
  ['89504e47', 'people.file-picture'],
  ['ffd8ff', 'people.file-picture'],
  ['47494638', 'people.file-picture'],
  ['d0cf11e0a1b11ae1', 'people.file-old-workbook'],
  ['7b5c727466', 'people.file-document'],
  ['1f8b', 'people.file-packed'],
  ['377abcaf', 'people.file-packed'],
  ['52617221', 'people.file-packed'],
];
const TOO_LARGE = 'people.workbook-too-large';
const ZIP = '504b0304';

/**
 * What a workbook says, or null for a file of text. Every other kind of file is refused (422 at `file`) with what to do
 * instead; Busy while as many are read as may.
 */
export async function workbookIn(bytes: Buffer): Promise<ReadWorkbook | null> {
  const beginning = bytes.subarray(0, 8).toString('hex');
  const other = OTHERS.find(([mark]) => beginning.startsWith(mark));
  if (other) throw refused(other[1]);
  if (/^\s*(<!doctype html|<html|<table)/i.test(bytes.subarray(0, 200).toString('latin1')))
    throw refused('people.file-web-page');
  if (!beginning.startsWith(ZIP)) return null;
  const found = await read(new Uint8Array(bytes)).catch((error: unknown) => {
    if (error instanceof AsideBusy) throw new Busy();
    if (error instanceof AsideLost) return { refused: TOO_LARGE } as const;
    throw error;
  });
  if ('refused' in found) throw refused(found.refused);
  return found;
}

function refused(code: string) {
  const field = { name: 'file', code };
  return code === TOO_LARGE ? new TooLarge(field) : new Invalid([field]);
}

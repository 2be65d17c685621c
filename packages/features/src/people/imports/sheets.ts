import type { Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid } from '../../errors.ts';
import { cleanHeader } from './columns.ts';
import type { FileFindings } from './findings.ts';
import { importFiles, importSheets } from './tables.ts';
import type { ReadWorkbook } from './workbook.ts';

/** Bytes of a file that are kept in one row. */
const PART = 1_048_576;

/** What is said of a workbook whose first sheet is read. */
export function sheetsIn({ sheets, sheetCount }: ReadWorkbook) {
  const names = sheets.map(({ name }) => cleanHeader(name));
  return { sheet: names[0] ?? '', sheetCount, sheets: names.length > 1 ? names : [] };
}

export async function keepFile(tx: Transaction, importId: string, bytes: Buffer): Promise<void> {
  for (let part = 0; part * PART < bytes.length; part += 1) {
    const slice = bytes.subarray(part * PART, (part + 1) * PART);
    await tx.insert(importFiles).values({ importId, part, bytes: slice });
  }
}

export async function replaceFile(tx: Transaction, importId: string, bytes: Buffer): Promise<void> {
  await tx.delete(importFiles).where(eq(importFiles.importId, importId));
  await keepFile(tx, importId, bytes);
}

/** Keeps all sheets of a workbook, until it is applied or forgotten: another one may be the one with the people. */
export async function keepSheets(
  tx: Transaction,
  importId: string,
  sheets: ReadWorkbook['sheets'],
): Promise<void> {
  for (const [place, { name, csv }] of sheets.entries())
    await tx.insert(importSheets).values({ importId, place, name: cleanHeader(name), csv: Buffer.from(csv) });
}

type Known = { importId: string; findings: Pick<FileFindings, 'sheet' | 'sheets'> };

/** The sheet that shall be read instead of the one that is; null where it is that one already. */
export async function otherSheet({ db }: Context, { importId, findings }: Known, place: number | undefined) {
  if (place === undefined || findings.sheets[place] === findings.sheet) return null;
  const [sheet] = await db
    .select({ name: importSheets.name, csv: importSheets.csv })
    .from(importSheets)
    .where(and(eq(importSheets.importId, importId), eq(importSheets.place, place)));
  if (!sheet) throw new Invalid([{ name: 'sheet', code: 'field.choice' }]);
  return sheet;
}

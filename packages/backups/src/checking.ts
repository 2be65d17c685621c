import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { readArchive } from './archive.ts';
import { BackupError } from './error.ts';
import { entries, type Header, type Keys, type Manifest } from './manifest.ts';

export type Checked = { manifest: Manifest; keys: Keys };

/**
 * Reads an archive to its end and compares every part with what it says of itself. Throws BackupError unless it is
 * whole and ours. `onRead` hears how many bytes were in it so far.
 */
export async function checkArchive(
  bytes: Readable,
  identity: string,
  onRead: (bytes: number) => void = () => undefined,
): Promise<Checked> {
  const hashes = new Map<string, Hash>();
  let keys: Keys | undefined;
  let manifest: Manifest | undefined;
  let read = 0;
  for await (const { name, bytes: part } of readArchive(bytes, identity)) {
    onRead((read += part.length));
    if (name === entries.header) mustUnderstand(parse(part) as Header);
    else if (name === entries.keys) keys = parse(part) as Keys;
    else if (name === entries.manifest) manifest = parse(part) as Manifest;
    else feed(hashes, entries.tableOf(name) ?? name, part);
  }
  if (!manifest || !keys) throw damaged();
  mustAgree(manifest, hashes);
  return { manifest, keys };
}

export function parse(bytes: Buffer): unknown {
  return JSON.parse(bytes.toString());
}

export function damaged(): BackupError {
  return new BackupError('This archive is not whole: parts of it are missing or were changed.');
}

function mustUnderstand(header: Partial<Header>) {
  // Compared as it stands in the file, whatever the type hopes for.
  if ((header.format as number | undefined) !== 1)
    throw new BackupError(
      'This archive was made by a newer version of Groundwork: restore it with that one.',
    );
}

function feed(hashes: Map<string, Hash>, name: string, bytes: Buffer) {
  const hash = hashes.get(name) ?? createHash('sha256');
  hashes.set(name, hash.update(bytes));
}

function mustAgree({ counts, files }: Manifest, hashes: Map<string, Hash>) {
  const nothing = createHash('sha256').digest('hex');
  const found = new Map([...hashes].map(([name, hash]) => [name, hash.digest('hex')]));
  const expected = [
    ...Object.entries(counts).map(([table, { sha256 }]) => [table, sha256] as const),
    ...Object.entries(files).map(([key, { sha256 }]) => [entries.file(key), sha256] as const),
  ];
  if (expected.some(([name, sha256]) => (found.get(name) ?? nothing) !== sha256)) throw damaged();
  if ([...found.keys()].some((name) => !expected.some(([known]) => known === name))) throw damaged();
}

import { createHash, type Hash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { readArchive, type ArchivePart } from './archive.ts';
import { damaged } from './error.ts';
import { entryNames, type ManifestHeader, type SiteKeys, type Manifest, type Sums } from './manifest.ts';
import { asHeader, asKeys, asSums, readJsonPart } from './reading.ts';
import { openTally } from './tally.ts';

export type Checked = {
  manifest: Manifest;
  keys: SiteKeys;
  /** What lies in its tables, as COPY writes it. */
  tableBytes: number;
};

/** Uploads are at most 20 MB, and a file is in memory while it is put; what is larger than this is not ours. */
const LARGEST_FILE = 67_108_864;
/** The database holds a row in memory while it reads it. No field of ours takes a thousandth of this. */
const LONGEST_ROW = 33_554_432;

/**
 * Reads an archive to its end and compares every part with what it says of itself. Throws BackupError unless it is
 * whole and ours, in little memory whatever is in it. `onRead` hears how many bytes were in it so far.
 */
export async function checkArchive(
  bytes: Readable,
  identity: string,
  onRead: (bytes: number) => void = () => undefined,
): Promise<Checked> {
  let header: ManifestHeader | undefined;
  let keys: SiteKeys | undefined;
  let sums: Sums | undefined;
  const found = openFindings(onRead);
  for await (const part of readArchive(bytes, identity)) {
    if (!header) header = asHeader(await readJsonPart(part, entryNames.header));
    else if (!keys) keys = asKeys(await readJsonPart(part, entryNames.keys));
    else if (!sums && (await found.take(part))) continue;
    else if (!sums) sums = asSums(await readJsonPart(part, entryNames.sums));
    else throw damaged();
  }
  if (!header || !keys || !sums) throw damaged();
  found.compare(header, sums);
  return { manifest: { ...header, ...sums }, keys, tableBytes: found.tableBytes() };
}

/** Sums up what is in an archive, table by table and file by file. */
function openFindings(onRead: (bytes: number) => void) {
  const tables = new Map<string, Hash>();
  const files = openTally();
  let read = 0;
  let tableBytes = 0;
  let rowBytes = 0;

  function mustEnd(chunk: Buffer) {
    const end = chunk.lastIndexOf('\n');
    rowBytes = end < 0 ? rowBytes + chunk.length : chunk.length - end;
    if (rowBytes > LONGEST_ROW) throw damaged();
  }
  async function feed(hash: Hash, bytes: AsyncIterable<Buffer>, look: (chunk: Buffer) => void = () => {}) {
    for await (const chunk of bytes) {
      hash.update(chunk);
      look(chunk);
      onRead((read += chunk.length));
    }
    return hash;
  }
  return {
    /** Whether the part is of a table or a file. */
    async take({ name, size, bytes }: ArchivePart): Promise<boolean> {
      const table = entryNames.tableOf(name);
      const file = entryNames.fileOf(name);
      if (table) {
        tables.set(table, await feed(tables.get(table) ?? createHash('sha256'), bytes, mustEnd));
        tableBytes += size;
      } else if (file && size <= LARGEST_FILE)
        files.add(file, size, (await feed(createHash('sha256'), bytes)).digest('hex'));
      else return false;
      return true;
    },
    compare({ tables: listed }: ManifestHeader, sums: Sums) {
      const names = new Set(listed.map(({ name }) => name));
      const nothing = createHash('sha256').digest('hex');
      const isSame = ([name, { sha256 }]: [string, { sha256: string }]) =>
        names.has(name) && (tables.get(name)?.digest('hex') ?? nothing) === sha256;
      if (Object.keys(sums.counts).length !== names.size || !Object.entries(sums.counts).every(isSame))
        throw damaged();
      if ([...tables.keys()].some((name) => !names.has(name))) throw damaged();
      if (files.sum().sha256 !== sums.files.sha256) throw damaged();
    },
    tableBytes: () => tableBytes,
  };
}

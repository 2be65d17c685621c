import { buffer } from 'node:stream/consumers';
import type { ArchivePart } from './archive.ts';
import { BackupError, damaged } from './error.ts';
import type { ManifestHeader, SiteKeys, Sums } from './manifest.ts';

/** What an archive says of itself is short, whatever lies in it. */
const LIMIT = 4_194_304;

/** The part's JSON, when it is the one of this name. Throws BackupError when it is another, or too long to be ours. */
export async function readJsonPart(part: ArchivePart, name: string): Promise<unknown> {
  if (part.name !== name || part.size > LIMIT) throw damaged();
  const text = (await buffer(part.bytes)).toString();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw damaged();
  }
}

/** Whoever knows the public key can make an archive, so nothing in one is believed unread. */
export function asHeader(read: unknown): ManifestHeader {
  const { format, version, at, migrations, tables } = asRecord(read);
  if (typeof format === 'number' && format > 1)
    throw new BackupError(
      'This archive was made by a newer version of Groundwork: restore it with that one.',
    );
  if (
    format === 1 &&
    isText(version, /^[\w.+-]{1,40}$/) &&
    isText(at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) &&
    isListOf(migrations, (hash) => isText(hash, /^\w+$/)) &&
    isListOf(tables, isTable)
  )
    return { format, version, at, migrations, tables };
  throw damaged();
}

export function asKeys(read: unknown): SiteKeys {
  const { secret, dkimKey } = asRecord(read);
  if (!isText(secret, /^.{16,}$/s) || (dkimKey !== undefined && !isText(dkimKey, /^-----BEGIN /)))
    throw damaged();
  return { secret, ...(dkimKey !== undefined && { dkimKey }) };
}

export function asSums(read: unknown): Sums {
  const { counts, sequences, files } = asRecord(read);
  if (isMapOf(counts, isCount) && isMapOf(sequences, isLastNumber) && isFiles(files))
    return { counts, sequences, files };
  throw damaged();
}

const SHA256 = /^[0-9a-f]{64}$/;

function asRecord(read: unknown): Record<string, unknown> {
  if (!isRecord(read)) throw damaged();
  return read;
}

function isRecord(read: unknown): read is Record<string, unknown> {
  return typeof read === 'object' && read !== null && !Array.isArray(read);
}

function isText(read: unknown, form: RegExp): read is string {
  return typeof read === 'string' && form.test(read);
}

function isNumber(read: unknown): read is number {
  return Number.isSafeInteger(read) && Number(read) >= 0;
}

function isListOf<T>(read: unknown, isOne: (one: unknown) => one is T): read is T[] {
  return Array.isArray(read) && read.every(isOne);
}

function isMapOf<T>(read: unknown, isOne: (one: unknown) => one is T): read is Record<string, T> {
  return isRecord(read) && Object.values(read).every(isOne);
}

function isTable(read: unknown): read is ManifestHeader['tables'][number] {
  if (!isRecord(read)) return false;
  return isText(read.name, /^\w+$/) && isListOf(read.columns, (column) => typeof column === 'string');
}

function isCount(read: unknown): read is Sums['counts'][string] {
  return isRecord(read) && isNumber(read.rows) && isText(read.sha256, SHA256);
}

function isLastNumber(read: unknown): read is string | null {
  return read === null || isText(read, /^-?\d{1,19}$/);
}

function isFiles(read: unknown): read is Sums['files'] {
  return isRecord(read) && isNumber(read.count) && isNumber(read.bytes) && isText(read.sha256, SHA256);
}

import type { Readable } from 'node:stream';

/** One archive at its place. */
export type StoredArchive = { name: string; at: Date; bytes: number };

/** Where archives are kept. */
export type Place = {
  /** Keeps it whole or not at all, and returns how many bytes it took. */
  write(name: string, bytes: Readable, signal?: AbortSignal): Promise<number>;
  read(name: string): Promise<Readable>;
  /** Newest first; what is not ours is not listed. */
  list(): Promise<StoredArchive[]>;
  remove(name: string): Promise<void>;
};

/** The name of an archive of the moment `at`, ISO 8601. */
export function archiveName(at: string): string {
  return `groundwork-${at.replace(/\.\d+/, '').replaceAll(':', '-')}.tar.zst.age`;
}

/** Whether an archive of ours has such a name. */
export function isArchiveName(name: string): boolean {
  return NAME.test(name);
}

const NAME = /^groundwork-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.tar\.zst\.age$/;

export function storedArchive(name: string, bytes: number): StoredArchive {
  const [, day = '', hours = '', minutes = '', seconds = ''] = NAME.exec(name) ?? [];
  return { name, at: new Date(`${day}T${hours}:${minutes}:${seconds}Z`), bytes };
}

export function newestArchiveFirst(found: StoredArchive[]): StoredArchive[] {
  return found.sort((a, b) => b.at.getTime() - a.at.getTime());
}

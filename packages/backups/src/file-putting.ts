import type { Files } from '@groundwork/files';
import { createHash } from 'node:crypto';
import { damaged } from './error.ts';
import type { Sums } from './manifest.ts';
import { openTally } from './tally.ts';

/** Puts the files of an archive where those of the site are, and takes them back when nothing came of it. */
export class FilePutting {
  readonly #files: Files;
  readonly #before: Set<string>;
  readonly #put: string[] = [];
  readonly #tally = openTally();

  private constructor(files: Files, before: Set<string>) {
    this.#files = files;
    this.#before = before;
  }

  static async into(files: Files): Promise<FilePutting> {
    const before = new Set<string>();
    for await (const { key } of files.list()) before.add(key);
    return new FilePutting(files, before);
  }

  async put(key: string, bytes: Buffer): Promise<void> {
    this.#tally.add(key, bytes.length, createHash('sha256').update(bytes).digest('hex'));
    // Before it is put: what may be there must be taken back.
    if (!this.#before.has(key)) this.#put.push(key);
    await this.#files.put(key, bytes);
  }

  /** Throws BackupError unless they were all put: the archive is read twice, and could have been changed between. */
  compare({ sha256 }: Sums['files']): void {
    if (this.#tally.sum().sha256 !== sha256) throw damaged();
  }

  /** What was there before stays: it may be in use by another site that shares the bucket. */
  async takeBack(): Promise<void> {
    for (const key of this.#put) await this.#files.remove(key).catch(() => undefined);
  }
}

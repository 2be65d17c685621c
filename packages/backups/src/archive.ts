import { Decrypter, Encrypter } from 'age-encryption';
import { pipeline, Readable } from 'node:stream';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import tar from 'tar-stream';
import { BackupError, damaged } from './error.ts';

export type ArchiveEntry = { name: string; bytes: Buffer };
/** An entry as it is read: its bytes come as they are asked for, and must all be asked for before the next part. */
export type ArchivePart = { name: string; size: number; bytes: AsyncIterable<Buffer> };

/**
 * The entries as one stream of bytes: tar, in zstd, in age (age-encryption.org/v1), so that `age -d | zstd -d | tar x`
 * opens it too. It is made as it is read: no more than an entry is ever in memory, and nothing on a disk in clear.
 * Throws BackupError when `recipient` is not the public part of an age key.
 */
export async function writeArchive(
  entries: AsyncIterable<ArchiveEntry>,
  recipient: string,
): Promise<Readable> {
  const encrypter = new Encrypter();
  try {
    encrypter.addRecipient(recipient);
  } catch {
    throw new BackupError('BACKUP_RECIPIENT is not the public part of a key: it begins with age1.');
  }
  const pack = tar.pack();
  const compressed = createZstdCompress();
  pipeline(pack, compressed, () => undefined);
  void fill(pack, entries);
  const encrypted = await encrypter.encrypt(Readable.toWeb(compressed) as ReadableStream<Uint8Array>);
  return Readable.from(encrypted);
}

/**
 * The parts of an archive, one at a time. Throws BackupError when the key does not open it, and when it is no archive
 * of ours, was changed, or ends too early.
 */
export async function* readArchive(bytes: Readable, identity: string): AsyncGenerator<ArchivePart> {
  const decrypter = new Decrypter();
  try {
    decrypter.addIdentity(identity);
  } catch {
    throw new BackupError('The file given as key holds none: a line in it begins with AGE-SECRET-KEY-.');
  }
  const reading = { isOpened: false, failed: false };
  try {
    const sealed = Readable.from(bounded(bytes, reading), { objectMode: false });
    const decrypted = await decrypter.decrypt(Readable.toWeb(sealed) as ReadableStream<Uint8Array>);
    reading.isOpened = true;
    const extract = tar.extract();
    pipeline(Readable.from(decrypted), createZstdDecompress(), extract, () => undefined);
    for await (const entry of extract) {
      if (entry.header.type !== 'file') throw damaged();
      yield { name: entry.header.name, size: entry.header.size, bytes: readPart(entry, reading) };
    }
  } catch (error) {
    throw asBackupError(error, reading.failed);
  } finally {
    bytes.destroy();
  }
}

/** The bytes of a part, in which a fault of the archive is as often met as between two parts. */
async function* readPart(entry: AsyncIterable<unknown>, reading: { failed: boolean }) {
  try {
    yield* entry as AsyncIterable<Buffer>;
  } catch (error) {
    throw asBackupError(error, reading.failed);
  }
}

/** What age writes before the first sealed byte is a few hundred bytes; what never ends there would fill the memory. */
const HEADER_LIMIT = 1_048_576;

async function* bounded(source: Readable, reading: { isOpened: boolean; failed: boolean }) {
  let read = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      read += chunk.length;
      if (!reading.isOpened && read > HEADER_LIMIT) return;
      yield chunk;
    }
  } catch (error) {
    reading.failed = true;
    throw error;
  }
}

async function fill(pack: tar.Pack, entries: AsyncIterable<ArchiveEntry>) {
  try {
    for await (const { name, bytes } of entries)
      await new Promise<void>((resolve, reject) => {
        const gone = () => reject(new Error('nobody reads the archive any more'));
        pack.once('close', gone);
        pack.entry({ name, size: bytes.length, mode: 0o600 }, bytes, (error) => {
          pack.off('close', gone);
          if (error) reject(error);
          else resolve();
        });
      });
    pack.finalize();
  } catch (error) {
    pack.destroy(error instanceof Error ? error : undefined);
  }
}

function asBackupError(error: unknown, isUnread: boolean): unknown {
  if (!(error instanceof Error) || error.name === 'BackupError' || error.name === 'AbortError') return error;
  if (isUnread)
    return new BackupError('The archive could not be read to its end: is the disk or the connection well?');
  if (/no identity matched/.test(error.message))
    return new BackupError(
      'This key does not open this archive: it was made for another one, or the archive was damaged at its beginning.',
    );
  return new BackupError('This is no archive of Groundwork, or it was damaged on its way.');
}

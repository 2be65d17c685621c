import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { beforeAll, expect, test } from 'vitest';
import { readArchive, writeArchive } from './archive.ts';
import { newBackupKey } from './backups.ts';
import { BackupError } from './error.ts';

let identity: string;
let archive: Buffer;
// Of many of the pieces in which it is sealed, so that most faults are met in the middle of a part.
beforeAll(async () => {
  const key = await newBackupKey();
  identity = key.identity;
  const entries = ['one', 'two', 'three'].map((name) => ({ name, bytes: randomBytes(150_000) }));
  archive = await buffer(await writeArchive(Readable.from(entries), key.recipient));
});

async function readAll(bytes: Buffer, opener = identity): Promise<number> {
  let read = 0;
  for await (const part of readArchive(Readable.from([bytes]), opener))
    for await (const chunk of part.bytes) read += chunk.length;
  return read;
}

test('a whole archive is read to its end', async () => {
  expect(await readAll(archive)).toBe(450_000);
});

test('an archive with a changed byte, or cut anywhere, gives one sentence that says so', async () => {
  const place = fc.nat(archive.length - 1);
  const harm = fc.oneof(
    place.map((at) => archive.subarray(0, at)),
    fc.tuple(place, fc.integer({ min: 1, max: 255 })).map(([at, change]) => {
      const changed = Buffer.from(archive);
      changed[at] = (changed[at] ?? 0) ^ change;
      return changed;
    }),
  );
  const isRefused = async (bytes: Buffer) => {
    await expect(readAll(bytes)).rejects.toThrow(BackupError);
  };
  await fc.assert(fc.asyncProperty(harm, isRefused), { numRuns: 60 });
});

test('a key of another archive, and a damaged beginning, give one sentence that names both', async () => {
  const other = await newBackupKey();
  await expect(readAll(archive, other.identity)).rejects.toThrow(
    'made for another one, or the archive was damaged',
  );
});

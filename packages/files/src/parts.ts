import type { Files } from './files.ts';

/** The name under which one part of a file is stored. */
export function partKey(key: string, part: number): string {
  return `${key}-${part}`;
}

/** So many bytes of a file are held in memory. */
const PART_BYTES = 4 * 1024 * 1024;

/** In how many parts a file of so many bytes lies at most. */
export function mostParts(bytes: number): number {
  return Math.ceil(bytes / PART_BYTES) + 1;
}

/** A file cut into parts of a few megabytes. */
export async function* inParts(file: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of file) {
    const bytes = Buffer.from(chunk);
    waiting.push(bytes);
    size += bytes.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(waiting);
}

type Stored = { key: string; partCount: number };

/** Whether its bytes are there: after a backup was brought back they are not, though the row is. */
export async function isStored(files: Files, { key, partCount }: Stored): Promise<boolean> {
  const first = partCount > 0 ? await files.get(partKey(key, 0)) : null;
  first?.destroy();
  return partCount === 0 || first !== null;
}

/** The parts of a stored file one after the other. Throws where one is missing: half a file looks whole. */
export async function* readParts(files: Files, { key, partCount }: Stored): AsyncGenerator<Buffer> {
  for (let part = 0; part < partCount; part += 1) {
    const stored = await files.get(partKey(key, part));
    if (!stored) throw new Error('a part of a prepared file is missing');
    for await (const chunk of stored) yield chunk as Buffer;
  }
}

/** Removes all parts; those that are gone already are fine. */
export async function removeParts(files: Files, { key, partCount }: Stored): Promise<void> {
  for (let part = 0; part < partCount; part += 1) await files.remove(partKey(key, part));
}

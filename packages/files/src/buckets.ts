import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { S3mini, S3ServiceError } from 's3mini';

/** One place in a store that speaks S3. Keys are relative to it. */
export type Bucket = {
  /** Stores a stream of any length but none whole or not at all. */
  write(key: string, bytes: Readable): Promise<void>;
  put(key: string, bytes: Uint8Array): Promise<void>;
  get(key: string): Promise<Readable | null>;
  remove(key: string): Promise<void>;
  list(): AsyncIterable<{ key: string; bytes: number; at: Date }>;
};

/** The message is one sentence for whoever runs the site; it repeats no part of the address, which holds a secret. */
export class BucketError extends Error {
  override name = 'BucketError';
}

type Sizes = {
  /** Bytes of what is sent at a time, one of them in memory; a store takes at most 10,000, and of 5 MB at least. */
  partBytes?: number;
  /** How long to wait before a part that did not arrive is sent again, each time. */
  pausesMs?: number[];
};

/**
 * The bucket at `s3://KEY:SECRET@host[:port]/bucket[/folder]?region=eu-1`, by https, or by http with `&tls=off`.
 * Throws BucketError when that is not what the address is.
 */
export function openBucket(
  address: string,
  { partBytes = 16_777_216, pausesMs = [1_000, 2_000, 4_000] }: Sizes = {},
): Bucket {
  const { folder, ...settings } = readAddress(address);
  const s3 = new S3mini(settings);
  const at = (key: string) => `${folder}${key}`;
  return {
    put: (key, bytes) => spoken(() => s3.putObject(at(key), bytes)).then(done),
    write: (key, bytes) =>
      spoken(() => writeInParts(s3, at(key), { bytes: partsOf(bytes, partBytes), pausesMs })),
    async get(key) {
      const answer = await spoken(() => s3.getObjectResponse(at(key)));
      return answer?.body ? Readable.from(answer.body) : null;
    },
    remove: (key) => spoken(() => s3.deleteObject(at(key))).then(done),
    async *list() {
      let next: string | undefined;
      do {
        const page = await spoken(() => s3.listObjectsPaged('/', folder, 1_000, next));
        for (const { Key, Size, LastModified } of page?.objects ?? [])
          yield { key: Key.slice(folder.length), bytes: Size, at: new Date(LastModified) };
        next = page?.nextContinuationToken;
      } while (next);
    },
  };
}

function readAddress(address: string) {
  const url = URL.canParse(address) ? new URL(address) : null;
  const [bucket, ...folders] = url?.pathname.split('/').filter(Boolean) ?? [];
  if (url?.protocol !== 's3:' || !url.username || !url.password || !bucket)
    throw new BucketError('A bucket is written s3://KEY:SECRET@host/bucket?region=eu-1.');
  const scheme = url.searchParams.get('tls') === 'off' ? 'http' : 'https';
  return {
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
    endpoint: `${scheme}://${url.host}/${bucket}`,
    region: url.searchParams.get('region') ?? 'auto',
    folder: folders.map((name) => `${decodeURIComponent(name)}/`).join(''),
  };
}

type Writing = { bytes: AsyncIterable<Buffer>; pausesMs: number[] };

/** Nobody knows how long it is before it ends: with parts of 16 MB, 160 GB at most. */
async function writeInParts(s3: S3mini, key: string, { bytes, pausesMs }: Writing): Promise<void> {
  const upload = await s3.getMultipartUploadId(key);
  try {
    const parts = [];
    for await (const part of bytes)
      parts.push(await patiently(pausesMs, () => s3.uploadPart(key, upload, part, parts.length + 1)));
    await s3.completeMultipartUpload(key, upload, parts);
  } catch (error) {
    // What was stored so far would lie there unseen, and be paid for.
    await s3.abortMultipartUpload(key, upload).catch(() => undefined);
    throw error;
  }
}

async function* partsOf(bytes: Readable, partBytes: number): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    pending.push(chunk);
    size += chunk.length;
    if (size < partBytes) continue;
    yield Buffer.concat(pending);
    pending = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pending);
}

/** A line that breaks for a moment should not cost what took an hour. */
async function patiently<T>(pausesMs: number[], ask: () => Promise<T>): Promise<T> {
  for (const pauseMs of pausesMs) {
    try {
      return await ask();
    } catch (error) {
      if (error instanceof S3ServiceError && error.status < 500) throw error;
      await pause(pauseMs);
    }
  }
  return ask();
}

function done(): void {
  return undefined;
}

/** What the store answers, or why it does not, in words; its own may repeat what it was asked. */
async function spoken<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof S3ServiceError && [401, 403].includes(error.status))
      throw new BucketError(
        'The bucket does not let us in: its key, secret or region is wrong, or it is not ours.',
      );
    if (error instanceof S3ServiceError && error.status === 404)
      throw new BucketError('There is no such bucket at that address.');
    if (error instanceof S3ServiceError) throw new BucketError(`The bucket answered ${error.status}.`);
    throw new BucketError('The bucket does not answer: is its address right?');
  }
}

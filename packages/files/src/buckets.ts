import { Readable } from 'node:stream';
import { S3mini, S3ServiceError } from 's3mini';

/** One place in a store that speaks S3. Keys are relative to it. */
export type Bucket = {
  /** Stores a stream of any length whole or not at all. */
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

/**
 * The bucket at `s3://KEY:SECRET@host[:port]/bucket[/folder]?region=eu-1`, by https, or by http with `&tls=off`.
 * Throws BucketError when that is not what the address is.
 */
export function openBucket(address: string): Bucket {
  const { folder, ...settings } = readAddress(address);
  const s3 = new S3mini(settings);
  const at = (key: string) => `${folder}${key}`;
  return {
    put: (key, bytes) => spoken(() => s3.putObject(at(key), bytes)).then(done),
    write: (key, bytes) =>
      spoken(() => s3.putAnyObject(at(key), Readable.toWeb(bytes) as ReadableStream)).then(done),
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

import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { BucketError, openBucket } from './buckets.ts';
import { startBucket } from './testing.ts';

const MEGABYTE = 1_048_576;
const PART = 2 * MEGABYTE;

test('a file longer than one part comes back as it went in', async () => {
  const { bucket } = await aBucket();
  const bytes = randomBytes(2 * PART + MEGABYTE);
  for (const length of [1, PART, bytes.length]) {
    await bucket.write('archive', Readable.from(chunksOf(bytes.subarray(0, length))));
    const stream = await bucket.get('archive');
    expect(stream && (await buffer(stream)).equals(bytes.subarray(0, length))).toBe(true);
  }
});

test('a bucket that goes away in the middle gives a sentence, and nothing else breaks', async () => {
  const { bucket, stop } = await aBucket();
  async function* endless() {
    for (let count = 0; ; count++) {
      if (count === 5) await stop();
      yield randomBytes(MEGABYTE);
    }
  }
  const writing = bucket.write('archive', Readable.from(endless()));
  await expect(writing).rejects.toThrow(BucketError);
});

test('a stream that breaks leaves nothing in the store', async () => {
  const { bucket } = await aBucket();
  async function* broken() {
    for (let count = 0; count < 5; count++) yield randomBytes(MEGABYTE);
    throw new Error('the disk went away');
  }
  await expect(bucket.write('archive', Readable.from(broken()))).rejects.toThrow();
  expect(await Array.fromAsync(bucket.list())).toEqual([]);
});

async function aBucket() {
  const { url, stop } = await startBucket();
  let isStopped = false;
  const stopOnce = async () => {
    if (!isStopped) await stop();
    isStopped = true;
  };
  onTestFinished(stopOnce);
  const bucket = openBucket(url, { partBytes: PART, pausesMs: [10, 20, 40] });
  return { bucket, stop: stopOnce };
}

function* chunksOf(bytes: Buffer) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { newFileKey, openFiles } from './files.ts';
import { startBucket } from './testing.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'groundwork files '));
const bucket = await startBucket();
afterAll(async () => {
  await bucket.stop();
  await rm(dataDir, { recursive: true });
});
const files = openFiles({ dataDir });
const inBucket = openFiles({ dataDir, filesUrl: bucket.url.replace('?', '/of/the/site?') });

async function read(key: string, from = files): Promise<string | null> {
  const stream = await from.get(key);
  return stream && (await buffer(stream)).toString();
}

test.for([
  ['a folder', files],
  ['a bucket', inBucket],
] as const)('in %s, what is put is there and listed, whole, until it is removed', async ([, place]) => {
  const key = newFileKey();
  expect(await read(key, place)).toBeNull();
  await place.put(key, Buffer.from('first'));
  expect(await read(key, place)).toBe('first');
  await place.put(key, Buffer.from('second'));
  expect(await read(key, place)).toBe('second');
  expect(await Array.fromAsync(place.list())).toEqual([{ key, bytes: 6 }]);
  await place.remove(key);
  await place.remove(key);
  expect(await read(key, place)).toBeNull();
  expect(await place.get('../../etc/passwd')).toBeNull();
  await expect(place.put('../../etc/passwd', Buffer.from('x'))).rejects.toThrow(TypeError);
  expect(await Array.fromAsync(place.list())).toEqual([]);
});

test.for([
  ['S3RVER:', 'NOBODY:', 'does not let us in'],
  ['/groundwork', '/elsewhere', 'no such bucket'],
  ['127.0.0.1', '127.0.0.2', 'does not answer'],
  ['s3://', 's3:/', 'A bucket is written'],
] as const)(
  'a bucket at an address where %s is %s is a sentence that repeats no secret',
  async ([was, is, words]) => {
    const wrong = openFiles({ dataDir, filesUrl: bucket.url.replace(was, is) });
    const put = wrong.put(newFileKey(), Buffer.from('x'));
    await expect(put).rejects.toThrow(words);
    await expect(put).rejects.not.toThrow('S3RVER');
  },
);

test('a half-written file is not listed', async () => {
  const key = newFileKey();
  await files.put(key, Buffer.from('whole'));
  const draft = join(dataDir, 'files', key.slice(0, 2), `${key}.0123`);
  await writeFile(draft, 'ha');
  const listed = await Array.fromAsync(files.list());
  expect(listed.map((file) => file.key)).toContain(key);
  expect(listed.some((file) => file.key.includes('.'))).toBe(false);
  await rm(draft);
});

test('a variant lies under its own key', async () => {
  const key = newFileKey();
  await files.put(key, Buffer.from('large'));
  await files.put(`${key}-480`, Buffer.from('small'));
  expect(await read(key)).toBe('large');
  expect(await read(`${key}-480`)).toBe('small');
});

test('keys do not repeat and cannot be guessed', () => {
  const keys = Array.from({ length: 1000 }, newFileKey);
  expect(new Set(keys).size).toBe(1000);
  expect(keys.every((key) => /^[0-9a-f]{32}$/.test(key))).toBe(true);
});

test.each([
  '../../../../etc/passwd',
  '..',
  '/etc/passwd',
  'a'.repeat(65),
  '',
  'aaaaaaaaaaaaaaaa/../../secret',
  'aaaaaaaaaaaaaaaa\0',
  '..aaaaaaaaaaaaaaaa',
  'AAAAAAAAAAAAAAAAAAAA',
  'aaaaaaaaaaaaaaaa\\..\\x',
])('no key leads out of the folder: %j', async (key) => {
  const secret = join(dataDir, 'secret');
  await writeFile(secret, 'not a file of ours');
  await expect(files.put(key, Buffer.from('x'))).rejects.toThrow(TypeError);
  expect(await files.get(key)).toBeNull();
  await files.remove(key);
  expect(await readFile(secret, 'utf8')).toBe('not a file of ours');
});

test('many writes at once under one key leave one whole file and no drafts', async () => {
  const key = newFileKey();
  const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000));
  await Promise.all(texts.map((text) => files.put(key, Buffer.from(text))));
  expect(texts).toContain(await read(key));
  const names = await readdir(join(dataDir, 'files'), { recursive: true });
  expect(names.filter((name) => name.includes('.'))).toEqual([]);
});

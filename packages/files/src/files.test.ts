import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test } from 'vitest';
import { newFileKey, openFiles } from './files.ts';

const dataDir = await mkdtemp(join(tmpdir(), 'groundwork files '));
const files = openFiles({ dataDir });
afterAll(() => rm(dataDir, { recursive: true }));

async function read(key: string): Promise<string | null> {
  const stream = await files.get(key);
  return stream && (await buffer(stream)).toString();
}

test('what is put is there, whole, until it is removed', async () => {
  const key = newFileKey();
  expect(await read(key)).toBeNull();
  await files.put(key, Buffer.from('first'));
  expect(await read(key)).toBe('first');
  await files.put(key, Buffer.from('second'));
  expect(await read(key)).toBe('second');
  await files.remove(key);
  await files.remove(key);
  expect(await read(key)).toBeNull();
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

test('many at once under one key leave one whole file and no drafts', async () => {
  const key = newFileKey();
  const texts = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(100_000));
  await Promise.all(texts.map((text) => files.put(key, Buffer.from(text))));
  expect(texts).toContain(await read(key));
  const names = await readdir(join(dataDir, 'files'), { recursive: true });
  expect(names.filter((name) => name.includes('.'))).toEqual([]);
});

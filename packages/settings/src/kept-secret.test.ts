import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSecret } from './kept-secret.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'groundwork-secret-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('those who start together on a new folder all read one whole secret', async () => {
  for (let round = 0; round < 50; round++) {
    const path = join(folder, `secret-${round}`);
    const read = await Promise.all(Array.from({ length: 8 }, () => keepSecret(path)));
    expect(new Set(read).size).toBe(1);
    expect(read[0]).toMatch(/^[\w-]{43}$/);
  }
  expect(await readdir(folder)).toHaveLength(50);
});

test('a secret stays what it was, and only its owner may read it', async () => {
  const path = join(folder, 'secret');
  const first = await keepSecret(path);
  expect(await keepSecret(path)).toBe(first);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('a folder that is not there is said, and no secret is made up', async () => {
  await expect(keepSecret(join(folder, 'away', 'secret'))).rejects.toMatchObject({ code: 'ENOENT' });
});

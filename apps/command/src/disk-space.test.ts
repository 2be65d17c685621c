import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mustHaveDiskSpace } from './disk-space.ts';
import { aCommandFolder } from './testing/testing.ts';

const PETABYTE = 2 ** 50;

test('a restore that the disk cannot hold is refused before anything is made, unless it goes elsewhere', async () => {
  const here = { dataDir: join(await aCommandFolder(), 'not', 'there', 'yet') };
  const elsewhere = { databaseUrl: 'postgres://elsewhere/site', filesUrl: 's3://key:secret@elsewhere/site' };
  const neither = { databaseUrl: undefined, filesUrl: undefined };
  const contents = (tableBytes: number, bytes: number) => ({
    tableBytes,
    manifest: { files: { count: 1, bytes, sha256: '' } },
  });
  for (const [settings, tables, files] of [
    [neither, PETABYTE, 0],
    [neither, 0, PETABYTE],
    [{ ...elsewhere, filesUrl: undefined }, 0, PETABYTE],
    [{ ...elsewhere, databaseUrl: undefined }, PETABYTE, 0],
  ] as const)
    await expect(mustHaveDiskSpace({ ...here, ...settings }, contents(tables, files))).rejects.toThrow(
      /^It would take about [\d,.]+ GB, and [\d,.]+ GB are free in /,
    );
  await mustHaveDiskSpace({ ...here, ...elsewhere }, contents(PETABYTE, PETABYTE));
  await mustHaveDiskSpace({ ...here, ...neither }, contents(1_000, 1_000));
});

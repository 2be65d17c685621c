import { openBackup } from '@groundwork/backups';
import { anEarlierDatabase } from '@groundwork/backups/testing';
import { listPending } from '@groundwork/database/migrate';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aCommandFolder, aSiteToBackUp, groundwork } from '../testing/testing.ts';

test('tables of an earlier version are brought up to date after a backup, which the stewards hear of', async () => {
  const { env, key, to, databaseUrl } = await anEarlierSite();
  const { pending } = await listPending(databaseUrl);
  const { code, json } = await groundwork(['upgrade', '--json'], { env });
  expect({ code, json }).toEqual({
    code: 0,
    json: { applied: pending, backup: expect.stringMatching(/^groundwork-/) },
  });
  expect(await readdir(to)).toEqual([json.backup]);
  const { json: kept } = await groundwork(['restore', to, '--key', key, '--check', '--json'], { env });
  expect(kept.tables).toMatchObject({ sites: { rows: 1 } });
  const { manifest } = await openBackup({ from: to, identity: await readFile(key, 'utf8') });
  expect(manifest.migrations).toHaveLength(1);
  const { json: stats } = await groundwork(['stats', '--json'], { env });
  expect(stats.backup).toMatchObject({ lastDoneAt: expect.any(String) });

  const again = await groundwork(['upgrade', '--json'], { env });
  expect(again.json).toEqual({ applied: [], backup: null });
  expect(await readdir(to)).toHaveLength(1);
});

test('an upgrade without a key, or whose backup fails, changes nothing unless told to', async () => {
  const { env, to, databaseUrl } = await anEarlierSite();
  const before = await listPending(databaseUrl);
  await writeFile(join(to, 'file'), '');
  const refusals: [Record<string, string>, string][] = [
    [
      { BACKUP_RECIPIENT: '' },
      'A backup comes first, and none can be made: set BACKUP_TO and BACKUP_RECIPIENT',
    ],
    [{ BACKUP_TO: join(to, 'file/below') }, 'The folder of the backups cannot be '],
    [{ DATA_DIR: await aCommandFolder() }, 'The secret of the site is not in '],
  ];
  for (const [setting, sentence] of refusals) {
    const { code, err } = await groundwork(['upgrade'], { env: { ...env, ...setting } });
    expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 1, lines: 1 });
    expect(err).toContain(sentence);
    expect(await listPending(databaseUrl)).toEqual(before);
  }
  const without = { env: { ...env, BACKUP_RECIPIENT: '' } };
  const { code, out } = await groundwork(['upgrade', '--without-backup'], without);
  expect(code).toBe(0);
  expect(out).toMatch(
    /^Bringing the tables up to date \.\.\. .+\nLooking whether all is well .+\nDone: .+\.\n$/,
  );
  expect((await listPending(databaseUrl)).pending).toEqual([]);
});

/** A site whose tables are of the first version there was. */
async function anEarlierSite() {
  const { env, ...rest } = await aSiteToBackUp();
  const databaseUrl = await anEarlierDatabase(1);
  return { ...rest, databaseUrl, env: { ...env, DATABASE_URL: databaseUrl } };
}

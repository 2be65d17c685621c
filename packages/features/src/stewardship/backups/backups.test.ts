import { newBackupKey } from '@groundwork/backups';
import { sql } from 'drizzle-orm';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite } from '../../testing.ts';
import { backUpNightly, backUpSite, isDue } from './actions.ts';

const at = (text: string) => new Date(`2026-11-${text}:00Z`);

test.for<[string, string, string | null, string | null, boolean]>([
  ['there was none yet', '23T14:00', null, null, true],
  ['it is night, and the last is of the night before', '23T03:10', '22T03:05', null, true],
  ['it is night, and tonight’s is made', '23T03:50', '23T03:05', null, false],
  ['it is day, and the night’s was missed', '23T09:00', '22T03:05', null, true],
  ['it is day, and the night’s was made', '23T14:00', '23T03:05', null, false],
  ['it failed just now', '23T03:50', '22T03:05', '23T03:20', false],
  ['it failed an hour ago', '23T04:30', '22T03:05', '23T03:20', true],
])('when %s, the backup is due or not', ([, now, done, failed, due]) => {
  const last = { doneAt: done ? at(done) : null, failedAt: failed ? at(failed) : null };
  expect(isDue(at(now), last)).toBe(due);
});

test('a backup is made once a night, by one of many, and the stewards see when', async () => {
  const { site, to, nightly } = await aSiteWithAPlace();
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  const backupOf = async () => (await steward.get('/site/status')).body.backup;
  expect(await backupOf()).toMatchObject({ lastDoneAt: null, lastFailedAt: null, isOld: true });
  const made = await Promise.all([nightly(), nightly(), nightly()]);
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await nightly()).toBeNull();
  expect(await readdir(to)).toHaveLength(1);
  const { lastDoneAt, lastBytes, isOld } = await backupOf();
  expect({ lastDoneAt, isOld }).toEqual({ lastDoneAt: expect.any(String), isOld: false });
  expect(lastBytes).toBeGreaterThan(1_000);
});

test('a backup that fails is told to the stewards, and not tried again at once', async () => {
  const { site, nightly } = await aSiteWithAPlace('/dev/null/nowhere');
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  await expect(nightly()).rejects.toThrow('cannot be written');
  const { backup } = (await steward.get('/site/status')).body;
  expect(backup).toMatchObject({ lastDoneAt: null, lastFailedAt: expect.any(String) });
  expect(await nightly()).toBeNull();
});

test('a site that nobody has set up yet is not backed up, and what lies there stays', async () => {
  const { site, to, nightly } = await aSiteWithAPlace();
  const names = [
    'groundwork-2026-11-23T03-04-10Z.tar.zst.age',
    'groundwork-2026-11-23T09-04-10Z.tar.zst.age',
  ];
  for (const name of names) await writeFile(join(to, name), 'of the site that is about to be restored');
  await site.db.execute(sql`delete from sites`);
  expect(await nightly()).toBeNull();
  const { recipient } = await newBackupKey();
  expect(await backUpSite(site.house, { databaseUrl: site.databaseUrl, to, recipient })).toMatchObject({
    removed: [],
  });
  expect(await readdir(to)).toEqual(expect.arrayContaining(names));
});

test('a site without a place or a key makes no backup', async () => {
  const site = await aSite();
  expect(await backUpNightly(site.house, site.databaseUrl)).toBeNull();
});

async function aSiteWithAPlace(place?: string) {
  const site = await aSite();
  const to = place ?? (await mkdtemp(join(tmpdir(), 'groundwork nightly ')));
  if (!place) onTestFinished(() => rm(to, { recursive: true }));
  const { recipient } = await newBackupKey();
  const settings = { ...site.house.settings, backupTo: to, backupRecipient: recipient };
  return { site, to, nightly: () => backUpNightly({ ...site.house, settings }, site.databaseUrl) };
}

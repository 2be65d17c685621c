import { newBackupKey } from '@groundwork/backups';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anAccount } from '../../../accounts/fixtures.ts';
import { aGroup } from '../../../groups/fixtures.ts';
import { aSite } from '../../../testing.ts';
import { backUpOnRequest } from './actions.ts';

test('a steward asks, a worker makes it, and the page says how large it is', async () => {
  const { site, steward, to, make, latest } = await aCase();
  expect((await steward.post('/site/backups')).status).toBe(202);
  expect(await latest()).toMatchObject({ outcome: null, startedAt: null });
  const made = await make();
  expect(await latest()).toMatchObject({ outcome: 'done', bytes: made?.bytes, reason: null });
  expect(await readdir(to)).toEqual([made?.name]);
  expect((await steward.get('/site/status')).body.backup).toMatchObject({ lastBytes: made?.bytes });
  const { rows } = await site.db.$client.query(
    `select kind from journal where kind like '%backup%' order by id`,
  );
  expect(rows).toEqual([{ kind: 'stewardship.backup-asked' }, { kind: 'stewardship.backup-done' }]);
});

test('a second request is refused until the first has ended, also at the same moment', async () => {
  const { steward, make } = await aCase();
  const asked = await Promise.all([steward.post('/site/backups'), steward.post('/site/backups')]);
  expect(asked.map(({ status }) => status).sort()).toEqual([202, 409]);
  expect(asked.find(({ status }) => status === 409)?.body.code).toBe('stewardship.backup-under-way');
  await make();
  expect((await steward.post('/site/backups')).status).toBe(202);
});

test('a request that two workers see at once is done by one of them', async () => {
  const { steward, to, make } = await aCase();
  await steward.post('/site/backups');
  const made = await Promise.all([make(), make()]);
  expect(made.filter((one) => one !== null)).toHaveLength(1);
  expect(await readdir(to)).toHaveLength(1);
});

test('a request that fails says why, and is not tried again by itself', async () => {
  const { steward, to, make, latest } = await aCase();
  await steward.post('/site/backups');
  await rm(to, { recursive: true });
  await writeFile(to, 'no folder');
  await expect(make()).rejects.toThrow();
  expect(await latest()).toMatchObject({ outcome: 'failed', reason: expect.any(String) });
  expect(await make()).toBeNull();
});

test('a request whose worker was asked to stop is done by the next', async () => {
  const { steward, make, latest } = await aCase();
  await steward.post('/site/backups');
  await expect(make(AbortSignal.abort())).rejects.toThrow();
  expect(await latest()).toMatchObject({ outcome: null });
  expect(await make()).not.toBeNull();
});

test('a backup is made only on request, and requested only with a place and a key', async () => {
  const { make } = await aCase();
  expect(await make()).toBeNull();
  const site = await aSite();
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  expect(await steward.post('/site/backups')).toMatchObject({
    status: 409,
    body: { code: 'stewardship.backup-unset' },
  });
});

test('a group’s steward cannot ask for one, and nobody asks all day', async () => {
  const { site, steward } = await aCase();
  const keeper = site.as((await aGroup(site)).steward);
  expect((await keeper.post('/site/backups')).status).toBe(404);
  for (let count = 0; count < 12; count += 1) {
    expect((await steward.post('/site/backups')).status).toBe(202);
    await site.db.$client.query('update backup_requests set finished_at = now()');
  }
  expect((await steward.post('/site/backups')).status).toBe(429);
});

async function aCase() {
  const site = await aSite();
  const to = await mkdtemp(join(tmpdir(), 'groundwork asked '));
  onTestFinished(() => rm(to, { recursive: true, force: true }));
  const { recipient } = await newBackupKey();
  Object.assign(site.house.settings, { backupTo: to, backupRecipient: recipient, makesBackups: true });
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  const make = (signal?: AbortSignal) =>
    backUpOnRequest(site.house, site.databaseUrl, { ...(signal && { signal }) });
  const latest = async () => (await steward.get('/site/status')).body.backupRequest;
  return { site, steward, to, make, latest };
}

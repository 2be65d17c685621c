import { aSite } from '@groundwork/features/testing';
import { openMetrics } from '@groundwork/metrics';
import { openLog } from '@groundwork/processes/log';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startBackups } from './backups.ts';

const RECIPIENT = 'age1ks4hw9qnp73sqktpwerd6r2q33j8cyccqa6a6xg44g2e43d0es2sf7ne58';

test('a worker that is asked to stop calls off the backup that it is making', async () => {
  const site = await aSite();
  const to = await mkdtemp(join(tmpdir(), 'groundwork worker '));
  onTestFinished(() => rm(to, { recursive: true }));
  const settings = { ...site.house.settings, backupTo: to, backupRecipient: RECIPIENT };
  const busy = await site.db.$client.connect();
  await busy.query('begin; lock table accounts');
  const log = openLog('worker', 'silent');
  const metrics = await openMetrics(undefined);
  const { databaseUrl } = site;
  const backups = startBackups({ ...site.house, settings }, { databaseUrl, log, metrics });
  await vi.waitFor(async () => expect(await readdir(to)).toHaveLength(1), 20_000);
  await backups.close();
  expect(await readdir(to)).toEqual([]);
  await busy.query('rollback');
  busy.release();
});

import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { VERSION } from '../version.ts';
import { reportWorker, noteWorkerLeft } from './actions.ts';

test('a worker that reports is alive, with its version and what waits', async () => {
  const { site, queueOf } = await aWatchedSite();
  await aWorker(site, { waitingCount: 3, waitingSeconds: 45 });
  expect(await queueOf()).toMatchObject({
    workers: [{ isAlive: true, hasLeft: false, version: VERSION, waitingCount: 3 }],
    missingCount: 0,
    oldestSeconds: 45,
  });
});

test('a worker that took leave is not missed, one that fell silent is', async () => {
  const { site, queueOf } = await aWatchedSite();
  const [left, lost, alive] = [await aWorker(site), await aWorker(site), await aWorker(site)];
  await lived(site, alive, { from: 10, to: 0 });
  for (const worker of [left, lost]) await lived(site, worker, { from: 10, to: 5 });
  expect(await queueOf()).toMatchObject({ missingCount: 2 });
  await noteWorkerLeft(site.house, left);
  const { workers, missingCount } = await queueOf();
  expect(workers.filter(({ isAlive }: Seen) => isAlive)).toHaveLength(1);
  expect(workers.filter(({ hasLeft }: Seen) => hasLeft)).toHaveLength(1);
  expect(missingCount).toBe(1);
});

test('a worker that crashed again and again and was started each time is not missing', async () => {
  const { site, queueOf } = await aWatchedSite();
  for (const minutes of [30, 20, 10])
    await lived(site, await aWorker(site), { from: minutes + 5, to: minutes });
  await aWorker(site);
  expect(await queueOf()).toMatchObject({ missingCount: 0 });
});

test('workers that were lost together are missed until as many are there again', async () => {
  const { site, queueOf } = await aWatchedSite();
  const lost = [await aWorker(site), await aWorker(site)];
  for (const worker of lost) await lived(site, worker, { from: 10, to: 5 });
  expect(await queueOf()).toMatchObject({ missingCount: 2 });
  await aWorker(site);
  expect(await queueOf()).toMatchObject({ missingCount: 1 });
  await aWorker(site);
  expect(await queueOf()).toMatchObject({ missingCount: 0 });
});

test('a queue’s length is reported by a worker that is alive, not by one that is gone', async () => {
  const { site, queueOf } = await aWatchedSite();
  await lived(site, await aWorker(site, { waitingSeconds: 500 }), { from: 10, to: 5 });
  expect(await queueOf()).toMatchObject({ oldestSeconds: null });
});

test('a day later nobody is missed', async () => {
  const { site, queueOf } = await aWatchedSite();
  await lived(site, await aWorker(site), { from: 26 * 60, to: 25 * 60 });
  await aWorker(site);
  expect((await queueOf()).workers).toHaveLength(1);
});

async function aWatchedSite() {
  const site = await aSite();
  // Until what made the site is handed on, it waits itself.
  const steward = await anAccount(site, { isSiteSteward: true });
  await site.work();
  return { site, queueOf: async () => (await site.as(steward).get('/site/status')).body.queue };
}

async function aWorker(site: TestSite, { waitingCount = 0, waitingSeconds = null as number | null } = {}) {
  const worker = newId();
  await reportWorker(site.house, { worker, waitingCount, activeCount: 0, failedCount: 0, waitingSeconds });
  return worker;
}

/** It spoke from so many minutes ago to so many. */
async function lived({ db }: TestSite, worker: string, { from, to }: { from: number; to: number }) {
  await db.execute(sql`
    update worker_reports
    set started_at = now() - make_interval(mins => ${from}), reported_at = now() - make_interval(mins => ${to})
    where worker = ${worker}`);
}

type Seen = { isAlive: boolean; hasLeft: boolean };

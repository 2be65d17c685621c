import { record } from '@groundwork/database/journal';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { openMetrics } from '@groundwork/metrics';
import { openLog } from '@groundwork/processes/log';
import { expect, test, vi } from 'vitest';
import { startWork } from './worker.ts';

test('a first start reports no loss, and a start after the queue was emptied does', async () => {
  const site = await aSite({ apart: true });
  await site.db.transaction((tx) => record(tx, { kind: 'groups.vouched' }));
  // Done before there was a worker, as a demonstration does.
  await site.db.$client.query('delete from journal_undelivered');
  expect(await warningsOf(site)).toEqual([]);
  expect(await warningsOf(site)).toEqual([]);
  await site.db.$client.query('drop schema queue cascade');
  expect(await warningsOf(site)).toEqual(['the queue lost its memory: asked again']);
});

/** What a worker warns of from its start until it has handed everything over. */
async function warningsOf({ house, db, databaseUrl }: TestSite) {
  const log = openLog('worker', 'silent');
  const warn = vi.spyOn(log, 'warn');
  const work = await startWork(house, { databaseUrl, log, metrics: await openMetrics(undefined) });
  const isAllDelivered = async () =>
    expect((await db.$client.query('select from journal_undelivered')).rowCount).toBe(0);
  await vi.waitFor(isAllDelivered, 20_000);
  await work.close();
  return warn.mock.calls.map(([, words]) => words);
}

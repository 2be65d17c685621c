import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup } from '../groups/fixtures.ts';
import { aSite } from '../testing.ts';
import { closeOver, forgetClosed } from './actions.ts';
import { aListing, aListingAnswer } from './fixtures.ts';

test('what was closed a year ago is forgotten with its answers, and on record by its number; what stands never is', async () => {
  const site = await aSite();
  const [asking, answering] = [
    await aGroup(site, { name: 'Asking' }),
    await aGroup(site, { name: 'Answering' }),
  ];
  const [over, kept] = [await aListing(site, asking), await aListing(site, asking)];
  await aListingAnswer(site, over, answering);
  const left = async () => (await site.db.execute(sql`select id from listings`)).rows;
  await forgetClosed(site.ctx());
  expect(await left()).toHaveLength(2);
  await site.db.execute(
    sql`update listings set closed_at = now() - interval '366 days', closed_how = 'group' where id = ${over.id}`,
  );
  await forgetClosed(site.ctx());
  expect(await left()).toEqual([{ id: kept.id }]);
  expect((await site.db.execute(sql`select from listing_answers`)).rows).toEqual([]);
  const { rows } = await site.db.execute(sql`select data from journal where kind = 'directory.forgotten'`);
  expect(rows).toEqual([{ data: { count: 1 } }]);
});

test('what is over is closed, and what was given another day meanwhile is not', async () => {
  const site = await aSite();
  const asking = await aGroup(site, { name: 'Asking' });
  const [over, extended] = [await aListing(site, asking), await aListing(site, asking)];
  await site.db.execute(sql`update listings set ends_on = current_date - 2`);
  const another = await site.db.$client.connect();
  await another.query('begin');
  await another.query(`update listings set ends_on = current_date + 9 where id = '${extended.id}'`);
  const closing = closeOver(site.ctx());
  // It has read what is over, and waits for whoever holds one of them.
  const waits = sql`select from pg_locks held join pg_stat_activity asked on asked.pid = held.pid
    where not held.granted and asked.datname = current_database()`;
  while ((await site.db.execute(waits)).rows.length === 0);
  await another.query('commit');
  another.release();
  await closing;
  const { rows } = await site.db.execute(sql`select id from listings where closed_at is not null`);
  expect(rows).toEqual([{ id: over.id }]);
});

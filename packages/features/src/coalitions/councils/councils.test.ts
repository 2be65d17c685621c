import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anEvent } from '../../events/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCoalition, aDelegate, joinCoalition } from '../fixtures.ts';
import { askForReports } from './actions.ts';

/** A council that ended so many days ago, at which somebody spoke for a group. */
async function aCouncil(site: TestSite, daysAgo: number) {
  const coalition = await aCoalition(site);
  const group = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, group);
  const delegate = await aMember(site, group);
  await aDelegate(site, { coalition, group, account: delegate });
  const event = await anEvent(site, { group: coalition });
  const path = `/coalitions/${coalition.slug}/councils`;
  expect((await site.as(coalition.steward).put(`${path}/${event.slug}`)).status).toBe(204);
  await site.db.execute(sql`update delegates set named_at = now() - interval '60 days'`);
  await site.db
    .execute(sql`update events set starts_at = now() - make_interval(days => ${daysAgo}, hours => 2),
    ends_at = now() - make_interval(days => ${daysAgo}) where id = ${event.id}`);
  const reports = `/groups/${group.slug}/coalitions/${coalition.slug}/reports`;
  return { coalition, group, delegate, event, path, reports };
}

test('those who spoke at a council are asked for a report, once, and their group reads it', async () => {
  const site = await aSite();
  const { coalition, group, delegate, event, path, reports } = await aCouncil(site, 1);
  await askForReports(site.ctx());
  await askForReports(site.ctx());
  const asked = (await site.mails()).filter(({ subject }) => subject?.includes('report'));
  expect(asked.map(({ toAddress }) => toAddress).sort()).toEqual(
    [coalition.steward.email, delegate.email].sort(),
  );
  const member = site.as(await aMember(site, group));
  expect((await member.get(reports)).body).toMatchObject({
    rows: [{ event: { slug: event.slug }, isOverdue: false, report: null }],
    can: { report: false },
  });
  const text = 'We voted for the march.';
  expect((await member.put(`${reports}/${event.slug}`, { text })).status).toBe(403);
  expect((await site.as(delegate).put(`${reports}/${event.slug}`, { text })).status).toBe(204);
  expect((await member.get(reports)).body.rows).toMatchObject([{ report: { text, by: delegate.name } }]);
  expect((await site.as(coalition.steward).get(path)).body.rows).toMatchObject([
    { hasEnded: true, owedCount: 2, reportedCount: 1 },
  ]);
});

test('after a week a report is overdue', async () => {
  const site = await aSite();
  const { group, reports } = await aCouncil(site, 8);
  expect((await site.as(group.steward).get(reports)).body.rows).toMatchObject([{ isOverdue: true }]);
});

test('what a group is told stays in the group', async () => {
  const site = await aSite();
  const { coalition, delegate, event, reports } = await aCouncil(site, 1);
  await site.as(delegate).put(`${reports}/${event.slug}`, { text: 'Ours.' });
  expect((await site.as(coalition.steward).get(reports)).status).toBe(404);
  expect((await site.as(null).get(reports)).status).toBe(401);
});

test('a council that is not over is not reported, nor one that is called off', async () => {
  const site = await aSite();
  const { delegate, event, group, reports } = await aCouncil(site, -5);
  const report = () => site.as(delegate).put(`${reports}/${event.slug}`, { text: 'Early.' });
  expect(await report()).toMatchObject({ status: 409, body: { code: 'coalitions.council-not-over' } });
  await site.db.execute(sql`update events set state = 'cancelled' where id = ${event.id}`);
  expect((await report()).status).toBe(404);
  expect((await site.as(group.steward).get(reports)).body.rows).toEqual([]);
});

test('only who hosts the coalition’s events calls a council, and only one of its own', async () => {
  const site = await aSite();
  const { coalition, delegate, group, path } = await aCouncil(site, 1);
  const own = await anEvent(site, { group: coalition });
  expect((await site.as(delegate).put(`${path}/${own.slug}`)).status).toBe(403);
  const theirs = await anEvent(site, { group });
  expect((await site.as(coalition.steward).put(`${path}/${theirs.slug}`)).status).toBe(404);
});

test('who spoke before does not write over what was told of a council, and a council that was reported stays one', async () => {
  const site = await aSite();
  const { coalition, group, delegate, event, path, reports } = await aCouncil(site, 1);
  const next = await aMember(site, group);
  const seat = `/groups/${group.slug}/coalitions/${coalition.slug}/delegates`;
  await site.db.execute(sql`update delegates set ended_at = now() - interval '3 days', ended_how = 'recalled'
    where account_id = ${delegate.id}`);
  await aDelegate(site, { coalition, group, account: next });
  await site.db.execute(
    sql`update delegates set named_at = now() - interval '2 days' where account_id = ${next.id}`,
  );
  expect((await site.as(next).put(`${reports}/${event.slug}`, { text: 'We voted.' })).status).toBe(204);
  expect((await site.as(delegate).put(`${reports}/${event.slug}`, { text: 'A lie.' })).status).toBe(403);
  await site.as(group.steward).delete(`${seat}/${next.id}`);
  expect((await site.as(next).put(`${reports}/${event.slug}`, { text: 'We voted yes.' })).status).toBe(204);
  expect(await site.as(coalition.steward).delete(`${path}/${event.slug}`)).toMatchObject({
    status: 409,
    body: { code: 'coalitions.council-reported' },
  });
});

test('a council that is hidden is in no list', async () => {
  const site = await aSite();
  const { coalition, event, path } = await aCouncil(site, 1);
  await site.db.execute(sql`update events set hidden_at = now() where id = ${event.id}`);
  expect((await site.as(coalition.steward).get(path)).body.rows).toEqual([]);
});

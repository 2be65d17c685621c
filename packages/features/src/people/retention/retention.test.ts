import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { subjects } from '../../subjects.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { noteHistory } from '../actions.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { forgetQuietPeople } from './actions.ts';
import { daysLater, listStrangersKept, monthsLater } from './fixtures.ts';

const sweep = (site: TestSite) => forgetQuietPeople(site.ctx(), subjects, 2);
const keeping = { forgetAfterMonths: 12 as const };

test('whoever was quiet for long is told to organizers 30 days before, then forgotten, with their no kept', async () => {
  const site = await aSite();
  const { group, organizer, member, path } = await aCrew(site, keeping);
  const quiet = await aPerson(site, group, { email: 'quiet@example.org', isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${quiet.unsubscribe}`);
  for (const n of [1, 2, 3]) await aPerson(site, group, { email: `quiet${n}@example.org` });
  await monthsLater(site, 13);
  await aPerson(site, group, { email: 'lately@example.org' });
  await sweep(site);
  await sweep(site);
  expect(await listStrangersKept(site)).toHaveLength(5);
  const told = (await site.mails()).filter(({ subject }) => subject?.includes('about to forget'));
  expect(told.map(({ toAddress }) => toAddress)).toContain(organizer.email);
  expect(told.map(({ toAddress }) => toAddress)).not.toContain(member.email);
  const ahead = await site.as(organizer).get(`/groups/${group.slug}/people-forgetting`);
  expect([ahead.body.months, ahead.body.rows.length, ahead.body.can]).toEqual([12, 4, { keep: true }]);
  await daysLater(site);
  await sweep(site);
  expect(await listStrangersKept(site)).toEqual(['lately@example.org']);
  expect((await site.as(organizer).get(`${path}/${quiet.id}`)).status).toBe(404);
  const { rows: noes } = await site.db.execute(sql`select count(*)::int as count from suppressions`);
  expect(noes).toEqual([{ count: 1 }]);
  const { rows: noted } = await site.db.execute(
    sql`select sum((data->>'count')::int)::int as count from journal where kind = 'people.forgotten'`,
  );
  expect(noted).toEqual([{ count: 4 }]);
});

test('nobody is forgotten by a group that keeps people, who has an account there, or whom an organizer keeps', async () => {
  const site = await aSite();
  const never = await aCrew(site);
  const { group, organizer, member, path } = await aCrew(site, keeping);
  await aPerson(site, never.group, { email: 'never@example.org' });
  await aPerson(site, group, { email: 'member@example.org', accountId: never.outsider.id });
  const kept = await aPerson(site, group, { email: 'kept@example.org' });
  await monthsLater(site, 40);
  await sweep(site);
  expect((await site.as(member).put(`${path}/${kept.id}/keeping`)).status).toBe(404);
  expect((await site.as(organizer).put(`${path}/${kept.id}/keeping`)).status).toBe(204);
  await daysLater(site);
  await sweep(site);
  const { rows } = await site.db.execute(
    sql`select email from people where email like '%@example.org' and source = 'signature' order by email`,
  );
  expect(rows.map(({ email }) => email)).toEqual([
    'kept@example.org',
    'member@example.org',
    'never@example.org',
  ]);
});

test('a letter that somebody was sent is no word of theirs', async () => {
  const site = await aSite();
  const { group } = await aCrew(site, keeping);
  const quiet = await aPerson(site, group, { email: 'quiet@example.org' });
  await monthsLater(site, 13);
  await site.ctx().change(async (tx) => {
    noteHistory(tx, { groupId: group.id, personId: quiet.id, kind: 'mailed', label: 'News' });
  });
  await sweep(site);
  await daysLater(site);
  await sweep(site);
  expect(await listStrangersKept(site)).toEqual([]);
});

test('whoever was heard of after organizers were told stays', async () => {
  const site = await aSite();
  const { group } = await aCrew(site, keeping);
  const back = await aPerson(site, group, { email: 'back@example.org' });
  await monthsLater(site, 13);
  await sweep(site);
  await site.as(null).put(`/subscriptions/${back.unsubscribe}`);
  await daysLater(site);
  await sweep(site);
  expect(await listStrangersKept(site)).toEqual(['back@example.org']);
});

test('a steward says how long a group keeps people, and nobody else reads or changes it', async () => {
  const site = await aSite();
  const { group, steward, organizer } = await aCrew(site);
  const path = `/groups/${group.slug}`;
  expect((await site.as(steward).get(path)).body.forgetAfterMonths).toBeNull();
  expect((await site.as(organizer).patch(path, { forgetAfterMonths: 12 })).status).toBe(403);
  expect((await site.as(steward).patch(path, { forgetAfterMonths: 13 })).status).toBe(422);
  expect((await site.as(steward).patch(path, { forgetAfterMonths: 36 })).body.forgetAfterMonths).toBe(36);
  expect((await site.as(organizer).get(path)).body.forgetAfterMonths).toBeNull();
  expect((await site.as(steward).patch(path, { forgetAfterMonths: null })).body.forgetAfterMonths).toBeNull();
});

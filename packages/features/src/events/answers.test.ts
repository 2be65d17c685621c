import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { groups } from '../groups/tables.ts';
import { aSite, type TestSite } from '../testing.ts';
import { anEvent, anRsvp, beganAgo, type AnEvent } from './fixtures.ts';

test('a list says of each event what its viewer answered, and what they took back no more', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const event = await anEvent(site);
  expect(await seen(site, event, ana)).toMatchObject({ myAnswer: null, takesAnswers: true });
  const { token } = (await site.as(ana).post(`/events/${event.slug}/rsvps`, { answer: 'going' })).body;
  expect(await seen(site, event, ana)).toMatchObject({ myAnswer: 'going', takesAnswers: true });
  for (const other of [null, await anAccount(site)])
    expect(await seen(site, event, other)).toMatchObject({ myAnswer: null });
  await site.as(null).delete(`/rsvps/${token}`);
  expect(await seen(site, event, ana)).toMatchObject({ myAnswer: null });
});

test('a full event takes answers for its waitlist, and says to who waits that they do', async () => {
  const site = await aSite();
  const ana = await anAccount(site);
  const event = await anEvent(site, { capacity: 1 });
  await anRsvp(site, event);
  expect(await seen(site, event, ana)).toMatchObject({ capacity: 1, takenCount: 1, takesAnswers: true });
  await site.as(ana).post(`/events/${event.slug}/rsvps`, { answer: 'going' });
  expect(await seen(site, event, ana)).toMatchObject({ myAnswer: 'waitlisted' });
});

test('an event that is closed takes no answers while it still goes on, and one that is over none at all', async () => {
  const site = await aSite();
  const closed = await anEvent(site);
  await beganAgo(site, closed, 1);
  await site.as(closed.group.steward).put(`/events/${closed.slug}/closing`);
  expect(await seen(site, closed, null)).toMatchObject({ state: 'closed', takesAnswers: false });
  const over = await anEvent(site);
  await beganAgo(site, over, 5);
  expect(await seen(site, over, null, '&past=true')).toMatchObject({ state: 'ended', takesAnswers: false });
});

test('an event for members takes the answers of members, and nobody who is banned is asked', async () => {
  const site = await aSite();
  const event = await anEvent(site, { rsvpFrom: 'members' });
  const member = await aMember(site, event.group);
  expect(await seen(site, event, member)).toMatchObject({ takesAnswers: true });
  for (const other of [null, await anAccount(site)])
    expect(await seen(site, event, other)).toMatchObject({ rsvpFrom: 'members', takesAnswers: false });
  const open = await anEvent(site, { group: event.group });
  await site
    .as(event.group.steward)
    .put(`/groups/${event.group.slug}/bans/${member.id}`, { reason: 'Shouted at people.' });
  expect(await seen(site, open, member)).toMatchObject({ takesAnswers: false });
});

test('an event of a group that is frozen says so to everybody, and takes nothing meanwhile', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await site.db
    .update(groups)
    .set({ frozenAt: sql`now()` })
    .where(eq(groups.id, event.group.id));
  expect(await seen(site, event, null)).toMatchObject({ takesAnswers: false });
  expect((await site.as(null).get(`/events/${event.slug}`)).body.isFrozen).toBe(true);
  await site.db.update(groups).set({ frozenAt: null }).where(eq(groups.id, event.group.id));
  expect((await site.as(null).get(`/events/${event.slug}`)).body.isFrozen).toBe(false);
});

async function seen(site: TestSite, event: AnEvent, who: { token: string } | null, query = '') {
  const list = (await site.as(who).get(`/events?group=${event.group.slug}${query}`)).body;
  const page = (await site.as(who).get(`/events/${event.slug}`)).body;
  const row = list.rows.find(({ id }: { id: string }) => id === event.id);
  expect({ takes: page.takesAnswers, mine: page.myAnswer, can: page.can.rsvp }).toEqual({
    ...{ takes: row.takesAnswers, mine: row.myAnswer, can: row.takesAnswers },
  });
  return row;
}

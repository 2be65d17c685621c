import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aMember } from '../../groups/fixtures.ts';
import { people } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent, anRsvp, anUnconfirmedRsvp, beganAgo, eventInput, tokenFor } from '../fixtures.ts';
import { remindPeople } from '../reminders.ts';
import { events, rsvps } from '../tables.ts';

const sam = { name: 'Sam Ortiz', email: 'sam@example.org', answer: 'going' };
/** What an attacker would like strangers to read in the coalition's name. */
const attack = {
  title: 'Your account is locked',
  summary: 'Pay at evil.example today.',
  placeName: 'evil.example/pay',
  address: 'Send it to evil.example',
  held: 'both' as const,
  onlineUrl: 'https://evil.example/login',
};

test('sixty strangers of an event that is moved three times and called off get one mail each, with none of its words', async () => {
  const site = await aSite();
  const event = await anEvent(site, attack);
  for (let n = 0; n < 60; n += 1)
    await anUnconfirmedRsvp(site, event, { name: 'evil.example', email: `victim${n}@example.org` });
  const steward = site.as(event.group.steward);
  for (const inHours of [80, 90, 100]) {
    await steward.put(`/events/${event.slug}`, eventInput({ ...attack, inHours, tell: true }));
    await site.db.update(events).set({ toldAt: null });
    await site.work();
  }
  await remindPeople(site.ctx(), new Date(Date.now() + 99 * 3_600_000));
  await site.work();
  await steward.put(`/events/${event.slug}/cancellation`, { reason: 'evil.example' });
  await site.work();
  const mails = await site.mails();
  expect(mails).toHaveLength(60);
  expect(new Set(mails.map(({ toAddress }) => toAddress)).size).toBe(60);
  for (const { subject, letter } of mails) {
    // But for the seal of the link, which is chance, and may spell anything.
    const words = `${subject} ${JSON.stringify(letter)}`.replace(/(rsvps\/[\w-]+)\.[\w-]+/, '$1');
    expect(words).not.toMatch(/evil|locked|Riverside|Group/i);
    expect(letter?.attachments).toBeUndefined();
  }
});

test('an unconfirmed RSVP is not among those who go, and its needs are not counted', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: null });
  const needs = { kinds: ['ride' as const], note: '' };
  await anUnconfirmedRsvp(site, event, { guestCount: 5, needs });
  expect((await site.as(null).get(`/events/${event.slug}`)).body.takenCount).toBe(0);
  expect((await site.as(event.group.steward).get(`/events/${event.slug}/rsvps`)).body).toMatchObject({
    rows: [{ state: 'unconfirmed' }],
    counts: { unconfirmed: 6, going: 0 },
    needs: [],
  });
});

test('the page behind the link shows the event without what is for those who come, until it is confirmed', async () => {
  const site = await aSite();
  const event = await anEvent(site, {
    addressVisibility: 'after_rsvp',
    held: 'both',
    onlineUrl: 'https://meet.example.org/x',
  });
  await site.as(null).post(`/events/${event.slug}/rsvps`, { ...sam, guestCount: 1 });
  const link = `/rsvps/${await tokenFor(site, sam.email)}`;
  expect((await site.as(null).get(link)).body).toMatchObject({
    ...{ state: 'unconfirmed', wanted: 'going', name: 'Sam Ortiz', guestCount: 1 },
    event: { title: event.title, address: null, onlineUrl: null },
    can: { confirm: true },
  });
  expect((await site.as(null).put(`${link}/confirmation`)).body).toMatchObject({
    ...{ state: 'going', guestCount: 1 },
    event: { address: '12 Linden Street', onlineUrl: 'https://meet.example.org/x' },
    can: { confirm: false },
  });
  expect((await site.as(null).put(`${link}/confirmation`)).status).toBe(200);
  expect((await site.mails()).map(({ subject }) => subject?.split(':')[0])).toEqual([
    'Was this you? Please confirm on Valley Coalition',
    'You are going',
  ]);
});

test('a person who says that it was not them is off the list, and no mail follows', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anUnconfirmedRsvp(site, event, { email: sam.email });
  const link = `/rsvps/${await tokenFor(site, sam.email)}`;
  expect((await site.as(null).delete(link)).body.state).toBe('cancelled');
  expect(await site.mails()).toHaveLength(1);
  expect((await site.as(null).put(`${link}/confirmation`)).status).toBe(409);
});

test('an account of the typed address confirms on the page of the event, without its mail', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const dev = await anAccount(site, { email: 'dev@example.org' });
  await site.as(dev).post(`/events/${event.slug}/rsvps`, { answer: 'maybe' });
  const next = await anEvent(site, { group: event.group });
  await anUnconfirmedRsvp(site, next, { email: 'dev@example.org' });
  const { body } = await site.as(dev).get(`/events/${next.slug}`);
  expect(body.myRsvp.state).toBe('unconfirmed');
  await site.as(null).put(`/rsvps/${body.myRsvp.token}/confirmation`);
  expect((await site.as(dev).get(`/events/${next.slug}`)).body.myRsvp.state).toBe('going');
});

test.each([
  ['nobody knows'],
  ['is asked already'],
  ['stands already'],
  ['cancelled'],
  ['has an account here'],
])('an address that %s gets the answer of a newcomer', async (which) => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 5 });
  if (which === 'is asked already') await anUnconfirmedRsvp(site, event, { email: sam.email });
  if (which === 'stands already') await anRsvp(site, event, { email: sam.email });
  if (which === 'cancelled') {
    await anRsvp(site, event, { email: sam.email });
    await site.as(null).delete(`/rsvps/${await tokenFor(site, sam.email)}`);
  }
  if (which === 'has an account here') {
    const account = await anAccount(site, { email: sam.email });
    await site.as(account).post(`/events/${event.slug}/rsvps`, { answer: 'going' });
  }
  const { status, body } = await site.as(null).post(`/events/${event.slug}/rsvps`, sam);
  expect([status, { ...body, holdsUntil: typeof body.holdsUntil }]).toEqual([
    201,
    { state: 'unconfirmed', holdsUntil: 'string', willWait: false, token: null },
  ]);
});

test('two RSVPs for five guests each do not fill an event of twelve', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 12 });
  for (const name of ['one', 'two'])
    await anUnconfirmedRsvp(site, event, { email: `${name}@example.org`, guestCount: 5 });
  expect((await site.as(null).get(`/events/${event.slug}`)).body).toMatchObject({
    ...{ takenCount: 4, isFull: false },
  });
  await anRsvp(site, event, { email: sam.email, guestCount: 5 });
  expect(await stateOf(site, sam.email)).toMatchObject({ state: 'going', guestCount: 5 });
});

test('a hold ends after half an hour by the clock, and the waitlist has the place before any newcomer', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 2 });
  const late = await anUnconfirmedRsvp(site, event, { guestCount: 1 });
  const waiting = await anRsvp(site, event);
  expect(await stateOf(site, waiting.email)).toMatchObject({ state: 'waitlisted' });
  await halfAnHourPasses(site);
  expect((await site.as(null).get(`/events/${event.slug}`)).body.takenCount).toBe(0);
  const newcomer = await anUnconfirmedRsvp(site, event, { guestCount: 1 });
  expect(await stateOf(site, waiting.email)).toMatchObject({ state: 'going' });
  expect(await stateOf(site, newcomer.email)).toMatchObject({ state: 'unconfirmed', holdsUntil: null });
  expect((await confirm(site, late.email)).body).toMatchObject({ state: 'waitlisted', guestCount: 1 });
});

test('the sweep gives the waitlist what lapsed, and tells them', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 1 });
  const late = await anUnconfirmedRsvp(site, event);
  const waiting = await anRsvp(site, event);
  await site.sweep('events.settle-waitlists');
  expect(await stateOf(site, waiting.email)).toMatchObject({ state: 'waitlisted' });
  await halfAnHourPasses(site);
  await site.sweep('events.settle-waitlists');
  expect(await stateOf(site, waiting.email)).toMatchObject({ state: 'going' });
  expect((await site.mails()).at(-1)?.subject).toContain('You have a place');
  expect((await confirm(site, late.email)).body).toMatchObject({ state: 'waitlisted' });
});

test('a late confirmation has a place if one is free', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 3 });
  const late = await anUnconfirmedRsvp(site, event, { guestCount: 2 });
  await halfAnHourPasses(site);
  expect((await confirm(site, late.email)).body).toMatchObject({ state: 'going', guestCount: 2 });
});

test('a held place is kept where there is none for all guests, who then come in part', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 4 });
  const party = await anUnconfirmedRsvp(site, event, { guestCount: 4 });
  await anRsvp(site, event);
  expect((await confirm(site, party.email)).body).toMatchObject({ state: 'going', guestCount: 2 });
  expect((await site.as(null).get(`/events/${event.slug}`)).body.takenCount).toBe(4);
});

test('answering again does not make a hold longer, and makes a new one once it has ended', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 9 });
  await anUnconfirmedRsvp(site, event, { email: sam.email });
  const [first] = await site.db.select().from(rsvps);
  await anUnconfirmedRsvp(site, event, { email: sam.email });
  expect(await site.db.select().from(rsvps)).toEqual([first]);
  await halfAnHourPasses(site);
  await anUnconfirmedRsvp(site, event, { email: sam.email, guestCount: 5 });
  expect(await stateOf(site, sam.email)).toMatchObject({ guestCount: 0, holdsUntil: expect.any(String) });
  expect(await site.mails()).toHaveLength(1);
});

test('a day after the event what nobody confirmed is erased, with whoever was known by that alone', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const seen = await anUnconfirmedRsvp(site, event, { name: 'Abel' });
  const stands = await anRsvp(site, event);
  await anUnconfirmedRsvp(site, event, { email: sam.email });
  await beganAgo(site, event, 1);
  const steward = site.as(event.group.steward);
  const door = await steward.get(`/events/${event.slug}/door?search=Abel`);
  const [row] = door.body.rows;
  expect(row).toMatchObject({ name: 'Abel', state: 'unconfirmed' });
  await steward.put(`/events/${event.slug}/rsvps/${row.id}/attendance`);
  await beganAgo(site, event, 25);
  await site.sweep('events.forget-unconfirmed');
  expect(await site.db.select().from(rsvps)).toHaveLength(3);
  await site.db.update(events).set({ endsAt: sql`now() - interval '25 hours'` });
  await site.sweep('events.forget-unconfirmed');
  const left = await site.db.select({ email: people.email }).from(people).where(eq(people.source, 'rsvp'));
  expect(left.map(({ email }) => email).sort()).toEqual([seen.email, stands.email].sort());
  expect(await site.db.select().from(rsvps)).toHaveLength(2);
});

test('strangers hold no place where one is given on confirmation', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 1, rsvpFrom: 'confirmed' });
  const first = await anUnconfirmedRsvp(site, event);
  expect((await site.as(null).get(`/events/${event.slug}`)).body).toMatchObject({
    ...{ takenCount: 0, rsvpFrom: 'confirmed' },
  });
  await anRsvp(site, event);
  expect((await confirm(site, first.email)).body.state).toBe('waitlisted');
});

test('an event for members is answered by members for themselves, and by nobody else', async () => {
  const site = await aSite();
  const event = await anEvent(site, { rsvpFrom: 'members' });
  const path = `/events/${event.slug}/rsvps`;
  const member = await aMember(site, event.group);
  const outsider = await anAccount(site);
  expect((await site.as(null).post(path, sam)).body.code).toBe('events.members-only');
  expect((await site.as(outsider).post(path, { answer: 'going' })).status).toBe(403);
  expect((await site.as(member).post(path, sam)).status).toBe(403);
  expect((await site.as(null).get(`/events/${event.slug}`)).body.can.rsvp).toBe(false);
  expect((await site.as(member).post(path, { answer: 'going' })).body.state).toBe('going');
  expect(await site.db.select().from(rsvps)).toHaveLength(1);
});

test('an RSVP from before the event was for members stays, and can no longer be confirmed', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const stands = await anRsvp(site, event);
  const asked = await anUnconfirmedRsvp(site, event);
  await site.as(event.group.steward).put(`/events/${event.slug}`, eventInput({ rsvpFrom: 'members' }));
  expect((await confirm(site, asked.email)).body.code).toBe('events.members-only');
  const link = `/rsvps/${await tokenFor(site, stands.email)}`;
  expect((await site.as(null).put(link, { answer: 'maybe' })).body.state).toBe('maybe');
  await site.as(null).delete(link);
  expect((await site.as(null).put(link, { answer: 'going' })).status).toBe(403);
});

async function confirm(site: TestSite, email: string) {
  return site.as(null).put(`/rsvps/${await tokenFor(site, email)}/confirmation`);
}

async function stateOf(site: TestSite, email: string) {
  return (await site.as(null).get(`/rsvps/${await tokenFor(site, email)}`)).body;
}

async function halfAnHourPasses({ db }: TestSite) {
  await db.update(rsvps).set({ holdsUntil: sql`${rsvps.holdsUntil} - interval '30 minutes'` });
}

test('an RSVP that fills the trap holds no place, and takes one once its mailbox says yes; an account’s is asked as well', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 5 });
  const program = { ...sam, website: 'https://evil.example' };
  const asked = await site.as(null).post(`/events/${event.slug}/rsvps`, program);
  expect(asked).toMatchObject({ status: 201, body: { state: 'unconfirmed', holdsUntil: null } });
  const token = await tokenFor(site, sam.email);
  await site.as(null).put(`/rsvps/${token}/confirmation`);
  expect((await site.as(null).get(`/rsvps/${token}`)).body.state).toBe('going');
  const account = await anAccount(site);
  const own = await site.as(account).post(`/events/${event.slug}/rsvps`, { answer: 'going', website: 'x' });
  expect(own.body).toMatchObject({ state: 'unconfirmed', token: null });
});

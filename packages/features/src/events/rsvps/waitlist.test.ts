import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { mails } from '../../outbox/tables.ts';
import { people, personHistory } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent, anRsvp, eventInput, tokenFor } from '../fixtures.ts';
import { settleWaitlists } from '../places.ts';
import { rsvps } from '../tables.ts';

const ASKED = 'Was this you? Please confirm on Valley Coalition';
const sam = { name: 'Sam Ortiz', email: 'sam@example.org', answer: 'going' };

test('fifty at once for ten places, and confirmed at once: the ten that held one are going, forty wait', async () => {
  const site = await aSite();
  const { slug, id } = await anEvent(site, { capacity: 10 });
  const asked = Array.from({ length: 50 }, (_, number) => ({ ...sam, email: `sam${number}@example.org` }));
  const answers = await Promise.all(asked.map((body) => site.as(null).post(`/events/${slug}/rsvps`, body)));
  expect(answers.filter(({ body }) => body.holdsUntil !== null)).toHaveLength(10);
  expect(answers.filter(({ body }) => body.willWait)).toHaveLength(40);
  expect((await site.as(null).get(`/events/${slug}`)).body).toMatchObject({ takenCount: 10, isFull: true });
  const tokens = await Promise.all(asked.map(({ email }) => tokenFor(site, email)));
  await Promise.all(tokens.map((token) => site.as(null).put(`/rsvps/${token}/confirmation`)));
  const rows = await site.db
    .select({ state: rsvps.state, email: people.email })
    .from(rsvps)
    .innerJoin(people, eq(people.id, rsvps.personId))
    .where(eq(rsvps.eventId, id));
  const going = rows.filter(({ state }) => state === 'going').map(({ email }) => email);
  const held = asked.filter((_, number) => answers[number]?.body.holdsUntil !== null);
  expect(going.sort()).toEqual(held.map(({ email }) => email).sort());
  expect(rows.filter(({ state }) => state === 'waitlisted')).toHaveLength(40);
  expect((await site.as(null).get(`/events/${slug}`)).body).toMatchObject({
    takenCount: 10,
    waitlistCount: 40,
    isFull: true,
  });
  expect(await site.mails()).toHaveLength(100);
});

test('a cancelled RSVP leaves its place to the next in line, who is mailed', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 1 });
  const [first, second, third] = [
    await anRsvp(site, event),
    await anRsvp(site, event),
    await anRsvp(site, event),
  ];
  const tokens = await Promise.all([first, second, third].map(({ email }) => tokenFor(site, email)));
  expect((await site.as(null).get(`/rsvps/${tokens[2]}`)).body).toMatchObject({
    state: 'waitlisted',
    aheadCount: 1,
  });
  expect((await site.as(null).delete(`/rsvps/${tokens[0]}`)).body).toMatchObject({
    state: 'cancelled',
    can: { cancel: false },
  });
  expect((await site.as(null).delete(`/rsvps/${tokens[0]}`)).status).toBe(200);
  expect((await site.as(null).get(`/rsvps/${tokens[1]}`)).body).toMatchObject({
    state: 'going',
    aheadCount: null,
  });
  expect((await site.as(null).get(`/rsvps/${tokens[2]}`)).body).toMatchObject({
    state: 'waitlisted',
    aheadCount: 0,
  });
  expect(await subjectsTo(site, second.email)).toEqual([
    ASKED,
    'You are on the waitlist',
    'You have a place',
  ]);
  expect(await subjectsTo(site, third.email)).toEqual([ASKED, 'You are on the waitlist']);
  const history = await site.db.select().from(personHistory).where(eq(personHistory.kind, 'cancelled'));
  expect(history).toHaveLength(1);
});

test('ten cancel at once: exactly the first ten in line get their places', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 10 });
  const all = [];
  for (let number = 0; number < 25; number += 1) all.push(await anRsvp(site, event));
  const tokens = await Promise.all(all.slice(0, 10).map(({ email }) => tokenFor(site, email)));
  await Promise.all(tokens.map((token) => site.as(null).delete(`/rsvps/${token}`)));
  const promoted = [];
  for (const { email } of all)
    if ((await subjectsTo(site, email)).includes('You have a place')) promoted.push(email);
  expect(promoted).toEqual(all.slice(10, 20).map(({ email }) => email));
  expect((await site.as(null).get(`/events/${event.slug}`)).body).toMatchObject({
    takenCount: 10,
    waitlistCount: 5,
  });
});

test('more places go to the waitlist in order, and a party that does not fit lets the next go first', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 1 });
  const [held, family, single] = [
    await anRsvp(site, event),
    await anRsvp(site, event, { guestCount: 3 }),
    await anRsvp(site, event),
  ];
  const steward = site.as(event.group.steward);
  await steward.put(`/events/${event.slug}`, eventInput({ capacity: 2 }));
  expect(await statesOf(site, [held, family, single])).toEqual(['going', 'waitlisted', 'going']);
  await steward.put(`/events/${event.slug}`, eventInput({ capacity: null }));
  expect(await statesOf(site, [held, family, single])).toEqual(['going', 'going', 'going']);
});

test('a place that fell free with an erased record is found', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 1 });
  const [gone, waiting] = [await anRsvp(site, event), await anRsvp(site, event)];
  await site.db.delete(people).where(eq(people.email, gone.email));
  await settleWaitlists(site.ctx());
  expect(await statesOf(site, [waiting])).toEqual(['going']);
});

test('the link changes the answer: perhaps takes no place, and back there may be none left', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 1 });
  const { email } = await anRsvp(site, event);
  const path = `/rsvps/${await tokenFor(site, email)}`;
  expect((await site.as(null).put(path, { answer: 'maybe' })).body.state).toBe('maybe');
  await anRsvp(site, event);
  expect((await site.as(null).put(path, { answer: 'going' })).body.state).toBe('waitlisted');
  await site.as(null).delete(path);
  expect((await site.as(null).put(path, { answer: 'going' })).body.state).toBe('waitlisted');
});

test('guests come along while there are places, and nobody loses theirs by asking', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 3 });
  const { email } = await anRsvp(site, event);
  await anRsvp(site, event);
  const path = `/rsvps/${await tokenFor(site, email)}`;
  const refused = await site.as(null).put(path, { answer: 'going', guestCount: 2 });
  expect(refused.body.fields).toEqual([
    expect.objectContaining({ name: 'guestCount', message: 'There is a place for 1 guest.' }),
  ]);
  expect((await site.as(null).put(path, { answer: 'going', guestCount: 1 })).body).toMatchObject({
    state: 'going',
    guestCount: 1,
  });
});

test('changing the number of guests on the waitlist keeps the turn', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 1 });
  await anRsvp(site, event);
  const [first, second] = [await anRsvp(site, event, { guestCount: 4 }), await anRsvp(site, event)];
  const path = `/rsvps/${await tokenFor(site, first.email)}`;
  expect((await site.as(null).put(path, { answer: 'going', guestCount: 0 })).body).toMatchObject({
    state: 'waitlisted',
    aheadCount: 0,
  });
  expect(await statesOf(site, [second])).toEqual(['waitlisted']);
});

async function subjectsTo(site: TestSite, email: string) {
  const sent = await site.db
    .select()
    .from(mails)
    .where(eq(mails.toAddress, email))
    .orderBy(asc(mails.promisedAt));
  return sent.map(({ subject }) => subject?.split(':')[0]);
}

async function statesOf(site: TestSite, given: { email: string }[]) {
  const states = [];
  for (const { email } of given) {
    const own = await site.as(null).get(`/rsvps/${await tokenFor(site, email)}`);
    states.push(own.body.state);
  }
  return states;
}

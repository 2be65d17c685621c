import { record } from '@groundwork/database/journal';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { NOBODY } from '../context.ts';
import { beginMeasure, endMeasureOf } from '../groups/measures/actions.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { aMailbox, sendTo } from '../outbox/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { anEvent, anRsvp, anUnconfirmedRsvp, eventInput, tokenFor } from './fixtures.ts';
import { hideEvent, showEvent } from './hidings/actions.ts';
import { remindPeople } from './reminders.ts';
import { events, rsvps } from './tables.ts';
import { localOf } from '../site/local-times.ts';

const HOUR = 3_600_000;

test('when the time changes, all who come or wait are told once, with a newer file', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 2 });
  const [going, maybe, alsoGoing, waiting] = [
    await anRsvp(site, event),
    await anRsvp(site, event, { answer: 'maybe' }),
    await anRsvp(site, event),
    await anRsvp(site, event),
  ];
  await site.as(null).delete(`/rsvps/${await tokenFor(site, alsoGoing.email)}`);
  await site.as(event.group.steward).put(`/events/${event.slug}`, {
    ...eventInput({ capacity: 2, inHours: 96 }),
    tell: true,
  });
  await site.work();
  await site.work();
  const told = (await site.mails()).filter(({ tells }) => tells === 'events.move');
  expect(told.map(({ toAddress }) => toAddress).sort()).toEqual(
    [going, maybe, waiting].map(({ email }) => email).sort(),
  );
  const { letter } = told.find(({ toAddress }) => toAddress === maybe.email) ?? {};
  expect(letter?.attachments?.[0]?.content).toMatch(/METHOD:PUBLISH[^]*SEQUENCE:1/);
});

test.each([
  ['the place', { placeName: 'Town hall' }, 1],
  ['the address', { address: '1 Main Square' }, 1],
  ['the link', { held: 'both' as const, onlineUrl: 'https://meet.example.org/y' }, 1],
  ['only the words', { summary: 'Bring a friend.' }, 0],
])('a change of %s is told %o', async (_, change, count) => {
  const site = await aSite();
  const input = eventInput();
  const event = await anEvent(site, input);
  await anRsvp(site, event);
  await site.as(event.group.steward).put(`/events/${event.slug}`, { ...input, ...change, tell: true });
  await site.work();
  expect((await site.mails()).filter(({ tells }) => tells === 'events.move')).toHaveLength(count);
});

test('a change is saved quietly unless it is asked to be told, and told later as it is in the end', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event);
  const steward = site.as(event.group.steward);
  await steward.put(`/events/${event.slug}`, eventInput({ placeName: 'Town hall' }));
  await site.work();
  expect(await toldOf(site)).toEqual([]);
  await steward.put(`/events/${event.slug}`, eventInput({ placeName: 'Old mill', tell: true }));
  await steward.put(`/events/${event.slug}`, eventInput({ placeName: 'New mill' }));
  await site.work();
  const told = await toldOf(site);
  expect(told).toHaveLength(1);
  expect(told[0]?.letter?.paragraphs.join()).toContain('New mill');
});

test('people are told once an hour: the next is refused with when again, saves nothing, and quietly goes', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event);
  const steward = site.as(event.group.steward);
  const path = `/events/${event.slug}`;
  expect((await steward.put(path, eventInput({ placeName: 'Town hall', tell: true }))).status).toBe(200);
  const refused = await steward.put(path, eventInput({ placeName: 'Old mill', tell: true }));
  expect([refused.status, refused.body.detail]).toEqual([429, expect.stringContaining('60 minutes')]);
  expect((await site.as(null).get(path)).body.placeName).toBe('Town hall');
  expect((await steward.put(path, eventInput({ placeName: 'Old mill' }))).status).toBe(200);
  await site.work();
  expect(await toldOf(site)).toHaveLength(1);
  await site.db.update(events).set({ toldAt: sql`now() - interval '61 minutes'` });
  expect((await steward.put(path, eventInput({ placeName: 'Old mill', tell: true }))).status).toBe(200);
  await site.work();
  expect(await toldOf(site)).toHaveLength(2);
});

test('those who edit see how many would be told: who confirmed, and nobody else', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event);
  await anUnconfirmedRsvp(site, event);
  const steward = await site.as(event.group.steward).get(`/events/${event.slug}`);
  expect(steward.body.source.tellCount).toBe(1);
  expect((await site.as(null).get(`/events/${event.slug}`)).body.source).toBeNull();
});

test('a cancellation is told to all who come or wait, with the reason, and strikes it from calendars', async () => {
  const site = await aSite();
  const event = await anEvent(site, { capacity: 1 });
  const [going, waiting] = [await anRsvp(site, event), await anRsvp(site, event)];
  await site
    .as(event.group.steward)
    .put(`/events/${event.slug}/cancellation`, { reason: 'The hall flooded.' });
  await site.work();
  const told = (await site.mails()).filter(({ tells }) => tells === 'events.cancellation');
  expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([going.email, waiting.email].sort());
  for (const { letter } of told) expect(letter?.paragraphs.join()).toContain('The hall flooded.');
  const { letter } = told.find(({ toAddress }) => toAddress === going.email) ?? {};
  expect(letter?.attachments?.[0]).toMatchObject({
    contentType: expect.stringContaining('CANCEL'),
    content: expect.stringMatching(/METHOD:CANCEL[^]*STATUS:CANCELLED/),
  });
});

test('the day before at ten, by the clocks of the event, everyone who comes is reminded once', async () => {
  const site = await aSite();
  const event = await anEvent(site, { inHours: 24 * 5, timeZone: 'America/New_York' });
  const going = await anRsvp(site, event);
  const maybe = await anRsvp(site, event, { answer: 'maybe' });
  const remindsAt = await reminderOf(site, event.id);
  expect(localOf(remindsAt, 'America/New_York')).toMatch(/T10:00$/);

  await remind(site, new Date(remindsAt.getTime() - 60_000));
  expect(await remindersTo(site)).toEqual([]);
  await remind(site, remindsAt);
  await remind(site, new Date(remindsAt.getTime() + HOUR));
  expect(await remindersTo(site)).toEqual([going.email, maybe.email].sort());
});

test('the cancelled, the waiting and those of a cancelled event are never reminded', async () => {
  const site = await aSite();
  const event = await anEvent(site, { inHours: 24 * 5, capacity: 1 });
  const [cancelled] = [await anRsvp(site, event), await anRsvp(site, event, { guestCount: 1 })];
  await site.as(null).delete(`/rsvps/${await tokenFor(site, cancelled.email)}`);
  const off = await anEvent(site, { group: event.group, inHours: 24 * 5 });
  await anRsvp(site, off);
  await site.as(event.group.steward).put(`/events/${off.slug}/cancellation`, { reason: 'rain' });
  const remindsAt = await reminderOf(site, event.id);
  for (const hours of [0, 6, 12]) await remind(site, new Date(remindsAt.getTime() + hours * HOUR));
  expect(await remindersTo(site)).toEqual([]);
});

test('many workers sweeping at once remind once', async () => {
  const site = await aSite();
  const event = await anEvent(site, { inHours: 24 * 5 });
  for (let number = 0; number < 20; number += 1) await anRsvp(site, event);
  const remindsAt = await reminderOf(site, event.id);
  await Promise.all([1, 2, 3, 4].map(() => remind(site, remindsAt)));
  expect(await remindersTo(site)).toHaveLength(20);
});

test('an event that moved reminds again, of its new time', async () => {
  const site = await aSite();
  const event = await anEvent(site, { inHours: 24 * 5 });
  await anRsvp(site, event);
  await remind(site, await reminderOf(site, event.id));
  await site.as(event.group.steward).put(`/events/${event.slug}`, eventInput({ inHours: 24 * 8 }));
  await remind(site, await reminderOf(site, event.id));
  expect(await remindersTo(site)).toHaveLength(2);
});

test.each([
  ['twelve hours before', 12, 1],
  ['two hours before', 2, 0],
])('who answers %s it starts gets %o %o', async (_, hoursBefore, count) => {
  const site = await aSite();
  const event = await anEvent(site, { inHours: 24 * 5 });
  await anRsvp(site, event);
  const startsAt = await startOf(site, event.id);
  await site.db.update(rsvps).set({ stateAt: new Date(startsAt.getTime() - hoursBefore * HOUR) });
  await site.db.update(events).set({ remindsAt: sql`${events.startsAt} - interval '20 hours'` });
  for (const before of [11.9, 6, 3.1]) {
    await remind(site, new Date(startsAt.getTime() - before * HOUR));
    expect(await remindersTo(site)).toEqual([]);
  }
  for (const before of [3, 1, 0.1, 0]) await remind(site, new Date(startsAt.getTime() - before * HOUR));
  expect(await remindersTo(site)).toHaveLength(count);
});

test('who is reminded late is told where it is then, not where it was the day before', async () => {
  const site = await aSite();
  const event = await anEvent(site, { inHours: 24 * 5, placeName: 'Old mill' });
  await anRsvp(site, event);
  await remind(site, await reminderOf(site, event.id));
  await site
    .as(event.group.steward)
    .put(`/events/${event.slug}`, eventInput({ inHours: 24 * 5, placeName: 'Town hall' }));
  const late = await anRsvp(site, event);
  const startsAt = await startOf(site, event.id);
  await site.db
    .update(rsvps)
    .set({ stateAt: new Date(startsAt.getTime() - 5 * HOUR) })
    .where(sql`${rsvps.personId} in (select id from people where email = ${late.email})`);
  await remind(site, new Date(startsAt.getTime() - 3 * HOUR));
  const told = (await site.mails()).filter(({ tells }) => tells === 'events.reminder');
  const wordsTo = (email: string) =>
    JSON.stringify(told.find(({ toAddress }) => toAddress === email)?.letter);
  expect(told).toHaveLength(2);
  expect(wordsTo(late.email)).toContain('Town hall');
  expect(wordsTo(late.email)).not.toContain('Old mill');
});

test('a reminder that waits when the event is called off reaches nobody', async () => {
  const site = await aSite();
  const event = await anEvent(site, { inHours: 24 * 5 });
  await anRsvp(site, event);
  const mailbox = await aMailbox();
  await sendTo(site, mailbox);
  await remindPeople(site.ctx(), await reminderOf(site, event.id));
  await promiseNext(site, event.id);
  await site.as(event.group.steward).put(`/events/${event.slug}/cancellation`, { reason: 'rain' });
  await sendMailings(site, mailbox);
  await remind(site, await reminderOf(site, event.id));
  expect(await remindersTo(site)).toEqual([]);
});

test('a cancellation that was kept back while its event was hidden is told once it is shown', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event);
  await site.as(event.group.steward).put(`/events/${event.slug}/cancellation`, { reason: 'rain' });
  const decided = { id: event.id, actorId: event.group.steward.id };
  await site.ctx().change((tx) => hideEvent(tx, { ...decided, reason: 'spam' }));
  await site.work();
  const cancellations = async () =>
    (await site.mails()).filter(({ tells }) => tells === 'events.cancellation');
  expect(await cancellations()).toEqual([]);
  await site.ctx().change((tx) => showEvent(tx, decided));
  await site.work();
  expect(await cancellations()).toHaveLength(1);
});

test('a cancellation that was kept back while its group was frozen is told once it may write again', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event);
  await site.as(event.group.steward).put(`/events/${event.slug}/cancellation`, { reason: 'rain' });
  const ctx = site.ctx({ ...NOBODY, ...event.group.steward });
  const frozen = { groupId: event.group.id, kind: 'frozen' as const };
  await ctx.change((tx) => beginMeasure(tx, ctx, { ...frozen, reason: 'spam' }));
  await site.work();
  expect((await site.mails()).filter(({ tells }) => tells !== null)).toEqual([]);
  await ctx.change((tx) => endMeasureOf(tx, ctx, frozen));
  await site.work();
  expect((await site.mails()).filter(({ tells }) => tells === 'events.cancellation')).toHaveLength(1);
});

test('a freezing that a worker hears of once more, when it is over, keeps nobody from what they are owed', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event);
  await site.as(event.group.steward).put(`/events/${event.slug}/cancellation`, { reason: 'rain' });
  await promiseNext(site, event.id);
  await site.house.db.transaction((tx) => record(tx, { kind: 'groups.frozen', groupId: event.group.id }));
  await site.work();
  expect((await site.mails()).filter(({ tells }) => tells === 'events.cancellation')).toHaveLength(1);
});

/** What the sweep and the jobs after it do at this time. */
async function remind(site: TestSite, now: Date) {
  await remindPeople(site.ctx(), now);
  await site.work();
}

async function toldOf(site: TestSite) {
  return (await site.mails()).filter(({ tells }) => tells === 'events.move');
}

async function startOf(site: TestSite, id: string) {
  const [event] = await site.db.select({ at: events.startsAt }).from(events).where(eq(events.id, id));
  return event?.at ?? new Date(0);
}

async function reminderOf(site: TestSite, id: string) {
  const [event] = await site.db.select({ at: events.remindsAt }).from(events).where(eq(events.id, id));
  return event?.at ?? new Date(0);
}

async function remindersTo(site: TestSite) {
  const sent = (await site.mails()).filter(({ tells }) => tells === 'events.reminder');
  return sent.map(({ toAddress }) => toAddress).sort();
}

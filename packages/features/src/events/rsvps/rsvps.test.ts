import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aMember } from '../../groups/fixtures.ts';
import { withdrawConsent } from '../../people/consents.ts';
import { consents, people, personHistory } from '../../people/tables.ts';
import { aSite } from '../../testing.ts';
import { anEvent, anRsvp, confirmByLink, tokenFor } from '../fixtures.ts';
import { rsvps } from '../tables.ts';
import { eventNeeds } from './tables.ts';

const sam = { name: 'Sam Ortiz', email: 'sam@example.org', answer: 'going' };

test('a stranger says they come and confirms it, and is a person of the group with history', async () => {
  const site = await aSite();
  const { slug, id } = await anEvent(site);
  const answer = await site
    .as(null, 'es')
    .post(`/events/${slug}/rsvps`, { ...sam, guestCount: 2, updates: true });
  expect(answer).toMatchObject({ status: 201, body: { state: 'unconfirmed', token: null } });
  const link = `/rsvps/${await tokenFor(site, sam.email)}`;
  expect((await site.as(null, 'es').put(`${link}/confirmation`)).body.state).toBe('going');
  expect((await site.as(null).get(`/events/${slug}`)).body.takenCount).toBe(3);

  const [person] = await site.db.select().from(people).where(eq(people.email, sam.email));
  expect(person).toMatchObject({ name: sam.name, source: 'rsvp', sourceId: id, language: 'es' });
  const history = await site.db.select().from(personHistory).where(eq(personHistory.kind, 'rsvped'));
  expect(history).toEqual([expect.objectContaining({ label: 'Door-knock: Linden to 9th', subjectId: id })]);
  const [, mail] = await site.mails();
  expect(mail).toMatchObject({
    toAddress: sam.email,
    language: 'es',
    subject: 'Vas a venir: Door-knock: Linden to 9th',
  });
  expect(mail?.letter?.paragraphs.join()).toContain('hora de Madrid');
  expect(mail?.letter?.attachments?.[0]?.contentType).toContain('text/calendar');
  expect(JSON.stringify(mail?.letter)).not.toContain('Ortiz');
});

test('a confirmed guest finds the way to what the group holds about them, and nobody before', async () => {
  const site = await aSite();
  const { slug } = await anEvent(site);
  await site.as(null).post(`/events/${slug}/rsvps`, sam);
  const link = `/rsvps/${await tokenFor(site, sam.email)}`;
  expect((await site.as(null).get(link)).body.subscription).toBeNull();
  const { subscription } = (await site.as(null).put(`${link}/confirmation`)).body;
  expect((await site.as(null).get(`/subscriptions/${subscription}`)).body.subscribed).toBe(false);
});

test('an opt-in for an unproven address is no consent until the mailbox says yes, and counts once', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event, { email: sam.email, updates: true });
  expect(await site.db.select().from(consents)).toEqual([]);
  const [, mail] = await site.mails();
  expect(mail?.letter?.paragraphs.join()).toContain('Yes, tell me what happens next');
  expect(mail?.letter?.unsubscribe).toBeUndefined();

  const link = `/rsvps/${await tokenFor(site, sam.email)}`;
  expect((await site.as(null).get(link)).body.wantsUpdates).toBe(true);
  expect((await site.as(null).put(`${link}/subscription`)).body.wantsUpdates).toBe(false);
  expect(await site.db.select().from(consents)).toEqual([
    expect.objectContaining({ given: 'yes', how: 'rsvp', subjectId: event.id }),
  ]);
  const { personId, groupId } = (await site.db.select().from(rsvps))[0] ?? { personId: '', groupId: '' };
  const stop = { personId, groupId, way: 'email', purpose: 'updates', how: 'unsubscribe-link' } as const;
  await site.db.transaction((tx) => withdrawConsent(tx, stop));
  expect((await site.as(null).put(`${link}/subscription`)).status).toBe(200);
  expect(await site.db.select().from(consents)).toEqual([expect.objectContaining({ given: 'no' })]);
});

test('without an opt-in neither the answer nor its link is a consent', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const { email } = await anRsvp(site, event);
  const link = `/rsvps/${await tokenFor(site, email)}`;
  expect((await site.as(null).put(`${link}/subscription`)).status).toBe(200);
  await site.as(null).put(link, { answer: 'maybe' });
  expect(await site.db.select().from(consents)).toEqual([]);
  expect(JSON.stringify(await site.mails())).not.toContain('Yes, tell me');
});

test('an opt-in waits while its holder changes the answer, and goes when they cancel', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const { email } = await anRsvp(site, event, { updates: true });
  const link = `/rsvps/${await tokenFor(site, email)}`;
  expect((await site.as(null).put(link, { answer: 'maybe' })).body.wantsUpdates).toBe(true);
  expect((await site.as(null).delete(link)).body.wantsUpdates).toBe(false);
  await site.as(null).put(`${link}/subscription`);
  expect(await site.db.select().from(consents)).toEqual([]);
});

test('a person who gets that mail anyway is not asked again', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event, { email: sam.email });
  await site.as(null).put(`/rsvps/${await tokenFor(site, sam.email)}`, { answer: 'going', updates: true });
  const other = await anEvent(site, { group: event.group });
  await anRsvp(site, other, { email: sam.email, updates: true });
  const link = `/rsvps/${await tokenFor(site, sam.email)}`;
  expect((await site.as(null).get(link)).body).toMatchObject({
    wantsUpdates: false,
    event: { slug: other.slug },
  });
});

test('an account’s own tick is a consent at once, with the way to end it in the mail', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const dev = await anAccount(site);
  await site.as(dev).post(`/events/${event.slug}/rsvps`, { answer: 'going', updates: true });
  expect(await site.db.select().from(consents)).toEqual([
    expect.objectContaining({ given: 'yes', how: 'rsvp' }),
  ]);
  const mail = (await site.mails()).find(({ toAddress }) => toAddress === dev.email);
  expect(mail?.letter?.unsubscribe?.url).toContain('/unsubscribe/');
});

test('a form with a typed address never turns a standing no into a yes; the link does', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event, { email: sam.email });
  const [person] = await site.db.select().from(people).where(eq(people.email, sam.email));
  const standing = {
    personId: person?.id ?? '',
    groupId: event.group.id,
    way: 'email',
    purpose: 'updates',
  } as const;
  await site.db.transaction((tx) => withdrawConsent(tx, { ...standing, how: 'unsubscribe-link' }));
  const other = await anEvent(site, { group: event.group });
  await anRsvp(site, other, { email: sam.email, updates: true });
  expect(await site.db.select().from(consents)).toEqual([expect.objectContaining({ given: 'no' })]);
  await site.as(null).put(`/rsvps/${await tokenFor(site, sam.email)}`, { answer: 'going', updates: true });
  expect(await site.db.select().from(consents)).toEqual([expect.objectContaining({ given: 'yes' })]);
});

test('a known address gets the same answer as a new one, and nothing of it changes', async () => {
  const site = await aSite();
  const { slug } = await anEvent(site);
  const first = await site.as(null).post(`/events/${slug}/rsvps`, sam);
  await confirmByLink(site, { slug }, sam.email);
  const again = { ...sam, email: 'SAM@example.org', name: 'Mallory', guestCount: 5 };
  const second = await site.as(null).post(`/events/${slug}/rsvps`, again);
  const third = await site.as(null).post(`/events/${slug}/rsvps`, again);
  expect([second.status, second.body]).toEqual([first.status, first.body]);
  expect(third.body).toEqual(first.body);
  expect(await site.db.select().from(rsvps)).toEqual([
    expect.objectContaining({ state: 'going', guestCount: 0 }),
  ]);
  expect(await site.db.select({ name: people.name }).from(people).where(eq(people.email, sam.email))).toEqual(
    [{ name: sam.name }],
  );
  // The mail with the link goes out again, but not again and again.
  expect((await site.mails()).map(({ subject }) => subject?.split(':')[0])).toEqual([
    'Was this you? Please confirm on Valley Coalition',
    'You are going',
    'Your answer stands',
  ]);
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ email: 'sam' }, 'email'],
  [{ email: undefined }, 'email'],
  [{ guestCount: 6 }, 'guestCount'],
  [{ answer: 'declined' }, 'answer'],
  [{ needs: { kinds: ['childcare'], note: 'x'.repeat(201) } }, 'needs.note'],
])('%o is refused beside the field', async (wrong, name) => {
  const site = await aSite();
  const { slug } = await anEvent(site);
  const { status, body } = await site.as(null).post(`/events/${slug}/rsvps`, { ...sam, ...wrong });
  expect([status, body.fields?.[0]?.name]).toEqual([422, name]);
});

test('twenty answers of one address at once are one RSVP, one person and one mail', async () => {
  const site = await aSite();
  const { slug } = await anEvent(site);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => site.as(null).post(`/events/${slug}/rsvps`, sam)),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.state}`))).toEqual(
    new Set(['201 unconfirmed']),
  );
  expect(await site.db.select().from(rsvps)).toHaveLength(1);
  expect(await site.db.select().from(people).where(eq(people.email, sam.email))).toHaveLength(1);
  expect(await site.mails()).toHaveLength(1);
});

test('needs are for those who run the event, and go when it is cancelled', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const host = await aMember(site, event.group);
  const member = await aMember(site, event.group);
  await site.as(event.group.steward).put(`/events/${event.slug}/hosts/${host.id}`);
  const needs = { kinds: ['childcare', 'ride'] as ('childcare' | 'ride')[], note: 'Two children, 3 and 5' };
  const { email } = await anRsvp(site, event, { needs });
  const path = `/events/${event.slug}/rsvps`;
  expect((await site.as(event.group.steward).get(path)).body).toMatchObject({
    rows: [{ email, needs }],
    needs: [
      { kind: 'childcare', count: 1 },
      { kind: 'ride', count: 1 },
    ],
    counts: { unconfirmed: 0, going: 1, maybe: 0, waitlisted: 0, cancelled: 0 },
  });
  expect((await site.as(host).get(path)).body.rows).toEqual([
    expect.objectContaining({ email: null, personId: null, needs }),
  ]);
  expect((await site.as(member).get(path)).status).toBe(404);
  expect(JSON.stringify(await site.mails())).not.toContain('children');
  const sealed = await tokenFor(site, email);
  expect((await site.as(null).get(`/rsvps/${sealed}`)).body.needs).toEqual(needs);
  await site.as(null).delete(`/rsvps/${sealed}`);
  expect(await site.db.select().from(eventNeeds)).toEqual([]);
});

test('someone signed in answers as themselves, sees the address and changes it without a mail', async () => {
  const site = await aSite();
  const { slug } = await anEvent(site, { addressVisibility: 'after_rsvp' });
  const account = await anAccount(site, { name: 'Dev', email: 'dev@example.org' });
  expect((await site.as(account).get(`/events/${slug}`)).body).toMatchObject({ myRsvp: null, address: null });
  const { body } = await site.as(account).post(`/events/${slug}/rsvps`, { answer: 'maybe' });
  expect(body).toMatchObject({ state: 'maybe', token: expect.any(String) });
  expect((await site.as(account).get(`/events/${slug}`)).body).toMatchObject({
    myRsvp: { state: 'maybe', token: body.token },
    address: '12 Linden Street',
  });
  expect(
    (await site.as(account).post(`/events/${slug}/rsvps`, { answer: 'going', guestCount: 1 })).body.state,
  ).toBe('going');
  expect(await site.db.select().from(rsvps)).toEqual([
    expect.objectContaining({ state: 'going', guestCount: 1 }),
  ]);
  expect((await site.as(null).get(`/events/${slug}`)).body).toMatchObject({ myRsvp: null, address: null });
});

test('an account that types another address is a stranger to it', async () => {
  const site = await aSite();
  const event = await anEvent(site, { addressVisibility: 'after_rsvp' });
  await anRsvp(site, event, { email: sam.email });
  const mallory = await anAccount(site);
  const answer = await site.as(mallory).post(`/events/${event.slug}/rsvps`, { ...sam, guestCount: 5 });
  expect(answer.body).toEqual({ state: 'unconfirmed', holdsUntil: null, willWait: false, token: null });
  expect((await site.as(mallory).get(`/events/${event.slug}`)).body).toMatchObject({
    myRsvp: null,
    address: null,
  });
  expect(await site.db.select().from(rsvps)).toEqual([expect.objectContaining({ guestCount: 0 })]);
});

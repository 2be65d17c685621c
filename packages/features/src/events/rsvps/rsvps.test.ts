import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { mails } from '../../outbox/tables.ts';
import { withdrawConsent } from '../../people/actions.ts';
import { consents, people, personHistory } from '../../people/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent, anRsvp, beganAgo, eventInput, tokenFor } from '../fixtures.ts';
import { settleWaitlists } from '../notices/actions.ts';
import { eventNeeds, rsvps } from './tables.ts';

const sam = { name: 'Sam Ortiz', email: 'sam@example.org', answer: 'going' };

test('a stranger says they come, and is a person of the group with consent and history', async () => {
  const site = await aSite();
  const { slug, id } = await anEvent(site);
  const answer = await site
    .as(null, 'es')
    .post(`/events/${slug}/rsvps`, { ...sam, guestCount: 2, updates: true });
  expect(answer).toMatchObject({ status: 201, body: { state: 'going', token: null } });
  expect((await site.as(null).get(`/events/${slug}`)).body.takenCount).toBe(3);

  const [person] = await site.db.select().from(people).where(eq(people.email, sam.email));
  expect(person).toMatchObject({ name: sam.name, source: 'rsvp', sourceId: id, language: 'es' });
  expect(await site.db.select().from(consents)).toEqual([
    expect.objectContaining({ given: 'yes', how: 'rsvp', subjectId: id }),
  ]);
  const history = await site.db.select().from(personHistory).where(eq(personHistory.kind, 'rsvped'));
  expect(history).toEqual([expect.objectContaining({ label: 'Door-knock: Linden to 9th', subjectId: id })]);
  const [mail] = await site.mails();
  expect(mail).toMatchObject({
    toAddress: sam.email,
    language: 'es',
    subject: 'Vas a venir: Door-knock: Linden to 9th',
  });
  expect(mail?.letter?.paragraphs.join()).toContain('hora de Madrid');
  expect(mail?.letter?.unsubscribe?.url).toContain('/unsubscribe/');
  expect(mail?.letter?.attachments?.[0]?.contentType).toContain('text/calendar');
  expect(JSON.stringify(mail?.letter)).not.toContain('Ortiz');
});

test('without a ticked wish there is no consent', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await anRsvp(site, event);
  expect(await site.db.select().from(consents)).toEqual([]);
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

test('fifty at once for ten places: ten are going, forty wait in the order they came', async () => {
  const site = await aSite();
  const { slug, id } = await anEvent(site, { capacity: 10 });
  const asked = Array.from({ length: 50 }, (_, number) => ({ ...sam, email: `sam${number}@example.org` }));
  const answers = await Promise.all(asked.map((body) => site.as(null).post(`/events/${slug}/rsvps`, body)));
  const told = answers.map(({ body }) => body.state);
  expect(told.filter((state) => state === 'going')).toHaveLength(10);
  expect(told.filter((state) => state === 'waitlisted')).toHaveLength(40);
  const rows = await site.db
    .select()
    .from(rsvps)
    .where(eq(rsvps.eventId, id))
    .orderBy(asc(rsvps.stateAt), asc(rsvps.id));
  expect(rows.map(({ state }) => state)).toEqual([
    ...Array(10).fill('going'),
    ...Array(40).fill('waitlisted'),
  ]);
  expect((await site.as(null).get(`/events/${slug}`)).body).toMatchObject({
    takenCount: 10,
    waitlistCount: 40,
    isFull: true,
  });
  expect(await site.mails()).toHaveLength(50);
});

test('twenty answers of one address at once are one RSVP, one person and two mails', async () => {
  const site = await aSite();
  const { slug } = await anEvent(site);
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => site.as(null).post(`/events/${slug}/rsvps`, sam)),
  );
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.state}`))).toEqual(
    new Set(['201 going']),
  );
  expect(await site.db.select().from(rsvps)).toHaveLength(1);
  expect(await site.db.select().from(people).where(eq(people.email, sam.email))).toHaveLength(1);
  expect(await site.mails()).toHaveLength(2);
});

test('whoever cancels leaves the place to the next in line, who is told', async () => {
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
  expect(await subjectsTo(site, second.email)).toEqual(['You are on the waitlist', 'You have a place']);
  expect(await subjectsTo(site, third.email)).toEqual(['You are on the waitlist']);
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
    counts: { going: 1, maybe: 0, waitlisted: 0, cancelled: 0 },
  });
  expect((await site.as(host).get(path)).body.rows).toEqual([
    expect.objectContaining({ email: null, needs }),
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
  expect(answer.body).toEqual({ state: 'going', token: null });
  expect((await site.as(mallory).get(`/events/${event.slug}`)).body).toMatchObject({
    myRsvp: null,
    address: null,
  });
  expect(await site.db.select().from(rsvps)).toEqual([expect.objectContaining({ guestCount: 0 })]);
});

test('a link that is not ours, or is for something else, leads nowhere', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const { email } = await anRsvp(site, event);
  const sealed = await tokenFor(site, email);
  const [id = ''] = sealed.split('.');
  for (const wrong of [id, `${id}.`, `${id}.${'a'.repeat(32)}`, 'nonsense', `${sealed}x`]) {
    for (const method of ['get', 'delete'] as const)
      expect((await site.as(null)[method](`/rsvps/${wrong}`)).status).toBe(404);
    expect((await site.as(null).put(`/rsvps/${wrong}`, { answer: 'maybe' })).status).toBe(404);
    expect((await site.as(null).get(`/rsvps/${wrong}/calendar`)).status).toBe(404);
  }
});

test('after the event nothing is answered, changed or cancelled any more', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const { email } = await anRsvp(site, event);
  const sealed = await tokenFor(site, email);
  await beganAgo(site, event, 3);
  expect((await site.as(null).get(`/rsvps/${sealed}`)).body).toMatchObject({
    event: { state: 'ended' },
    can: { change: false, cancel: false },
  });
  expect((await site.as(null).put(`/rsvps/${sealed}`, { answer: 'maybe' })).status).toBe(409);
  expect((await site.as(null).delete(`/rsvps/${sealed}`)).status).toBe(409);
  expect((await site.as(null).post(`/events/${event.slug}/rsvps`, sam)).body.code).toBe('events.is-over');
});

test("who left a private group keeps the link, without the group's place", async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const event = await anEvent(site, { group });
  const member = await aMember(site, group);
  const { body } = await site.as(member).post(`/events/${event.slug}/rsvps`, { answer: 'going' });
  expect((await site.as(null).get(`/rsvps/${body.token}`)).body.event.address).toBe('12 Linden Street');
  await site.as(member).delete(`/groups/${group.slug}/membership`);
  expect((await site.as(null).get(`/rsvps/${body.token}`)).body.event.address).toBeNull();
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

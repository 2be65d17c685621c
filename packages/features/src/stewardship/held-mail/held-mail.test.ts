import fc from 'fast-check';
import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { anEvent, anRsvp, anUnconfirmedRsvp, tokenFor } from '../../events/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { groups } from '../../groups/tables.ts';
import { trySpend } from '../../limits/limits.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aMailbox, sendTo } from '../../outbox/fixtures.ts';
import { GROUP, MAILBOX, SITE } from '../../outbox/ledger.ts';
import { mailboxOf } from '../../outbox/mailboxes.ts';
import { mails } from '../../outbox/tables.ts';

const state = async (site: TestSite, wanted: string) =>
  (await site.mails()).filter((mail) => mail.state === wanted);

test('however one mailbox is written, and into whichever forms, it hears so many times a day', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const campaign = await aCampaign(site, event.group, event.group.steward);
  for (const email of ['victim@example.org', 'Victim+1@example.org', 'victim+2@EXAMPLE.org'])
    await anUnconfirmedRsvp(site, event, { email });
  for (const email of ['victim+3@example.org', 'victim+4@example.org'])
    await site.as(null).post(`${campaign.path}/signatures`, { name: 'Sam', email, updates: false });
  await site.as(null).post('/account-openings', {
    ...{ name: 'Sam', email: 'victim+5@example.org', language: 'en', password: 'a-plum-on-the-lintel' },
  });
  await site.as(null).post('/password-resets', { email: 'victim+6@example.org' });
  await site.work();
  expect(await state(site, 'kept')).toHaveLength(MAILBOX.count);
  expect((await state(site, 'held')).every(({ heldBy }) => heldBy === 'mailbox')).toBe(true);
  await anUnconfirmedRsvp(site, event, { email: 'somebody-else@example.org' });
  await site.work();
  expect(await state(site, 'kept')).toHaveLength(MAILBOX.count + 1);
});

test('a held mail goes out once its address is proven, and is never lost', async () => {
  const site = await aSite();
  const sam = 'sam@example.org';
  const events = [];
  for (let made = 0; made < 5; made += 1) events.push(await anEvent(site));
  for (const event of events) await anUnconfirmedRsvp(site, event, { email: sam });
  await site.work();
  expect(await state(site, 'held')).toHaveLength(1);
  const [first] = await state(site, 'kept');
  const link = first?.letter?.button?.url.split('/rsvps/')[1];
  await site.as(null).put(`/rsvps/${link}/confirmation`);
  await site.work();
  expect(await state(site, 'held')).toEqual([]);
});

test('a held mail goes out when the limit allows it, and is given up after three days, in the journal', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await fill(site, MAILBOX.count, 'sam@example.org');
  const { email } = await anUnconfirmedRsvp(site, event, { email: 'sam+rsvp@example.org' });
  await site.work();
  await site.sweep('outbox.release');
  expect(await state(site, 'held')).toHaveLength(1);
  await site.db.execute(sql`update limits set tat = tat - interval '1 day'`);
  await site.sweep('outbox.release');
  await site.work();
  expect((await state(site, 'kept')).map(({ toAddress }) => toAddress)).toEqual([email]);

  await fill(site, MAILBOX.count - 1, 'sam@example.org');
  await anUnconfirmedRsvp(site, await anEvent(site), { email: 'sam@example.org' });
  await site.work();
  await site.db
    .update(mails)
    .set({ promisedAt: sql`now() - interval '73 hours'` })
    .where(eq(mails.state, 'held'));
  await site.sweep('outbox.release');
  expect((await state(site, 'refused'))[0]).toMatchObject({ letter: null });
});

test('the form answers as always when a ceiling is reached, and the answer can be confirmed later', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  await fill(site, MAILBOX.count, 'sam@example.org');
  expect((await anUnconfirmedRsvp(site, event, { email: 'sam@example.org' })).state).toBe('unconfirmed');
  await site.work();
  const token = await tokenFor(site, 'sam@example.org');
  expect((await site.as(null).put(`/rsvps/${token}/confirmation`)).body.state).toBe('going');
});

test.each([
  ['group', GROUP, 'the group'],
  ['site', SITE, 'site'],
])('a %s has a ceiling a day, and stewards of the site see that it was reached', async (by, limit, whose) => {
  const site = await aSite();
  const event = await anEvent(site);
  const key = whose === 'site' ? 'site' : event.group.id;
  await trySpend(site.house, { limit, key, cost: limit.count });
  await anUnconfirmedRsvp(site, event);
  await site.work();
  const steward = await anAccount(site, { isSiteSteward: true });
  expect((await site.as(steward).get('/site/status')).body.heldBack).toEqual([
    { by, group: { slug: event.group.slug, name: event.group.name }, heldCount: 1, waitingCount: 1 },
  ]);
});

test('a mail about one’s own deed, or to those who confirmed, meets no ceiling', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const { email } = await anRsvp(site, event);
  await fill(site, MAILBOX.count, email);
  await trySpend(site.house, { limit: SITE, key: 'site', cost: SITE.count });
  await site.as(event.group.steward).put(`/events/${event.slug}/cancellation`, { reason: 'Rain.' });
  const dev = await anAccount(site);
  await site.as(dev).post(`/events/${(await anEvent(site)).slug}/rsvps`, { answer: 'going' });
  await site.work();
  const kept = (await state(site, 'kept')).map(({ subject }) => subject?.split(':')[0]);
  expect(kept.toSorted()).toEqual(['Cancelled', 'You are going', 'You are going']);
});

test('no form keeps the link to a new password from who has an account', async () => {
  const site = await aSite();
  const dev = await anAccount(site, { email: 'dev@example.org' });
  await fill(site, MAILBOX.count, dev.email);
  await site.as(null).post('/password-resets', { email: dev.email });
  await site.work();
  expect(await state(site, 'held')).toEqual([]);
});

test('a group that nobody vouched for writes to its own members, and to nobody else', async () => {
  const site = await aSite();
  const group = await aGroup(site, { isVouched: false });
  const member = await aMember(site, group);
  const event = await anEvent(site, { group });
  await site.as(member).post(`/events/${event.slug}/rsvps`, { answer: 'going' });
  await site
    .as(member)
    .post(`/events/${event.slug}/rsvps`, { name: 'Sam', email: 'sam@example.org', answer: 'going' });
  await site.work();
  expect((await state(site, 'kept')).map(({ toAddress }) => toAddress)).toEqual([member.email]);
  expect(await state(site, 'held')).toMatchObject([{ toAddress: 'sam@example.org', heldBy: 'unvouched' }]);
});

test('a mail that is tried again is weighed again: nobody vouches for its group any more', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const event = await anEvent(site, { group });
  await site
    .as(null)
    .post(`/events/${event.slug}/rsvps`, { name: 'Sam', email: 'sam@example.org', answer: 'going' });
  const mailbox = await aMailbox();
  mailbox.disturb({ greeting: 421 });
  await expect(sendTo(site, mailbox)).rejects.toThrow();
  mailbox.disturb();
  await site.db.update(groups).set({ vouchedAt: null }).where(eq(groups.id, group.id));
  await site.db.update(mails).set({ dueAt: sql`now()` });
  await sendTo(site, mailbox);
  expect(mailbox.mails()).toEqual([]);
  expect(await state(site, 'held')).toMatchObject([{ toAddress: 'sam@example.org', heldBy: 'unvouched' }]);
});

test('what a group may not send keeps no other held mail waiting', async () => {
  const site = await aSite();
  const doubted = await aGroup(site, { isVouched: false });
  await site.db.execute(sql`
    insert into ${mails} (id, key, group_id, to_address, mailbox, language, subject, state, held_by, promised_at)
    select gen_random_uuid(), 'doubted:' || n, ${doubted.id}, n || '@example.org', n || '@example.org', 'en', 'News',
      'held', 'unvouched', now() - interval '1 hour' from generate_series(1, 1001) n`);
  const event = await anEvent(site);
  await anUnconfirmedRsvp(site, event, { email: 'sam@example.org' });
  await site.db
    .update(mails)
    .set({ state: 'held', heldBy: 'mailbox' })
    .where(eq(mails.toAddress, 'sam@example.org'));
  await site.sweep('outbox.release');
  await site.work();
  expect((await state(site, 'kept')).map(({ toAddress }) => toAddress)).toEqual(['sam@example.org']);
});

test('a mailbox is one however it is written', () => {
  for (const written of ['Ana@Bücher.example', 'ana+x@xn--bcher-kva.example', 'ａｎａ@bücher.example.'])
    expect(mailboxOf(written)).toBe('ana@xn--bcher-kva.example');
  expect(mailboxOf('+ana@example.org')).toBe('+ana@example.org');
  expect(mailboxOf('a.na@example.org')).not.toBe(mailboxOf('ana@example.org'));
  fc.assert(
    fc.property(fc.emailAddress(), (address) => {
      expect(mailboxOf(mailboxOf(address))).toBe(mailboxOf(address));
      expect(mailboxOf(address.toUpperCase())).toBe(mailboxOf(address));
    }),
  );
});

/** As if strangers had typed this address before. */
async function fill({ house }: TestSite, count: number, email: string) {
  await trySpend(house, { limit: MAILBOX, key: mailboxOf(email), cost: count });
}

import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aCampaign, aSignature, aSponsor } from '../../campaigns/fixtures.ts';
import { openSigner, sealSigner } from '../../campaigns/signatures/signer.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aCast } from '../../links/fixtures.ts';
import { sealText } from '../../site/tokens.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent } from '../fixtures.ts';
import { events } from '../tables.ts';

test('a signer says with one press that they come, and their mailbox is asked as for any RSVP', async () => {
  const site = await aSite();
  const { event, sign } = await aCause(site);
  const { body } = await sign();
  const before = (await site.mails()).length;
  const given = await site
    .as(null)
    .post(`/events/${event.slug}/rsvps`, { signer: body.signer, answer: 'going' });
  expect(given.body).toMatchObject({ state: 'unconfirmed', token: null });
  const mails = (await site.mails()).slice(before);
  expect(mails).toMatchObject([{ toAddress: typed.email, typed: 'form', groupId: event.group.id }]);
  expect(JSON.stringify(mails)).not.toContain(event.title);
});

test('a signer’s sealed details are read by nobody, and good at that campaign’s events only', async () => {
  const site = await aSite();
  const { group, steward, sign, campaign } = await aCause(site);
  const { body } = await sign();
  expect(Buffer.from(body.signer, 'base64url').toString()).not.toMatch(/Sam|example/);
  const another = await anEvent(site, { group: { ...group, steward }, isDraft: false });
  const given = await site
    .as(null)
    .post(`/events/${another.slug}/rsvps`, { signer: body.signer, answer: 'going' });
  expect(given).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'signer', code: 'events.signer-over' }] },
  });
  const named = { campaignId: campaign.id, groupId: group.id };
  expect(openSigner(site.house, body.signer)).toEqual({ ...named, ...typed });
});

test('half an hour after signing one types again, and a seal of another purpose or of nobody opens nothing', async () => {
  const site = await aSite();
  const { event, campaign, group } = await aCause(site);
  const { secret } = site.house.settings;
  const signed = { campaignId: campaign.id, groupId: group.id, ...typed };
  const text = JSON.stringify(signed);
  const good = sealSigner(site.house, signed);
  for (const signer of [
    sealText(secret, 'signer', { text, minutes: 0 }),
    sealText(secret, 'something else', { text, minutes: 30 }),
    `${good.slice(0, -4)}AAAA`,
    'nothing',
  ]) {
    const given = await site.as(null).post(`/events/${event.slug}/rsvps`, { signer, answer: 'going' });
    expect(given.body.fields).toMatchObject([{ code: 'events.signer-over' }]);
  }
});

test('the answer to a signature is the same for an address that signed before, but for its seal', async () => {
  const site = await aSite();
  const { sign } = await aCause(site);
  const [first, again] = [await sign(), await sign()];
  expect(Object.keys(again.body)).toEqual(Object.keys(first.body));
  expect(again.body.signer).toHaveLength(first.body.signer.length);
});

test('by the link of a confirmed signature one comes at once, and is not asked again', async () => {
  const site = await aSite();
  const { event, campaign } = await aCause(site);
  const { sealed, email } = await aSignature(site, campaign);
  const path = `/signatures/${sealed}/rsvps`;
  const before = (await site.mails()).length;
  const given = await site.as(null).post(path, { event: event.slug });
  expect(given).toMatchObject({ status: 201, body: { state: 'going', token: expect.any(String) } });
  expect((await site.as(null).get(path)).body.rows).toEqual([{ event: event.slug, state: 'going' }]);
  // Twice is once: one answer, and one mail that says so.
  expect((await site.as(null).post(path, { event: event.slug })).body.token).toBe(given.body.token);
  expect((await site.mails()).slice(before)).toMatchObject([{ toAddress: email }]);
  await site.as(null).delete(`/rsvps/${given.body.token}`);
  expect((await site.as(null).get(path)).body.rows).toEqual([]);
});

test('a press by a signature’s link confirms what the form asked for, guests and all, as far as there is room', async () => {
  const site = await aSite();
  const { campaign, group, steward } = await aCause(site);
  const { sealed, email } = await aSignature(site, campaign);
  const guestsOf = async (capacity?: number) => {
    const event = await anEvent(site, {
      group: { ...group, steward },
      campaignId: campaign.id,
      ...(capacity && { capacity }),
    });
    const form = { name: 'Sam', email, answer: 'going', guestCount: 3 };
    await site.as(null).post(`/events/${event.slug}/rsvps`, form);
    await site.as(null).post(`/signatures/${sealed}/rsvps`, { event: event.slug });
    return (await site.as(steward).get(`/events/${event.slug}/rsvps`)).body.rows;
  };
  expect(await guestsOf()).toMatchObject([{ state: 'going', guestCount: 3 }]);
  expect(await guestsOf(3)).toMatchObject([{ state: 'going', guestCount: 2 }]);
});

test('a signature that is not confirmed, or was taken back, lets nobody come', async () => {
  const site = await aSite();
  const { event, campaign } = await aCause(site);
  const { sealed } = await aSignature(site, campaign, { confirmed: false });
  const come = () => site.as(null).post(`/signatures/${sealed}/rsvps`, { event: event.slug });
  expect((await come()).body).toMatchObject({ status: 409, code: 'events.signature-unconfirmed' });
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  await site.as(null).delete(`/signatures/${sealed}`);
  expect((await come()).status).toBe(409);
  expect((await site.as(null).get(`/signatures/${sealed}/rsvps`)).body.rows).toEqual([]);
});

test('a signature’s link opens no event of another campaign, none for members, and none that is over', async () => {
  const site = await aSite();
  const { event, campaign, group, steward, organizer } = await aCause(site);
  const { sealed } = await aSignature(site, campaign);
  const come = (slug: string) => site.as(null).post(`/signatures/${sealed}/rsvps`, { event: slug });
  const another = await aCampaign(site, group, organizer);
  const elsewhere = await anEvent(site, { group: { ...group, steward }, campaignId: another.id });
  expect((await come(elsewhere.slug)).status).toBe(404);
  const closed = await anEvent(site, {
    group: { ...group, steward },
    campaignId: campaign.id,
    rsvpFrom: 'members',
  });
  expect((await come(closed.slug)).status).toBe(403);
  const ended = { startsAt: sql`now() - interval '3 hours'`, endsAt: sql`now() - interval '1 hour'` };
  await site.db.update(events).set(ended).where(eq(events.id, event.id));
  expect((await come(event.slug)).status).toBe(409);
});

test('one press tells no other group than the one that was named to whoever signed', async () => {
  const site = await aSite();
  const { event, campaign, organizer } = await aCause(site);
  const riders = await aGroup(site, { name: 'Riders' });
  const { code } = await aSponsor(site, campaign, { by: organizer, group: riders });
  const theirs = await anEvent(site, { group: riders, campaignId: campaign.id });
  const through = { link: code, owner: riders.slug };
  const signed = await site
    .as(null)
    .post(`${campaign.path}/signatures`, { ...typed, ...through, updates: false });
  const { sealed } = await aSignature(site, campaign, { ...through, email: 'bo@example.org' });
  const come = async (slug: string) => [
    await site.as(null).post(`/events/${slug}/rsvps`, { signer: signed.body.signer, answer: 'going' }),
    await site.as(null).post(`/signatures/${sealed}/rsvps`, { event: slug }),
  ];
  for (const answer of await come(event.slug))
    expect(answer).toMatchObject({ status: 409, body: { code: 'events.signed-elsewhere' } });
  const known = await site.db.execute(
    sql`select from people where group_id = ${event.group.id} and email in (${typed.email}, 'bo@example.org')`,
  );
  expect(known.rowCount).toBe(0);
  for (const answer of await come(theirs.slug)) expect(answer.status).toBe(201);
  // Nor one that stands with the campaign and holds an event for it.
  const { sealed: own } = await aSignature(site, campaign, { email: 'cy@example.org' });
  const beside = await site.as(null).post(`/signatures/${own}/rsvps`, { event: theirs.slug });
  expect(beside.status).toBe(409);
});

const typed = { name: 'Sam Ortiz', email: 'sam@example.org' };

/** A campaign with one event to come to. */
async function aCause(site: TestSite) {
  const { group, steward, organizer } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer);
  const event = await anEvent(site, { group: { ...group, steward }, campaignId: campaign.id });
  const sign = () => site.as(null).post(`${campaign.path}/signatures`, { ...typed, updates: false });
  return { group, steward, organizer, campaign, event, sign };
}

test('an organizer who gives a signer somebody else’s address reads and takes over nothing of theirs', async () => {
  const site = await aSite();
  const { group, event, campaign } = await aCause(site);
  const victim = 'victim@example.org';
  await site.as(null).post(`/events/${event.slug}/rsvps`, {
    ...{ name: 'Vic Tim', email: victim, answer: 'going', guestCount: 3, updates: false },
  });
  const { sealed } = await aSignature(site, { path: campaign.path }, { email: 'spy@example.org' });
  await site.db.execute(
    sql`update people set email = null where group_id = ${group.id} and email = ${victim}`,
  );
  await site.db.execute(
    sql`update people set email = ${victim} where group_id = ${group.id} and email = 'spy@example.org'`,
  );
  const path = `/signatures/${sealed}/rsvps`;
  expect((await site.as(null).get(path)).body.rows).toEqual([]);
  const given = await site.as(null).post(path, { event: event.slug });
  expect(given.body).toMatchObject({ state: 'unconfirmed', token: null });
});

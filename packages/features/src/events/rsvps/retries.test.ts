import { expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign, sealedSignature } from '../../campaigns/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { anEvent, confirmByLink, tokenFor } from '../fixtures.ts';
import { rsvps } from '../tables.ts';

const needs = { kinds: ['ride', 'food'], note: 'At six' };
const sam = {
  name: 'Sam Ortiz',
  email: 'sam@example.org',
  answer: 'going',
  guestCount: 1,
  needs,
  updates: true,
};

const subjects = async (site: TestSite) => (await site.mails()).map(({ subject }) => subject?.split(':')[0]);

/** Their line broke before the answer came, so they send the same form once more. */
async function twice(
  site: TestSite,
  path: string,
  form: object,
  between: () => Promise<unknown> = async () => {},
) {
  const first = await site.as(null).post(path, form);
  await between();
  return [first, await site.as(null).post(path, form)];
}

test.each([['before'], ['after']])(
  'an RSVP that is tried again %s its mail was answered is one RSVP, one answer and no other mail',
  async (when) => {
    const site = await aSite();
    const event = await anEvent(site, { capacity: 2 });
    const confirm = () => confirmByLink(site, event, sam.email);
    const [first, second] = await twice(
      site,
      `/events/${event.slug}/rsvps`,
      sam,
      when === 'after' ? confirm : undefined,
    );
    expect(first?.body).toMatchObject({
      state: 'unconfirmed',
      willWait: false,
      holdsUntil: expect.any(String),
    });
    const { holdsUntil, ...rest } = second?.body ?? {};
    expect([second?.status, rest]).toEqual([201, { state: 'unconfirmed', willWait: false, token: null }]);
    if (when === 'before') expect(holdsUntil).toBe(first?.body.holdsUntil);
    expect(await site.db.$count(rsvps)).toBe(1);
    expect(await subjects(site)).toEqual([
      'Was this you? Please confirm on Valley Coalition',
      ...(when === 'after' ? ['You are going'] : []),
    ]);
  },
);

test('a later or different RSVP of the same person gets the link to their answer', async () => {
  for (const [minutes, change] of [
    [11, {}],
    [0, { guestCount: 2 }],
    [0, { needs: { ...needs, note: '' } }],
    [0, { answer: 'maybe' }],
    // Nobody who only knows an address hears less or more of it than a newcomer.
    [0, { name: 'Mallory' }],
  ] as const) {
    const site = await aSite();
    const event = await anEvent(site);
    await site.as(null).post(`/events/${event.slug}/rsvps`, sam);
    await confirmByLink(site, event, sam.email);
    await site.db.update(rsvps).set({ stateAt: sql`now() - make_interval(mins => ${minutes})` });
    await site.as(null).post(`/events/${event.slug}/rsvps`, { ...sam, ...change });
    expect((await subjects(site)).at(-1)).toBe('Your answer stands');
  }
});

test('an account’s own answer, and one that is changed by its link, are told once however often they are sent', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const dev = site.as(await anAccount(site));
  const { name: _name, email: _email, ...own } = sam;
  const answers = [];
  for (let n = 0; n < 2; n += 1) answers.push((await dev.post(`/events/${event.slug}/rsvps`, own)).body);
  expect(answers[1]).toEqual(answers[0]);
  expect(await subjects(site)).toEqual(['You are going']);
  for (let n = 0; n < 2; n += 1) await dev.put(`/rsvps/${answers[0].token}`, { ...own, guestCount: 3 });
  expect(await site.mails()).toHaveLength(2);
  for (let n = 0; n < 2; n += 1) await dev.delete(`/rsvps/${answers[0].token}`);
  expect(await site.mails()).toHaveLength(3);
});

test('a signature that is tried again before or after its mail was answered is one signature and one mail', async () => {
  for (const isAnswered of [false, true]) {
    const site = await aSite();
    const group = await aGroup(site);
    const { path } = await aCampaign(site, group, group.steward);
    const form = { name: 'Sam Ortiz', email: sam.email, comment: 'Keep it.', updates: true };
    const confirm = async () =>
      site.as(null).put(`/signatures/${await sealedSignature(site, sam.email)}/confirmation`);
    const [first, second] = await twice(site, `${path}/signatures`, form, isAnswered ? confirm : undefined);
    // But for the seal, in which nothing of it can be read.
    const signer = expect.any(String);
    expect(second).toMatchObject({ status: first?.status, body: { ...first?.body, signer } });
    expect((await site.mails()).filter(({ toAddress }) => toAddress === sam.email)).toHaveLength(1);
  }
});

test('a cancelled RSVP is asked anew', async () => {
  const site = await aSite();
  const event = await anEvent(site);
  const cancel = async () => site.as(null).delete(`/rsvps/${await tokenFor(site, sam.email)}`);
  await twice(site, `/events/${event.slug}/rsvps`, sam, cancel);
  const [rsvp] = await site.db.select().from(rsvps);
  expect(rsvp?.state).toBe('unconfirmed');
});

import { eq, sql, type SQL } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSignature, aCampaign } from '../../campaigns/fixtures.ts';
import { anEvent } from '../../events/fixtures.ts';
import { events } from '../../events/tables.ts';
import { mailings } from '../../mailings/tables.ts';
import { mails } from '../../outbox/tables.ts';
import { giveConsent } from '../../people/consents.ts';
import { aPerson } from '../../people/fixtures.ts';
import { people } from '../../people/tables.ts';
import { aWriter } from '../fixtures.ts';
import { aCrowd } from './fixtures.ts';
import { compositionResults } from './tables.ts';

test('one in ten, by lot, gets it two days later, and what it brought shows beside them', async () => {
  const { site, begin, sendOut, drawn, did, results } = await aCrowd(120);
  const mailing = await begin();
  await sendOut(mailing, { lot: 'two-days' });
  const [got, spared] = [await drawn('a'), await drawn(null)];
  expect(got.length + spared.length).toBe(120);
  expect(spared.length).toBeGreaterThan(0);
  expect(spared.length).toBeLessThan(40);
  const due = await site.db
    .select({ personId: mails.personId, isLater: sql<boolean>`${mails.dueAt} > now() + interval '47 hours'` })
    .from(mails);
  expect(due).toHaveLength(120);
  expect(
    due
      .filter(({ isLater }) => isLater)
      .map(({ personId }) => personId)
      .sort(),
  ).toEqual(spared.sort());
  await did(got.slice(0, 60), 'joined');
  await did(spared.slice(0, 1), 'joined');
  const found = await results(mailing);
  expect(found).toMatchObject({
    ...{ isOpen: true, lot: 'two-days' },
    got: { count: got.length, deeds: { joined: 60, signed: 0, left: 0 } },
    leftOut: { count: spared.length, deeds: { joined: 1 } },
    brought: [{ deed: 'joined' }],
    languages: [{ language: 'en', count: got.length }],
    sources: [{ source: 'signature', count: got.length }],
    ...{ lines: [], compared: [] },
  });
  const difference = found.brought[0]?.difference;
  expect(difference?.seen).toBeCloseTo(60 / got.length - 1 / spared.length);
  expect(difference?.least).toBeLessThan(difference?.seen ?? -1);
});

test('whom the lot leaves out for good has no mail of it, and its group writes to them as before', async () => {
  const { site, path, begin, sendOut, drawn, mailed, asOrganizer, asSteward } = await aCrowd(60);
  const mailing = await begin();
  await sendOut(mailing, { lot: 'never' });
  expect(await mailed()).toHaveLength((await drawn('a')).length);
  expect((await asOrganizer.get(mailing)).body).toMatchObject({ lot: 'never' });
  // Nor does it count for what somebody gets in a week, as long as it is under way.
  await asSteward.put(`${path}/mailing-rules`, { mostAWeek: 1, lookAbove: null });
  await site.db.update(mailings).set({ state: 'sending', endedAt: null, sentCount: null, dueAt: sql`now()` });
  const { body } = await asOrganizer.get(`${await begin()}/reach`);
  expect(body.getCount).toBe((await drawn(null)).length);
});

test('without a lot everybody gets it, and nothing is compared', async () => {
  const { begin, sendOut, crowd, did, results, mailed, asOrganizer } = await aCrowd(12);
  const mailing = await begin();
  expect((await asOrganizer.get(mailing)).body.hasResults).toBe(false);
  await sendOut(mailing);
  expect(await mailed()).toHaveLength(12);
  await did([crowd[0]?.id ?? ''], 'joined');
  expect((await asOrganizer.get(mailing)).body.hasResults).toBe(true);
  expect(await results(mailing)).toMatchObject({
    ...{ lot: null, leftOut: null, brought: [] },
    got: { count: 12, deeds: { joined: 1 } },
  });
});

test('what was done before it began or after its days is not counted, and each counts once', async () => {
  const { site, begin, sendOut, crowd, did, results, end } = await aCrowd(3);
  const ids = crowd.map(({ id }) => id);
  await did(ids.slice(0, 1), 'joined');
  const mailing = await begin();
  await sendOut(mailing);
  await did(ids.slice(1, 2), 'joined');
  await did(ids.slice(1, 2), 'joined');
  await did(ids.slice(2), 'unsubscribed');
  await end();
  await did(ids, 'joined');
  const found = await results(mailing);
  expect(found).toMatchObject({ isOpen: false, got: { count: 3, deeds: { joined: 1, left: 1 } } });
  await site.db.delete(people);
  expect((await results(mailing)).got).toEqual(found.got);
});

test('what is signed or answered counts once it is proven: anybody can type an address', async () => {
  const { site, group, organizer, begin, sendOut, crowd, results } = await aCrowd(2);
  const library = await aCampaign(site, group, organizer);
  const mailing = await begin();
  await sendOut(mailing);
  const [first, second] = crowd.map(({ email }) => email ?? '');
  const asked = { name: 'Sam', email: second, updates: false };
  expect((await site.as(null).post(`${library.path}/signatures`, asked)).status).toBe(202);
  expect((await results(mailing)).got.deeds.signed).toBe(0);
  await aSignature(site, library, { email: first ?? '', updates: false });
  expect((await results(mailing)).got.deeds.signed).toBe(1);
});

test('whoever came counts by the day of the event, whenever it is ticked; what was before the letter is no deed of it', async () => {
  const { site, group, begin, sendOut, crowd, did, results } = await aCrowd(2);
  const [before, after] = [await anEvent(site, { group }), await anEvent(site, { group })];
  const mailing = await begin();
  await sendOut(mailing);
  const startsAt = (event: { id: string }, when: SQL) =>
    site.db.update(events).set({ startsAt: when }).where(eq(events.id, event.id));
  await startsAt(before, sql`now() - interval '1 hour'`);
  await startsAt(after, sql`now() + interval '1 hour'`);
  const [first = '', second = ''] = crowd.map(({ id }) => id);
  await did([first], 'came', before.id);
  await did([second], 'came-elsewhere');
  expect((await results(mailing)).got.deeds.came).toBe(0);
  await did([second], 'came', after.id);
  expect((await results(mailing)).got.deeds.came).toBe(1);
});

test('nobody is left out of what members must hear, nor where each reader has an hour of their own', async () => {
  const { site, group, crowd, begin, send, asOrganizer } = await aCrowd(2);
  const mailing = await begin();
  const at = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 16);
  const atTheirs = await send(mailing, { lot: 'week', when: 'readers-hour', at });
  expect(atTheirs.body.fields).toMatchObject([{ name: 'lot', code: 'compositions.lot-at-one-moment' }]);
  await asOrganizer.put(`${mailing}/audience`, { lines: 'only:mailable', purpose: 'membership' });
  await site.ctx().change(async (tx) => {
    for (const { id: personId } of crowd)
      await giveConsent(tx, site.house, {
        ...{ groupId: group.id, way: 'email', purpose: 'membership', how: 'joining', personId },
      });
  });
  const ofMembers = await send(mailing, { lot: 'never' });
  expect(ofMembers.body.fields).toMatchObject([{ name: 'lot', code: 'compositions.lot-of-members' }]);
});

test('who was added by which line is told apart, by the first that holds', async () => {
  const { site, group, organizer, begin, send, wait, asOrganizer } = await aWriter();
  const library = await aCampaign(site, group, organizer);
  for (const name of ['ana', 'bo'])
    await aSignature(site, library, { email: `${name}@example.org`, updates: true });
  await aPerson(site, group, { isSubscribed: true });
  const mailing = await begin({ lines: `add:signed:campaign=${library.id};add:mailable` });
  expect((await send(mailing)).status).toBe(204);
  await wait();
  const { body } = await asOrganizer.get(`${mailing}/results`);
  expect(body.lines).toMatchObject([
    { line: { who: { is: 'signed' } }, count: 2 },
    { line: { who: { is: 'mailable' } }, count: 1 },
  ]);
});

test('what came of it is for those who write it, and there is nothing before it began', async () => {
  const { site, member, outsider, begin, sendOut, asOrganizer } = await aCrowd(2);
  const mailing = await begin();
  expect((await asOrganizer.get(`${mailing}/results`)).status).toBe(404);
  await sendOut(mailing);
  for (const who of [member, outsider])
    expect((await site.as(who).get(`${mailing}/results`)).status).toBe(404);
  expect((await asOrganizer.get(`${mailing}/results`)).status).toBe(200);
});

test('when its days are over, what came of it is kept as it was then', async () => {
  const { site, begin, sendOut, end } = await aCrowd(2);
  await sendOut(await begin());
  await end();
  await end();
  expect(await site.db.select().from(compositionResults)).toMatchObject([
    { tallies: [{ variant: 'a', language: 'en', source: 'signature', line: null, count: 2 }] },
  ]);
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anOwnRole, aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCoalition, aMandate, joinCoalition } from '../fixtures.ts';
import { anAlly } from '../allies/fixtures.ts';
import { aDecision, aLetter } from './fixtures.ts';

/** A coalition's letter, and a group of the coalition that may sign it. */
async function aCalled(site: TestSite) {
  const coalition = await aCoalition(site);
  const riders = await aGroup(site, { name: 'Riders' });
  await joinCoalition(site, coalition, riders);
  const home = { ...coalition, steward: coalition.steward };
  const letter = await aLetter(site, home);
  const place = `/groups/${riders.slug}/sign-ons/${letter.slug}`;
  return { coalition, riders, letter, place };
}

test('a group signs by its steward, with the decision, and stands under the letter for everybody', async () => {
  const site = await aSite();
  const { coalition, riders, letter, place } = await aCalled(site);
  const own = (await site.as(riders.steward).get(`${letter.path}/sign-ons/own`)).body;
  expect(own).toMatchObject({ isOpen: true, rows: [{ slug: riders.slug, signedAt: null, isListed: true }] });
  const signed = await site.as(riders.steward).put(place, { ...aDecision, letter: own.letter });
  expect(signed.status).toBe(204);
  const { rows } = (await site.as(null).get(`${letter.path}/sign-ons`)).body;
  expect(rows).toMatchObject([{ slug: riders.slug, name: 'Riders', logo: null, decision: null }]);
  expect((await site.as(null).get(letter.path)).body).toMatchObject({
    signatureCount: 1,
    takesSignOns: true,
  });
  const kept = (await site.as(coalition.steward).get(`${letter.path}/sign-ons`)).body.rows;
  expect(kept).toMatchObject([aDecision]);
  const subjects = (await site.mails()).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject?.startsWith('Riders signed: '))).toHaveLength(1);
});

test('whoever speaks for a group in the coalition signs for it until their term ends, and nobody else of it', async () => {
  const site = await aSite();
  const { coalition, riders, letter, place } = await aCalled(site);
  const [delegate, organizer] = [await aMember(site, riders), await aMember(site, riders, 'organizer')];
  const asked = { ...aDecision, letter: await letter.said() };
  const sign = async (who: { token: string }) => (await site.as(who).put(place, asked)).status;
  expect([await sign(delegate), await sign(organizer)]).toEqual([403, 403]);
  await site
    .as(riders.steward)
    .put(`/groups/${riders.slug}/coalitions/${coalition.slug}/delegates/${delegate.id}`, aMandate);
  expect(await sign(delegate)).toBe(204);
  await site.db.execute(
    sql`update delegates set term_ends_on = '2020-01-01' where account_id = ${delegate.id}`,
  );
  expect(await sign(delegate)).toBe(403);
  const elsewhere = await aLetter(site, await aGroup(site, { name: 'Apart' }));
  const apart = `/groups/${riders.slug}/sign-ons/${elsewhere.slug}`;
  const toElsewhere = { ...aDecision, letter: await elsewhere.said() };
  await site.db.execute(sql`update delegates set term_ends_on = '2100-01-01'`);
  expect((await site.as(delegate).put(apart, toElsewhere)).status).toBe(403);
  expect((await site.as(riders.steward).put(apart, toElsewhere)).status).toBe(204);
});

test('what is signed is what was read, and stays as it is from then on', async () => {
  const site = await aSite();
  const { coalition, riders, letter, place } = await aCalled(site);
  const read = await letter.said();
  const edit = (change: object) => site.as(coalition.steward).patch(letter.path, change);
  expect((await edit({ story: 'Another story.' })).status).toBe(200);
  const stale = await site.as(riders.steward).put(place, { ...aDecision, letter: read });
  expect([stale.status, stale.body.code]).toEqual([409, 'campaigns.letter-changed']);
  await site.as(riders.steward).put(place, { ...aDecision, letter: await letter.said() });
  for (const change of [
    { title: 'Another title' },
    { ask: 'Other.' },
    { story: 'Other.' },
    { target: 'They' },
  ])
    expect(await edit(change)).toMatchObject({
      status: 422,
      body: { fields: [{ name: Object.keys(change)[0], code: 'campaigns.letter-signed' }] },
    });
  expect((await edit({ goal: 40 })).status).toBe(200);
  await site.as(riders.steward).delete(place);
  expect((await edit({ title: 'Another title' })).status).toBe(200);
});

test('no person signs a letter for organizations, and nobody proves a count of it', async () => {
  const site = await aSite();
  const { coalition, letter } = await aCalled(site);
  const person = { name: 'Ana', email: 'ana@example.org', updates: false };
  expect((await site.as(null).post(`${letter.path}/signatures`, person)).status).toBe(409);
  expect((await site.as(coalition.steward).post(`${letter.path}/proofs`)).status).toBe(403);
  const petition = await site.as(coalition.steward).get(`/campaigns?coalition=${coalition.slug}`);
  expect(petition.body.rows).toMatchObject([{ action: 'sign_on', takesSignatures: false }]);
});

test('a name is taken off at any time, and neither a later name nor a hidden group stands there', async () => {
  const site = await aSite();
  const { riders, letter, place } = await aCalled(site);
  await site.as(riders.steward).put(place, { ...aDecision, letter: await letter.said() });
  await site.as(riders.steward).patch(`/groups/${riders.slug}`, { name: 'City Council' });
  const listed = async () => (await site.as(null).get(`${letter.path}/sign-ons`)).body.rows;
  expect(await listed()).toMatchObject([{ name: 'City Council', formerName: 'Riders' }]);
  await site.db.execute(sql`update groups set visibility = 'private' where id = ${riders.id}`);
  expect(await listed()).toEqual([]);
  expect((await site.as(null).get(letter.path)).body.signatureCount).toBe(0);
  await site.db.execute(
    sql`update groups set visibility = 'public', frozen_at = now() where id = ${riders.id}`,
  );
  await site.db.execute(sql`update campaigns set hidden_at = now()`);
  expect((await site.as(riders.steward).delete(place)).status).toBe(204);
  await site.db.execute(sql`update campaigns set hidden_at = null`);
  expect(await listed()).toEqual([]);
  expect(
    (await site.as(riders.steward).put(place, { ...aDecision, letter: await letter.said() })).status,
  ).toBe(409);
});

test('only a group that everybody finds signs, while the letter is open, what was decided by then', async () => {
  const site = await aSite();
  const { coalition, riders, letter, place } = await aCalled(site);
  const asked = { ...aDecision, letter: await letter.said() };
  const put = async (change: object = {}) => site.as(riders.steward).put(place, { ...asked, ...change });
  expect(await put({ decidedOn: '2090-01-01' })).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'decidedOn', code: 'campaigns.decided-later' }] },
  });
  expect((await put({ decision: '   ' })).status).toBe(422);
  await site.db.execute(sql`update groups set visibility = 'unlisted' where id = ${riders.id}`);
  expect((await put()).body).toMatchObject({ code: 'campaigns.sign-on-unlisted' });
  await site.db.execute(sql`update groups set visibility = 'public' where id = ${riders.id}`);
  await site.as(coalition.steward).put(`${letter.path}/pause`);
  expect((await put()).body).toMatchObject({ code: 'campaigns.not-taking-sign-ons' });
  const ally = await anAlly(site, coalition);
  const forAlly = await site.as(coalition.steward).put(`/groups/${ally.slug}/sign-ons/${letter.slug}`, asked);
  expect(forAlly.status).toBe(404);
});

test('whoever speaks for a group elsewhere, or carries something else in it, does not sign for it', async () => {
  const site = await aSite();
  const { coalition, riders, letter, place } = await aCalled(site);
  const asked = { ...aDecision, letter: await letter.said() };
  const publisher = await aMember(site, riders);
  await anOwnRole(site, riders, publisher, ['publish', 'export_people']);
  for (const who of [coalition.steward, coalition.home.steward, publisher])
    expect((await site.as(who).put(place, asked)).status).toBe(403);
  expect((await site.as(publisher).get(`${letter.path}/sign-ons/own`)).body.rows).toEqual([]);
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { countReleased } from '../bursts/actions.ts';
import { aSignature, sealedSignature } from '../fixtures.ts';
import { aSharedCampaign } from '../proofs/fixtures.ts';

test('a name crosses to the group that was ticked, once its mailbox is proven, and to no other', async () => {
  const site = await aSite();
  const { home, riders, nurses, campaign, code } = await aShared(site);
  const typed = { ...ana, link: code, owner: riders.slug, shares: [nurses.slug] };
  const { sealed } = await aSignature(site, campaign, { ...typed, confirmed: false });
  expect(await knownTo(site)).toEqual({ [riders.name]: null });
  await site.as(null).put(`/signatures/${sealed}/shares`, { shares: [nurses.slug] });
  expect(await knownTo(site)).toEqual({ [riders.name]: null });
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await knownTo(site)).toEqual({ [riders.name]: null, [nurses.name]: 'yes' });
  const [known] = (await site.as(nurses.steward).get(`/groups/${nurses.slug}/people`)).body.rows;
  expect(known).toMatchObject({ name: ana.name, email: ana.email, source: 'signature' });
  expect((await site.as(home.steward).get(`/groups/${home.slug}/people`)).body.rows).toEqual([]);
});

test('nothing is ticked for anybody, and what is named besides the groups of the campaign is not there', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  const other = await aGroup(site, { name: 'Others' });
  await aSignature(site, campaign, ana);
  await aSignature(site, campaign, { ...bo, shares: [other.slug, home.slug, 'nothing'] });
  expect(await knownTo(site)).toEqual({ [home.name]: null });

  await site.db.execute(sql`update groups set visibility = 'private' where id = ${nurses.id}`);
  await aSignature(site, campaign, { ...cy, shares: [nurses.slug] });
  expect(await knownTo(site)).toEqual({ [home.name]: null });
});

test('where groups hear totals only a tick is let go', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site, 'totals');
  await aSignature(site, campaign, { ...ana, shares: [nurses.slug] });
  expect(await knownTo(site)).toEqual({ [home.name]: null });
});

test('what was ticked last before the press holds, and a stranger changes nothing of a name that counts', async () => {
  const site = await aSite();
  const { home, riders, nurses, campaign } = await aShared(site);
  await aSignature(site, campaign, { ...ana, shares: [nurses.slug], confirmed: false });
  await aSignature(site, campaign, { ...ana, shares: [riders.slug] });
  expect(await knownTo(site)).toEqual({ [home.name]: null, [riders.name]: 'yes' });
  await aSignature(site, campaign, { ...ana, shares: [nurses.slug] });
  expect(await knownTo(site)).toEqual({ [home.name]: null, [riders.name]: 'yes' });
});

test('whoever is signed in shares their own proven address at once', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  const me = await anAccount(site);
  const typed = { name: me.name, email: me.email, updates: false, shares: [nurses.slug] };
  expect((await site.as(me).post(`${campaign.path}/signatures`, typed)).status).toBe(201);
  expect(await knownTo(site)).toEqual({ [home.name]: null, [nurses.name]: 'yes' });
});

test('an address that was typed and not pressed crosses nowhere, though its owner has another', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  await aSignature(site, campaign, { ...ana, confirmed: false });
  const first = await sealedSignature(site, ana.email);
  await site.db.execute(sql`insert into contact_points (id, group_id, person_id, kind, value, source)
    select gen_random_uuid(), group_id, id, 'email', 'other@example.org', 'organizer' from people where group_id = ${home.id}`);
  const typed = { ...ana, email: 'other@example.org', updates: false, shares: [nurses.slug] };
  await site.as(null).post(`${campaign.path}/signatures`, typed);
  await site.as(null).put(`/signatures/${first}/shares`, { shares: [nurses.slug] });
  await site.as(null).put(`/signatures/${first}/confirmation`);
  expect(await knownTo(site)).toEqual({ [home.name]: null });
});

test('an organizer who gives a person somebody else’s address makes no yes of theirs anywhere', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  const spy = await aSignature(site, campaign, { name: 'A spy', email: 'spy@example.org' });
  await site.as(null).delete(`/signatures/${spy.sealed}`);
  await site.db.execute(sql`update people set email = ${ana.email} where group_id = ${home.id}`);
  await site.as(null).post(`${campaign.path}/signatures`, { ...ana, updates: false, shares: [nurses.slug] });
  await site.as(null).put(`/signatures/${spy.sealed}/shares`, { shares: [nurses.slug] });
  await site.as(null).put(`/signatures/${spy.sealed}/confirmation`);
  expect(await knownTo(site)).toEqual({ [home.name]: null });
});

test('a link that was mailed to an address that an organizer wrote down shows nothing of other groups, and no way in', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  await aSignature(site, campaign, { ...ana, shares: [nurses.slug] });
  await site.db.execute(sql`insert into contact_points (id, group_id, person_id, kind, value, source)
    select gen_random_uuid(), group_id, id, 'email', 'sock@example.org', 'organizer' from people where group_id = ${home.id}`);
  await site.db.execute(sql`update signatures set mailed_at = now() - interval '2 days'`);
  await site
    .as(null)
    .post(`${campaign.path}/signatures`, { ...bo, email: 'sock@example.org', updates: false });
  const sealed = await sealedSignature(site, 'sock@example.org');
  const seen = (await site.as(null).get(`/signatures/${sealed}`)).body;
  expect([seen.subscription, seen.shares, seen.ticked]).toEqual([null, [], []]);
  const own = (await site.as(null).get(`/signatures/${await sealedSignature(site, ana.email)}`)).body;
  expect([own.subscription === null, own.shares.length]).toEqual([false, 1]);
});

test('no yes is made of somebody whom the other group knows by another address first', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  await site.db.execute(sql`with known as (insert into people (id, group_id, name, email, language, source)
      values (gen_random_uuid(), ${nurses.id}, 'Ana', 'ana@home.example', 'en', 'signature') returning id)
    insert into contact_points (id, group_id, person_id, kind, value, source)
    select gen_random_uuid(), ${nurses.id}, id, 'email', 'sock@example.org', 'organizer' from known`);
  await aSignature(site, campaign, { ...bo, email: 'sock@example.org', shares: [nurses.slug] });
  expect(await knownTo(site)).toEqual({ [home.name]: null, [nurses.name]: null });
});

test('a stranger changes nothing of a name that waits for the organizers with its mailbox proven', async () => {
  const site = await aSite();
  const { home, riders, nurses, campaign } = await aShared(site);
  const trapped = { ...ana, website: 'https://example.org', shares: [nurses.slug], confirmed: false };
  const { sealed } = await aSignature(site, campaign, trapped);
  await site.as(null).put(`/signatures/${sealed}/shares`, { shares: [nurses.slug] });
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  const strangers = { ...ana, name: 'Somebody else', updates: true, shares: [riders.slug] };
  await site.as(null).post(`${campaign.path}/signatures`, strangers);
  const [burst] = (await site.as(home.steward).get(`${campaign.path}/bursts`)).body.rows;
  await site.as(home.steward).put(`${campaign.path}/bursts/${burst.id}/release`);
  await countReleased(site.ctx(), burst.id);
  expect(await knownTo(site)).toEqual({ [home.name]: null, [nurses.name]: 'yes' });
  expect((await site.as(null).get(`/signatures/${sealed}`)).body).toMatchObject({
    state: 'confirmed',
    name: ana.name,
  });
});

test('what a stranger ticked with somebody’s address is shown to who reads its mail, and crosses only if they say so', async () => {
  const site = await aSite();
  const { home, riders, nurses, campaign } = await aShared(site);
  await aSignature(site, campaign, { ...ana, confirmed: false });
  const strangers = { ...ana, updates: false, shares: [nurses.slug, riders.slug] };
  await site.as(null).post(`${campaign.path}/signatures`, strangers);
  const sealed = await sealedSignature(site, ana.email);
  const own = (await site.as(null).get(`/signatures/${sealed}`)).body;
  expect(own.ticked).toEqual([
    { slug: nurses.slug, name: nurses.name },
    { slug: riders.slug, name: riders.name },
  ]);
  await site.as(null).put(`/signatures/${sealed}/shares`, { shares: [riders.slug] });
  const { body } = await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect([body.ticked, body.shares]).toMatchObject([[], [{ slug: riders.slug }]]);
  expect(await knownTo(site)).toEqual({ [home.name]: null, [riders.name]: 'yes' });
});

test('a tick that did not cross when the name began to count is let go, and so is one of a name that is taken back', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  const { sealed } = await aSignature(site, campaign, { ...ana, shares: [nurses.slug], confirmed: false });
  await site.as(null).put(`/signatures/${sealed}/shares`, { shares: [nurses.slug] });
  await site.db.execute(sql`update groups set frozen_at = now() where id = ${nurses.id}`);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  await site.db.execute(sql`update groups set frozen_at = null where id = ${nurses.id}`);
  await site.as(null).delete(`/signatures/${sealed}`);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await knownTo(site)).toEqual({ [home.name]: null });

  const second = await aSignature(site, campaign, { ...bo, shares: [nurses.slug], confirmed: false });
  await site.as(null).put(`/signatures/${second.sealed}/shares`, { shares: [nurses.slug] });
  await site.as(null).delete(`/signatures/${second.sealed}`);
  const { rows } = await site.db.execute(sql`select from signature_shares`);
  expect(rows).toEqual([]);
});

test('a no that the other group heard after the tick stands, and its mail is stopped by itself', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  const { sealed } = await aSignature(site, campaign, { ...ana, shares: [nurses.slug] });
  const { shares } = (await site.as(null).get(`/signatures/${sealed}`)).body;
  expect(shares).toMatchObject([{ slug: nurses.slug, name: nurses.name }]);
  await site.as(null).delete(`/subscriptions/${shares[0].subscription}`);
  expect(await knownTo(site)).toEqual({ [home.name]: null, [nurses.name]: 'no' });

  await site.as(null).delete(`/signatures/${sealed}`);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await knownTo(site)).toEqual({ [home.name]: null, [nurses.name]: 'no' });
});

test('a group that stands with it no longer when the mailbox is proven gets no name', async () => {
  const site = await aSite();
  const { home, nurses, campaign } = await aShared(site);
  const { sealed } = await aSignature(site, campaign, { ...ana, shares: [nurses.slug], confirmed: false });
  await site.as(home.steward).delete(`${campaign.path}/sponsors/${nurses.slug}`);
  await site.as(null).put(`/signatures/${sealed}/confirmation`);
  expect(await knownTo(site)).toEqual({ [home.name]: null });
});

test('what groups hear is chosen when a campaign is made, and fixed once somebody signed, proven or not', async () => {
  const site = await aSite();
  const { home, campaign } = await aShared(site, 'totals');
  const change = (sharing: string) => site.as(home.steward).patch(campaign.path, { sharing });
  expect((await change('choice')).body).toMatchObject({ sharing: 'choice' });
  expect((await change('totals')).body).toMatchObject({ sharing: 'totals' });
  await aSignature(site, campaign, { ...ana, confirmed: false });
  expect(await change('choice')).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'sharing', code: 'campaigns.sharing-fixed' }] },
  });
  expect((await change('totals')).status).toBe(200);
});

const ana = { name: 'Ana Ruiz', email: 'ana@example.org' };
const bo = { name: 'Bo Lin', email: 'bo@example.org' };
const cy = { name: 'Cy Kay', email: 'cy@example.org' };

/** A campaign of one group with which two others stand, where each signer chooses unless said otherwise. */
async function aShared(site: TestSite, sharing: 'totals' | 'choice' = 'choice') {
  const { through, ...shared } = await aSharedCampaign(site, { sharing });
  return { ...shared, code: through.link };
}

/** Which groups hold somebody who signed, each with what they answered to its mail. */
async function knownTo(site: TestSite) {
  const { rows } = await site.db.execute<{ name: string; given: string | null }>(sql`
    select distinct grouped.name, consent.given from people person join groups grouped on grouped.id = person.group_id
    left join consents consent on consent.person_id = person.id and consent.purpose = 'updates'
    where person.source = 'signature'`);
  return Object.fromEntries(rows.map(({ name, given }) => [name, given]));
}

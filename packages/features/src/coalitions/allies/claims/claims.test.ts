import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../../accounts/fixtures.ts';
import { aCampaign } from '../../../campaigns/fixtures.ts';
import { aGroup, aMember } from '../../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../../testing.ts';
import { aCoalition, aDelegate, joinCoalition } from '../../fixtures.ts';
import { aClaim, anAlly, aWord } from '../fixtures.ts';
import { forgetDecidedClaims, MOST_OPEN } from './actions.ts';

async function aHouse(site: TestSite) {
  const coalition = await aCoalition(site);
  const ally = await anAlly(site, coalition);
  const page = `/allies/${ally.slug}`;
  const claimant = await anAccount(site, { name: 'Wanda' });
  const siteSteward = await anAccount(site, { isSiteSteward: true });
  const decide = (id: string, decision: 'accepted' | 'declined', by = coalition.steward) =>
    site.as(by).put(`${page}/claims/${id}/decision`, { decision, word: 'Welcome home.' });
  return { coalition, ally, page, claimant, siteSteward, decide, keeper: site.as(coalition.steward) };
}

async function mailsTo(site: TestSite, { email }: { email: string }) {
  return (await site.mails()).filter(({ toAddress }) => toAddress === email);
}

test('somebody says that it is them, and it waits; the coalition’s stewards are told and read who says so', async () => {
  const site = await aSite();
  const { coalition, page, claimant, keeper } = await aHouse(site);
  const own = site.as(claimant);
  for (const _ of [1, 2]) expect((await own.post(`${page}/claims`, aWord)).status).toBe(202);
  expect((await own.get(page)).body).toMatchObject({ hasClaimed: true, can: { claim: false } });
  expect((await keeper.get(`${page}/claims`)).body.rows).toMatchObject([
    { name: 'Wanda', ...aWord, isMine: false },
  ]);
  expect(JSON.stringify((await keeper.get(`${page}/claims`)).body)).not.toContain(claimant.email);
  expect((await keeper.get(`/coalitions/${coalition.slug}/allies`)).body.rows).toMatchObject([
    { claimCount: 1 },
  ]);
  const mails = await mailsTo(site, coalition.steward);
  expect(mails.filter(({ key }) => key.startsWith('coalitions.ally-claimed'))).toHaveLength(1);
  expect((await site.as(null).post(`${page}/claims`, aWord)).status).toBe(401);
});

test('with a yes the ally is a group of the claimant’s, with its name, address and words, that nobody vouched for', async () => {
  const site = await aSite();
  const { ally, page, claimant, siteSteward, decide } = await aHouse(site);
  const id = await aClaim(site, ally, claimant);
  expect((await decide(id, 'accepted')).status).toBe(204);
  await site.work();
  const group = `/groups/${ally.slug}`;
  const { body } = await site.as(claimant).get(group);
  expect(body).toMatchObject({
    ...{ id: ally.id, kind: 'group', slug: ally.slug, name: ally.name, myRole: 'steward' },
    ...{ isVouched: false, visibility: 'public', memberCount: 1 },
    about: 'Walkers’ house, 4 Mill Lane\n\n<https://walkers.example.org/about>',
  });
  expect((await site.as(claimant).get(`/channels?group=${ally.slug}`)).body.rows).toHaveLength(1);
  for (const path of [group, page]) expect((await site.as(null).get(path)).status, path).toBe(404);
  expect((await mailsTo(site, claimant))[0]?.letter).toMatchObject({
    paragraphs: expect.arrayContaining([expect.stringContaining('Welcome home.')]),
  });
  const steward = site.as(siteSteward);
  expect((await steward.get('/site/groups?only=waiting')).body.rows).toMatchObject([{ id: ally.id }]);
  expect((await mailsTo(site, siteSteward)).map(({ key }) => key)).toMatchObject([
    expect.stringContaining('groups-wait'),
  ]);
  // Its address is the one that others know.
  await steward.put(`/site/groups/${ally.id}/vouching`);
  expect((await site.as(null).get(group)).body).toMatchObject({ slug: ally.slug });
});

test('a claimed group that turns private has an address that nobody knows', async () => {
  const site = await aSite();
  const { ally, claimant, decide } = await aHouse(site);
  await decide(await aClaim(site, ally, claimant), 'accepted');
  const own = site.as(claimant);
  const { slug } = (await own.patch(`/groups/${ally.slug}`, { visibility: 'private' })).body;
  expect(slug).not.toBe(ally.slug);
  expect((await own.get(`/groups/${ally.slug}`)).status).toBe(404);
  expect((await own.patch(`/groups/${slug}`, { visibility: 'public' })).body.slug).toBe(slug);
});

test('what it was named on waits for the answer of its own people, and is shown once they said yes and are known', async () => {
  const site = await aSite();
  const { coalition, ally, claimant, siteSteward, decide } = await aHouse(site);
  const { slug } = await aCampaign(site, coalition, coalition.steward, { title: 'Lamps' });
  await site.as(coalition.steward).put(`/campaigns/${slug}/sponsors/${ally.slug}`, {});
  const sponsors = async () => (await site.as(null).get(`/campaigns/${slug}`)).body.sponsors as unknown[];
  expect(await sponsors()).toMatchObject([{ isConfirmed: false }]);
  await decide(await aClaim(site, ally, claimant), 'accepted');
  expect(await sponsors()).toEqual([]);
  const own = site.as(claimant);
  const { rows } = (await own.get(`/groups/${ally.slug}/sponsorships`)).body;
  expect(rows).toMatchObject([{ campaign: { title: 'Lamps' }, acceptedAt: null }]);
  expect((await own.put(`/groups/${ally.slug}/sponsorships/${slug}`, { answer: 'yes' })).status).toBe(204);
  expect(await sponsors()).toEqual([]);
  await site.as(siteSteward).put(`/site/groups/${ally.id}/vouching`);
  expect(await sponsors()).toEqual([{ slug: ally.slug, name: ally.name, isConfirmed: true }]);
});

test('of two yes at once to two people one holds, and the other hears that it was decided', async () => {
  const site = await aSite();
  const { coalition, ally, claimant, siteSteward, decide } = await aHouse(site);
  const second = await anAccount(site);
  const ids = [await aClaim(site, ally, claimant), await aClaim(site, ally, second)] as const;
  const answers = await Promise.all([
    decide(ids[0], 'accepted', coalition.steward),
    decide(ids[1], 'accepted', siteSteward),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
  const roles = await Promise.all(
    [claimant, second].map(async (who) => (await site.as(who).get(`/groups/${ally.slug}`)).body.myRole),
  );
  expect(roles.filter((role) => role === 'steward')).toHaveLength(1);
  const { rows } = await site.db.execute<{ decision: string }>(
    sql`select decision from ally_claims order by 1`,
  );
  expect(rows.map(({ decision }) => decision)).toEqual(['accepted', 'ended']);
  const keys = [...(await mailsTo(site, claimant)), ...(await mailsTo(site, second))].map(
    ({ key }) => key.split(':')[0],
  );
  expect(keys.sort()).toEqual(['coalitions.claim-accepted', 'coalitions.claim-ended']);
});

test('a no is told with its word, holds for a week, and so does what was taken back', async () => {
  const site = await aSite();
  const { ally, page, claimant, decide } = await aHouse(site);
  const own = site.as(claimant);
  const id = await aClaim(site, ally, claimant);
  expect((await decide(id, 'declined')).status).toBe(204);
  expect((await decide(id, 'declined')).status).toBe(204);
  expect(await decide(id, 'accepted')).toMatchObject({
    status: 409,
    body: { code: 'coalitions.already-decided' },
  });
  const lately = { status: 409, body: { code: 'coalitions.claimed-lately' } };
  expect(await own.post(`${page}/claims`, aWord)).toMatchObject(lately);
  const long = () => site.db.execute(sql`update ally_claims set decided_at = decided_at - interval '8 days'`);
  await long();
  expect((await own.post(`${page}/claims`, aWord)).status).toBe(202);
  expect((await own.delete(`${page}/claims/own`)).status).toBe(204);
  expect((await own.delete(`${page}/claims/own`)).status).toBe(404);
  expect(await own.post(`${page}/claims`, aWord)).toMatchObject(lately);
});

test('only those decide who let groups into the coalition, or look after the site, and nobody about themselves', async () => {
  const site = await aSite();
  const { coalition, ally, claimant, siteSteward, decide, keeper } = await aHouse(site);
  const second = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, second);
  const organizer = await aMember(site, second);
  await aDelegate(site, { coalition, group: second, account: organizer });
  await keeper.patch(`/groups/${coalition.slug}/members/${organizer.id}`, { role: 'organizer' });
  const id = await aClaim(site, ally, claimant);
  for (const who of [organizer, second.steward, claimant]) {
    expect((await site.as(who).get(`/allies/${ally.slug}/claims`)).status).toBe(404);
    expect((await decide(id, 'accepted', who)).status).toBe(404);
  }
  const own = await aClaim(site, ally, coalition.steward);
  expect(await decide(own, 'accepted')).toMatchObject({
    status: 403,
    body: { code: 'coalitions.own-claim' },
  });
  // Nobody else of the coalition could.
  expect((await mailsTo(site, siteSteward)).map(({ key }) => key)).toEqual([
    expect.stringContaining(`coalitions.ally-claimed:${own}`),
  ]);
  expect((await decide(own, 'accepted', siteSteward)).status).toBe(204);
});

test('where the coalition is frozen or gone the site’s stewards are told and decide', async () => {
  const site = await aSite();
  const { coalition, ally, page, claimant, siteSteward, decide } = await aHouse(site);
  await site
    .as(siteSteward)
    .put(`/site/groups/${coalition.id}/measures/frozen`, { reason: 'It speaks ill of others.' });
  const first = await aClaim(site, ally, claimant);
  expect((await decide(first, 'accepted')).status).toBe(403);
  await site.db.execute(sql`update allies set kept_by = null`);
  const second = await anAccount(site);
  expect((await site.as(second).post(`${page}/claims`, aWord)).status).toBe(202);
  const keys = (await mailsTo(site, siteSteward)).map(({ key }) => key);
  expect(keys.filter((key) => key.startsWith('coalitions.ally-claimed'))).toHaveLength(2);
  expect((await decide(first, 'accepted')).status).toBe(404);
  expect((await decide(first, 'accepted', siteSteward)).status).toBe(204);
});

test('a flood of claims stops at ten that wait, and each account at its quota', async () => {
  const site = await aSite();
  const { ally, page, claimant } = await aHouse(site);
  await site.db
    .execute(sql`with crowd as (insert into accounts (id, name, email, password_hash, language, time_zone)
    select gen_random_uuid(), 'One', 'one-' || n || '@example.org', '', 'en', 'UTC' from generate_series(1, ${MOST_OPEN}::int) n returning id)
    insert into ally_claims (id, group_id, account_id, word) select gen_random_uuid(), ${ally.id}, id, 'Me.' from crowd`);
  expect(await site.as(claimant).post(`${page}/claims`, aWord)).toMatchObject({
    status: 409,
    body: { code: 'coalitions.claims-full' },
  });
});

test('where not everybody starts groups, a yes is for those who may, and counts for them', async () => {
  const site = await aSite();
  const { ally, page, claimant, siteSteward, decide } = await aHouse(site);
  const id = await aClaim(site, ally, claimant);
  await site.as(siteSteward).patch('/site', { startingGroups: 'stewards' });
  expect(await decide(id, 'accepted')).toMatchObject({
    status: 403,
    body: { code: 'groups.starting-closed' },
  });
  expect((await site.as(null).get(page)).status).toBe(200);
  expect((await decide(id, 'accepted', siteSteward)).status).toBe(204);
});

test('who is suspended is believed by nobody', async () => {
  const site = await aSite();
  const { ally, page, claimant, decide, keeper } = await aHouse(site);
  const id = await aClaim(site, ally, claimant);
  await site.db.execute(
    sql`insert into account_suspensions (account_id, reason) values (${claimant.id}, 'Spam.')`,
  );
  expect((await keeper.get(`${page}/claims`)).body.rows).toEqual([]);
  expect((await decide(id, 'accepted')).status).toBe(404);
});

test('whoever waits when the page is taken down is told, and may say it again once it is back', async () => {
  const site = await aSite();
  const { ally, page, claimant, keeper } = await aHouse(site);
  await aClaim(site, ally, claimant);
  await keeper.put(`${page}/removal`);
  expect((await mailsTo(site, claimant)).map(({ key }) => key)).toEqual([
    expect.stringContaining('claim-ended'),
  ]);
  expect((await site.as(claimant).post(`${page}/claims`, aWord)).status).toBe(404);
  await keeper.delete(`${page}/removal`);
  expect((await site.as(claimant).post(`${page}/claims`, aWord)).status).toBe(202);
});

test('what was said is forgotten three months after the answer, and never while it waits', async () => {
  const site = await aSite();
  const { ally, claimant, decide } = await aHouse(site);
  await decide(await aClaim(site, ally, claimant), 'declined');
  await aClaim(site, ally, await anAccount(site));
  await site.db.execute(
    sql`update ally_claims set decided_at = decided_at - interval '91 days', made_at = made_at - interval '91 days'`,
  );
  await forgetDecidedClaims(site.ctx());
  const { rows } = await site.db.execute(sql`select decision from ally_claims`);
  expect(rows).toEqual([{ decision: null }]);
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCoalition, aDelegate, joinCoalition } from '../fixtures.ts';
import { forgetTakenDown } from './actions.ts';
import { anAlly, anAllyPage } from './fixtures.ts';

async function aHouse(site: TestSite) {
  const coalition = await aCoalition(site);
  const ally = await anAlly(site, coalition);
  const paths = { list: `/coalitions/${coalition.slug}/allies`, page: `/allies/${ally.slug}` };
  return { coalition, ally, ...paths, keeper: site.as(coalition.steward), stranger: site.as(null) };
}

test('a coalition puts up the page of an ally, and everybody reads who did and how to reach it', async () => {
  const site = await aSite();
  const { coalition, page, list, stranger } = await aHouse(site);
  expect((await stranger.get(page)).body).toMatchObject({
    ...anAllyPage,
    slug: 'valley-walkers',
    keeper: { slug: coalition.slug, name: coalition.name },
    campaigns: [],
    can: { edit: false, takeDown: false, claim: true, seeClaims: false, decide: false },
  });
  expect((await stranger.get(list)).body).toMatchObject({
    rows: [{ slug: 'valley-walkers', claimCount: null }],
    can: { add: false },
  });
});

test('who publishes for the coalition changes its page and nobody else does; its address stays', async () => {
  const site = await aSite();
  const { coalition, page, stranger, keeper } = await aHouse(site);
  const second = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, second);
  const delegate = await aMember(site, second);
  await aDelegate(site, { coalition, group: second, account: delegate });
  const change = { name: 'Walkers of the Valley', link: null };
  for (const who of [second.steward, delegate, await anAccount(site)])
    expect((await site.as(who).patch(page, change)).status).toBe(403);
  expect((await keeper.patch(page, change)).body).toMatchObject(change);
  await keeper.patch(`/groups/${coalition.slug}/members/${delegate.id}`, { role: 'organizer' });
  expect((await site.as(delegate).patch(page, { contact: '' })).status).toBe(200);
  expect((await stranger.get(page)).body).toMatchObject({ ...change, contact: '' });
});

test('a page that says nothing, or leads elsewhere than to a page, is refused beside the field', async () => {
  const site = await aSite();
  const { list, page, keeper } = await aHouse(site);
  for (const [field, wrong] of [
    ['name', ' '],
    ['summary', ''],
    ['link', 'http://walkers.example.org'],
    ['link', 'javascript:alert(1)'],
    ['link', 'https://bank.example.org@walkers.example.org'],
    ['contact', 'x'.repeat(201)],
  ]) {
    const asked = { ...anAllyPage, [String(field)]: wrong };
    expect(await keeper.post(list, asked), `${field} ${wrong}`).toMatchObject({
      status: 422,
      body: { fields: [{ name: field }] },
    });
    expect((await keeper.patch(page, { [String(field)]: wrong })).status).toBe(422);
  }
});

test('what is taken down is there for its keepers alone, can be put back, and is deleted after thirty days', async () => {
  const site = await aSite();
  const { ally, list, page, stranger, keeper } = await aHouse(site);
  expect((await keeper.put(`${page}/removal`)).status).toBe(204);
  expect((await stranger.get(page)).status).toBe(404);
  expect((await stranger.get(list)).body.rows).toEqual([]);
  expect((await keeper.get(list)).body.rows).toMatchObject([{ takenDownAt: expect.any(String) }]);
  expect((await keeper.patch(page, { summary: 'Quiet.' })).status).toBe(403);
  expect((await keeper.delete(`${page}/removal`)).status).toBe(204);
  expect((await stranger.get(page)).status).toBe(200);

  await keeper.put(`${page}/removal`);
  await forgetTakenDown(site.ctx());
  expect((await keeper.get(page)).status).toBe(200);
  await site.db.execute(sql`update allies set taken_down_at = now() - interval '31 days'`);
  await forgetTakenDown(site.ctx());
  expect((await keeper.get(page)).status).toBe(404);
  const { rows } = await site.db.execute(sql`select from groups where id = ${ally.id}`);
  expect(rows).toEqual([]);
});

/** Named on a campaign by its own organizers, and what is read of that. */
async function naming(
  site: TestSite,
  group: Parameters<typeof aCampaign>[1],
  steward: { token: string; id: string },
) {
  const { slug } = await aCampaign(site, group, steward, { title: 'Lamps' });
  const path = `/campaigns/${slug}`;
  return {
    slug,
    name: (ally: string) => site.as(steward).put(`${path}/sponsors/${ally}`, {}),
    drop: (ally: string) => site.as(steward).delete(`${path}/sponsors/${ally}`),
    shown: async () => (await site.as(null).get(path)).body.sponsors as unknown[],
    known: async () => (await site.as(steward).get(`${path}/sponsors`)).body.rows as unknown[],
  };
}

test('a campaign of the coalition or of a group of its names an ally, which is shown as not confirmed', async () => {
  const site = await aSite();
  const { coalition, ally, page, stranger } = await aHouse(site);
  const second = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, second);
  for (const [group, steward] of [
    [coalition, coalition.steward],
    [second, second.steward],
  ] as const) {
    const campaign = await naming(site, group, steward);
    expect((await campaign.name(ally.slug)).status).toBe(204);
    expect(await campaign.shown()).toEqual([{ slug: ally.slug, name: ally.name, isConfirmed: false }]);
    expect(await campaign.known()).toMatchObject([{ slug: ally.slug, acceptedAt: null, isAlly: true }]);
  }
  expect((await stranger.get(page)).body.campaigns).toMatchObject([
    { title: 'Lamps', group: { slug: coalition.slug } },
    { title: 'Lamps', group: { slug: second.slug } },
  ]);
});

test('its organizers take an ally off their campaign, and so does who answers for its page', async () => {
  const site = await aSite();
  const { coalition, ally, page, keeper } = await aHouse(site);
  const second = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, second);
  const campaign = await naming(site, second, second.steward);
  await campaign.name(ally.slug);
  expect((await campaign.drop(ally.slug)).status).toBe(204);
  expect(await campaign.shown()).toEqual([]);
  await campaign.name(ally.slug);
  const off = `${page}/campaigns/${campaign.slug}`;
  expect((await site.as(second.steward).delete(off)).status).toBe(403);
  expect((await keeper.delete(off)).status).toBe(204);
  expect(await campaign.shown()).toEqual([]);
  expect((await keeper.delete(off)).status).toBe(404);
});

test('a private campaign’s group names an ally without being named on its page', async () => {
  const site = await aSite();
  const { coalition, ally, page, keeper } = await aHouse(site);
  const second = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, second);
  const campaign = await naming(site, second, second.steward);
  await campaign.name(ally.slug);
  await site.as(second.steward).patch(`/groups/${second.slug}`, { visibility: 'private' });
  for (const viewer of [keeper, site.as(second.steward)])
    expect((await viewer.get(page)).body.campaigns).toEqual([]);
});

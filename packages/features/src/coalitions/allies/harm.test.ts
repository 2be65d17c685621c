import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { deleteDueGroups } from '../../groups/deletions/actions.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCoalition, aMandate, joinCoalition } from '../fixtures.ts';
import { anAlly, anAllyPage } from './fixtures.ts';
import { MOST_ALLIES } from './actions.ts';

async function aHouse(site: TestSite) {
  const coalition = await aCoalition(site);
  const ally = await anAlly(site, coalition);
  const siteSteward = await anAccount(site, { isSiteSteward: true });
  return { coalition, ally, page: `/allies/${ally.slug}`, siteSteward, stranger: site.as(null) };
}

describe('an ally is no group, whoever asks', () => {
  test('it is invited into no coalition, and no list of what it stands with is found', async () => {
    const site = await aSite();
    const { coalition, ally, siteSteward } = await aHouse(site);
    const keeper = site.as(coalition.steward);
    const invitations = `/coalitions/${coalition.slug}/invitations`;
    expect((await keeper.post(invitations, { group: ally.slug })).status).toBe(404);
    const begun = { ...aMandate, name: 'Another', group: ally.slug };
    expect((await keeper.post('/coalitions', begun)).status).toBe(404);
    for (const who of [null, coalition.steward, siteSteward])
      expect((await site.as(who).get(`/campaigns?sponsor=${ally.slug}`)).status).toBe(404);
  });

  test('it stands in no list, search or count of groups, and waits for no word of the site’s stewards', async () => {
    const site = await aSite();
    const { coalition, siteSteward, stranger } = await aHouse(site);
    for (const who of [null, coalition.steward, siteSteward])
      for (const path of ['/groups', '/groups?search=walkers'])
        expect(JSON.stringify((await site.as(who).get(path)).body), path).not.toContain('Walkers');
    expect((await stranger.get(`/coalitions/${coalition.slug}`)).body.groupCount).toBe(1);
    const steward = site.as(siteSteward);
    for (const only of ['', '?only=waiting', '?only=without', '?only=held'])
      expect(JSON.stringify((await steward.get(`/site/groups${only}`)).body.rows), only).not.toContain(
        'Walkers',
      );
    expect((await steward.get('/site/groups')).body.counts).toEqual({ waiting: 0, held: 0 });
  });

  test('nobody vouches for it and nobody is made its steward, by whichever way', async () => {
    const site = await aSite();
    const { ally, siteSteward, coalition } = await aHouse(site);
    const path = `/site/groups/${ally.id}`;
    await site.as(siteSteward).put(`${path}/vouching`);
    const { email } = coalition.steward;
    expect(await site.as(siteSteward).post(`${path}/stewards`, { email })).toMatchObject({
      status: 409,
      body: { code: 'groups.ally' },
    });
    const { rows } = await site.db.execute(sql`select kind, vouched_at from groups where id = ${ally.id}`);
    expect(rows).toEqual([{ kind: 'ally', vouched_at: null }]);
    await expect(
      site.db.execute(sql`update groups set visibility = 'public' where id = ${ally.id}`),
    ).rejects.toThrow();
  });
});

test('a coalition that nobody vouched for, or that others may not see, puts up no page', async () => {
  const site = await aSite();
  const rude = await aCoalition(site, { isVouched: false });
  const quiet = await aCoalition(site, { visibility: 'unlisted' });
  for (const { slug, steward } of [rude, quiet])
    expect((await site.as(steward).post(`/coalitions/${slug}/allies`, anAllyPage)).status).toBe(403);
});

test('a coalition fills no site with pages of others', async () => {
  const site = await aSite();
  const { coalition } = await aHouse(site);
  const path = `/coalitions/${coalition.slug}/allies`;
  await site.db.execute(sql`with made as (insert into groups (id, kind, slug, name, visibility)
    select gen_random_uuid(), 'ally', 'ally-' || n, 'Ally', 'private' from generate_series(2, ${MOST_ALLIES}::int) n returning id)
    insert into allies (group_id, kept_by) select id, ${coalition.id} from made`);
  expect(await site.as(coalition.steward).post(path, anAllyPage)).toMatchObject({
    status: 409,
    body: { code: 'coalitions.allies-full' },
  });
});

test('a page with slander is reported by a stranger, hidden by the site, and gone for all but its keepers, who do not show it again', async () => {
  const site = await aSite();
  const { coalition, ally, page, siteSteward, stranger } = await aHouse(site);
  const campaign = await aCampaign(site, coalition, coalition.steward);
  const naming = `/campaigns/${campaign.slug}`;
  await site.as(coalition.steward).put(`${naming}/sponsors/${ally.slug}`, {});
  const told = { note: 'They are no thieves.' };
  expect((await stranger.put(`/subjects/group/${ally.slug}/report`, told)).status).toBe(204);
  const steward = site.as(siteSteward);
  const [report] = (await steward.get('/site/reports')).body.rows;
  expect(report).toMatchObject({ kind: 'group', title: ally.name });
  const decision = { deed: 'hide', reason: 'Nobody of them wrote this.' };
  expect((await steward.put(`/reports/${report.id}/decision`, decision)).status).toBe(200);
  expect((await stranger.get(page)).status).toBe(404);
  expect((await stranger.get(naming)).body.sponsors).toEqual([]);
  const keeper = site.as(coalition.steward);
  expect((await keeper.get(page)).body).toMatchObject({ isHidden: true });
  for (const deed of [
    keeper.patch(page, { summary: 'Nothing.' }),
    site.as(await anAccount(site, { isSiteSteward: true })).post(`${page}/claims`, { word: 'Me.' }),
  ])
    expect(await deed).toMatchObject({ status: 409, body: { code: 'groups.frozen' } });
  expect((await steward.get('/site/groups?only=held')).body.rows).toMatchObject([
    { id: ally.id, slug: ally.slug },
  ]);
  await steward.delete(`/site/groups/${ally.id}/measures/hidden`);
  expect((await stranger.get(page)).status).toBe(200);
});

test('an ally is named on no campaign of a group that is not in the coalition, and not any more once that is out', async () => {
  const site = await aSite();
  const { coalition, ally, page, stranger } = await aHouse(site);
  const apart = await aGroup(site, { name: 'Apart' });
  const { slug } = await aCampaign(site, apart, apart.steward, { title: 'Ugly' });
  const name = () => site.as(apart.steward).put(`/campaigns/${slug}/sponsors/${ally.slug}`, {});
  expect(await name()).toMatchObject({ status: 403, body: { code: 'groups.ally-of-others' } });
  await joinCoalition(site, coalition, apart);
  expect((await name()).status).toBe(204);
  const shown = async () => [
    (await stranger.get(`/campaigns/${slug}`)).body.sponsors.length as number,
    (await stranger.get(page)).body.campaigns.length as number,
  ];
  expect(await shown()).toEqual([1, 1]);
  const ending = `/coalitions/${coalition.slug}/groups/${apart.slug}/ending`;
  await site.as(coalition.steward).put(ending, { reason: 'That campaign.' });
  expect(await shown()).toEqual([0, 0]);
});

test('an ally of a coalition that turned private is there for nobody else', async () => {
  const site = await aSite();
  const { coalition, page, stranger, siteSteward } = await aHouse(site);
  await site.as(coalition.steward).patch(`/groups/${coalition.slug}`, { visibility: 'private' });
  expect((await stranger.get(page)).status).toBe(404);
  expect((await site.as(coalition.steward).get(page)).body.keeper).toMatchObject({ name: coalition.name });
  // Who looks after the site is not told which private coalition it is.
  expect((await site.as(siteSteward).get(page)).body).toMatchObject({ keeper: null });
});

/** The coalition is gone with all it held. */
async function goes(site: TestSite, { id }: { id: string }) {
  await site.db.execute(sql`insert into group_deletions (group_id, deletes_at) values (${id}, now())`);
  await deleteDueGroups(site.ctx(), new Date(Date.now() + 1000));
}

test('with a coalition go its allies if others did not see them; else they stay, and the site’s stewards decide', async () => {
  const site = await aSite();
  const { coalition, page, stranger, siteSteward } = await aHouse(site);
  const quiet = await aCoalition(site, { name: 'Quiet' });
  const secret = await anAlly(site, quiet, { name: 'Secret friends' });
  await site.as(quiet.steward).patch(`/groups/${quiet.slug}`, { visibility: 'private' });
  for (const one of [coalition, quiet]) await goes(site, one);
  expect((await stranger.get(`/allies/${secret.slug}`)).status).toBe(404);
  expect((await site.as(siteSteward).get(`/allies/${secret.slug}`)).status).toBe(404);
  expect((await stranger.get(page)).body).toMatchObject({ keeper: null, can: { claim: true } });
  expect((await site.as(coalition.steward).patch(page, { summary: 'Mine.' })).status).toBe(403);
});

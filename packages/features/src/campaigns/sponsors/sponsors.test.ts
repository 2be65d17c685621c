import { expect, test } from 'vitest';
import { aCast } from '../../links/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCampaign } from '../fixtures.ts';

test('a group that stands with a campaign finds it in its own list, once it has accepted', async () => {
  const site = await aSite();
  const { home, ally, campaign, accept } = await anAsk(site);
  const listed = async (viewer = null as Parameters<TestSite['as']>[0]) =>
    (await site.as(viewer).get(`/campaigns?sponsor=${ally.group.slug}`)).body.rows;
  expect(await listed(ally.organizer)).toEqual([]);
  await accept();
  expect(await listed()).toMatchObject([{ slug: campaign.slug, group: { slug: home.group.slug } }]);
  const own = (await site.as(null).get(`/campaigns?group=${ally.group.slug}`)).body.rows;
  expect(own).toEqual([]);
  // Whoever comes from there comes by its link, and is its person.
  const [{ via }] = await listed();
  const seen = (await site.as(null).get(`${campaign.path}?via=${via}`)).body;
  expect(seen).toMatchObject({ owner: { slug: ally.group.slug }, via: null });
});

test('a private group’s sponsorships are listed for its members only', async () => {
  const site = await aSite();
  const { ally, campaign, accept } = await anAsk(site);
  await accept();
  const { body } = await site.as(ally.steward).patch(`/groups/${ally.group.slug}`, { visibility: 'private' });
  const path = `/campaigns?sponsor=${body.slug}`;
  expect((await site.as(null).get(path)).status).toBe(404);
  expect((await site.as(ally.member).get(path)).body.rows).toMatchObject([{ slug: campaign.slug }]);
});

test('a private group’s campaign is in no list of a group that stands with it', async () => {
  const site = await aSite();
  const { home, ally, accept } = await anAsk(site);
  await accept();
  await site.as(home.steward).patch(`/groups/${home.group.slug}`, { visibility: 'private' });
  for (const viewer of [null, ally.organizer])
    expect((await site.as(viewer).get(`/campaigns?sponsor=${ally.group.slug}`)).body.rows).toEqual([]);
});

test('an invited group reads which language the asking group writes in, as long as it may see it', async () => {
  const site = await aSite();
  const { home, ally } = await anAsk(site);
  const asked = async () =>
    (await site.as(ally.organizer).get(`/groups/${ally.group.slug}/sponsorships`)).body.rows;
  expect(await asked()).toMatchObject([{ group: { language: 'en' } }]);
  await site.as(home.steward).patch(`/groups/${home.group.slug}`, { visibility: 'private', language: 'es' });
  expect(await asked()).toMatchObject([{ group: { language: null } }]);
});

/** A campaign of one group that another was asked to stand with. */
async function anAsk(site: TestSite) {
  const [home, ally] = [await aCast(site), await aCast(site)];
  const campaign = await aCampaign(site, home.group, home.organizer);
  await site.as(home.organizer).put(`${campaign.path}/sponsors/${ally.group.slug}`, {});
  const accept = () =>
    site
      .as(ally.organizer)
      .put(`/groups/${ally.group.slug}/sponsorships/${campaign.slug}`, { answer: 'yes' });
  return { home, ally, campaign, accept };
}

import { expect, test } from 'vitest';
import { aCampaign } from '../campaigns/fixtures.ts';
import { eventInput } from './fixtures.ts';
import { vouch } from '../groups/actions.ts';
import { aGroup, type AGroup } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';

type Kind = [folder: string, written: object];
const KINDS: Kind[] = [
  ['campaigns', { ask: 'The council votes.', action: 'petition' }],
  ['events', eventInput()],
];

test.each(KINDS)(
  'a draft among %s takes no readable address, so trying titles finds none',
  async (...kind) => {
    const site = await aSite();
    const [quiet, curious] = [await aGroup(site), await aGroup(site)];
    const draft = await aDraft(site, quiet, kind);
    const tried = await published(site, curious, await aDraft(site, curious, kind));
    expect(tried.slug).toBe('rent-strike');
    expect((await published(site, quiet, draft)).slug).toBe('rent-strike-2');
  },
);

test.each(KINDS)(
  'the address of a draft among %s leads to it when it is out, and so do links',
  async (...kind) => {
    const site = await aSite();
    const group = await aGroup(site);
    const steward = site.as(group.steward);
    const draft = await aDraft(site, group, kind);
    const made = await steward.post(`/groups/${group.slug}/links`, { path: draft, label: 'flyer' });
    expect((await site.as(null).get(draft)).status).toBe(404);
    const { slug } = await published(site, group, draft);
    expect((await site.as(null).get(draft)).body.slug).toBe(slug);
    expect((await steward.put(`${draft}/publication`)).body.slug).toBe(slug);
    expect((await site.as(null).get(`/go/${made.body.code}`)).body.path).toBe(`/${kind[0]}/${slug}`);
  },
);

test.each(KINDS)('a group that turns private frees the addresses of its %s, and its own', async (...kind) => {
  const site = await aSite();
  const [hidden, curious] = [await aGroup(site, { name: 'Night shift' }), await aGroup(site)];
  const steward = site.as(hidden.steward);
  const { slug } = await published(site, hidden, await aDraft(site, hidden, kind));
  const [toPage, toGroup] = await Promise.all(
    [`/${kind[0]}/${slug}`, `/groups/${hidden.slug}/events`].map(
      async (path) =>
        (await steward.post(`/groups/${hidden.slug}/links`, { path, label: 'flyer' })).body.code,
    ),
  );
  const { body: group } = await steward.patch(`/groups/${hidden.slug}`, { visibility: 'private' });
  await site.work();
  const [page] = (await steward.get(`/${kind[0]}?group=${group.slug}`)).body.rows;
  expect(group.slug).toMatch(/^night-shift-[0-9a-f]{10}$/);
  expect(page.slug).toMatch(/^rent-strike-[0-9a-f]{10}$/);
  expect((await steward.get(`/go/${toPage}`)).body.path).toBe(`/${kind[0]}/${page.slug}`);
  expect((await steward.get(`/go/${toGroup}`)).body.path).toBe(`/groups/${group.slug}/events`);

  for (const path of [`/${kind[0]}/${slug}`, `/${kind[0]}/${page.slug}`, `/groups/${hidden.slug}`])
    expect((await site.as(null).get(path)).status).toBe(404);
  expect((await aGroup(site, { name: 'Night shift' })).slug).toBe('night-shift');
  const tried = await published(site, curious, await aDraft(site, curious, kind));
  expect(tried.slug).toBe('rent-strike');
});

test.each(KINDS)(
  'a group and its %s have a readable address once somebody vouched for it',
  async (...kind) => {
    const site = await aSite();
    const group = await aGroup(site, { name: 'Night shift', isVouched: false });
    const steward = site.as(group.steward);
    const { slug } = await published(site, group, await aDraft(site, group, kind));
    for (const address of [group.slug, slug]) expect(address).toMatch(/^draft-/);
    expect((await aGroup(site, { name: 'Night shift' })).slug).toBe('night-shift');
    await site.ctx().change((tx) => vouch(tx, group.id, group.steward.id));
    await site.work();
    for (const asker of [steward, site.as(null)]) {
      expect((await asker.get(`/groups/${group.slug}`)).body.slug).toBe('night-shift-2');
      expect((await asker.get(`/${kind[0]}/${slug}`)).body.slug).toBe('rent-strike');
      const listed = (await asker.get(`/${kind[0]}?group=${group.slug}`)).body.rows;
      expect(listed).toMatchObject([{ slug: 'rent-strike' }]);
    }
  },
);

test('a group that turns public again has a readable address, and an unlisted one keeps its own', async () => {
  const site = await aSite();
  const group = await aGroup(site, { name: 'Night shift', visibility: 'private' });
  const turn = async (slug: string, visibility: string) =>
    (await site.as(group.steward).patch(`/groups/${slug}`, { visibility })).body.slug;
  expect(await turn(group.slug, 'public')).toBe('night-shift');
  expect(await turn('night-shift', 'public')).toBe('night-shift');
  expect(await turn('night-shift', 'unlisted')).toBe('night-shift');
  const secret = await turn('night-shift', 'private');
  expect(secret).not.toBe('night-shift');
  expect(await turn(secret, 'private')).toBe(secret);
});

test('an organizer no longer reads of a group they asked to stand with once it is private', async () => {
  const site = await aSite();
  const [home, ally] = [await aGroup(site), await aGroup(site, { name: 'Night shift' })];
  const { path } = await aCampaign(site, home, home.steward);
  await site.as(home.steward).put(`${path}/sponsors/${ally.slug}`, {});
  await site
    .as(ally.steward)
    .patch(`/groups/${ally.slug}`, { visibility: 'private', name: 'Strike committee' });
  expect((await site.as(home.steward).get(`${path}/sponsors`)).body.rows).toEqual([]);
});

test('an invited sponsor reads a campaign as it was when its group turned private', async () => {
  const site = await aSite();
  const [home, ally] = [await aGroup(site, { name: 'Night shift' }), await aGroup(site)];
  const { path } = await aCampaign(site, home, home.steward, { title: 'Fair rota' });
  await site.as(home.steward).put(`${path}/sponsors/${ally.slug}`, {});
  const asked = async () => (await site.as(ally.steward).get(`/groups/${ally.slug}/sponsorships`)).body.rows;
  await site.as(home.steward).patch(path, { title: 'Fair rotas' });
  expect(await asked()).toMatchObject([
    { campaign: { title: 'Fair rotas' }, group: { name: 'Night shift' } },
  ]);
  await site
    .as(home.steward)
    .patch(`/groups/${home.slug}`, { visibility: 'private', name: 'Strike committee' });
  await site.as(home.steward).patch(path, { title: 'Strike' });
  expect(await asked()).toMatchObject([{ campaign: { title: 'Fair rota' }, group: { name: 'Night shift' } }]);
});

async function aDraft(site: TestSite, group: AGroup, [folder, written]: Kind): Promise<string> {
  const asked = { ...written, title: 'Rent strike' };
  const { body } = await site.as(group.steward).post(`/groups/${group.slug}/${folder}`, asked);
  return `/${folder}/${body.slug}`;
}

async function published(site: TestSite, group: AGroup, draft: string): Promise<{ slug: string }> {
  return (await site.as(group.steward).put(`${draft}/publication`)).body;
}

import { describe, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { anEvent } from '../../events/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';

describe('a group that nobody vouched for', () => {
  test('is there for its members, who read that it waits', async () => {
    const site = await aSite();
    const group = await aGroup(site, { isVouched: false });
    const member = site.as(await aMember(site, group));
    const seen = await member.get(`/groups/${group.slug}`);
    expect(seen).toMatchObject({ status: 200, body: { isVouched: false, visibility: 'public' } });
    expect((await member.get('/groups')).body.rows).toMatchObject([{ slug: group.slug }]);
  });

  test.for([
    ['its page', (slug: string) => `/groups/${slug}`],
    ['its news', (slug: string) => `/groups/${slug}/news`],
    ['its calendar', (slug: string) => `/groups/${slug}/events.ics`],
  ] as const)('is not there for others: %s', async ([, path]) => {
    const site = await aSite();
    const group = await aGroup(site, { isVouched: false });
    for (const who of [null, await anAccount(site)])
      expect((await site.as(who).get(path(group.slug))).status).toBe(404);
  });

  test('stands in no list, no search, and neither do its campaigns and events', async () => {
    const site = await aSite();
    const group = await aGroup(site, { isVouched: false, name: 'Night Shift' });
    const campaign = await aCampaign(site, group, group.steward);
    const event = await anEvent(site, { group });
    const stranger = site.as(null);
    for (const path of ['/groups', '/groups?search=night', '/campaigns', '/events'])
      expect((await stranger.get(path)).body.rows, path).toEqual([]);
    expect((await stranger.get(`/campaigns/${campaign.slug}`)).status).toBe(404);
    expect((await stranger.get(`/events/${event.slug}`)).status).toBe(404);
  });

  test('shows itself to who looks after the site as far as it asks to be seen, and no further', async () => {
    const site = await aSite();
    const steward = site.as(await anAccount(site, { isSiteSteward: true }));
    const open = await aGroup(site, { isVouched: false });
    const closed = await aGroup(site, { isVouched: false, visibility: 'private' });
    expect((await steward.get(`/groups/${open.slug}`)).body).toMatchObject({ myRole: null });
    expect((await steward.get(`/groups/${closed.slug}`)).status).toBe(404);
    expect((await steward.get('/groups')).body.rows).toEqual([]);
  });
});

describe('who may start a group', () => {
  test('a steward of the site always may, and it is vouched for by that', async () => {
    const site = await aSite();
    await allow(site, 'stewards');
    const steward = site.as(await anAccount(site, { isSiteSteward: true }));
    const made = await steward.post('/groups', { name: 'Coalition office' });
    expect(made).toMatchObject({ status: 201, body: { isVouched: true } });
  });

  test('where only stewards may, others are refused and are not offered it', async () => {
    const site = await aSite();
    const member = await aMember(site, await aGroup(site));
    await allow(site, 'stewards');
    expect(await start(site, member)).toMatchObject({
      status: 403,
      body: { code: 'groups.starting-closed' },
    });
    expect((await site.as(member).get('/groups')).body.can).toEqual({ start: false });
  });

  test('where members may, it takes being in a group that was vouched for', async () => {
    const site = await aSite();
    const inside = await aMember(site, await aGroup(site));
    const waiting = await aMember(site, await aGroup(site, { isVouched: false }));
    await allow(site, 'members');
    expect(await start(site, inside)).toMatchObject({ status: 201, body: { isVouched: false } });
    expect((await start(site, waiting)).status).toBe(403);
    expect((await start(site, await anAccount(site))).status).toBe(403);
  });

  test('where anyone may, whoever has an account may, and a stranger is not offered it', async () => {
    const site = await aSite();
    expect((await start(site, await anAccount(site))).status).toBe(201);
    expect((await site.as(null).get('/groups')).body.can).toEqual({ start: false });
  });

  test('only who looks after the site sets it', async () => {
    const site = await aSite();
    const change = { startingGroups: 'anyone' };
    expect((await site.as(await anAccount(site)).patch('/site', change)).status).toBe(404);
  });
});

type Account = { token: string };

function start(site: TestSite, account: Account) {
  return site.as(account).post('/groups', { name: 'Another one' });
}

async function allow(site: TestSite, startingGroups: 'stewards' | 'members') {
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  await steward.patch('/site', { startingGroups });
}

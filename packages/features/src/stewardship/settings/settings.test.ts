import { journal } from '@groundwork/database/journal/tables';
import { eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';

describe('the campaign that leads the start page', () => {
  test('is the one that a steward of the site chose, for everyone', async () => {
    const { site, steward, choose, leading } = await aCase();
    const { group, campaign } = await aPublished(site);
    await aCampaign(site, group, group.steward);
    expect(await leading()).toBeNull();
    expect((await choose(campaign.slug)).status).toBe(200);
    expect(await leading()).toMatchObject({ slug: campaign.slug });
    expect((await steward.get('/site/settings')).body.frontCampaign).toMatchObject({ slug: campaign.slug });
    await choose('');
    expect(await leading()).toBeNull();
  });

  test.for(['draft', 'paused', 'won'] as const)('is none that is %s', async (state) => {
    const { site, choose } = await aCase();
    const group = await aGroup(site);
    const campaign = await aCampaign(site, group, group.steward, { state });
    expect(await choose(campaign.slug)).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'frontCampaign', code: 'site.front-campaign' }] },
    });
  });

  test('is none of a group that strangers do not come across', async () => {
    const { site, choose } = await aCase();
    for (const options of [
      { visibility: 'private' },
      { visibility: 'unlisted' },
      { isVouched: false },
    ] as const) {
      const group = await aGroup(site, options);
      const campaign = await aCampaign(site, group, group.steward);
      expect((await choose(campaign.slug)).status, JSON.stringify(options)).toBe(422);
    }
    expect((await choose('nothing-of-that-name')).status).toBe(422);
  });

  test('falls back while it is hidden by who moderates, whatever the reason', async () => {
    const { site, choose, leading } = await aCase();
    const { campaign } = await aPublished(site);
    await choose(campaign.slug);
    await site.db.$client.query('update campaigns set hidden_at = now()');
    expect(await leading()).toBeNull();
    expect((await choose(campaign.slug)).status).toBe(422);
  });

  test('falls back when it ends, is hidden, turns private or goes, and is named to nobody then', async () => {
    const { site, steward, choose, leading } = await aCase();
    const { group, campaign } = await aPublished(site);
    const keeper = site.as(group.steward);
    await choose(campaign.slug);
    await keeper.put(`${campaign.path}/outcome`, { outcome: 'won' });
    expect(await leading()).toBeNull();
    await keeper.delete(`${campaign.path}/outcome`);
    expect(await leading()).not.toBeNull();
    await steward.put(`/site/groups/${group.id}/measures/hidden`, { reason: 'It asks for money.' });
    expect(await leading()).toBeNull();
    await steward.delete(`/site/groups/${group.id}/measures/hidden`);
    await keeper.patch(`/groups/${group.slug}`, { visibility: 'private' });
    expect(await leading()).toBeNull();
    expect((await steward.get('/site/settings')).body.frontCampaign).toBeNull();
  });
});

describe('rules', () => {
  test('stand on a page for everyone, as safe HTML, and are gone when they are emptied', async () => {
    const { site, steward } = await aCase();
    const stranger = site.as(null);
    expect((await stranger.get('/site/rules')).status).toBe(404);
    await steward.patch('/site', { rules: '1. **Be kind**\n\n<script>alert(1)</script>' });
    const { body } = await stranger.get('/site/rules');
    expect(body.html).toContain('<strong>Be kind</strong>');
    expect(body.html).not.toContain('<script');
    expect((await stranger.get('/site')).body).toMatchObject({ hasRules: true });
    await steward.patch('/site', { rules: '  ' });
    expect((await stranger.get('/site/rules')).status).toBe(404);
    expect((await stranger.get('/site')).body).toMatchObject({ hasRules: false });
  });

  test('that come to more than a page can hold are refused beside their field', async () => {
    const { steward } = await aCase();
    const row = `|${'a|'.repeat(40)}\n`;
    const rules = `${row}|${'-|'.repeat(40)}\n${row.repeat(200)}`;
    expect(await steward.patch('/site', { rules })).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'rules' }] },
    });
  });
});

describe('whom to turn to', () => {
  test('is said to everyone, and can be taken away', async () => {
    const { site, steward } = await aCase();
    await steward.patch('/site', { contact: ' hello@valley.example ' });
    expect((await site.as(null).get('/site')).body).toMatchObject({ contact: 'hello@valley.example' });
    await steward.patch('/site', { contact: '' });
    expect((await site.as(null).get('/site')).body).toMatchObject({ contact: null });
    expect((await steward.patch('/site', { contact: 'two\nlines' })).body.contact).toBe('two lines');
    expect((await steward.patch('/site', { contact: 'mailto:Help@Bücher.example' })).body.contact).toBe(
      'help@bücher.example',
    );
  });

  test.for([
    ['security@valley.example', 'mailto:security@valley.example'],
    ['mailto:security@valley.example', 'mailto:security@valley.example'],
    ['https://valley.example/holes', 'https://valley.example/holes'],
  ] as const)('of a hole: %s is published as %s', async ([typed, uri]) => {
    const { site, steward } = await aCase();
    await steward.patch('/site', { securityContact: typed });
    expect((await site.as(null).get('/site')).body).toMatchObject({ securityContact: uri });
  });

  test.for(['http://valley.example', 'somebody', 'javascript:alert(1)', 'a@b.example\nContact: x', 'a@b'])(
    'of a hole is not %j',
    async (securityContact) => {
      const { steward } = await aCase();
      expect(await steward.patch('/site', { securityContact })).toMatchObject({
        status: 422,
        body: { fields: [{ name: 'securityContact', code: 'site.security-contact' }] },
      });
    },
  );
});

test('above how many people a mailing takes a second look is a number, or nothing', async () => {
  const { steward } = await aCase();
  const settled = async () => (await steward.get('/site/settings')).body.lookAbove;
  expect(await settled()).toBeNull();
  expect((await steward.patch('/site', { lookAbove: 500 })).status).toBe(200);
  expect(await settled()).toBe(500);
  await steward.patch('/site', { name: 'River Coalition' });
  expect(await settled()).toBe(500);
  for (const lookAbove of [0, -1, 1.5, 1_000_001])
    expect((await steward.patch('/site', { lookAbove })).body.fields).toMatchObject([{ name: 'lookAbove' }]);
  await steward.patch('/site', { lookAbove: '' });
  expect(await settled()).toBeNull();
});

test('each change is on record by its fields, without the words', async () => {
  const { site, steward } = await aCase();
  await steward.patch('/site', { name: ' River Coalition ', contact: 'hello@valley.example' });
  const entries = await site.db.select().from(journal).where(eq(journal.kind, 'site.changed'));
  expect(entries.map(({ data }) => data)).toEqual([{ fields: ['name', 'contact'] }]);
  expect((await site.as(null).get('/site')).body).toMatchObject({ name: 'River Coalition' });
});

test('nobody but a steward of the site settles or reads it', async () => {
  const { site } = await aCase();
  const keeper = site.as((await aGroup(site)).steward);
  expect((await keeper.patch('/site', { rules: 'None.' })).status).toBe(404);
  expect((await keeper.get('/site/settings')).status).toBe(404);
  expect((await site.as(null).get('/site/settings')).status).toBe(404);
});

async function aCase() {
  const site = await aSite();
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  const choose = (frontCampaign: string) => steward.patch('/site', { frontCampaign });
  const leading = async () => (await site.as(null).get('/site/front-campaign')).body.campaign;
  return { site, steward, choose, leading };
}

async function aPublished(site: Awaited<ReturnType<typeof aSite>>) {
  const group = await aGroup(site);
  return { group, campaign: await aCampaign(site, group, group.steward) };
}

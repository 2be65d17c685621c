import { expect, test } from 'vitest';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCarriedCampaign, aFrame, aSignature, aSponsor, aSponsorFrame } from '../fixtures.ts';

test('the home group tells its campaign in another way, at an address of its own, and the name counts for the campaign', async () => {
  const site = await aSite();
  const { home, campaign } = await aCarriedCampaign(site);
  const frame = await aFrame(site, campaign, home.steward, {
    story: 'The **line**.',
    issues: ['Digital Rights'],
  });
  expect(frame.slug).toBe('keep-the-block-online');
  const { body } = await site.as(null).get(frame.path);
  expect(body.frame).toMatchObject({
    title: 'Keep the block online',
    issues: ['digital rights'],
    storyHtml: expect.stringContaining('<strong>line</strong>'),
    teller: { slug: home.slug, isHome: true },
    written: null,
  });
  expect(body.campaign).toMatchObject({ title: 'Save the library', owner: { slug: home.slug } });
  await aSignature(site, campaign, { owner: home.slug, frame: frame.slug });
  expect((await site.as(null).get(campaign.path)).body.signatureCount).toBe(1);
  expect(await groupIdsOf(site, frame.id)).toEqual([{ group_id: home.id, by_link: false }]);
});

test('whoever signs on its page is the person of the group that tells it, unless another group’s link brought them', async () => {
  const site = await aSite();
  const { home, riders, campaign, code } = await aCarriedCampaign(site);
  const nurses = await aGroup(site, { name: 'Nurses' });
  const { code: nursesCode } = await aSponsor(site, campaign, { by: home.steward, group: nurses });
  const frame = await aSponsorFrame(site, campaign, riders, { home: home.steward });
  const homes = (await site.as(null).get(campaign.path)).body.link.code as string;
  const cases = [
    ['', riders, false],
    [frame.code, riders, true],
    [code, riders, true],
    [nursesCode, nurses, true],
    [homes, home, true],
    ['nowhere', riders, false],
  ] as const;
  for (const [via, group, byLink] of cases) {
    const { body } = await site.as(null).get(`${frame.path}?via=${via}`);
    expect(body.campaign.owner.slug, via).toBe(group.slug);
    await aSignature(site, campaign, { owner: group.slug, frame: frame.slug, link: via });
    expect(await groupIdsOf(site, frame.id)).toContainEqual({ group_id: group.id, by_link: byLink });
  }
  expect(await groupIdsOf(site, frame.id)).toHaveLength(cases.length);
});

test('told of another group than it is by now, nobody’s name is taken', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders, { home: home.steward });
  await site.as(home.steward).delete(`${frame.path}/publication`);
  const typed = {
    name: 'Sam',
    email: 'sam@example.org',
    updates: false,
    owner: riders.slug,
    frame: frame.slug,
  };
  expect(await site.as(null).post(`${campaign.path}/signatures`, typed)).toMatchObject({
    status: 409,
    body: { code: 'campaigns.owner-changed' },
  });
});

test('whoever was told of nobody is the home group’s person, and signed there all the same', async () => {
  const site = await aSite();
  const { home, riders, campaign } = await aCarriedCampaign(site);
  const frame = await aSponsorFrame(site, campaign, riders, { home: home.steward });
  await aSignature(site, campaign, { frame: frame.slug });
  expect(await groupIdsOf(site, frame.id)).toEqual([{ group_id: home.id, by_link: false }]);
});

const groupIdsOf = async (site: TestSite, frameId: string) =>
  (
    await site.db.$client.query(
      'select group_id, link_id is not null as by_link from signatures where frame_id = $1',
      [frameId],
    )
  ).rows as { group_id: string; by_link: boolean }[];

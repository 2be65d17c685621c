import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCast } from '../../links/fixtures.ts';
import { aCampaign, aSignature } from '../fixtures.ts';

const news = {
  title: 'The vote is postponed',
  body: 'We were **140** at the hearing.\n\nSee [the notes](https://example.org/n).',
};

test('news stands on the page, and is mailed to nobody', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer);
  await aSignature(site, campaign, { updates: true });
  const before = (await site.mails()).length;
  await site.as(organizer).post(`${campaign.path}/updates`, news);
  await site.work();
  expect((await site.mails()).length).toBe(before);
  const { updates } = (await site.as(null).get(campaign.path)).body;
  expect(updates).toMatchObject([
    { title: news.title, bodyHtml: expect.stringContaining('<strong>140</strong>') },
  ]);
});

test('news is read as it was written by those who run its campaign, and as that of no other', async () => {
  const site = await aSite();
  const { group, organizer, member } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer);
  const another = await aCampaign(site, group, organizer);
  const { id } = (await site.as(organizer).post(`${path}/updates`, news)).body;
  expect((await site.as(organizer).get(`${path}/updates`)).body.rows).toMatchObject([
    { id, title: news.title },
  ]);
  expect((await site.as(organizer).get(`${path}/updates/${id}`)).body).toMatchObject(news);
  expect((await site.as(organizer).get(`${another.path}/updates/${id}`)).status).toBe(404);
  expect((await site.as(member).get(`${path}/updates/${id}`)).status).toBe(403);
});

test('how many of those who signed can be mailed is said to those who run it', async () => {
  const site = await aSite();
  const { group, organizer, member } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer);
  await aSignature(site, campaign, { updates: true });
  await aSignature(site, campaign, { updates: false });
  await aSignature(site, campaign, { updates: true, confirmed: false });
  expect((await site.as(organizer).get(`${campaign.path}/receivers`)).body).toEqual({ count: 1 });
  expect((await site.as(member).get(`${campaign.path}/receivers`)).status).toBe(403);
});

test('a draft has no news to tell', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer, { state: 'draft' });
  expect((await site.as(organizer).post(`${path}/updates`, news)).status).toBe(403);
});

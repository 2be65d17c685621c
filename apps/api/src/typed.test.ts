import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aCampaign } from '@groundwork/features/campaigns/fixtures';
import { anEvent, eventInput } from '@groundwork/features/events/fixtures';
import { aGroup } from '@groundwork/features/groups/fixtures';
import { aSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';

// Browsers end a line with two characters, whatever the machine.
const TYPED = 'Bread\r\nand roses\r\n\r\nfor all';
const PARAGRAPHS = '<p dir="auto">Bread<br />\nand roses</p>\n<p dir="auto">for all</p>\n';

test('typed lines stay lines: in a story, news, an about and a comment', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const steward = site.as(group.steward);
  const campaign = await aCampaign(site, group, group.steward);
  const event = await anEvent(site, { group });
  await steward.put(`/events/${event.slug}`, eventInput({ about: TYPED, summary: 'Bread\r\nroses' }));
  await steward.patch(`/groups/${group.slug}`, { about: TYPED });
  await steward.patch(`/campaigns/${campaign.slug}`, { story: TYPED });
  await steward.post(`/campaigns/${campaign.slug}/updates`, { title: 'News', body: TYPED });
  const ana = await anAccount(site);
  const signature = { name: 'Ana', email: ana.email, comment: TYPED, showName: true, updates: false };
  await site.as(ana).post(`/campaigns/${campaign.slug}/signatures`, signature);

  const seen = async (path: string) => (await site.as(null).get(path)).body;
  expect(await seen(`/groups/${group.slug}`)).toMatchObject({ aboutHtml: PARAGRAPHS });
  expect(await seen(`/events/${event.slug}`)).toMatchObject({
    aboutHtml: PARAGRAPHS,
    summary: 'Bread\nroses',
  });
  expect(await seen(`/campaigns/${campaign.slug}`)).toMatchObject({
    storyHtml: PARAGRAPHS,
    updates: [{ bodyHtml: PARAGRAPHS }],
    recentSigners: [{ comment: 'Bread\nand roses\n\nfor all' }],
  });
});

test('the ends of lines make no text too long', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const campaign = await aCampaign(site, group, group.steward);
  const comment = `${'x'.repeat(49)}\r\n`.repeat(10).trimEnd();
  expect(comment).toHaveLength(508);
  const signature = { name: 'Ana', email: 'ana@example.org', comment, showName: true, updates: false };
  expect((await site.as(null).post(`/campaigns/${campaign.slug}/signatures`, signature)).status).toBe(202);
});

test('control characters that came along from slides are left out of every text', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const event = await anEvent(site, { group });
  const typed = { title: 'Save\u000bthe \u0007library', about: 'One\u2028two\u0085three' };
  await site.as(group.steward).put(`/events/${event.slug}`, eventInput(typed));
  const shown = (await site.as(null).get(`/events/${event.slug}`)).body;
  expect(shown.title).toBe('Save the library');
  expect(shown.aboutHtml).toBe('<p dir="auto">One<br />\ntwo<br />\nthree</p>\n');
});

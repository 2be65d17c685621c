import { expect, test } from 'vitest';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';
import { shownAs } from './shown-name.ts';

test.each([
  ['Ana María Rojas', 'Ana R.'],
  ['Rojas, Ana María', 'Ana R.'],
  ['Rojas,', 'Rojas'],
  ['Cher', 'Cher'],
  ['  ليلى  حداد ', 'ليلى ح.'],
  ['حداد، ليلى', 'ليلى ح.'],
  ['王小明', '王.'],
  ['王 小明', '王.'],
  ['김민수', '김.'],
  ['さくら 佐藤', 'さ.'],
  ['สมชาย ใจดี', 'ส.'],
])('%s, who chose nothing, is shown as %s', (name, shown) => {
  expect(shownAs({ name, shownName: null })).toBe(shown);
  expect(shownAs({ name, shownName: ' ' })).toBe(shown);
});

test('a signer’s chosen name stands on the page, and no name without the tick', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const campaign = await aCampaign(site, group, group.steward);
  await aSignature(site, campaign, { name: '王小明', showName: true, shownName: '小明' });
  await aSignature(site, campaign, { name: 'Rojas, Ana', showName: true, shownName: '\u200b' });
  await aSignature(site, campaign, { name: 'Kit Brien', shownName: 'Kit' });
  const { recentSigners } = (await site.as(null).get(campaign.path)).body;
  expect(recentSigners.map(({ name }: { name: string }) => name)).toEqual(['Ana R.', '小明']);
  const { rows } = (await site.as(group.steward).get(`${campaign.path}/signatures`)).body;
  expect(rows.map(({ shownAs: shown }: { shownAs: string }) => shown)).toEqual(['Kit', 'Ana R.', '小明']);
});

test('a standing signature is called anew by nobody who only knows the address', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const campaign = await aCampaign(site, group, group.steward);
  const { email } = await aSignature(site, campaign, { name: 'Ana Rojas', showName: true, shownName: 'Ana' });
  const again = { name: 'Ana', email, updates: false, showName: true, shownName: 'Thief' };
  await site.as(null).post(`${campaign.path}/signatures`, again);
  const { recentSigners } = (await site.as(null).get(campaign.path)).body;
  expect(recentSigners).toMatchObject([{ name: 'Ana' }]);
});

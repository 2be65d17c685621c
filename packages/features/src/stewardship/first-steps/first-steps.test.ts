import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';

test('the first steps are ticked by what is there, and a steward waves them away for good', async () => {
  const site = await aSite();
  const steward = site.as(await anAccount(site, { isSiteSteward: true }));
  const look = async () => (await steward.get('/site/first-steps')).body.steps;
  const nothing = { steward: false, list: false, campaign: false, event: false, group: false };
  expect(await look()).toMatchObject(nothing);
  const group = await aGroup(site);
  await aCampaign(site, group, group.steward, { state: 'draft' });
  await anAccount(site, { isSiteSteward: true });
  expect(await look()).toMatchObject({ ...nothing, group: true, steward: true });
  await aCampaign(site, group, group.steward);
  expect(await look()).toMatchObject({ ...nothing, group: true, steward: true, campaign: true });
  expect((await site.as(group.steward).delete('/site/first-steps')).status).toBe(404);
  expect((await steward.delete('/site/first-steps')).status).toBe(204);
  expect((await steward.delete('/site/first-steps')).status).toBe(204);
  expect(await look()).toBe(null);
});

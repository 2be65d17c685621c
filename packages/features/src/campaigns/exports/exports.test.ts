import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';

test('a steward takes out what the group wrote for its campaigns, drafts too, and of no other group', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const campaign = await aCampaign(site, group, group.steward, { title: '=Stop the tower' });
  await aSignature(site, campaign);
  await aCampaign(site, group, group.steward, { title: 'Not said yet', state: 'draft' });
  const other = await aGroup(site);
  await aCampaign(site, other, other.steward, { title: 'Elsewhere' });
  const file = await site.as(group.steward).post(`/groups/${group.slug}/campaigns/exports`);
  expect(file.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${group.slug}-campaigns.csv"`,
  });
  const lines = file.body.split('\n');
  expect(lines[0]).toMatch(/^\ufefftitle,slug,state,/);
  expect(lines[1]).toMatch(new RegExp(`^'=Stop the tower,${campaign.slug},published,petition,.*,1,`));
  expect(lines[2]).toMatch(/^Not said yet,/);
  expect(file.body).not.toContain('Elsewhere');
});

test('an export is for those who publish, and each is on record', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const path = `/groups/${group.slug}/campaigns/exports`;
  expect((await site.as(null).post(path)).status).toBe(401);
  for (const role of ['member', 'organizer'] as const)
    expect((await site.as(await aMember(site, group, role)).post(path)).status).toBe(403);
  await site.as(group.steward).post(path);
  const { rows } = await site.db.$client.query(
    `select group_id, actor_id from journal where kind = 'campaigns.exported'`,
  );
  expect(rows).toEqual([{ group_id: group.id, actor_id: group.steward.id }]);
});

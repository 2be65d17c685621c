import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { anEvent, anRsvp } from '../fixtures.ts';

test('a steward takes out what the group wrote for its events, drafts too, with how many come', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const event = await anEvent(site, { group });
  await anRsvp(site, event);
  const draft = await anEvent(site, { group, isDraft: true });
  const elsewhere = await anEvent(site, { group: await aGroup(site) });
  const file = await site.as(group.steward).post(`/groups/${group.slug}/events/exports`);
  expect(file.headers['content-disposition']).toBe(`attachment; filename="${group.slug}-events.csv"`);
  expect(file.body).toMatch(/^\ufefftitle,slug,state,/);
  expect(file.body).toContain(`,${event.slug},published,`);
  expect(file.body).toContain(`,${draft.slug},draft,`);
  expect(file.body).not.toContain(`,${elsewhere.slug},`);
});

test('an export is for those who publish, and each is on record', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const path = `/groups/${group.slug}/events/exports`;
  expect((await site.as(null).post(path)).status).toBe(401);
  for (const role of ['member', 'organizer'] as const)
    expect((await site.as(await aMember(site, group, role)).post(path)).status).toBe(403);
  await site.as(group.steward).post(path);
  const { rows } = await site.db.$client.query(
    `select group_id, actor_id from journal where kind = 'events.exported'`,
  );
  expect(rows).toEqual([{ group_id: group.id, actor_id: group.steward.id }]);
});

import { newId } from '@groundwork/database';
import { aGroup, aMember } from '@groundwork/features/groups/fixtures';
import { aCoalition, joinCoalition } from '@groundwork/features/coalitions/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';
import { aProcess } from './testing.ts';

/** Two who listen in a coalition's room for everyone by one group, each on a process of their own. */
async function anAudience(site: TestSite) {
  const coalition = await aCoalition(site);
  const group = await aGroup(site, { name: 'Second' });
  await joinCoalition(site, coalition, group);
  await site.work();
  const { body } = await site.as(coalition.steward).get(`/channels?group=${coalition.slug}`);
  const room: string = body.rows.find((row: { name: string }) => row.name === 'everyone').id;
  const people = [await aMember(site, group), await aMember(site, group)] as const;
  const processes = [await aProcess(site), await aProcess(site)] as const;
  const [one, other] = [await processes[0].open(people[0]), await processes[1].open(people[1])];
  for (const listener of [one, other]) expect(await listener.subscribe(room)).toHaveProperty('ready');
  const say = () =>
    site.as(coalition.steward).post(`/channels/${room}/messages`, { id: newId(), body: 'Quiet.' });
  const isGone = (frames: { topic?: string; gone?: boolean }[]) =>
    frames.some(({ topic, gone }) => gone && topic === `channel:${room}`);
  return { coalition, group, people, one, other, say, isGone };
}

test('who leaves their group hears nothing more of its coalition, and who stays does', async () => {
  const site = await aSite();
  const { group, people, one, other, say, isGone } = await anAudience(site);
  await site.as(people[0]).delete(`/groups/${group.slug}/membership`);
  await one.until(isGone);
  await say();
  await other.until((frames) => JSON.stringify(frames).includes('Quiet.'));
  expect(JSON.stringify(one.heard)).not.toContain('Quiet.');
});

test('a group that is suspended hears nothing more, on every process', async () => {
  const site = await aSite();
  const { coalition, group, one, other, say, isGone } = await anAudience(site);
  const path = `/coalitions/${coalition.slug}/groups/${group.slug}/suspension`;
  expect((await site.as(coalition.steward).put(path, { reason: 'They sold a list.' })).status).toBe(204);
  await Promise.all([one.until(isGone), other.until(isGone)]);
  await say();
  for (const listener of [one, other]) expect(JSON.stringify(listener.heard)).not.toContain('Quiet.');
});

test('a group that is deleted hears nothing more', async () => {
  const site = await aSite();
  const { group, one, other, isGone } = await anAudience(site);
  await site.as(group.steward).put(`/groups/${group.slug}/deletion`, { name: group.name });
  await site.db.execute(`update group_deletions set deletes_at = now() where group_id = '${group.id}'`);
  await site.sweep('groups.delete-due');
  await site.work();
  await Promise.all([one.until(isGone), other.until(isGone)]);
});

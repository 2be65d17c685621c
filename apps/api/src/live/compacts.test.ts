import { newId } from '@groundwork/database';
import { aCompact } from '@groundwork/features/compacts/fixtures';
import { aMember } from '@groundwork/features/groups/fixtures';
import { aSite, type TestSite } from '@groundwork/features/testing';
import { expect, test } from 'vitest';
import { aProcess } from './testing.ts';

/** One of each group listens in the channel that the two share, each on a process of their own. */
async function anAudience(site: TestSite) {
  const { group, writer, path } = await aCompact(site);
  const { channelId } = (await site.as(group.steward).get(path)).body as { channelId: string };
  const people = [await aMember(site, group, 'organizer'), await aMember(site, writer, 'organizer')] as const;
  const processes = [await aProcess(site), await aProcess(site)] as const;
  const [one, other] = [await processes[0].open(people[0]), await processes[1].open(people[1])];
  for (const listener of [one, other]) expect(await listener.subscribe(channelId)).toHaveProperty('ready');
  const say = () =>
    site.as(group.steward).post(`/channels/${channelId}/messages`, { id: newId(), body: 'Quiet.' });
  const isGone = (frames: { topic?: string; gone?: boolean }[]) =>
    frames.some(({ topic, gone }) => gone && topic === `channel:${channelId}`);
  return { group, writer, people, one, other, say, isGone };
}

test('who publishes no more hears nothing more of what two groups talk about, and who does goes on', async () => {
  const site = await aSite();
  const { group, writer, people, one, other, say, isGone } = await anAudience(site);
  await site.as(group.steward).patch(`/groups/${group.slug}/members/${people[0].id}`, { role: 'member' });
  await one.until(isGone);
  await say();
  await other.until((frames) => JSON.stringify(frames).includes('Quiet.'));
  expect(JSON.stringify(one.heard)).not.toContain('Quiet.');
  await site.as(people[1]).delete(`/groups/${writer.slug}/membership`);
  await other.until(isGone);
});

import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aCompact } from './fixtures.ts';

type Viewer = Parameters<TestSite['as']>[0];

/** Two groups that talk about what one of them proposes, with one of each kind. */
async function aRoom(site: TestSite) {
  const compact = await aCompact(site, { isAgreed: false });
  const { group, writer, path, writerPath } = compact;
  const { channelId } = (await site.as(group.steward).get(path)).body;
  const room = `/channels/${channelId}`;
  const ours = await aMember(site, group, 'organizer');
  const theirs = await aMember(site, writer, 'organizer');
  const member = await aMember(site, group);
  const apart = (await aGroup(site, { name: 'Apart' })).steward;
  const say = (who: Viewer, body = 'Good evening.') =>
    site.as(who).post(`${room}/messages`, { id: newId(), body });
  return { ...compact, writerPath, channelId, room, ours, theirs, member, apart, say };
}

test('whoever publishes for either group talks in the channel of what is proposed, and nobody else finds it', async () => {
  const site = await aSite();
  const { group, writer, ours, theirs, member, apart, room, say, channelId } = await aRoom(site);
  expect((await say(ours)).body.authorName).toBe(`${ours.name} · Tenants`);
  expect((await say(theirs)).body.authorName).toBe(`${theirs.name} · Vecinas`);
  for (const who of [member, apart]) {
    expect((await say(who)).status).toBe(404);
    expect((await site.as(who).get(`${room}/messages`)).status).toBe(404);
  }
  const listed = async (who: Viewer, query = '') =>
    (await site.as(who).get(`/channels${query}`)).body.rows.find(
      (row: { id: string }) => row.id === channelId,
    );
  expect(await listed(theirs)).toMatchObject({ groupName: 'Vecinas', isShared: true, unreadCount: 1 });
  expect(await listed(ours, `?group=${group.slug}`)).toMatchObject({ groupName: 'Tenants', unreadCount: 1 });
  expect(await listed(theirs, `?group=${writer.slug}`)).toBeDefined();
  expect(await listed(member)).toBeUndefined();
});

test('neither group opens it to others, or takes words of the other out', async () => {
  const site = await aSite();
  const { group, theirs, room, say, member } = await aRoom(site);
  const { body } = await say(theirs);
  const steward = site.as(group.steward);
  expect((await steward.patch(room, { readers: 'members' })).status).toBe(403);
  expect((await steward.put(`${room}/members/${member.id}`)).status).toBe(403);
  expect((await steward.delete(`/messages/${body.id}`)).status).toBe(403);
});

test('who publishes no more, or whose group is hidden, reads there no more; frozen, nobody writes', async () => {
  const site = await aSite();
  const { group, writer, ours, theirs, room, say } = await aRoom(site);
  await site.as(group.steward).patch(`/groups/${group.slug}/members/${ours.id}`, { role: 'member' });
  expect((await say(ours)).status).toBe(404);
  await site.db.execute(sql`update groups set frozen_at = now() where id = ${writer.id}`);
  for (const who of [group.steward, theirs]) expect((await say(who)).status).toBe(409);
  await site.db.execute(sql`update groups set frozen_at = null, hidden_at = now() where id = ${writer.id}`);
  expect((await site.as(theirs).get(room)).status).toBe(404);
  expect((await site.as(group.steward).get(room)).status).toBe(200);
});

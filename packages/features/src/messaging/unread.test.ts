import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { aMessage, aTalk } from './fixtures.ts';

test('a channel’s unread messages are those of others after the reader’s mark', async () => {
  const site = await aSite();
  const { general, organizer, member } = await aTalk(site);
  const unread = async () => (await site.as(member).get('/channels')).body.rows[0].unreadCount;
  for (let n = 0; n < 3; n++) await aMessage(site, { by: organizer, channelId: general.id });
  await aMessage(site, { by: member, channelId: general.id });
  expect(await unread()).toBe(3);
  expect((await site.as(member).put(`/channels/${general.id}/reading`, { seq: 2 })).status).toBe(204);
  expect(await unread()).toBe(1);
  await site.as(member).put(`/channels/${general.id}/reading`, { seq: 1 });
  expect(await unread()).toBe(1);
  await site.as(member).put(`/channels/${general.id}/reading`, { seq: 999 });
  expect(await unread()).toBe(0);
  await aMessage(site, { by: organizer, channelId: general.id });
  expect(await unread()).toBe(1);
});

test('the unread count holds messages of others only, whatever the reader wrote or removed since', async () => {
  const site = await aSite();
  const { general, organizer, member } = await aTalk(site);
  for (let n = 0; n < 2; n++) await aMessage(site, { by: organizer, channelId: general.id });
  await manySaid(site, general, { author: member, count: 120 });
  await manySaid(site, general, { author: organizer, count: 120, isRemoved: true });
  const unread = async () => (await site.as(member).get('/channels')).body.rows[0].unreadCount;
  expect(await unread()).toBe(2);
  await manySaid(site, general, { author: organizer, count: 97 });
  expect(await unread()).toBe(99);
  await manySaid(site, general, { author: organizer, count: 50 });
  expect(await unread()).toBe(100);
});

test('a new member’s unread count starts when they join, though they may read everything', async () => {
  const site = await aSite();
  const { group, general, organizer } = await aTalk(site);
  await aMessage(site, { by: organizer, channelId: general.id });
  const late = await anAccount(site);
  await aMember(site, group, 'member', late);
  await aMessage(site, { by: organizer, channelId: general.id });
  expect((await site.as(late).get('/channels')).body.rows[0].unreadCount).toBe(1);
  expect((await site.as(late).get(`/channels/${general.id}/messages`)).body.rows).toHaveLength(2);
});

type Said = { author: { id: string }; count: number; isRemoved?: boolean };
/** Many messages at once, after those that are there. */
async function manySaid(site: TestSite, { id }: { id: string }, { author, count, isRemoved = false }: Said) {
  await site.db.execute(sql`
    with place as (update channels set last_seq = last_seq + ${count} where id = ${id} returning last_seq)
    insert into messages (id, channel_id, author_id, seq, body, removed_at)
    select uuidv7(), ${id}, ${author.id}, last_seq - ${count} + n, case when ${isRemoved} then '' else 'x' end,
      case when ${isRemoved} then now() end
    from place, generate_series(1, ${count}) n`);
}

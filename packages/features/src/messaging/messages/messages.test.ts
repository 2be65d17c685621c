import { newId } from '@groundwork/database';
import { journal } from '@groundwork/database/journal/tables';
import { eq, sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aChannel, aMessage, aTalk } from '../fixtures.ts';
import { messages } from '../tables.ts';

describe('a message', () => {
  test('sent twice on a bad line appears once', async () => {
    const site = await aSite();
    const { general, member } = await aTalk(site);
    const path = `/channels/${general.id}/messages`;
    const sent = { id: newId(), body: 'Taking Linden 2.' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => site.as(member).post(path, sent)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.seq))).toEqual(new Set([1]));
    expect((await site.as(member).get(path)).body.rows).toHaveLength(1);
    expect((await aMessage(site, { by: member, channelId: general.id })).seq).toBe(2);
  });

  test('cannot take the id of someone else’s, or of one in another channel', async () => {
    const site = await aSite();
    const { group, general, organizer, member } = await aTalk(site);
    const { id } = await aMessage(site, { by: organizer, channelId: general.id, body: 'first' });
    const other = await aChannel(site, { by: organizer, slug: group.slug });
    expect(
      (await site.as(member).post(`/channels/${general.id}/messages`, { id, body: 'mine' })).status,
    ).toBe(409);
    expect(
      (await site.as(organizer).post(`/channels/${other.id}/messages`, { id, body: 'mine' })).status,
    ).toBe(409);
    expect((await site.as(member).get(`/channels/${general.id}/messages`)).body.rows).toMatchObject([
      { body: 'first' },
    ]);
  });

  test('that was accepted is still answered with itself after the channel closed', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const sent = { id: newId(), body: 'in time' };
    await site.as(member).post(`/channels/${general.id}/messages`, sent);
    await site.as(organizer).patch(`/channels/${general.id}`, { isClosed: true });
    expect((await site.as(member).post(`/channels/${general.id}/messages`, sent)).status).toBe(201);
  });

  test('is plain text of at most 8,000 characters, and not blank', async () => {
    const site = await aSite();
    const { general, member } = await aTalk(site);
    const send = (body: string) =>
      site.as(member).post(`/channels/${general.id}/messages`, { id: newId(), body });
    expect((await send('  \n ')).body.fields).toMatchObject([{ name: 'body', code: 'field.required' }]);
    expect((await send('x'.repeat(8001))).body.fields).toMatchObject([
      { name: 'body', code: 'field.too-long' },
    ]);
    expect((await send('é🌱'.repeat(4000))).status).toBe(201);
    expect((await send(' <b>a</b>\r\nb ')).body.body).toBe('<b>a</b>\nb');
    expect((await send('a\0b')).status).toBe(400);
  });

  test('carries the face its author shows in this group, and none once they left', async () => {
    const site = await aSite();
    const { group, general, organizer, member } = await aTalk(site);
    await site.as(member).patch(`/groups/${group.slug}/membership`, { name: 'Nightowl', pronouns: null });
    await aMessage(site, { by: member, channelId: general.id });
    const author = async () =>
      (await site.as(organizer).get(`/channels/${general.id}/messages`)).body.rows[0].authorName;
    expect(await author()).toBe('Nightowl');
    await site.as(member).delete(`/groups/${group.slug}/membership`);
    expect(await author()).toBeNull();
  });

  test('quotes the one it answers, in the same channel only', async () => {
    const site = await aSite();
    const { group, general, organizer, member } = await aTalk(site);
    const first = await aMessage(site, { by: organizer, channelId: general.id, body: 'x'.repeat(300) });
    const answer = await aMessage(site, { by: member, channelId: general.id, replyTo: first.id });
    expect(answer.replyTo).toEqual({
      id: first.id,
      seq: 1,
      authorName: 'Omar Organizer',
      excerpt: 'x'.repeat(140),
    });
    const other = await aChannel(site, { by: organizer, slug: group.slug });
    const stray = { id: newId(), body: 'see there', replyTo: first.id };
    const refused = await site.as(member).post(`/channels/${other.id}/messages`, stray);
    expect(refused.body.fields).toMatchObject([{ code: 'messaging.reply-gone' }]);
  });

  test('is edited by its author and by nobody else', async () => {
    const site = await aSite();
    const { general, organizer, steward, member } = await aTalk(site);
    const { id } = await aMessage(site, { by: member, channelId: general.id });
    const edited = await site.as(member).patch(`/messages/${id}`, { body: 'Linden 3' });
    expect(edited.body).toMatchObject({ body: 'Linden 3', editedAt: expect.any(String) });
    for (const other of [organizer, steward]) {
      expect((await site.as(other).patch(`/messages/${id}`, { body: 'x' })).status).toBe(403);
    }
  });

  test('is removed by its author and by organizers, and its words are gone', async () => {
    const site = await aSite();
    const { general, organizer, member, outsider, steward } = await aTalk(site);
    const own = await aMessage(site, { by: member, channelId: general.id });
    const theirs = await aMessage(site, { by: member, channelId: general.id, replyTo: own.id });
    const announced = await aMessage(site, { by: steward, channelId: general.id });
    expect((await site.as(outsider).delete(`/messages/${own.id}`)).status).toBe(404);
    expect((await site.as(member).delete(`/messages/${announced.id}`)).status).toBe(403);
    expect((await site.as(member).delete(`/messages/${own.id}`)).status).toBe(204);
    expect((await site.as(organizer).delete(`/messages/${theirs.id}`)).status).toBe(204);
    expect((await site.as(organizer).delete(`/messages/${theirs.id}`)).status).toBe(204);
    const { rows } = (await site.as(steward).get(`/channels/${general.id}/messages`)).body;
    expect(rows).toMatchObject([
      { body: '', wasModerated: false, removedAt: expect.any(String) },
      { body: '', wasModerated: true, replyTo: { excerpt: '' } },
      { removedAt: null },
    ]);
    expect((await site.as(member).patch(`/messages/${own.id}`, { body: 'back' })).status).toBe(403);
  });

  test('leaves ids in the journal, and never its words', async () => {
    const site = await aSite();
    const { general, member } = await aTalk(site);
    const { id } = await aMessage(site, { by: member, channelId: general.id, body: 'a secret word' });
    const entries = await site.db.select().from(journal).where(eq(journal.subjectId, id));
    expect(entries).toMatchObject([
      { kind: 'messaging.message-sent', actorId: member.id, data: { channelId: general.id } },
    ]);
    expect(JSON.stringify(await site.db.select().from(journal))).not.toContain('secret');
  });
});

describe('the history of a channel', () => {
  test('is paged both ways', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    for (let n = 1; n <= 12; n++)
      await aMessage(site, { by: organizer, channelId: general.id, body: `${n}` });
    const page = async (query: string) => {
      const { body } = await site.as(member).get(`/channels/${general.id}/messages?limit=5${query}`);
      return [body.rows.map((row: { seq: number }) => row.seq), body.hasOlder, body.hasNewer];
    };
    expect(await page('')).toEqual([[8, 9, 10, 11, 12], true, false]);
    expect(await page('&before=8')).toEqual([[3, 4, 5, 6, 7], true, true]);
    expect(await page('&before=3')).toEqual([[1, 2], false, true]);
    expect(await page('&after=0')).toEqual([[1, 2, 3, 4, 5], false, true]);
    expect(await page('&after=7')).toEqual([[8, 9, 10, 11, 12], true, false]);
  });

  test('has no gaps and no doubles under 50 senders at once, and a reader who resumes misses nothing', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const reading = readAlong(site.as(member), general.id, 150);
    const sends = Array.from({ length: 50 }, async (_, sender) => {
      for (let n = 0; n < 3; n++)
        await aMessage(site, { by: organizer, channelId: general.id, body: `${sender}.${n}` });
    });
    await Promise.all(sends);
    expect(await reading).toEqual(Array.from({ length: 150 }, (_, n) => n + 1));
  });

  test('forgets what is older than the channel keeps, and says how much', async () => {
    const site = await aSite();
    const { group, general, organizer, member } = await aTalk(site);
    const brief = await aChannel(site, { by: organizer, slug: group.slug, retentionDays: 7 });
    for (const channelId of [general.id, brief.id, brief.id, brief.id])
      await aMessage(site, { by: organizer, channelId });
    const longAgo = sql`now() - interval '8 days'`;
    await site.db
      .update(messages)
      .set({ sentAt: longAgo })
      .where(sql`${messages.seq} < 3`);
    await site.sweep('messaging.forget');
    const left = async (id: string) =>
      (await site.as(member).get(`/channels/${id}/messages`)).body.rows.length;
    expect([await left(general.id), await left(brief.id)]).toEqual([1, 1]);
    const [entry] = await site.db
      .select()
      .from(journal)
      .where(eq(journal.kind, 'messaging.messages-forgotten'));
    expect(entry).toMatchObject({ subjectId: brief.id, data: { count: 2 } });
  });
});

/** Pages after the last one seen, again and again while others write, until `count` were seen. */
async function readAlong(
  reader: ReturnType<Awaited<ReturnType<typeof aSite>>['as']>,
  channelId: string,
  count: number,
) {
  const seen: number[] = [];
  while (seen.length < count) {
    const { body } = await reader.get(`/channels/${channelId}/messages?after=${seen.at(-1) ?? 0}&limit=20`);
    seen.push(...body.rows.map((row: { seq: number }) => row.seq));
  }
  return seen;
}

import { journal } from '@groundwork/database/journal/tables';
import { like } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aChannel, aMessage, aTalk } from '../fixtures.ts';

type Account = { id: string; token: string };

describe('leaving a direct conversation', () => {
  test('takes it out of one’s own list alone, and everything in it stays', async () => {
    const site = await aSite();
    const { direct, member, organizer, listOf, path } = await aPair(site);
    await aMessage(site, { by: organizer, channelId: direct, body: 'Still there?' });
    expect((await site.as(member).put(`${path}/leaving`)).status).toBe(204);
    expect([await listOf(member), await listOf(organizer)]).toEqual([[], [direct]]);
    expect((await site.as(member).get(path)).body).toMatchObject({ isListed: false, can: { write: true } });
    expect((await site.as(member).get(`${path}/messages`)).body.rows).toMatchObject([
      { body: 'Still there?' },
    ]);
    await site.as(member).delete(`${path}/leaving`);
    expect(await listOf(member)).toEqual([direct]);
  });

  test('ends with the next message, with one’s own, and when one begins it again', async () => {
    const site = await aSite();
    const { group, direct, member, organizer, listOf, path } = await aPair(site);
    const leave = () => site.as(member).put(`${path}/leaving`);
    await leave();
    await aMessage(site, { by: organizer, channelId: direct });
    expect(await listOf(member)).toEqual([direct]);
    await leave();
    await aMessage(site, { by: member, channelId: direct });
    expect(await listOf(member)).toEqual([direct]);
    await leave();
    expect(await listOf(member)).toEqual([]);
    const again = await site
      .as(member)
      .post(`/groups/${group.slug}/direct-messages`, { accountIds: [organizer.id] });
    expect(again.body.id).toBe(direct);
    expect(await listOf(member)).toEqual([direct]);
  });

  test('of several lasts, whatever the others say, until one comes back oneself', async () => {
    const site = await aSite();
    const { group, organizer, steward, member, listOf } = await aPair(site);
    const asked = { accountIds: [organizer.id, steward.id] };
    const { id } = (await site.as(member).post(`/groups/${group.slug}/direct-messages`, asked)).body;
    await site.as(member).put(`/channels/${id}/leaving`);
    await aMessage(site, { by: organizer, channelId: id });
    expect(await listOf(member)).not.toContain(id);
    const others = { accountIds: [member.id, steward.id] };
    await site.as(organizer).post(`/groups/${group.slug}/direct-messages`, others);
    expect(await listOf(member)).not.toContain(id);
    await site.as(member).post(`/groups/${group.slug}/direct-messages`, asked);
    expect(await listOf(member)).toContain(id);
  });

  test('whose other half was banned says that they left, is read on, and can be left', async () => {
    const site = await aSite();
    const { group, direct, member, organizer, steward, listOf, path } = await aPair(site);
    await aMessage(site, { by: organizer, channelId: direct, body: 'See you there.' });
    await site.as(steward).put(`/groups/${group.slug}/bans/${organizer.id}`);
    expect((await site.as(member).get(path)).body).toMatchObject({ others: [], goneCount: 1 });
    expect((await site.as(member).get(`${path}/messages`)).body.rows).toHaveLength(1);
    expect((await site.as(member).put(`${path}/leaving`)).status).toBe(204);
    expect(await listOf(member)).toEqual([]);
  });

  test('is for those in it, and for no room', async () => {
    const site = await aSite();
    const { group, general, organizer, steward, member, outsider, path } = await aPair(site);
    for (const deed of ['leaving', 'muting', 'block'])
      for (const account of [steward, outsider]) {
        expect((await site.as(account).put(`${path}/${deed}`)).status).toBe(404);
        expect((await site.as(account).delete(`${path}/${deed}`)).status).toBe(404);
      }
    const { id } = await aChannel(site, { by: organizer, slug: group.slug, readers: 'named' });
    for (const deed of ['leaving', 'muting', 'block']) {
      expect((await site.as(member).put(`/channels/${general.id}/${deed}`)).status).toBe(403);
      expect((await site.as(organizer).put(`/channels/${id}/${deed}`)).status).toBe(403);
    }
  });
});

describe('muting a direct conversation', () => {
  test('counts nothing of it as unread for who muted it, until it is heard again', async () => {
    const site = await aSite();
    const { direct, member, organizer, path } = await aPair(site);
    const unread = async (account: Account) => (await site.as(account).get(path)).body.unreadCount;
    await site.as(member).put(`${path}/muting`);
    await aMessage(site, { by: organizer, channelId: direct });
    expect(await unread(member)).toBe(0);
    expect((await site.as(member).get(path)).body.isMuted).toBe(true);
    expect((await site.as(organizer).get(path)).body.isMuted).toBe(false);
    await site.as(member).delete(`${path}/muting`);
    expect(await unread(member)).toBe(1);
  });
});

describe('blocking somebody', () => {
  test('lets neither write to the other, nor change what they said', async () => {
    const site = await aSite();
    const { direct, member, organizer, path, block } = await aPair(site);
    const { id } = await aMessage(site, { by: organizer, channelId: direct, body: 'Hello?' });
    await block();
    for (const account of [member, organizer]) {
      const answer = await send(site, account, direct);
      expect([answer.status, answer.body.code]).toEqual([403, 'messaging.closed-between']);
      expect((await site.as(account).get(path)).body.can).toMatchObject({ write: false, editOwn: false });
    }
    expect((await site.as(organizer).patch(`/messages/${id}`, { body: 'I see you.' })).status).toBe(403);
    expect((await site.as(organizer).delete(`/messages/${id}`)).status).toBe(204);
  });

  test('holds in every group they meet in, and for conversations of several that would begin', async () => {
    const site = await aSite();
    const { member, organizer, block } = await aPair(site);
    const other = await aTalk(site);
    await aMember(site, other.group, 'member', member);
    await aMember(site, other.group, 'member', organizer);
    await block();
    const begin = (by: Account, accountIds: string[]) =>
      site.as(by).post(`/groups/${other.group.slug}/direct-messages`, { accountIds });
    for (const answer of [
      await begin(organizer, [member.id]),
      await begin(member, [organizer.id]),
      await begin(organizer, [member.id, other.member.id]),
    ])
      expect(answer).toMatchObject({ status: 422, body: { fields: [{ code: 'messaging.closed-between' }] } });
    expect((await begin(organizer, [other.member.id])).status).toBe(201);
  });

  test('answers whoever is blocked as somebody does who takes no direct messages', async () => {
    const site = await aSite();
    const { group, member, organizer, steward, path, direct, block } = await aPair(site);
    await block();
    const shy = await aMember(site, group);
    const second = await site
      .as(organizer)
      .post(`/groups/${group.slug}/direct-messages`, { accountIds: [shy.id] });
    await site.as(shy).put('/account/direct-messages/refusal');
    const newcomer = await aMember(site, group);
    await site.as(newcomer).put('/account/direct-messages/refusal');
    const seen = async (id: string) => {
      const { id: _id, others: _others, ...channel } = (await site.as(organizer).get(`/channels/${id}`)).body;
      const { body } = await send(site, organizer, id);
      return { channel, body: { ...body, instance: '', requestId: '' } };
    };
    expect(await seen(second.body.id)).toEqual(await seen(direct));
    const begin = (accountId: string, by: Account) =>
      site.as(by).post(`/groups/${group.slug}/direct-messages`, { accountIds: [accountId] });
    await site.as(member).delete(`${path}/block`);
    await begin(member.id, steward);
    const { body: own } = await begin(steward.id, member);
    await site.as(member).put(`/channels/${own.id}/block`);
    const third = await aMember(site, group);
    const blocked = await begin(third.id, member);
    await site.as(third).put(`/channels/${blocked.body.id}/block`);
    expect((await send(site, member, blocked.body.id)).body.code).toBe('messaging.closed-between');
    expect((await begin(newcomer.id, organizer)).body.fields[0].code).toBe('messaging.closed-between');
  });

  test('takes the conversation out of one’s list, and nothing brings it back but unblocking', async () => {
    const site = await aSite();
    const { direct, member, organizer, listOf, path, block } = await aPair(site);
    await block();
    expect([await listOf(member), await listOf(organizer)]).toEqual([[], [direct]]);
    expect((await site.as(member).get(path)).body).toMatchObject({ isBlocked: true, isListed: false });
    expect((await site.as(organizer).get(path)).body).toMatchObject({ isBlocked: false, isListed: true });
    await site.as(member).delete(`${path}/block`);
    expect(await listOf(member)).toEqual([direct]);
    expect((await send(site, organizer, direct)).status).toBe(201);
  });

  test('is listed in one’s account, by the face met, and can be ended there; nobody else’s is', async () => {
    const site = await aSite();
    const { group, member, organizer, direct, block } = await aPair(site);
    await site
      .as(organizer)
      .patch(`/groups/${group.slug}/membership`, { name: 'The one with the keys', pronouns: '' });
    await block();
    const own = () => site.as(member).get('/account/direct-messages');
    expect((await own()).body).toMatchObject({
      isRefusing: false,
      blocked: [{ accountId: organizer.id, name: 'The one with the keys', groupName: group.name }],
    });
    expect((await site.as(organizer).get('/account/direct-messages')).body.blocked).toEqual([]);
    const end = (by: Account, id: string) => site.as(by).delete(`/account/direct-messages/blocks/${id}`);
    expect((await end(organizer, member.id)).status).toBe(404);
    expect((await end(member, organizer.id)).status).toBe(204);
    expect((await own()).body.blocked).toEqual([]);
    expect((await send(site, organizer, direct)).status).toBe(201);
  });

  test('shows no name of who left, and no name of a group one left', async () => {
    const site = await aSite();
    const { group, member, organizer, block } = await aPair(site);
    await block();
    await site.as(organizer).delete(`/groups/${group.slug}/membership`);
    const own = async () => (await site.as(member).get('/account/direct-messages')).body.blocked;
    expect(await own()).toMatchObject([{ name: null, groupName: group.name }]);
    await site.as(member).delete(`/groups/${group.slug}/membership`);
    expect(await own()).toMatchObject([{ name: null, groupName: null }]);
  });

  test('is on record without the group, and gone with the account', async () => {
    const site = await aSite();
    const { direct, member, path, block } = await aPair(site);
    await block();
    await site.as(member).delete(`${path}/block`);
    await block();
    const entries = await site.db.select().from(journal).where(like(journal.kind, 'messaging.%blocked'));
    expect(entries).toHaveLength(3);
    for (const entry of entries)
      expect(entry).toMatchObject({ groupId: null, actorId: member.id, subjectId: direct });
    await site.db.$client.query('delete from accounts where id = $1', [member.id]);
    expect((await site.db.$client.query('select from direct_blocks')).rows).toEqual([]);
  });
});

describe('taking no direct messages', () => {
  test('closes conversations of two on both sides, and none begins, until it is taken back', async () => {
    const site = await aSite();
    const { group, direct, member, organizer, steward } = await aPair(site);
    await site.as(member).put('/account/direct-messages/refusal');
    expect((await site.as(member).get('/account/direct-messages')).body.isRefusing).toBe(true);
    for (const account of [member, organizer])
      expect((await send(site, account, direct)).body.code).toBe('messaging.closed-between');
    const begin = () =>
      site.as(steward).post(`/groups/${group.slug}/direct-messages`, { accountIds: [member.id] });
    expect((await begin()).status).toBe(422);
    await site.as(member).delete('/account/direct-messages/refusal');
    expect((await begin()).status).toBe(201);
    expect((await send(site, organizer, direct)).status).toBe(201);
  });
});

/** A member and an organizer who talk, just the two of them; `block` is the member's deed. */
async function aPair(site: TestSite) {
  const talk = await aTalk(site);
  const { group, member, organizer } = talk;
  const asked = { accountIds: [organizer.id] };
  const { body } = await site.as(member).post(`/groups/${group.slug}/direct-messages`, asked);
  const direct = body.id as string;
  const path = `/channels/${direct}`;
  const listOf = async (account: Account) => {
    const { rows } = (await site.as(account).get('/channels')).body;
    return rows.filter(({ kind }: { kind: string }) => kind === 'direct').map(({ id }: { id: string }) => id);
  };
  const block = () => site.as(member).put(`${path}/block`);
  return { ...talk, direct, path, listOf, block };
}

function send(site: TestSite, by: Account, channelId: string) {
  return site.as(by).post(`/channels/${channelId}/messages`, { id: crypto.randomUUID(), body: 'Hello.' });
}

import { newId } from '@groundwork/database';
import { describe, expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { aSite } from '../testing.ts';
import { aChannel, aMessage, aTalk } from './fixtures.ts';

describe('channels of a group', () => {
  test('a new group gets one to begin with, once', async () => {
    const site = await aSite();
    const steward = await anAccount(site);
    await site.as(steward).post('/groups', { name: 'Linden Street' });
    await site.work();
    const { body } = await site.as(steward).get('/channels');
    expect(body.rows).toMatchObject([
      { name: 'general', readers: 'members', groupName: 'Linden Street', unreadCount: 0 },
    ]);
  });

  test('members read along, and nobody else knows of it', async () => {
    const site = await aSite();
    const { general, member, outsider } = await aTalk(site);
    expect((await site.as(member).get(`/channels/${general.id}`)).body.name).toBe('general');
    expect((await site.as(outsider).get(`/channels/${general.id}`)).status).toBe(404);
    expect((await site.as(outsider).get(`/channels/${general.id}/messages`)).status).toBe(404);
    expect((await site.as(outsider).get('/channels')).body.rows).toEqual([]);
    expect((await site.as(null).get(`/channels/${general.id}`)).status).toBe(401);
  });

  test('organizers open channels, members may not, and to outsiders the group is not there', async () => {
    const site = await aSite();
    const { group, organizer, member, outsider } = await aTalk(site);
    const path = `/groups/${group.slug}/channels`;
    const opened = await site.as(organizer).post(path, { name: '# Door Knocking!', retentionDays: 90 });
    expect(opened).toMatchObject({ status: 201, body: { name: 'door-knocking', retentionDays: 90 } });
    expect((await site.as(member).post(path, { name: 'mine' })).status).toBe(403);
    expect((await site.as(outsider).post(path, { name: 'mine' })).status).toBe(404);
  });

  test('messages are kept for ever only where that was asked for, never by a number of days we do not know', async () => {
    const site = await aSite();
    const { group, organizer } = await aTalk(site);
    const path = `/groups/${group.slug}/channels`;
    for (const retentionDays of [0, 8]) {
      const refused = await site.as(organizer).post(path, { name: 'rides', retentionDays });
      expect([refused.status, refused.body.fields?.[0]?.name]).toEqual([422, 'retentionDays']);
    }
    const kept = await site.as(organizer).post(path, { name: 'rides', retentionDays: null });
    expect(kept).toMatchObject({ status: 201, body: { retentionDays: null } });
  });

  test('a name that is taken or says nothing is refused beside its field', async () => {
    const site = await aSite();
    const { group, organizer, general } = await aTalk(site);
    const path = `/groups/${group.slug}/channels`;
    const taken = await site.as(organizer).post(path, { name: 'General' });
    expect(taken).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'name', code: 'messaging.name-taken' }] },
    });
    const empty = await site.as(organizer).post(path, { name: '#!' });
    expect(empty).toMatchObject({
      status: 422,
      body: { fields: [{ name: 'name', code: 'messaging.name-form' }] },
    });
    const rides = await site.as(organizer).post(path, { name: 'توصيل السيارات' });
    expect(rides.body.name).toBe('توصيل-السيارات');
    expect((await site.as(organizer).patch(`/channels/${rides.body.id}`, { name: 'general' })).status).toBe(
      422,
    );
    expect((await site.as(organizer).patch(`/channels/${general.id}`, { name: 'all' })).body.name).toBe(
      'all',
    );
  });

  test('organizers close a channel and open it again; members may not', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const path = `/channels/${general.id}`;
    expect((await site.as(member).patch(path, { isClosed: true })).status).toBe(403);
    const closed = await site.as(organizer).patch(path, { isClosed: true });
    expect(closed.body).toMatchObject({ isClosed: true, can: { write: false } });
    expect((await site.as(member).post(`${path}/messages`, { id: newId(), body: 'hello?' })).status).toBe(
      403,
    );
    await site.as(organizer).patch(path, { isClosed: false });
    expect((await site.as(member).post(`${path}/messages`, { id: newId(), body: 'hello!' })).status).toBe(
      201,
    );
  });

  test('after its last day a channel is read and no longer written in', async () => {
    const site = await aSite();
    const { group, organizer, member } = await aTalk(site);
    const { id } = await aChannel(site, { by: organizer, slug: group.slug, endsOn: '2026-01-31' });
    expect((await site.as(member).get(`/channels/${id}`)).body).toMatchObject({
      isOver: true,
      can: { write: false },
    });
    expect(
      (await site.as(member).post(`/channels/${id}/messages`, { id: newId(), body: 'late' })).status,
    ).toBe(403);
  });

  test('announcements are written by organizers and read by all members', async () => {
    const site = await aSite();
    const { group, organizer, steward, member } = await aTalk(site);
    const { id } = await aChannel(site, { by: steward, slug: group.slug, writers: 'organizers' });
    const path = `/channels/${id}/messages`;
    expect((await site.as(organizer).post(path, { id: newId(), body: 'Tonight at six.' })).status).toBe(201);
    expect((await site.as(member).post(path, { id: newId(), body: 'ok' })).status).toBe(403);
    expect((await site.as(member).get(path)).body.rows).toHaveLength(1);
  });
});

describe('a channel for named people', () => {
  test('is not there for anyone else, stewards included', async () => {
    const site = await aSite();
    const { group, organizer, steward, member } = await aTalk(site);
    const { id } = await aChannel(site, { by: organizer, slug: group.slug, readers: 'named' });
    const { id: messageId } = await aMessage(site, { by: organizer, channelId: id });
    for (const stranger of [steward, member]) {
      const them = site.as(stranger);
      const names = (await them.get('/channels')).body.rows.map(({ name }: { name: string }) => name);
      expect(names).toEqual(['general']);
      const answers = [
        them.get(`/channels/${id}`),
        them.get(`/channels/${id}/messages`),
        them.get(`/channels/${id}/members`),
        them.patch(`/channels/${id}`, { purpose: 'x' }),
        them.post(`/channels/${id}/messages`, { id: newId(), body: 'x' }),
        them.put(`/channels/${id}/reading`, { seq: 1 }),
        them.put(`/channels/${id}/members/${stranger.id}`),
        them.delete(`/channels/${id}/members/${organizer.id}`),
        them.patch(`/messages/${messageId}`, { body: 'x' }),
        them.delete(`/messages/${messageId}`),
      ];
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual(answers.map(() => 404));
    }
  });

  test('opens to a member who is named, and closes when the name is taken off', async () => {
    const site = await aSite();
    const { group, organizer, member, outsider } = await aTalk(site);
    const { id } = await aChannel(site, { by: organizer, slug: group.slug, readers: 'named' });
    const path = `/channels/${id}/members/${member.id}`;
    expect((await site.as(organizer).put(path)).status).toBe(204);
    expect((await site.as(member).get(`/channels/${id}/members`)).body.rows).toHaveLength(2);
    expect((await site.as(member).put(`/channels/${id}/members/${outsider.id}`)).status).toBe(403);
    expect((await site.as(organizer).put(`/channels/${id}/members/${outsider.id}`)).status).toBe(422);
    expect((await site.as(organizer).delete(path)).status).toBe(204);
    expect((await site.as(member).get(`/channels/${id}`)).status).toBe(404);
  });

  test('lets everyone leave by themselves', async () => {
    const site = await aSite();
    const { group, organizer, member } = await aTalk(site);
    const { id } = await aChannel(site, { by: organizer, slug: group.slug, readers: 'named' });
    await site.as(organizer).put(`/channels/${id}/members/${member.id}`);
    expect((await site.as(member).delete(`/channels/${id}/members/${organizer.id}`)).status).toBe(403);
    expect((await site.as(member).delete(`/channels/${id}/members/${member.id}`)).status).toBe(204);
  });

  test('keeps whoever closed it to others among its readers', async () => {
    const site = await aSite();
    const { general, organizer, member } = await aTalk(site);
    const { status, body } = await site.as(organizer).patch(`/channels/${general.id}`, { readers: 'named' });
    expect([status, body.readers]).toEqual([200, 'named']);
    expect((await site.as(member).get(`/channels/${general.id}`)).status).toBe(404);
  });

  test('does not open again by itself to someone who left the group and came back', async () => {
    const site = await aSite();
    const { group, organizer, member } = await aTalk(site, { joining: 'open', visibility: 'public' });
    const { id } = await aChannel(site, { by: organizer, slug: group.slug, readers: 'named' });
    await site.as(organizer).put(`/channels/${id}/members/${member.id}`);
    await site.as(member).delete(`/groups/${group.slug}/membership`);
    expect((await site.as(member).get(`/channels/${id}`)).status).toBe(404);
    await site.work();
    await site.as(member).put(`/groups/${group.slug}/membership`);
    expect((await site.as(member).get(`/channels/${id}`)).status).toBe(404);
  });
});

describe('a direct message', () => {
  test('is one per set of people, whoever starts it', async () => {
    const site = await aSite();
    const { group, organizer, member, steward } = await aTalk(site);
    const path = `/groups/${group.slug}/direct-messages`;
    const first = await site.as(member).post(path, { accountIds: [organizer.id, steward.id] });
    const again = await site.as(steward).post(path, { accountIds: [member.id, organizer.id] });
    expect(first.body).toMatchObject({
      kind: 'direct',
      name: null,
      others: ['Omar Organizer', 'Stella Steward'],
    });
    expect(again.body.id).toBe(first.body.id);
    const pair = await site.as(member).post(path, { accountIds: [organizer.id] });
    expect(pair.body.id).not.toBe(first.body.id);
  });

  test('is one even when both start it at the same moment', async () => {
    const site = await aSite();
    const { group, organizer, member } = await aTalk(site);
    const path = `/groups/${group.slug}/direct-messages`;
    const started = await Promise.all([
      ...Array.from({ length: 5 }, () => site.as(member).post(path, { accountIds: [organizer.id] })),
      ...Array.from({ length: 5 }, () => site.as(organizer).post(path, { accountIds: [member.id] })),
    ]);
    expect(new Set(started.map(({ body }) => body.id)).size).toBe(1);
  });

  test('is seen by its few and moderated by nobody', async () => {
    const site = await aSite();
    const { group, organizer, member, steward } = await aTalk(site);
    const { body: direct } = await site
      .as(member)
      .post(`/groups/${group.slug}/direct-messages`, { accountIds: [organizer.id] });
    const message = await aMessage(site, { by: member, channelId: direct.id });
    expect((await site.as(steward).get(`/channels/${direct.id}`)).status).toBe(404);
    expect((await site.as(organizer).delete(`/messages/${message.id}`)).status).toBe(403);
    expect((await site.as(organizer).patch(`/channels/${direct.id}`, { purpose: 'x' })).status).toBe(403);
    expect((await site.as(organizer).delete(`/channels/${direct.id}/members/${organizer.id}`)).status).toBe(
      403,
    );
  });

  test('is only between members of the group, and never with oneself', async () => {
    const site = await aSite();
    const { group, member, outsider } = await aTalk(site);
    const path = `/groups/${group.slug}/direct-messages`;
    expect((await site.as(member).post(path, { accountIds: [outsider.id] })).status).toBe(422);
    expect((await site.as(member).post(path, { accountIds: [member.id] })).status).toBe(422);
    expect((await site.as(outsider).post(path, { accountIds: [member.id] })).status).toBe(404);
  });
});

describe('reading', () => {
  test('ends with the membership, for whoever leaves, is removed or banned', async () => {
    const site = await aSite();
    const { group, general, steward, organizer, member } = await aTalk(site);
    const third = await anAccount(site);
    await aMember(site, group, 'member', third);
    await site.as(member).delete(`/groups/${group.slug}/membership`);
    await site.as(steward).delete(`/groups/${group.slug}/members/${organizer.id}`);
    await site.as(steward).put(`/groups/${group.slug}/bans/${third.id}`);
    for (const gone of [member, organizer, third]) {
      expect((await site.as(gone).get(`/channels/${general.id}/messages`)).status).toBe(404);
      expect(
        (await site.as(gone).post(`/channels/${general.id}/messages`, { id: newId(), body: 'x' })).status,
      ).toBe(404);
      expect((await site.as(gone).get('/channels')).body.rows).toEqual([]);
    }
  });
});

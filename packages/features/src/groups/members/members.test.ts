import { journal } from '@groundwork/database/journal/tables';
import { asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aGroup, aMember } from '../fixtures.ts';

describe('joining', () => {
  test('an open group is joined at once, and twice is once', async () => {
    const site = await aSite();
    const { slug, id } = await aGroup(site);
    const ana = site.as(await anAccount(site));
    expect(await ana.put(`/groups/${slug}/membership`)).toMatchObject({
      status: 200,
      body: { myRole: 'member' },
    });
    expect(await ana.put(`/groups/${slug}/membership`)).toMatchObject({
      status: 200,
      body: { memberCount: 2 },
    });
    const entries = await site.db
      .select()
      .from(journal)
      .where(eq(journal.groupId, id))
      .orderBy(asc(journal.id));
    expect(entries.map(({ kind }) => kind)).toEqual(['groups.created', 'groups.vouched', 'groups.joined']);
  });

  test.each(['approval', 'invitation'] as const)(
    'a group by %s is not joined by oneself',
    async (joining) => {
      const site = await aSite();
      const { slug } = await aGroup(site, { joining });
      expect((await site.as(await anAccount(site)).put(`/groups/${slug}/membership`)).status).toBe(403);
    },
  );

  test('a stranger signs in first', async () => {
    const site = await aSite();
    const { slug } = await aGroup(site);
    expect((await site.as(null).put(`/groups/${slug}/membership`)).status).toBe(401);
  });
});

describe('seeing who is in', () => {
  test('members see each other’s faces here and no role; organizers see roles; nobody sees an address', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    const organizer = await aMember(site, group, 'organizer');
    const path = `/groups/${group.slug}/members`;
    const seen = await site.as(ana).get(path);
    expect(seen.body.rows.map(({ role }: { role: string }) => role)).toEqual([null, null, null]);
    expect(seen.body.rows[1]).toMatchObject({ accountId: ana.id, isMe: true });
    expect(JSON.stringify(seen.body)).not.toContain('@');
    const organized = await site.as(organizer).get(path);
    expect(organized.body.rows.map(({ role }: { role: string }) => role)).toEqual([
      'steward',
      'member',
      'organizer',
    ]);
  });

  test('outside a public group there is no list', async () => {
    const site = await aSite();
    const { slug } = await aGroup(site);
    expect((await site.as(await anAccount(site)).get(`/groups/${slug}/members`)).status).toBe(404);
  });

  test('a face for one group is seen there and not elsewhere', async () => {
    const site = await aSite();
    const [here, there] = [await aGroup(site), await aGroup(site, { name: 'Choir' })];
    const ana = await aMember(site, here);
    await aMember(site, there, 'member', ana);
    await site.as(ana).patch(`/groups/${here.slug}/membership`, { name: ' Red Ana ', pronouns: 'she' });
    const seen = await site.as(here.steward).get(`/groups/${here.slug}/members?search=red`);
    expect(seen.body.rows).toMatchObject([{ name: 'Red Ana', pronouns: 'she' }]);
    expect((await site.as(there.steward).get(`/groups/${there.slug}/members?search=red`)).body.rows).toEqual(
      [],
    );
    const plain = await site.as(ana).patch(`/groups/${here.slug}/membership`, { name: '', pronouns: '' });
    expect(plain.body.myFace).toEqual({ name: null, pronouns: null });
  });

  test('ticked members are found again by members, and nobody of another group with them', async () => {
    const site = await aSite();
    const [here, there] = [await aGroup(site), await aGroup(site, { name: 'Choir' })];
    const [ana, omar, alien] = [
      await aMember(site, here),
      await aMember(site, here),
      await aMember(site, there),
    ];
    const asked = (ids: string[]) => `/groups/${here.slug}/members?accounts=${ids.join()}`;
    const { body } = await site.as(ana).get(asked([omar.id, alien.id]));
    expect(body.rows.map(({ accountId }: { accountId: string }) => accountId)).toEqual([omar.id]);
    expect((await site.as(alien).get(asked([omar.id]))).status).toBe(404);
    expect((await site.as(ana).get(asked(['everybody']))).status).toBe(400);
  });

  test('a list of members goes on where it stopped', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    for (let joined = 0; joined < 4; joined += 1) await aMember(site, group);
    const as = site.as(group.steward);
    const first = await as.get(`/groups/${group.slug}/members?limit=3`);
    const second = await as.get(`/groups/${group.slug}/members?limit=3&after=${first.body.next}`);
    const ids = [...first.body.rows, ...second.body.rows].map(({ accountId }) => accountId);
    expect(new Set(ids).size).toBe(5);
  });
});

describe('roles', () => {
  test('a steward gives a role', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    const reply = await site
      .as(group.steward)
      .patch(`/groups/${group.slug}/members/${ana.id}`, { role: 'organizer' });
    expect(reply.status).toBe(204);
    expect((await site.as(ana).get(`/groups/${group.slug}`)).body).toMatchObject({
      myRole: 'organizer',
      can: { publish: true, manageMembers: false },
    });
  });

  test.each(['member', 'organizer'] as const)('a %s gives none, not even to themselves', async (role) => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group, role);
    const path = `/groups/${group.slug}/members`;
    expect((await site.as(ana).patch(`${path}/${ana.id}`, { role: 'steward' })).status).toBe(403);
    expect((await site.as(ana).delete(`${path}/${group.steward.id}`)).status).toBe(403);
  });

  test('a person who is not a member has no role to change', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const stranger = await anAccount(site);
    const as = site.as(group.steward);
    expect(
      (await as.patch(`/groups/${group.slug}/members/${stranger.id}`, { role: 'organizer' })).status,
    ).toBe(404);
    expect((await as.delete(`/groups/${group.slug}/members/${stranger.id}`)).status).toBe(404);
  });
});

describe('a group always keeps one steward', () => {
  test('the last steward can neither leave, nor step down, nor be removed', async () => {
    const site = await aSite();
    const { slug, steward } = await aGroup(site);
    const as = site.as(steward);
    const refused = { status: 409, body: { code: 'groups.last-steward' } };
    expect(await as.delete(`/groups/${slug}/membership`)).toMatchObject(refused);
    expect(await as.patch(`/groups/${slug}/members/${steward.id}`, { role: 'member' })).toMatchObject(
      refused,
    );
    expect(await as.delete(`/groups/${slug}/members/${steward.id}`)).toMatchObject(refused);
    expect((await as.get(`/groups/${slug}`)).body.myRole).toBe('steward');
  });

  test('a steward may leave when there is a second', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    await aMember(site, group, 'steward');
    expect((await site.as(group.steward).delete(`/groups/${group.slug}/membership`)).status).toBe(204);
  });

  test('two stewards who leave at the same moment leave one behind', async () => {
    const site = await aSite();
    for (let round = 0; round < 5; round += 1) {
      const group = await aGroup(site);
      const other = await aMember(site, group, 'steward');
      const replies = await Promise.all(
        [group.steward, other].map((one) => site.as(one).delete(`/groups/${group.slug}/membership`)),
      );
      expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
    }
  });
});

describe('leaving and being removed', () => {
  test('a member leaves, and leaving again finds no membership', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = site.as(await aMember(site, group));
    expect((await ana.delete(`/groups/${group.slug}/membership`)).status).toBe(204);
    expect((await ana.delete(`/groups/${group.slug}/membership`)).status).toBe(404);
  });

  test('a removed member is a stranger, and may join again', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    expect((await site.as(group.steward).delete(`/groups/${group.slug}/members/${ana.id}`)).status).toBe(204);
    expect((await site.as(ana).get(`/groups/${group.slug}`)).body).toMatchObject({
      myRole: null,
      can: { join: true },
    });
  });

  test('the links a steward made end with their stewardship', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const other = await aMember(site, group, 'steward');
    const { body } = await site.as(other).post(`/groups/${group.slug}/invitations`, { days: 7 });
    await site.as(group.steward).patch(`/groups/${group.slug}/members/${other.id}`, { role: 'member' });
    const token = body.url.split('/').at(-1);
    expect((await site.as(null).get(`/invitations/${token}`)).status).toBe(404);
  });
});

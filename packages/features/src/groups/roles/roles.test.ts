import { journal } from '@groundwork/database/journal/tables';
import { and, asc, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { contextFor, NOBODY } from '../../context.ts';
import { aSite } from '../../testing.ts';
import { aGroup, aMember, anOwnRole } from '../fixtures.ts';
import { RESPONSIBILITIES } from '../responsibilities.ts';
import { groups } from '../tables.ts';
import { makeRole } from './actions.ts';

describe('roles of a group’s own', () => {
  test('a steward makes one, changes it, and removes it again', async () => {
    const site = await aSite();
    const { slug, steward } = await aGroup(site);
    const as = site.as(steward);
    const press = { name: ' Press ', responsibilities: ['moderate', 'publish'] };
    const made = await as.post(`/groups/${slug}/roles`, press);
    expect(made).toMatchObject({
      status: 201,
      body: { rows: [{ name: 'Press', responsibilities: ['publish', 'moderate'], memberCount: 0 }] },
    });
    const path = `/groups/${slug}/roles/${made.body.rows[0].id}`;
    const changed = await as.put(path, { name: 'Media', responsibilities: ['publish'] });
    expect(changed.body.rows).toMatchObject([{ name: 'Media', responsibilities: ['publish'] }]);
    expect((await as.delete(path)).status).toBe(204);
    expect((await as.get(`/groups/${slug}/roles`)).body.rows).toEqual([]);
    expect((await as.delete(path)).status).toBe(404);
  });

  test.each(['member', 'organizer'] as const)('a %s makes none', async (role) => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = site.as(await aMember(site, group, role));
    const press = { name: 'Press', responsibilities: ['publish'] };
    expect((await ana.post(`/groups/${group.slug}/roles`, press)).status).toBe(403);
  });

  test('members do not learn which there are, nor who has them', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    await anOwnRole(site, group, ana, ['publish']);
    const omar = site.as(await aMember(site, group));
    expect((await omar.get(`/groups/${group.slug}/roles`)).status).toBe(404);
    expect(JSON.stringify((await omar.get(`/groups/${group.slug}/members`)).body)).not.toContain('"Role ');
  });

  test('two have not the same name, and one carries something that there is', async () => {
    const site = await aSite();
    const { slug, steward } = await aGroup(site);
    const make = (name: string, responsibilities: string[]) =>
      site.as(steward).post(`/groups/${slug}/roles`, { name, responsibilities });
    await make('Press', ['publish']);
    expect(await make('PRESS', ['publish'])).toMatchObject({
      status: 409,
      body: { code: 'groups.role-named' },
    });
    for (const none of [[], ['everything'], ['publish', 'publish']])
      expect((await make('Other', none)).status).toBe(422);
  });

  test('another group’s role is not there to be given, changed or removed', async () => {
    const site = await aSite();
    const [here, there] = [await aGroup(site), await aGroup(site, { name: 'Choir' })];
    const theirs = await anOwnRole(site, there, there.steward, ['publish']);
    const as = site.as(here.steward);
    const given = await as.patch(`/groups/${here.slug}/members/${here.steward.id}`, { ownRoleId: theirs });
    expect(given.status).toBe(404);
    const path = `/groups/${here.slug}/roles/${theirs}`;
    expect((await as.put(path, { name: 'Mine', responsibilities: ['publish'] })).status).toBe(404);
    expect((await as.delete(path)).status).toBe(404);
  });

  test('there are at most thirty', async () => {
    const site = await aSite();
    const { slug, steward } = await aGroup(site);
    const ctx = contextFor(site.house, { ...NOBODY, id: steward.id, signedIn: true });
    for (let count = 0; count < 30; count += 1)
      await makeRole(ctx, slug, { name: `Role ${count}`, responsibilities: ['publish'] });
    const more = await site
      .as(steward)
      .post(`/groups/${slug}/roles`, { name: 'A', responsibilities: ['publish'] });
    expect(more).toMatchObject({ status: 409, body: { code: 'groups.too-many-roles' } });
  });
});

describe('what an own role adds', () => {
  test('who has it may what it carries, beside what their role carries, and no more', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    await anOwnRole(site, group, ana, ['host_events']);
    expect((await site.as(ana).get(`/groups/${group.slug}`)).body).toMatchObject({
      myRole: 'member',
      can: { hostEvents: true, publish: false, seePeople: false, manageMembers: false },
    });
    expect((await site.as(ana).get(`/groups/${group.slug}/people`)).status).toBe(404);
  });

  test('whoever sees roles sees it in the list of members', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    const id = await anOwnRole(site, group, ana, ['publish']);
    const organizer = site.as(await aMember(site, group, 'organizer'));
    const { body } = await organizer.get(`/groups/${group.slug}/members?search=${ana.name}`);
    const row = body.rows.find(({ accountId }: { accountId: string }) => accountId === ana.id);
    expect(row).toMatchObject({ role: 'member', ownRole: { id } });
  });

  test('a change of the role holds at once for everyone who has it', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    const id = await anOwnRole(site, group, ana, ['publish']);
    const asked = { name: 'Press', responsibilities: ['see_people'] };
    await site.as(group.steward).put(`/groups/${group.slug}/roles/${id}`, asked);
    const { can } = (await site.as(ana).get(`/groups/${group.slug}`)).body;
    expect(can).toMatchObject({ publish: false, seePeople: true });
  });

  test('taken back, it carries nothing any more', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    await anOwnRole(site, group, ana, ['publish']);
    const path = `/groups/${group.slug}/members/${ana.id}`;
    await site.as(group.steward).patch(path, { ownRoleId: null });
    expect((await site.as(ana).get(`/groups/${group.slug}`)).body.can.publish).toBe(false);
  });

  test('a role that somebody has is not removed', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const id = await anOwnRole(site, group, await aMember(site, group), ['publish']);
    const removed = await site.as(group.steward).delete(`/groups/${group.slug}/roles/${id}`);
    expect(removed).toMatchObject({ status: 409, body: { code: 'groups.role-in-use' } });
    expect(removed.body.detail).toContain('1 member');
  });

  test('a group with roles that members have can go, and so can they', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    await anOwnRole(site, group, ana, ['publish']);
    expect((await site.as(ana).delete(`/groups/${group.slug}/membership`)).status).toBe(204);
    await anOwnRole(site, group, group.steward, ['publish']);
    await site.db.delete(groups).where(eq(groups.id, group.id));
    expect((await site.as(group.steward).get(`/groups/${group.slug}`)).status).toBe(404);
  });
});

describe('who gives what', () => {
  test('who manages members by an own role gives what they carry, and nothing grave', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const [welcomer, ana] = [await aMember(site, group), await aMember(site, group)];
    await anOwnRole(site, group, welcomer, ['publish', 'manage_members']);
    const press = await anOwnRole(site, group, group.steward, ['publish']);
    const talk = await anOwnRole(site, group, group.steward, ['moderate']);
    const keys = await anOwnRole(site, group, group.steward, ['manage_members']);
    const patch = async (body: object) =>
      (await site.as(welcomer).patch(`/groups/${group.slug}/members/${ana.id}`, body)).status;
    expect(await patch({ ownRoleId: press })).toBe(204);
    for (const beyond of [
      { ownRoleId: talk },
      { ownRoleId: keys },
      { role: 'organizer' },
      { role: 'steward' },
    ])
      expect(await patch(beyond), JSON.stringify(beyond)).toBe(403);
  });

  test('nor do they invite by mail into a role that carries more', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const welcomer = await aMember(site, group);
    await anOwnRole(site, group, welcomer, ['manage_members']);
    const invite = (role: string) =>
      site
        .as(welcomer)
        .post(`/groups/${group.slug}/invitation-mails`, { addresses: 'a@example.org', role, language: 'en' });
    expect((await invite('member')).status).toBe(200);
    expect(await invite('organizer')).toMatchObject({ status: 403, body: { code: 'groups.role-beyond' } });
  });

  test('they take out members and organizers, but nobody who carries something grave', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const [welcomer, treasurer] = [await aMember(site, group), await aMember(site, group)];
    await anOwnRole(site, group, welcomer, ['manage_members']);
    await anOwnRole(site, group, treasurer, ['export_people']);
    const as = site.as(welcomer);
    for (const { id } of [group.steward, treasurer]) {
      expect((await as.delete(`/groups/${group.slug}/members/${id}`)).status).toBe(403);
      expect((await as.put(`/groups/${group.slug}/bans/${id}`)).status).toBe(403);
    }
    const organizer = await aMember(site, group, 'organizer');
    expect((await as.delete(`/groups/${group.slug}/members/${organizer.id}`)).status).toBe(204);
  });

  test('who manages members and the group by an own role neither demotes, nor removes, nor bans a steward', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const [keeper, treasurer] = [await aMember(site, group), await aMember(site, group)];
    await aMember(site, group, 'steward');
    await anOwnRole(site, group, keeper, ['manage_members', 'manage_group']);
    await anOwnRole(site, group, treasurer, ['manage_members']);
    const as = site.as(keeper);
    const path = `/groups/${group.slug}`;
    expect((await as.patch(`${path}/members/${group.steward.id}`, { role: 'member' })).status).toBe(403);
    expect((await as.delete(`${path}/members/${group.steward.id}`)).status).toBe(403);
    expect((await as.put(`${path}/bans/${group.steward.id}`)).status).toBe(403);
    const { body } = await as.get(`${path}/members?accounts=${group.steward.id}`);
    expect(body.rows[0].can).toEqual({ setRole: false, remove: false });
    expect((await as.delete(`${path}/members/${treasurer.id}`)).status).toBe(204);
  });

  test('who manages the group by an own role puts nothing into a role that they do not carry', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const keeper = await aMember(site, group);
    const own = await anOwnRole(site, group, keeper, ['manage_group']);
    const asked = { name: 'All', responsibilities: ['manage_group', 'export_people'] };
    const as = site.as(keeper);
    expect((await as.post(`/groups/${group.slug}/roles`, asked)).status).toBe(403);
    expect((await as.put(`/groups/${group.slug}/roles/${own}`, asked)).status).toBe(403);
  });

  test('a role that carries everything makes no steward: the last one stays', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    await anOwnRole(site, group, await aMember(site, group), RESPONSIBILITIES);
    const left = await site.as(group.steward).delete(`/groups/${group.slug}/membership`);
    expect(left).toMatchObject({ status: 409, body: { code: 'groups.last-steward' } });
  });

  test('the links that somebody made end when their role no longer lets them', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const welcomer = await aMember(site, group);
    const id = await anOwnRole(site, group, welcomer, ['manage_members']);
    const { body } = await site.as(welcomer).post(`/groups/${group.slug}/invitations`, { days: 7 });
    const token = body.url.split('/').at(-1);
    const asked = { name: 'Press', responsibilities: ['publish'] };
    await site.as(group.steward).put(`/groups/${group.slug}/roles/${id}`, asked);
    expect((await site.as(null).get(`/invitations/${token}`)).status).toBe(404);
  });

  test('open sockets of whoever carries less ask again, and of nobody else', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const [ana, omar] = [await aMember(site, group), await aMember(site, group)];
    const heard: string[] = [];
    for (const { id, name } of [ana, omar])
      site.house.live.subscribe(`account:${id}`, ({ kind }) => heard.push(`${name} ${kind}`));
    const id = await anOwnRole(site, group, ana, ['publish', 'moderate']);
    await anOwnRole(site, group, omar, ['publish']);
    const asked = { name: 'Press', responsibilities: ['publish'] };
    await site.as(group.steward).put(`/groups/${group.slug}/roles/${id}`, asked);
    await expect.poll(() => heard).toEqual([`${ana.name} groups.role-lost`]);
  });

  test('each making, giving, change and removal is on record, by ids', async () => {
    const site = await aSite();
    const group = await aGroup(site);
    const ana = await aMember(site, group);
    const id = await anOwnRole(site, group, ana, ['publish']);
    const as = site.as(group.steward);
    await as.put(`/groups/${group.slug}/roles/${id}`, { name: 'Talk', responsibilities: ['moderate'] });
    await as.patch(`/groups/${group.slug}/members/${ana.id}`, { ownRoleId: null });
    await as.delete(`/groups/${group.slug}/roles/${id}`);
    const entries = await site.db
      .select({ kind: journal.kind, subjectId: journal.subjectId, data: journal.data })
      .from(journal)
      .where(and(eq(journal.groupId, group.id), eq(journal.actorId, group.steward.id)))
      .orderBy(asc(journal.id));
    expect(entries.slice(-7)).toEqual([
      { kind: 'groups.role-made', subjectId: id, data: { responsibilities: ['publish'] } },
      { kind: 'groups.own-role-changed', subjectId: ana.id, data: { from: null, to: id } },
      { kind: 'groups.role-edited', subjectId: id, data: { from: ['publish'], to: ['moderate'] } },
      { kind: 'groups.role-lost', subjectId: ana.id, data: {} },
      { kind: 'groups.role-lost', subjectId: ana.id, data: {} },
      { kind: 'groups.own-role-changed', subjectId: ana.id, data: { from: id, to: null } },
      { kind: 'groups.role-removed', subjectId: id, data: { responsibilities: ['moderate'] } },
    ]);
  });
});

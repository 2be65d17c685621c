import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aGroup, aMember, type AGroup } from '../fixtures.ts';
import { groupInvitations } from './tables.ts';

type Site = Awaited<ReturnType<typeof aSite>>;
async function anInvitation(site: Site, group: AGroup, options: { useLimit?: number } = {}) {
  const { status, body } = await site
    .as(group.steward)
    .post(`/groups/${group.slug}/invitations`, { days: 7, ...options });
  expect(status).toBe(201);
  return { id: body.id, path: `/invitations/${body.url.split('/').at(-1)}` };
}

test('a link’s holder sees a private group’s face and comes in', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private', joining: 'invitation' });
  const { path } = await anInvitation(site, group);
  expect((await site.as(null).get(path)).body).toMatchObject({ state: 'open', group: { name: group.name } });
  const ana = site.as(await anAccount(site));
  expect(await ana.put(`${path}/acceptance`)).toMatchObject({
    status: 200,
    body: { slug: group.slug, myRole: 'member' },
  });
  expect((await ana.get(`/groups/${group.slug}`)).status).toBe(200);
});

test('accepting needs an account, and the link is kept only as a hash', async () => {
  const site = await aSite();
  const { path } = await anInvitation(site, await aGroup(site));
  expect((await site.as(null).put(`${path}/acceptance`)).status).toBe(401);
  const [stored] = await site.db.select().from(groupInvitations);
  expect(JSON.stringify(stored)).not.toContain(path.split('/').at(-1));
});

test('a link for two lets two in, however many come at once, and those who are in cost nothing', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path } = await anInvitation(site, group, { useLimit: 2 });
  await site.as(group.steward).put(`${path}/acceptance`);
  const comers = await Promise.all(Array.from({ length: 6 }, () => anAccount(site)));
  const replies = await Promise.all(comers.map((comer) => site.as(comer).put(`${path}/acceptance`)));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 409, 409, 409, 409]);
  expect((await site.as(group.steward).get(`/groups/${group.slug}`)).body.memberCount).toBe(3);
  const listed = await site.as(group.steward).get(`/groups/${group.slug}/invitations`);
  expect(listed.body.rows).toMatchObject([{ useCount: 2, useLimit: 2, state: 'used-up' }]);
});

test('an expired link names no group and lets nobody in', async () => {
  const site = await aSite();
  const { path, id } = await anInvitation(site, await aGroup(site));
  await site.db
    .update(groupInvitations)
    .set({ expiresAt: sql`now() - interval '1 minute'` })
    .where(eq(groupInvitations.id, id));
  const ana = site.as(await anAccount(site));
  expect((await ana.get(path)).body).toMatchObject({ state: 'expired', group: null });
  expect(await ana.put(`${path}/acceptance`)).toMatchObject({
    status: 409,
    body: { code: 'groups.invitation-over' },
  });
});

test('a revoked link was never there', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path, id } = await anInvitation(site, group);
  expect((await site.as(group.steward).delete(`/groups/${group.slug}/invitations/${id}`)).status).toBe(204);
  expect((await site.as(null).get(path)).status).toBe(404);
  expect((await site.as(await anAccount(site)).put(`${path}/acceptance`)).status).toBe(404);
});

test('only stewards make, see and revoke links', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { id } = await anInvitation(site, group);
  for (const role of ['member', 'organizer'] as const) {
    const ana = site.as(await aMember(site, group, role));
    expect((await ana.post(`/groups/${group.slug}/invitations`, { days: 7 })).status).toBe(403);
    expect((await ana.get(`/groups/${group.slug}/invitations`)).status).toBe(404);
    expect((await ana.delete(`/groups/${group.slug}/invitations/${id}`)).status).toBe(403);
  }
});

test('old requests and links are forgotten by the clock', async () => {
  const site = await aSite();
  await anInvitation(site, await aGroup(site));
  await site.sweep('groups.forget-invitations');
  expect(await site.db.select().from(groupInvitations)).toHaveLength(1);
  await site.db.update(groupInvitations).set({ expiresAt: sql`now() - interval '100 days'` });
  await site.sweep('groups.forget-invitations');
  await site.sweep('groups.forget-requests');
  expect(await site.db.select().from(groupInvitations)).toEqual([]);
});

test('a link ends when whoever made it leaves, or deletes their account', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const [leaving, going] = [await anAccount(site), await anAccount(site)];
  for (const one of [leaving, going]) await aMember(site, group, 'steward', one);
  const left = await anInvitation(site, { ...group, steward: leaving });
  const gone = await anInvitation(site, { ...group, steward: going });
  await site.as(leaving).delete(`/groups/${group.slug}/membership`);
  await site.as(going).delete('/account', { password: going.password });
  const ana = site.as(await anAccount(site));
  expect((await ana.put(`${left.path}/acceptance`)).status).toBe(404);
  expect((await ana.get(gone.path)).body).toMatchObject({ state: 'expired', group: null });
  expect((await ana.put(`${gone.path}/acceptance`)).status).toBe(409);
});

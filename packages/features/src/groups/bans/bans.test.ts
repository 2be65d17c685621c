import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aGroup, aMember } from '../fixtures.ts';

test('a banned person is a stranger to a public group, and cannot join or ask again', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await aMember(site, group);
  expect((await site.as(group.steward).put(`/groups/${group.slug}/bans/${ana.id}`)).status).toBe(204);
  const seen = await site.as(ana).get(`/groups/${group.slug}`);
  expect(seen.body).toMatchObject({
    myRole: null,
    can: { join: false, askToJoin: false, seeMembers: false },
  });
  expect((await site.as(ana).put(`/groups/${group.slug}/membership`)).status).toBe(403);
  await site.as(group.steward).patch(`/groups/${group.slug}`, { joining: 'approval' });
  expect((await site.as(ana).post(`/groups/${group.slug}/join-requests`, { answers: [] })).status).toBe(403);
});

test('for who is banned a private group does not exist, not by an invitation either', async () => {
  const site = await aSite();
  const group = await aGroup(site, { visibility: 'private' });
  const ana = await aMember(site, group);
  const { body } = await site.as(group.steward).post(`/groups/${group.slug}/invitations`, { days: 7 });
  const token = body.url.split('/').at(-1);
  await site.as(group.steward).put(`/groups/${group.slug}/bans/${ana.id}`);
  expect((await site.as(ana).get(`/groups/${group.slug}`)).status).toBe(404);
  expect((await site.as(ana).get(`/invitations/${token}`)).status).toBe(404);
  expect((await site.as(ana).put(`/invitations/${token}/acceptance`)).status).toBe(404);
});

test('a lifted ban opens the door again', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await aMember(site, group);
  const steward = site.as(group.steward);
  await steward.put(`/groups/${group.slug}/bans/${ana.id}`);
  expect((await steward.get(`/groups/${group.slug}/bans`)).body.rows).toMatchObject([{ accountId: ana.id }]);
  expect((await steward.delete(`/groups/${group.slug}/bans/${ana.id}`)).status).toBe(204);
  expect((await site.as(ana).put(`/groups/${group.slug}/membership`)).status).toBe(200);
});

test('organizers and members ban nobody and see no bans', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  for (const role of ['member', 'organizer'] as const) {
    const ana = site.as(await aMember(site, group, role));
    expect((await ana.put(`/groups/${group.slug}/bans/${group.steward.id}`)).status).toBe(403);
    expect((await ana.get(`/groups/${group.slug}/bans`)).status).toBe(404);
  }
});

test('a ban tells nobody which accounts exist, and nobody bans themselves', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const stranger = await anAccount(site);
  const steward = site.as(group.steward);
  expect((await steward.put(`/groups/${group.slug}/bans/${stranger.id}`)).status).toBe(404);
  const own = await steward.put(`/groups/${group.slug}/bans/${group.steward.id}`);
  expect(own).toMatchObject({ status: 409, body: { code: 'groups.ban-yourself' } });
});

test('a person who joins while being banned is not in afterwards', async () => {
  const site = await aSite();
  const group = await aGroup(site, { joining: 'approval' });
  const asked = `/groups/${group.slug}/join-requests`;
  for (let round = 0; round < 5; round += 1) {
    const ana = await anAccount(site);
    await site.as(ana).post(asked, { answers: [] });
    const { id } = (await site.as(group.steward).get(asked)).body.rows[0];
    await Promise.all([
      site.as(group.steward).put(`${asked}/${id}/decision`, { decision: 'accepted' }),
      site.as(group.steward).put(`/groups/${group.slug}/bans/${ana.id}`),
    ]);
    const seen = await site.as(ana).get(`/groups/${group.slug}`);
    expect(seen.body).toMatchObject({ myRole: null, can: { askToJoin: false } });
  }
});

test('who is banned stands in the list under the name by which the group knew them', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await aMember(site, group);
  await site.as(ana).patch(`/groups/${group.slug}/membership`, { name: 'La Chispa', pronouns: null });
  await site.as(group.steward).put(`/groups/${group.slug}/bans/${ana.id}`);
  const { body } = await site.as(group.steward).get(`/groups/${group.slug}/bans`);
  expect(body.rows).toMatchObject([{ name: 'La Chispa' }]);
});

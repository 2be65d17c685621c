import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../../accounts/fixtures.ts';
import { aSite } from '../../../testing.ts';
import { aGroup, aMember, anOwnRole } from '../../fixtures.ts';
import { groupInvitationAddressees, groupInvitations } from '../tables.ts';
import { invitationTo, sendInvitations } from './fixtures.ts';

test('each mailbox among what is pasted gets one mail, in its language, and what is none is told', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const reply = await sendInvitations(site, group, {
    addresses: 'Ana Ruiz <ana@example.net>; BEN@example.net\nana@example.net, chris@',
    language: 'es',
  });
  expect(reply).toMatchObject({
    status: 200,
    body: { invited: ['ana@example.net', 'ben@example.net'], unreadable: ['chris@'] },
  });
  const mails = await site.mails();
  expect(mails).toMatchObject([
    { toAddress: 'ana@example.net', language: 'es', typed: 'form', groupId: group.id },
    { toAddress: 'ben@example.net', subject: `Te invitan a ${group.name}` },
  ]);
});

test('an address of a member, of a banned person or of one who waits is reported and not mailed', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  const banned = await aMember(site, group);
  await site.as(group.steward).put(`/groups/${group.slug}/bans/${banned.id}`);
  await sendInvitations(site, group, { addresses: 'ana@example.net' });
  const before = (await site.mails()).length;
  const { body } = await sendInvitations(site, group, {
    addresses: `${member.email}, ${banned.email}, Ana@example.net`,
  });
  expect(body).toEqual({
    invited: [],
    waiting: ['ana@example.net'],
    members: [member.email],
    banned: [banned.email],
    unreadable: [],
  });
  expect(await site.mails()).toHaveLength(before);
});

test('an account of the site behind a mailbox changes neither the answer nor the mail', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  await anAccount(site, { email: 'known@example.net' });
  const { body } = await sendInvitations(site, group, { addresses: 'known@example.net, other@example.net' });
  expect(body.invited).toEqual(['known@example.net', 'other@example.net']);
  const [known, other] = (await site.mails()).map(({ subject, letter }) =>
    JSON.stringify({ subject, letter }).replace(/invitations\/[\w-]+/, 'invitations/…'),
  );
  expect(known).toBe(other);
});

test('stewards see who is invited and not here yet, as what and until when, and take it back', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const steward = site.as(group.steward);
  const { path } = await invitationTo(site, group, 'ana@example.net', { role: 'organizer' });
  const listed = await steward.get(`/groups/${group.slug}/invitations?isMailed=true`);
  expect(listed.body.rows).toMatchObject([
    { addressee: { email: 'ana@example.net', role: 'organizer' }, state: 'open', useLimit: 1 },
  ]);
  expect((await steward.get(`/groups/${group.slug}/invitations`)).body.rows).toEqual([]);
  await steward.delete(`/groups/${group.slug}/invitations/${listed.body.rows[0].id}`);
  expect((await site.as(null).get(path)).status).toBe(404);
  // Its mail had not left yet.
  expect(await site.mails()).toEqual([]);
  expect((await steward.get(`/groups/${group.slug}/invitations?isMailed=true`)).body.rows).toEqual([]);
});

test('sent again, the new link lets in and the one before is gone', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { path, id } = await invitationTo(site, group, 'ana@example.net');
  const again = await site.as(group.steward).post(`/groups/${group.slug}/invitations/${id}/mails`);
  expect(again.status).toBe(204);
  // The one before had not left yet, and would lead nowhere.
  const [second, ...others] = await site.mails();
  expect(others).toEqual([]);
  expect(second).toMatchObject({ toAddress: 'ana@example.net' });
  expect((await site.as(null).get(path)).status).toBe(404);
  const token = second?.letter?.button?.url.split('/').at(-1);
  expect((await site.as(null).get(`/invitations/${token}`)).body).toMatchObject({ state: 'open' });
});

test('two stewards who invite the same mailbox at once write to it once', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const presses = [1, 2, 3].map(() => sendInvitations(site, group, { addresses: 'ana@example.net' }));
  const answers = (await Promise.all(presses)).map(({ status, body }) => [status, body.invited.length]);
  expect(answers.sort()).toEqual([
    [200, 0],
    [200, 0],
    [200, 1],
  ]);
  expect(await site.mails()).toHaveLength(1);
});

test('an expired invitation is sent again by its row or by its address', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  await invitationTo(site, group, 'ana@example.net');
  await site.db.update(groupInvitations).set({ expiresAt: sql`now() - interval '1 minute'` });
  expect((await sendInvitations(site, group, { addresses: 'ana@example.net' })).body).toMatchObject({
    invited: ['ana@example.net'],
    waiting: [],
  });
  expect(await site.db.select().from(groupInvitations)).toHaveLength(1);
});

test('only stewards mail invitations, send them again and see whom they went to', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const { id } = await invitationTo(site, group, 'ana@example.net');
  const asked = { addresses: 'ben@example.net', role: 'member', language: 'en' };
  for (const role of ['member', 'organizer'] as const) {
    const ana = site.as(await aMember(site, group, role));
    expect((await ana.post(`/groups/${group.slug}/invitation-mails`, asked)).status).toBe(403);
    expect((await ana.post(`/groups/${group.slug}/invitations/${id}/mails`)).status).toBe(403);
    expect((await ana.get(`/groups/${group.slug}/invitations?isMailed=true`)).status).toBe(404);
  }
});

test('nobody is made a steward by a mail', async () => {
  const site = await aSite();
  const reply = await sendInvitations(site, await aGroup(site), {
    addresses: 'ana@example.net',
    role: 'steward',
  });
  expect(reply.status).toBe(422);
});

test('an invitation is mailed for the roles that its sender gives, and for no other', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const ana = await aMember(site, group);
  await anOwnRole(site, group, ana, ['manage_members']);
  const { given } = (await site.as(ana).get(`/groups/${group.slug}/roles`)).body;
  expect(given).toMatchObject([
    { role: 'member', can: { give: true } },
    { role: 'organizer', can: { give: false } },
    { role: 'steward', can: { give: false } },
  ]);
  const mail = (role: string) =>
    site.as(ana).post(`/groups/${group.slug}/invitation-mails`, {
      addresses: `${role}@example.net`,
      role,
      language: 'en',
    });
  expect((await mail('member')).body).toMatchObject({ invited: ['member@example.net'] });
  expect((await mail('organizer')).status).toBe(403);
});

test('a group that nobody vouched for, or that is frozen, mails no invitations', async () => {
  const site = await aSite();
  const waiting = await aGroup(site, { isVouched: false });
  expect(await sendInvitations(site, waiting, { addresses: 'ana@example.net' })).toMatchObject({
    status: 409,
    body: { code: 'groups.invite-unvouched' },
  });
  const frozen = await aGroup(site);
  const keeper = await anAccount(site, { isSiteSteward: true });
  await site.as(keeper).put(`/site/groups/${frozen.id}/measures/frozen`, { reason: 'Under review.' });
  expect((await sendInvitations(site, frozen, { addresses: 'ana@example.net' })).status).toBe(409);
  expect((await site.mails()).filter(({ toAddress }) => toAddress === 'ana@example.net')).toEqual([]);
});

test('more than can be read at once is refused whole', async () => {
  const site = await aSite();
  const addresses = Array.from({ length: 201 }, (_, place) => `ana${place}@example.net`).join('\n');
  expect(await sendInvitations(site, await aGroup(site), { addresses })).toMatchObject({
    status: 422,
    body: { fields: [{ name: 'addresses', code: 'groups.too-many-addresses' }] },
  });
});

test('an invitation by a suspended or former steward opens nothing', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const other = await aMember(site, group, 'steward');
  const first = await invitationTo(site, { ...group, steward: other }, 'ana@example.net');
  const second = await invitationTo(site, group, 'ben@example.net');
  await site.as(group.steward).patch(`/groups/${group.slug}/members/${other.id}`, { role: 'member' });
  const keeper = site.as(await anAccount(site, { isSiteSteward: true }));
  await keeper.put(`/site/accounts/${group.steward.id}/suspension`, { reason: 'Sends spam.' });
  for (const { path } of [first, second]) expect((await site.as(null).get(path)).status).toBe(404);
  expect((await site.mails()).map(({ toAddress }) => toAddress)).not.toContain('ana@example.net');
});

test('the address of who never came is forgotten a month after the invitation ended', async () => {
  const site = await aSite();
  await invitationTo(site, await aGroup(site), 'ana@example.net');
  await site.db.update(groupInvitations).set({ expiresAt: sql`now() - interval '29 days'` });
  await site.sweep('groups.forget-invitations');
  expect(
    await site.db.$count(groupInvitationAddressees, eq(groupInvitationAddressees.email, 'ana@example.net')),
  ).toBe(1);
  await site.db.update(groupInvitations).set({ expiresAt: sql`now() - interval '31 days'` });
  await site.sweep('groups.forget-invitations');
  expect(await site.db.select().from(groupInvitationAddressees)).toEqual([]);
});

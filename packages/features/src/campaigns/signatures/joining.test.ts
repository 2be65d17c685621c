import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aCast } from '../../links/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aCampaign, aSignature } from '../fixtures.ts';

test('a signer is not asked to join a group they are in, asked to join, or that takes nobody', async () => {
  const site = await aSite();
  const { group, steward, organizer, member, outsider } = await aCast(site);
  const { path } = await aCampaign(site, group, organizer);
  const asks = async (viewer: typeof member | null) =>
    (await site.as(viewer).get(path)).body.group.takesMembers;
  const turn = (joining: string) =>
    site.as(steward).patch(`/groups/${group.slug}`, { joining, questions: [] });
  expect(await Promise.all([asks(null), asks(outsider), asks(member)])).toEqual([true, true, false]);
  await turn('approval');
  await site.as(outsider).post(`/groups/${group.slug}/join-requests`, { answers: [] });
  expect(await Promise.all([asks(null), asks(outsider), asks(member)])).toEqual([true, false, false]);
  await turn('invitation');
  expect(await Promise.all([asks(null), asks(outsider), asks(member)])).toEqual([false, false, false]);
});

test('a member who signed is not asked to join, whoever opens the link of their mail', async () => {
  const site = await aSite();
  const { group, organizer } = await aCast(site);
  const campaign = await aCampaign(site, group, organizer);
  const asks = async (sealed: string) =>
    (await site.as(null).get(`/signatures/${sealed}`)).body.group.takesMembers;
  const { sealed: newcomer } = await aSignature(site, campaign);
  expect(await asks(newcomer)).toBe(true);
  const member = await aMember(site, group);
  const signed = { name: member.name, email: member.email, updates: false };
  const { body } = await site.as(member).post(`${campaign.path}/signatures`, signed);
  expect(await asks(body.sealed)).toBe(false);
  await site.as(member).delete(`/groups/${group.slug}/membership`);
  expect(await asks(body.sealed)).toBe(true);
});

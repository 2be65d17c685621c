import { newId } from '@groundwork/database';
import { anAccount } from '@groundwork/features/accounts/fixtures';
import { aCampaign, aSignature } from '@groundwork/features/campaigns/fixtures';
import { anEvent, anRsvp, beganAgo, tokenFor } from '@groundwork/features/events/fixtures';
import { aGroup, aMember, type AGroup } from '@groundwork/features/groups/fixtures';
import type { TestSite } from '@groundwork/features/testing';

export type Account = Awaited<ReturnType<typeof anAccount>>;
export type Ways = Awaited<ReturnType<typeof neighbourhood>>['open'];

/** Two groups with everything a group can have, one public and one private, and everyone who might knock at them. */
export async function neighbourhood(site: TestSite) {
  const siteSteward = await anAccount(site, { name: 'Stella', isSiteSteward: true });
  const cast = {
    newcomer: await anAccount(site, { name: 'Nuria' }),
    member: await anAccount(site, { name: 'Mina' }),
    organizer: await anAccount(site, { name: 'Omar' }),
    steward: await anAccount(site, { name: 'Stan' }),
    outsider: await anAccount(site, { name: 'Olga' }),
    banned: await anAccount(site, { name: 'Boris' }),
  };
  await aGroup(site, { name: 'Elsewhere', steward: cast.outsider });
  const open = await furnish(site, { cast, visibility: 'public' });
  const hidden = await furnish(site, { cast, visibility: 'private' });
  return { cast: { ...cast, siteSteward }, open, hidden };
}

type Cast = Record<'member' | 'organizer' | 'steward' | 'banned', Account>;

async function furnish(
  site: TestSite,
  { cast, visibility }: { cast: Cast; visibility: 'public' | 'private' },
) {
  // Furnished while everyone can see it: who asks to join a private group learned of it when it was not.
  const group = await aGroup(site, { name: `The ${visibility} group`, steward: cast.steward });
  await aMember(site, group, 'organizer', cast.organizer);
  await aMember(site, group, 'member', cast.member);
  await aMember(site, group, 'member', cast.banned);
  const steward = site.as(cast.steward);
  await steward.put(`/groups/${group.slug}/bans/${cast.banned.id}`);
  await site.work();
  const ways = {
    groupId: group.id,
    ...(await furnishPeople(site, group, cast)),
    ...(await furnishCampaigns(site, group, cast)),
    ...(await furnishEvents(site, group, cast)),
    ...(await furnishChannels(site, group, cast)),
  };
  const { body } = await steward.patch(`/groups/${group.slug}`, { visibility });
  return { ...ways, slug: body.slug as string };
}

async function furnishPeople(site: TestSite, group: AGroup, cast: Cast) {
  const steward = site.as(cast.steward);
  const companion = await aMember(site, group, 'member');
  const asker = await anAccount(site);
  await steward.patch(`/groups/${group.slug}`, { joining: 'approval', questions: [] });
  const invitation = await steward.post(`/groups/${group.slug}/invitations`, { days: 7 });
  await steward.post(`/groups/${group.slug}/invitation-mails`, {
    addresses: 'invited@example.net',
    role: 'member',
    language: 'en',
  });
  const mailed = await steward.get(`/groups/${group.slug}/invitations?isMailed=true`);
  await site.as(asker).post(`/groups/${group.slug}/join-requests`, { answers: [] });
  const requests = await steward.get(`/groups/${group.slug}/join-requests`);
  await steward.patch(`/groups/${group.slug}`, { joining: 'open' });
  await site.work();
  const people = await steward.get(`/groups/${group.slug}/people`);
  const started = await steward.post(
    `/groups/${group.slug}/imports?fileName=list.csv`,
    'name,email\nAda,ada@example.org',
    {
      'content-type': 'text/csv',
    },
  );
  return {
    companionId: companion.id,
    requestId: requests.body.rows[0]?.id ?? newId(),
    invitationId: invitation.body.id as string,
    mailedInvitationId: mailed.body.rows[0]?.id ?? newId(),
    invitationToken: String(invitation.body.url).split('/').at(-1) ?? '',
    personId: people.body.rows[0].id as string,
    importId: started.body.id as string,
  };
}

async function furnishCampaigns(site: TestSite, group: AGroup, { steward, member }: Cast) {
  const campaign = await aCampaign(site, group, steward);
  const draft = await aCampaign(site, group, steward, { state: 'draft' });
  const paused = await aCampaign(site, group, steward, { state: 'paused' });
  const won = await aCampaign(site, group, steward, { state: 'won' });
  await site
    .as(member)
    .post(`${campaign.path}/signatures`, { name: member.name, email: member.email, updates: true });
  const signed = await site.as(steward).get(`${campaign.path}/signatures`);
  await site.as(member).post(`${campaign.path}/signatures`, {
    ...{ name: 'A program', email: 'program@example.org', updates: false, website: 'https://example.org' },
  });
  const held = await site.as(steward).get(`${campaign.path}/bursts`);
  const seen = await site.as(steward).get(campaign.path);
  return {
    campaign: campaign.slug,
    draft: draft.slug,
    paused: paused.slug,
    won: won.slug,
    burstId: held.body.rows[0].id as string,
    signatureId: signed.body.rows[0].id as string,
    code: (seen.body.link?.code ?? '') as string,
  };
}

async function furnishEvents(site: TestSite, group: AGroup, { steward }: Cast) {
  const event = await anEvent(site, { group });
  const draftEvent = await anEvent(site, { group, isDraft: true });
  const begun = await anEvent(site, { group });
  const asker = site.as(steward);
  await asker.post(`/events/${begun.slug}/rsvps`, { answer: 'going' });
  await asker.post(`/events/${begun.slug}/walk-ins`, {});
  const door = await asker.get(`/events/${begun.slug}/door`);
  await beganAgo(site, begun, 1);
  return {
    event: event.slug,
    draftEvent: draftEvent.slug,
    begun: begun.slug,
    rsvpId: (door.body.rows[0]?.id ?? door.body.rows[0]?.rsvpId) as string,
    walkInId: (door.body.walkIns?.[0]?.id ?? newId()) as string,
  };
}

async function furnishChannels(site: TestSite, group: AGroup, cast: Cast) {
  const steward = site.as(cast.steward);
  const channels = await steward.get(`/channels?group=${group.slug}`);
  const named = await steward.post(`/groups/${group.slug}/channels`, { name: 'few', readers: 'named' });
  const channelId = channels.body.rows[0].id as string;
  const messageId = newId();
  await site.as(cast.member).post(`/channels/${channelId}/messages`, { id: messageId, body: 'I can drive.' });
  await steward.put(`/subjects/message/${messageId}/report`, {});
  const { body: reported } = await steward.get(`/groups/${group.slug}/reports`);
  const direct = await site
    .as(cast.member)
    .post(`/groups/${group.slug}/direct-messages`, { accountIds: [cast.steward.id] });
  return {
    channelId,
    directId: direct.body.id as string,
    namedId: named.body.id as string,
    messageId,
    reportId: reported.rows[0].id as string,
  };
}

/** What the holder of a link from a mail carries: the same for everyone, signed in or not. */
export async function sealedLinks(site: TestSite, { open }: { open: Ways }) {
  const { sealed: signature } = await aSignature(
    site,
    { path: `/campaigns/${open.campaign}` },
    { updates: true },
  );
  const { email } = await anRsvp(site, { slug: open.event });
  return { signature, rsvp: await tokenFor(site, email) };
}

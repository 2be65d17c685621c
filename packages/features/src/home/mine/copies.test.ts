import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aCampaign } from '../../campaigns/fixtures.ts';
import { anEvent } from '../../events/fixtures.ts';
import { aMessage, aTalk } from '../../messaging/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';

const copyOf = async (site: TestSite, account: { token: string }) => {
  const { body } = await site.as(account).get('/account/copy');
  return typeof body === 'string' ? JSON.parse(body) : body;
};

/** A member of a private group who did there what one can do. */
async function aBusyMember(site: TestSite) {
  const talk = await aTalk(site);
  const { group, general, member, steward } = talk;
  const event = await anEvent(site, { group, title: 'Soup' });
  const campaign = await aCampaign(site, group, steward, { title: 'Keep the branch' });
  const asMember = site.as(member);
  await asMember.post(`/events/${event.slug}/rsvps`, { answer: 'going', guestCount: 1 });
  const { name, email } = member;
  await asMember.post(`${campaign.path}/signatures`, { name, email, comment: 'My street.', updates: false });
  await aMessage(site, { by: member, channelId: general.id, body: 'I bring soup.' });
  await aMessage(site, { by: steward, channelId: general.id, body: 'Thank you all.' });
  return { ...talk, event };
}

test('a copy holds what is somebody’s own, and nothing that others wrote', async () => {
  const site = await aSite();
  const { member, group } = await aBusyMember(site);
  const copy = await copyOf(site, member);
  expect(copy).toMatchObject({
    ...{ format: 'groundwork-own-account', version: 1, calendarMadeAt: null },
    account: { name: member.name, email: member.email },
    notices: { rhythm: expect.any(String), loudness: [{ group: { slug: group.slug } }] },
    memberships: [{ group: { slug: group.slug }, role: 'member' }],
    events: [{ title: 'Soup', isHost: false, answer: { state: 'going', guestCount: 1 } }],
    signatures: [{ campaign: 'Keep the branch', name: member.name, comment: 'My street.' }],
    messages: [{ body: 'I bring soup.', channel: 'general', group: group.name }],
  });
});

test('nothing in a copy opens anything', async () => {
  const site = await aSite();
  const { member } = await aBusyMember(site);
  const { url } = (await site.as(member).put('/account/calendar')).body.address;
  const [{ answerSeal }] = (await site.as(member).get('/account/events')).body.rows;
  const copy = await copyOf(site, member);
  expect(copy.calendarMadeAt).toEqual(expect.any(String));
  const written = JSON.stringify(copy);
  for (const sealed of [url.split('/').at(-1), answerSeal, member.token])
    expect(written).not.toContain(sealed.split('.')[1] ?? sealed);
});

test('who was put out of a private group keeps what they wrote, without what it says of the group’s rooms and events', async () => {
  const site = await aSite();
  const { member, group, steward } = await aBusyMember(site);
  await site.as(steward).delete(`/groups/${group.slug}/members/${member.id}`);
  expect(await copyOf(site, member)).toMatchObject({
    ...{ memberships: [], events: [] },
    messages: [{ body: 'I bring soup.', channel: null, group: null }],
    signatures: [{ campaign: 'Keep the branch' }],
  });
});

test('a copy is of whoever asks, and there is none of a stranger', async () => {
  const site = await aSite();
  await aBusyMember(site);
  const newcomer = await anAccount(site);
  expect(await copyOf(site, newcomer)).toMatchObject({
    account: { email: newcomer.email },
    ...{ memberships: [], events: [], signatures: [], messages: [] },
  });
  expect((await site.as(null).get('/account/copy')).status).toBe(401);
});

test('what somebody took back is not in their copy', async () => {
  const site = await aSite();
  const { member, general } = await aTalk(site);
  const said = await aMessage(site, { by: member, channelId: general.id, body: 'Oh no.' });
  await site.as(member).delete(`/messages/${said.id}`);
  expect((await copyOf(site, member)).messages).toEqual([]);
});

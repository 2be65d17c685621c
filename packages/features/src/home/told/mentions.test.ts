import { newId } from '@groundwork/database';
import { passTime } from '@groundwork/database/testing/clock';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aMember } from '../../groups/fixtures.ts';
import { mailGathered } from '../digests.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aChannel, aMessage, aTalk } from '../../messaging/fixtures.ts';

type Account = { id: string; name: string; email: string; token: string };

/** A room in which Omar, Mina, Stella and one more member talk, and what each hears of it. */
async function aRoom(site: TestSite) {
  const talk = await aTalk(site);
  const path = `/channels/${talk.general.id}`;
  const say = async (who: { token: string }, body: string, more: object = {}) => {
    const { body: message } = await site.as(who).post(`${path}/messages`, { id: newId(), body, ...more });
    return message;
  };
  const called = async (who: { token: string }) => {
    const { rows } = (await site.as(who).get('/waiting')).body;
    return rows.filter(({ kind }: { kind: string }) => /^messaging\.(mention|reply)$/.test(kind));
  };
  const mailed = async ({ email }: { email: string }) =>
    (await site.mails()).filter(({ toAddress }) => toAddress === email).map(({ subject }) => subject);
  const pass = async (time: string) => {
    await passTime(site.house.db.$client, time);
    await mailGathered(site.ctx());
  };
  return { ...talk, path, say, called, mailed, pass };
}

test('whoever is named in a room has it waiting and is mailed of it, without what was said; nobody else hears', async () => {
  const site = await aSite();
  const { path, organizer, member, steward, say, called, mailed, pass } = await aRoom(site);
  const said = await say(member, 'The key is under the pot, @omar organizer!');
  expect(said.mentions).toEqual(['omar organizer']);
  expect((await site.as(steward).get(`${path}/messages`)).body.rows[0].mentions).toEqual(['omar organizer']);
  expect(await called(organizer)).toMatchObject([{ kind: 'messaging.mention', who: member.name, many: 1 }]);
  for (const other of [member, steward]) expect(await called(other)).toEqual([]);
  await say(steward, '@Omar Organizer?');
  await say(steward, '@Omar Organizer??');
  await pass('6 minutes');
  expect(await mailed(organizer)).toEqual(['Stella Steward and one other named you in “general”']);
  expect(JSON.stringify(await site.mails())).not.toContain('pot');
  await say(member, 'And you, @Omar Organizer?');
  await pass('2 hours');
  expect(await mailed(organizer)).toHaveLength(1);
  for (const other of [member, steward]) expect(await mailed(other)).toEqual([]);
});

test('what was read in the minutes after it waits no more, and is not mailed', async () => {
  const site = await aSite();
  const { path, organizer, member, say, called, mailed, pass } = await aRoom(site);
  await say(member, '@Omar Organizer');
  await site.as(organizer).put(`${path}/reading`, { seq: 1 });
  expect(await called(organizer)).toEqual([]);
  await pass('1 hour');
  expect(await mailed(organizer)).toEqual([]);
  await say(member, '@Omar Organizer again');
  await pass('1 hour');
  expect(await mailed(organizer)).toEqual(['Mina Member named you in “general”']);
});

test('a message that is removed, hidden or names somebody else speaks to them no more', async () => {
  const site = await aSite();
  const { group, organizer, member, steward, path, say, called, mailed, pass } = await aRoom(site);
  const [first, second, third] = [
    await say(member, '@Omar Organizer 1'),
    await say(member, '@Omar Organizer 2'),
    await say(member, '@Omar Organizer 3'),
  ];
  await site.as(member).delete(`/messages/${first.id}`);
  await site.as(member).patch(`/messages/${second.id}`, { body: '@Stella Steward 2' });
  expect(await called(organizer)).toMatchObject([{ many: 1, said: '@Omar Organizer 3' }]);
  expect(await called(steward)).toMatchObject([{ many: 1, said: '@Stella Steward 2' }]);
  await site.as(organizer).put(`/subjects/message/${third.id}/report`, {});
  const { body } = await site.as(steward).get(`/groups/${group.slug}/reports`);
  await site.as(steward).put(`/reports/${body.rows[0].id}/decision`, { deed: 'hide', reason: 'No.' });
  expect(await called(organizer)).toEqual([]);
  const { rows } = (await site.as(await aMember(site, group)).get(`${path}/messages`)).body;
  expect(rows.map(({ mentions }: { mentions?: string[] }) => mentions)).toEqual([
    undefined,
    ['Stella Steward'],
    undefined,
  ]);
  await pass('1 hour');
  expect(await mailed(organizer)).not.toContainEqual(expect.stringContaining('named you'));
  expect(await mailed(steward)).toContain('Mina Member named you in “general”');
});

test('whoever cannot read a room is not named in it, nor hears of it when they cannot any more', async () => {
  const site = await aSite();
  const { group, organizer, member, outsider, say, called } = await aRoom(site);
  const room = await aChannel(site, { by: organizer, slug: group.slug, name: 'few', readers: 'named' });
  const speak = (body: string) => aMessage(site, { by: organizer, channelId: room.id, body });
  expect((await speak('@Mina Member')).mentions).toBe(undefined);
  expect((await say(organizer, `@${outsider.name}`)).mentions).toBe(undefined);
  expect([await called(member), await called(outsider)]).toEqual([[], []]);
  const path = `/channels/${room.id}/members/${member.id}`;
  await site.as(organizer).put(path);
  await speak('@Mina Member');
  expect(await called(member)).toHaveLength(1);
  await site.as(organizer).delete(path);
  expect(await called(member)).toEqual([]);
});

test('a name is the one shown in this group; who share it are both named, and nobody names themselves', async () => {
  const site = await aSite();
  const { group, organizer, member, say, called } = await aRoom(site);
  const [first, second]: [Account, Account] = [
    await anAccount(site, { name: 'سارة الخطيب' }),
    await anAccount(site, { name: 'Zed' }),
  ];
  for (const account of [first, second]) await aMember(site, group, 'member', account);
  const faced = await site
    .as(second)
    .patch(`/groups/${group.slug}/membership`, { name: 'سارة الخطيب', pronouns: null });
  expect(faced.status).toBe(200);
  expect((await say(organizer, '@Zed')).mentions).toBe(undefined);
  await say(organizer, 'أين أنت يا @ساره الخطيب؟');
  expect([await called(first), await called(second)]).toMatchObject([[{ many: 1 }], [{ many: 1 }]]);
  expect((await say(member, '@Mina Member')).mentions).toBe(undefined);
});

test('an answer waits for whose words it answers, and tells of several as one', async () => {
  const site = await aSite();
  const { group, organizer, member, steward, say, called, mailed, pass } = await aRoom(site);
  const asked = await say(organizer, 'Who can drive?');
  await say(organizer, 'I can.', { replyTo: asked.id });
  expect(await called(organizer)).toEqual([]);
  for (const who of [member, steward, await aMember(site, group)])
    await say(who, 'I can.', { replyTo: asked.id });
  await say(member, 'So can I, @Omar Organizer.', { replyTo: asked.id });
  expect(await called(organizer)).toMatchObject([
    { kind: 'messaging.reply', many: 3 },
    { kind: 'messaging.mention', many: 1, who: 'Mina Member' },
  ]);
  await pass('6 minutes');
  const [mail] = (await site.mails()).filter(({ toAddress }) => toAddress === organizer.email);
  expect(mail?.letter?.paragraphs).toEqual([
    expect.stringMatching(/ and 2 others answered you in “general”$/),
    expect.stringContaining('Mina Member named you in “general”'),
  ]);
  expect([await mailed(member), await mailed(steward)]).toEqual([[], []]);
});

test('of whom somebody blocked they hear nothing, and the other learns nothing of that', async () => {
  const site = await aSite();
  const { group, organizer, member, say, called, mailed, pass } = await aRoom(site);
  const { body } = await site
    .as(organizer)
    .post(`/groups/${group.slug}/direct-messages`, { accountIds: [member.id] });
  await site.as(organizer).put(`/channels/${body.id}/block`);
  expect((await say(member, '@Omar Organizer')).mentions).toEqual(['Omar Organizer']);
  expect(await called(organizer)).toEqual([]);
  await pass('1 hour');
  expect(await mailed(organizer)).toEqual([]);
});

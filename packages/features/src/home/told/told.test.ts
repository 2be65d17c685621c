import { passTime } from '@groundwork/database/testing/clock';
import { newId } from '@groundwork/database';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { anEvent } from '../../events/fixtures.ts';
import { aGroup, aMember, type AGroup } from '../../groups/fixtures.ts';
import { hushing } from '../../notices/hushing.ts';
import { carefulGroups } from '../../notices/tables.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { mailGathered } from '../digests.ts';
import { retellWaits } from '../retelling.ts';

type Account = { id: string; name: string; email: string; token: string };

async function pass(site: TestSite, time: string) {
  await passTime(site.house.db.$client, time);
  await site.work();
  await mailGathered(site.ctx());
}

async function mailsTo(site: TestSite, { email }: { email: string }) {
  const mails = await site.mails();
  return mails.filter(({ toAddress }) => toAddress === email);
}

async function subjectsTo(site: TestSite, account: { email: string }) {
  return (await mailsTo(site, account)).map(({ subject }) => subject);
}

/** Somebody asks to join a group that decides that. */
async function anAsker(site: TestSite, group: AGroup, name: string) {
  const asker = await anAccount(site, { name });
  await site.as(asker).post(`/groups/${group.slug}/join-requests`, { answers: [] });
  return asker;
}

async function aTalkOfTwo(site: TestSite) {
  const group = await aGroup(site);
  const [ana, bea] = [
    await aMember(site, group, 'member', await anAccount(site, { name: 'Ana' })),
    await aMember(site, group),
  ];
  const { body } = await site.as(ana).post(`/groups/${group.slug}/direct-messages`, { accountIds: [bea.id] });
  const path = `/channels/${body.id}`;
  const say = (words: string, who: Account = ana) =>
    site.as(who).post(`${path}/messages`, { id: newId(), body: words });
  return { group, ana, bea, path, say };
}

const chosen = {
  ...{ mine: 'now', decide: 'now', groups: 'digest', rhythm: 'daily', hour: 8, weekday: 1 },
  ...{ quietFrom: null, quietUntil: null },
};

test('who wants to join is told to those who decide, together, and to nobody once it is decided', async () => {
  const site = await aSite();
  const group = await aGroup(site, { name: 'Tenants', joining: 'approval' });
  const organizer = await aMember(site, group, 'organizer');
  await anAsker(site, group, 'Grace');
  await anAsker(site, group, 'Yusuf');
  await site.work();
  expect(await subjectsTo(site, group.steward)).toEqual([]);
  await pass(site, '6 minutes');
  const [mail, ...more] = await mailsTo(site, group.steward);
  expect(more).toEqual([]);
  expect(mail?.letter?.paragraphs).toEqual([
    'Tenants: Grace wants to join Tenants',
    'Tenants: Yusuf wants to join Tenants',
  ]);
  expect(await mailsTo(site, organizer)).toEqual([]);
  await anAsker(site, group, 'Late');
  await pass(site, '10 minutes');
  const steward = site.as(group.steward);
  const { rows } = (await steward.get(`/groups/${group.slug}/join-requests`)).body;
  for (const { id } of rows)
    await steward.put(`/groups/${group.slug}/join-requests/${id}/decision`, { decision: 'accepted' });
  await pass(site, '1 hour');
  expect(await mailsTo(site, group.steward)).toHaveLength(1);
});

test('a direct message is told once until it is read, without what it says', async () => {
  const site = await aSite();
  const { ana, bea, path, say } = await aTalkOfTwo(site);
  await say('The key is under the pot.');
  await say('Are you there?');
  await pass(site, '6 minutes');
  const [mail, ...more] = await mailsTo(site, bea);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('Ana wrote to you');
  expect(JSON.stringify(mail)).not.toContain('pot');
  await say('Hello?');
  await pass(site, '2 hours');
  expect(await mailsTo(site, bea)).toHaveLength(1);
  await site.as(bea).put(`${path}/reading`, { seq: 3 });
  await say('Good morning.');
  await pass(site, '1 hour');
  expect(await mailsTo(site, bea)).toHaveLength(2);
  expect(await mailsTo(site, ana)).toEqual([]);
});

test('what was read in the minutes after it, or is muted, is mailed to nobody', async () => {
  const site = await aSite();
  const { bea, path, say } = await aTalkOfTwo(site);
  await say('Are you there?');
  await site.as(bea).put(`${path}/reading`, { seq: 1 });
  await pass(site, '1 hour');
  await site.as(bea).put(`${path}/muting`);
  await say('And now?');
  await pass(site, '1 hour');
  expect(await mailsTo(site, bea)).toEqual([]);
});

test('after a week away one mail tells it all, and never again', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  await site.as(member).put('/account/notices', { ...chosen, mine: 'digest', rhythm: 'weekly' });
  for (const title of ['Soup', 'Postcards']) {
    const event = await anEvent(site, { group, title });
    await site.as(group.steward).put(`/events/${event.slug}/hosts/${member.id}`);
    await site.work();
  }
  expect(await mailsTo(site, member)).toEqual([]);
  await pass(site, '8 days');
  const [mail, ...more] = await mailsTo(site, member);
  expect(more).toEqual([]);
  expect(mail?.letter?.paragraphs).toHaveLength(2);
  await pass(site, '8 days');
  expect(await mailsTo(site, member)).toHaveLength(1);
});

test('what was seen on the page is in no digest', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  const asked = site.as(member);
  await asked.put('/account/notices', { ...chosen, mine: 'digest' });
  await site.as(group.steward).patch(`/groups/${group.slug}/members/${member.id}`, { role: 'organizer' });
  const page = (await asked.get('/notices')).body;
  expect(page).toMatchObject({
    unseenCount: 1,
    rows: [{ isSeen: false, path: `/groups/${group.slug}`, group: { slug: group.slug } }],
  });
  for (let tab = 0; tab < 2; tab += 1) expect((await asked.put('/notices/seen')).status).toBe(204);
  expect((await asked.get('/notices')).body).toMatchObject({ unseenCount: 0, rows: [{ isSeen: true }] });
  await pass(site, '2 days');
  expect(await mailsTo(site, member)).toEqual([]);
  expect((await site.as(group.steward).get('/notices')).body.rows).toEqual([]);
});

test('a quiet group mails nothing but what must reach somebody', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  expect((await site.as(member).put(`/groups/${group.slug}/loudness`, { loudness: 'quiet' })).status).toBe(
    204,
  );
  const steward = site.as(group.steward);
  await steward.patch(`/groups/${group.slug}/members/${member.id}`, { role: 'organizer' });
  await pass(site, '2 days');
  expect(await mailsTo(site, member)).toEqual([]);
  expect((await site.as(member).get('/notices')).body.rows).toHaveLength(1);
  await steward.delete(`/groups/${group.slug}/members/${member.id}`);
  expect(await subjectsTo(site, member)).toEqual([`You are no longer in ${group.name}`]);
});

test('whoever was put out hears nothing more, not even what was on its way', async () => {
  const site = await aSite();
  const { group, bea, say } = await aTalkOfTwo(site);
  await say('Are you there?');
  await site.as(group.steward).put(`/groups/${group.slug}/bans/${bea.id}`);
  await say('Still there?');
  await pass(site, '2 days');
  expect(await subjectsTo(site, bea)).toEqual([`You are no longer in ${group.name}`]);
  expect((await site.as(bea).get('/notices')).body.rows).toEqual([]);
});

test('for a day nothing goes out that can wait, and then all of it at once', async () => {
  const site = await aSite();
  const { bea, say } = await aTalkOfTwo(site);
  await say('Are you there?');
  await site.as(bea).put('/account/notices', { ...chosen, isSilent: true });
  await pass(site, '20 hours');
  expect(await mailsTo(site, bea)).toEqual([]);
  await pass(site, '5 hours');
  expect(await mailsTo(site, bea)).toHaveLength(1);
});

test('quiet hours take both hours, and two of them', async () => {
  const site = await aSite();
  const asked = site.as(await anAccount(site));
  const codes = async (change: object) =>
    (await asked.put('/account/notices', { ...chosen, ...change })).body?.fields?.map(
      ({ name, code }: { name: string; code: string }) => `${name} ${code}`,
    );
  expect(await codes({ quietFrom: 22 })).toEqual(['quietUntil notices.quiet-both']);
  expect(await codes({ quietFrom: 22, quietUntil: 22 })).toEqual(['quietUntil notices.quiet-same']);
  expect(await codes({ quietFrom: 22, quietUntil: 7 })).toBe(undefined);
  expect((await asked.get('/account/notices')).body).toMatchObject({
    quietFrom: 22,
    quietUntil: 7,
    loudness: [],
  });
});

test('mail of one kind is ended by the link in it, without signing in, and begun again', async () => {
  const site = await aSite();
  const { bea, say } = await aTalkOfTwo(site);
  await say('At six?');
  await pass(site, '6 minutes');
  const [mail] = await mailsTo(site, bea);
  const { url = '', oneClickUrl = '' } = mail?.letter?.unsubscribe ?? {};
  const link = url.slice(url.indexOf('/quieter'));
  const stranger = site.as(null);
  const asked = await stranger.get(link);
  expect(asked.body).toEqual({
    ...{ kind: 'messaging.direct-received', level: 'mine' },
    ...{ example: mail?.subject, isHushed: false },
  });
  const pressed = await stranger.post(oneClickUrl.slice(oneClickUrl.indexOf('/hushings')));
  expect(pressed.status).toBe(204);
  expect((await stranger.get(link)).body.isHushed).toBe(true);
  const { hushed } = (await site.as(bea).get('/account/notices')).body;
  expect(hushed).toEqual([expect.objectContaining({ kind: 'messaging.direct-received', path: link })]);
  await site.as(bea).put('/notices/seen');
  await say('At seven?');
  await pass(site, '1 hour');
  expect(await mailsTo(site, bea)).toHaveLength(1);
  expect((await stranger.delete(link)).status).toBe(204);
  expect((await site.as(bea).get('/account/notices')).body.hushed).toEqual([]);
});

test('a link for one kind ends no other, and what must reach somebody cannot be ended', async () => {
  const site = await aSite();
  const { bea } = await aTalkOfTwo(site);
  const linkOf = (kind: string) => {
    const { url } = hushing(site.house, { accountId: bea.id, kind, language: 'en' });
    return url.slice(url.indexOf('/quieter'));
  };
  const other = linkOf('messaging.direct-received').replace('messaging.direct-received', 'groups.join-asked');
  const must = linkOf('accounts.password-changed');
  for (const link of [other, must, linkOf('groups.unheard-of')]) {
    expect((await site.as(null).get(link)).status).toBe(404);
    expect((await site.as(null).put(link)).status).toBe(404);
  }
});

test('of a careful group no mail says what it is about, neither its name nor who', async () => {
  const site = await aSite();
  const { group, bea, say } = await aTalkOfTwo(site);
  await site.house.db.insert(carefulGroups).values({ groupId: group.id });
  await say('At six?');
  await pass(site, '6 minutes');
  await site.as(group.steward).delete(`/groups/${group.slug}/members/${bea.id}`);
  await site.work();
  const mails = await mailsTo(site, bea);
  expect(mails).toHaveLength(2);
  for (const { subject, letter } of mails) {
    expect(subject).toBe('Something new at Valley Coalition');
    expect(letter?.senderName ?? 'Valley Coalition').toBe('Valley Coalition');
    expect(letter?.preheader ?? '').not.toContain('Ana');
  }
  expect(JSON.stringify(mails[0]?.letter)).not.toMatch(/Ana|Tenants/);
});

test('what has waited for three days is told again, once, to everybody for whom it waits still', async () => {
  const site = await aSite();
  const group = await aGroup(site, { name: 'Tenants', joining: 'approval' });
  const other = await aMember(site, group, 'steward');
  await anAsker(site, group, 'Grace');
  await anAsker(site, group, 'Yusuf');
  await pass(site, '10 minutes');
  const steward = site.as(group.steward);
  const [first] = (await steward.get(`/groups/${group.slug}/join-requests`)).body.rows;
  await steward.put(`/groups/${group.slug}/join-requests/${first.id}/decision`, { decision: 'accepted' });
  const again = async () => {
    await retellWaits(site.ctx());
    await pass(site, '10 minutes');
    return Promise.all([mailsTo(site, group.steward), mailsTo(site, other)]);
  };
  const lengths = (mails: unknown[][]) => mails.map(({ length }) => length);
  expect(lengths(await again())).toEqual([1, 1]);
  await passTime(site.house.db.$client, '3 days');
  const told = await again();
  expect(lengths(told)).toEqual([2, 2]);
  for (const mails of told) expect(mails.at(-1)?.subject).toBe('Still waiting: Yusuf wants to join');
  expect(lengths(await again())).toEqual([2, 2]);
});

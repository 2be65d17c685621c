import { passTime } from '@groundwork/database/testing/clock';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { anEvent } from '../../events/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { retellWaits } from '../retelling.ts';
import { aTalkOfTwo, aJoiner, chosenAsFirst, mailsGot, passAndMail } from './fixtures.ts';

async function subjectsTo(site: TestSite, account: { email: string }) {
  return (await mailsGot(site, account)).map(({ subject }) => subject);
}

test('who wants to join is told to those who decide, together, and to nobody once it is decided', async () => {
  const site = await aSite();
  const group = await aGroup(site, { name: 'Tenants', joining: 'approval' });
  const organizer = await aMember(site, group, 'organizer');
  await aJoiner(site, group, 'Grace');
  await aJoiner(site, group, 'Yusuf');
  await site.work();
  expect(await subjectsTo(site, group.steward)).toEqual([]);
  await passAndMail(site, '6 minutes');
  const [mail, ...more] = await mailsGot(site, group.steward);
  expect(more).toEqual([]);
  expect(mail?.letter?.paragraphs).toEqual([
    'Tenants: Grace wants to join Tenants',
    'Tenants: Yusuf wants to join Tenants',
  ]);
  expect(await mailsGot(site, organizer)).toEqual([]);
  await aJoiner(site, group, 'Late');
  await passAndMail(site, '10 minutes');
  const steward = site.as(group.steward);
  const { rows } = (await steward.get(`/groups/${group.slug}/join-requests`)).body;
  for (const { id } of rows)
    await steward.put(`/groups/${group.slug}/join-requests/${id}/decision`, { decision: 'accepted' });
  await passAndMail(site, '1 hour');
  expect(await mailsGot(site, group.steward)).toHaveLength(1);
});

test('a direct message is told once until it is read, without what it says', async () => {
  const site = await aSite();
  const { ana, bea, path, say } = await aTalkOfTwo(site);
  await say('The key is under the pot.');
  await say('Are you there?');
  await passAndMail(site, '6 minutes');
  const [mail, ...more] = await mailsGot(site, bea);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('Ana wrote to you');
  expect(JSON.stringify(mail)).not.toContain('pot');
  await say('Hello?');
  await passAndMail(site, '2 hours');
  expect(await mailsGot(site, bea)).toHaveLength(1);
  await site.as(bea).put(`${path}/reading`, { seq: 3 });
  await say('Good morning.');
  await passAndMail(site, '1 hour');
  expect(await mailsGot(site, bea)).toHaveLength(2);
  expect(await mailsGot(site, ana)).toEqual([]);
});

test('what was read in the minutes after it, or is muted, is mailed to nobody', async () => {
  const site = await aSite();
  const { bea, path, say } = await aTalkOfTwo(site);
  await say('Are you there?');
  await site.as(bea).put(`${path}/reading`, { seq: 1 });
  await passAndMail(site, '1 hour');
  await site.as(bea).put(`${path}/muting`);
  await say('And now?');
  await passAndMail(site, '1 hour');
  expect(await mailsGot(site, bea)).toEqual([]);
});

test('after a week away one mail tells it all, and never again', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  await site.as(member).put('/account/notices', { ...chosenAsFirst, mine: 'digest', rhythm: 'weekly' });
  for (const title of ['Soup', 'Postcards']) {
    const event = await anEvent(site, { group, title });
    await site.as(group.steward).put(`/events/${event.slug}/hosts/${member.id}`);
    await site.work();
  }
  expect(await mailsGot(site, member)).toEqual([]);
  await passAndMail(site, '8 days');
  const [mail, ...more] = await mailsGot(site, member);
  expect(more).toEqual([]);
  expect(mail?.letter?.paragraphs).toHaveLength(2);
  await passAndMail(site, '8 days');
  expect(await mailsGot(site, member)).toHaveLength(1);
});

test('what was seen on the page is in no digest', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  const asked = site.as(member);
  await asked.put('/account/notices', { ...chosenAsFirst, mine: 'digest' });
  await site.as(group.steward).patch(`/groups/${group.slug}/members/${member.id}`, { role: 'organizer' });
  const page = (await asked.get('/notices')).body;
  expect(page).toMatchObject({
    unseenCount: 1,
    rows: [{ isSeen: false, path: `/groups/${group.slug}`, group: { slug: group.slug } }],
  });
  for (let tab = 0; tab < 2; tab += 1) expect((await asked.put('/notices/seen')).status).toBe(204);
  expect((await asked.get('/notices')).body).toMatchObject({ unseenCount: 0, rows: [{ isSeen: true }] });
  await passAndMail(site, '2 days');
  expect(await mailsGot(site, member)).toEqual([]);
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
  await passAndMail(site, '2 days');
  expect(await mailsGot(site, member)).toEqual([]);
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
  await passAndMail(site, '2 days');
  expect(await subjectsTo(site, bea)).toEqual([`You are no longer in ${group.name}`]);
  expect((await site.as(bea).get('/notices')).body.rows).toEqual([]);
});

test('for a day nothing goes out that can wait, and then all of it at once', async () => {
  const site = await aSite();
  const { bea, say } = await aTalkOfTwo(site);
  await say('Are you there?');
  await site.as(bea).put('/account/notices', { ...chosenAsFirst, isSilent: true });
  await passAndMail(site, '20 hours');
  expect(await mailsGot(site, bea)).toEqual([]);
  await passAndMail(site, '5 hours');
  expect(await mailsGot(site, bea)).toHaveLength(1);
});

test('quiet hours take both hours, and two of them', async () => {
  const site = await aSite();
  const asked = site.as(await anAccount(site));
  const codes = async (change: object) =>
    (await asked.put('/account/notices', { ...chosenAsFirst, ...change })).body?.fields?.map(
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

test('what has waited for three days is told again, once, to everybody for whom it waits still', async () => {
  const site = await aSite();
  const group = await aGroup(site, { name: 'Tenants', joining: 'approval' });
  const other = await aMember(site, group, 'steward');
  await aJoiner(site, group, 'Grace');
  await aJoiner(site, group, 'Yusuf');
  await passAndMail(site, '10 minutes');
  const steward = site.as(group.steward);
  const [first] = (await steward.get(`/groups/${group.slug}/join-requests`)).body.rows;
  await steward.put(`/groups/${group.slug}/join-requests/${first.id}/decision`, { decision: 'accepted' });
  const again = async () => {
    await retellWaits(site.ctx());
    await passAndMail(site, '10 minutes');
    return Promise.all([mailsGot(site, group.steward), mailsGot(site, other)]);
  };
  const lengths = (mails: unknown[][]) => mails.map(({ length }) => length);
  expect(lengths(await again())).toEqual([1, 1]);
  await passTime(site.house.db.$client, '3 days');
  const told = await again();
  expect(lengths(told)).toEqual([2, 2]);
  for (const mails of told) expect(mails.at(-1)?.subject).toBe('Still waiting: Yusuf wants to join');
  expect(lengths(await again())).toEqual([2, 2]);
});

import { passTime } from '@groundwork/database/testing/clock';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { mailGathered } from '../digests.ts';
import { aMessage, aTalk } from '../../messaging/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';

type Account = { email: string };

async function pass(site: TestSite, time: string) {
  await passTime(site.house.db.$client, time);
  await mailGathered(site.ctx());
}

async function mailsTo(site: TestSite, { email }: Account) {
  return (await site.mails()).filter(({ toAddress }) => toAddress === email);
}

async function subjectsTo(site: TestSite, account: Account) {
  return (await mailsTo(site, account)).map(({ subject }) => subject);
}

test('those who may decide a new report hear that there is one, of several in one mail, and nothing of it', async () => {
  const site = await aSite();
  const siteSteward = await anAccount(site, { isSiteSteward: true });
  const { general, steward, organizer, member, group } = await aTalk(site);
  const said = async (body: string) => (await aMessage(site, { by: member, channelId: general.id, body })).id;
  const report = (id: string, who: { token: string }) =>
    site.as(who).put(`/subjects/message/${id}/report`, { note: 'Her address.' });
  const [first, second] = [await said('Linden 204'), await said('Linden 205')];
  await report(first, organizer);
  await report(first, steward);
  await report(second, organizer);
  await pass(site, '6 minutes');
  const [mail, ...more] = await mailsTo(site, steward);
  expect(more).toEqual([]);
  expect(mail?.letter?.paragraphs).toHaveLength(2);
  expect(JSON.stringify(mail)).not.toMatch(/Linden|Her address|Mina|Omar/);
  for (const who of [organizer, member, siteSteward]) expect(await subjectsTo(site, who)).toEqual([]);
  await report(await said('Linden 206'), organizer);
  const { rows } = (await site.as(steward).get(`/groups/${group.slug}/reports`)).body;
  for (const { id } of rows)
    await site.as(steward).put(`/reports/${id}/decision`, { deed: 'dismiss', reason: 'Fine.' });
  await pass(site, '2 hours');
  expect(await mailsTo(site, steward)).toHaveLength(1);
});

test('what somebody said who decides in the group is told to the stewards of the site too, and never to them', async () => {
  const site = await aSite();
  const siteSteward = await anAccount(site, { isSiteSteward: true });
  const { general, steward, organizer, member, group } = await aTalk(site);
  const { id } = await aMessage(site, { by: organizer, channelId: general.id });
  await site.as(member).put(`/subjects/message/${id}/report`, {});
  await pass(site, '6 minutes');
  expect(await subjectsTo(site, siteSteward)).toEqual(['A report waits for you in Valley Coalition']);
  expect(await subjectsTo(site, steward)).toEqual([`A report waits for you in ${group.name}`]);
  expect([await mailsTo(site, organizer), await mailsTo(site, member)]).toEqual([[], []]);
});

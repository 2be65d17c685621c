import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';

test('each steward of the site hears that a group waits, in the site’s words, and nobody else does', async () => {
  const { site, stewards } = await aCase();
  const group = await aGroup(site, { isVouched: false, name: 'Buy My Soap', summary: 'Cheap soap.' });
  await site.work();
  const mails = await mailsOfWaiting(site);
  expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual(stewards.map(({ email }) => email).sort());
  expect(mails.map(({ language }) => language).sort()).toEqual(['en', 'es']);
  expect(JSON.stringify(mails)).not.toMatch(/soap/i);
  expect(mails.some(({ toAddress }) => toAddress === group.steward.email)).toBe(false);
});

test('however many are started, it is one mail a day, and then how many wait', async () => {
  const { site } = await aCase();
  for (let count = 0; count < 3; count += 1) {
    await aGroup(site, { isVouched: false });
    await site.work();
  }
  await site.sweep('stewardship.tell-waiting');
  expect(await mailsOfWaiting(site)).toHaveLength(2);
  await passADay(site);
  await site.sweep('stewardship.tell-waiting');
  const mails = await mailsOfWaiting(site);
  expect(mails).toHaveLength(4);
  expect(JSON.stringify(mails.at(-1)?.letter)).toContain('3');
});

test('a steward who was mailed hears nothing more until another group waits', async () => {
  const { site } = await aCase();
  await aGroup(site, { isVouched: false });
  await site.work();
  await site.db.$client.query(`update groups set created_at = created_at - interval '2 hours'`);
  await passADay(site);
  await site.sweep('stewardship.tell-waiting');
  expect(await mailsOfWaiting(site)).toHaveLength(2);
});

test('a group that a steward of the site starts makes nobody wait', async () => {
  const { site, stewards } = await aCase();
  await site.as(stewards[0] ?? null).post('/groups', { name: 'Coalition office' });
  await site.work();
  expect(await mailsOfWaiting(site)).toEqual([]);
});

async function aCase() {
  const site = await aSite();
  const stewards = [
    await anAccount(site, { isSiteSteward: true }),
    await anAccount(site, { isSiteSteward: true, language: 'es' }),
  ];
  return { site, stewards };
}

async function mailsOfWaiting(site: TestSite) {
  return (await site.mails()).filter(({ key }) => key.startsWith('stewardship.groups-wait'));
}

/** As if they had been told the day before, and nothing else had moved. */
async function passADay({ db }: TestSite) {
  await db.$client.query(
    `update site_stewards set told_of_groups_at = told_of_groups_at - interval '25 hours'`,
  );
  await db.$client.query(`update groups set created_at = created_at - interval '24 hours'`);
}

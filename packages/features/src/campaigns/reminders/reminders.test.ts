import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aCampaign, aCarriedCampaign, aSignature } from '../fixtures.ts';

/** A campaign under which so many put their names days ago, and did not confirm them. */
async function aForgottenLink(names: string[]) {
  const site = await aSite();
  const group = await aGroup(site);
  const campaign = await aCampaign(site, group, group.steward);
  const signed = [];
  for (const name of names) signed.push(await aSignature(site, campaign, { name, confirmed: false }));
  await site.db.execute(sql`update signatures set mailed_at = now() - interval '3 days'`);
  const steward = site.as(group.steward);
  const remind = async () => {
    const { status } = await steward.post(`${campaign.path}/reminders`);
    await site.work();
    return status;
  };
  const reminded = async () =>
    (await site.mails())
      .filter(({ key }) => key.startsWith('signature-reminder:'))
      .map(({ toAddress }) => toAddress);
  const look = async () => (await steward.get(`${campaign.path}/reminders`)).body;
  return { site, group, campaign, signed, remind, reminded, look };
}

test('who did not press the link is reminded once, in the site’s own words', async () => {
  const { site, signed, remind, reminded, look, campaign } = await aForgottenLink(['Ana', 'Bea']);
  await aSignature(site, campaign, { name: 'Just now', confirmed: false });
  expect(await look()).toMatchObject({ dueCount: 2, lastAt: null, remindedCount: 0 });
  expect(await remind()).toBe(202);
  expect((await reminded()).sort()).toEqual(signed.map(({ email }) => email).sort());
  const mail = (await site.mails()).find(({ key }) => key.startsWith('signature-reminder:'));
  expect(JSON.stringify(mail?.letter)).not.toContain('Keep branch');
  expect(await remind()).toBe(409);
  await site.db.execute(
    sql`update signatures set mailed_at = now() - interval '3 days' where reminded_at is not null`,
  );
  expect(await remind()).toBe(409);
  expect(await reminded()).toHaveLength(2);
  await site.as(null).put(`/signatures/${signed[0]?.sealed}/confirmation`);
  expect(await look()).toMatchObject({ dueCount: 0, remindedCount: 2, confirmedCount: 1 });
});

test('nobody is reminded who confirmed, took it back, wants to hear nothing, or is another group’s person', async () => {
  const { site, campaign, signed, remind, reminded, look } = await aForgottenLink(['Ana', 'Bea', 'Cem']);
  const [ana, bea, cem] = signed;
  await site.as(null).put(`/signatures/${ana?.sealed}/confirmation`);
  await site.as(null).delete(`/signatures/${bea?.sealed}`);
  await site.db.execute(sql`update people set do_not_contact = true where email = ${cem?.email}`);
  expect((await look()).dueCount).toBe(0);
  expect(await remind()).toBe(409);
  const { home, campaign: carried, code } = await aCarriedCampaign(site);
  await aSignature(site, carried, { owner: 'riders', link: code, confirmed: false });
  await site.db.execute(sql`update signatures set mailed_at = now() - interval '3 days'`);
  expect((await site.as(home.steward).post(`${carried.path}/reminders`)).status).toBe(409);
  expect(await reminded()).toEqual([]);
  expect(campaign.slug).not.toBe(carried.slug);
});

test('only whoever runs the campaign has them reminded, while it takes names', async () => {
  const { site, group, campaign, remind, reminded } = await aForgottenLink(['Ana']);
  expect((await site.as(await aMember(site, group)).post(`${campaign.path}/reminders`)).status).toBe(403);
  await site.as(group.steward).put(`${campaign.path}/pause`);
  expect(await remind()).toBe(409);
  await site.as(group.steward).delete(`${campaign.path}/pause`);
  await site.as(group.steward).post(`${campaign.path}/reminders`);
  await site.as(group.steward).put(`${campaign.path}/outcome`, { outcome: 'won' });
  await site.work();
  expect(await reminded()).toEqual([]);
});

import { passTime } from '@groundwork/database/testing/clock';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { aGroup, aMember } from '../../groups/fixtures.ts';
import { mailGathered } from '../digests.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { spreadAnnouncement } from '../../greetings/announcements/actions.ts';

const cold = { title: 'The hall is cold', body: 'Bring a coat.\n\nWe have tea.' };
const byDefault = {
  ...{ mine: 'now', decide: 'now', groups: 'digest', rhythm: 'daily', hour: 8, weekday: 1 },
  ...{ quietFrom: null, quietUntil: null },
};

async function aCrowd(site: TestSite) {
  const group = await aGroup(site, { name: 'Tenants' });
  const [ana, bea] = [
    await aMember(site, group, 'member', await anAccount(site, { name: 'Zohra' })),
    await aMember(site, group, 'member', await anAccount(site, { name: 'Bea' })),
  ];
  await site.work();
  return { group, ana, bea, path: `/groups/${group.slug}/announcements` };
}

async function pass(site: TestSite, time: string) {
  await passTime(site.house.db.$client, time);
  await mailGathered(site.ctx());
}

async function mailsTo(site: TestSite, { email }: { email: string }) {
  return (await site.mails()).filter(({ toAddress }) => toAddress === email);
}

test('what is said to all reaches each member as they chose: with the day’s mail, at once, or on their page alone', async () => {
  const site = await aSite();
  const { group, ana, bea, path } = await aCrowd(site);
  const cai = await aMember(site, group);
  await site.as(bea).put('/account/notices', { ...byDefault, groups: 'now' });
  await site.as(cai).put(`/groups/${group.slug}/loudness`, { loudness: 'quiet' });
  await site.as(group.steward).post(path, cold);
  await site.work();
  expect((await mailsTo(site, bea)).map(({ subject }) => subject)).toEqual(['The hall is cold']);
  expect((await mailsTo(site, bea))[0]?.letter?.paragraphs).toEqual(['Bring a coat.', 'We have tea.']);
  expect(await mailsTo(site, ana)).toEqual([]);
  await pass(site, '25 hours');
  expect((await mailsTo(site, ana)).map(({ subject }) => subject)).toEqual(['The hall is cold']);
  expect(await mailsTo(site, cai)).toEqual([]);
  for (const member of [ana, bea, cai]) {
    const { rows } = (await site.as(member).get('/notices')).body;
    expect(rows).toEqual([expect.objectContaining({ title: 'The hall is cold', isSeen: false })]);
  }
  expect((await site.as(group.steward).get('/notices')).body.rows).toEqual([]);
});

test('those who answer for it see how many read it, and not who', async () => {
  const site = await aSite();
  const { group, ana, path } = await aCrowd(site);
  const { id } = (await site.as(group.steward).post(path, cold)).body;
  await site.work();
  const before = await site.as(group.steward).get(`${path}/${id}`);
  expect(before.body.reach).toEqual({ memberCount: 2, readerCount: 0, isSpread: true });
  expect((await site.as(ana).get(path)).body.rows[0].isNew).toBe(true);
  for (const _twice of [1, 2]) await site.as(ana).put(`${path}/${id}/reading`);
  const after = await site.as(group.steward).get(`${path}/${id}`);
  expect(after.body.reach).toEqual({ memberCount: 2, readerCount: 1, isSpread: true });
  expect(JSON.stringify(after.body)).not.toContain('Zohra');
  const own = (await site.as(ana).get(`${path}/${id}`)).body;
  expect(own).toMatchObject({ isNew: false, reach: null });
});

test('taken back, it is on nobody’s page, and mail of it goes no more', async () => {
  const site = await aSite();
  const { group, ana, path } = await aCrowd(site);
  const { id } = (await site.as(group.steward).post(path, cold)).body;
  await site.work();
  expect((await site.as(ana).delete(`${path}/${id}`)).status).toBe(403);
  expect((await site.as(group.steward).delete(`${path}/${id}`)).status).toBe(204);
  await pass(site, '25 hours');
  expect(await mailsTo(site, ana)).toEqual([]);
  expect((await site.as(ana).get('/notices')).body.rows).toEqual([]);
  expect((await site.as(ana).get(`${path}/${id}`)).status).toBe(404);
});

test('one that is taken back before it was spread is told to nobody', async () => {
  const site = await aSite();
  const { group, ana, path } = await aCrowd(site);
  const { id } = (await site.as(group.steward).post(path, cold)).body;
  await site.as(group.steward).delete(`${path}/${id}`);
  await site.work();
  expect((await site.as(ana).get('/notices')).body.rows).toEqual([]);
});

test('who leaves before the mail goes out hears nothing more of the group', async () => {
  const site = await aSite();
  const { group, ana, path } = await aCrowd(site);
  await site.as(group.steward).post(path, cold);
  await site.work();
  await site.as(ana).delete(`/groups/${group.slug}/membership`);
  await site.work();
  await pass(site, '25 hours');
  expect(await mailsTo(site, ana)).toEqual([]);
  expect((await site.as(ana).get('/notices')).body.rows).toEqual([]);
});

test('told in batches and begun again after a crash, everybody is told once', async () => {
  const site = await aSite();
  const { group, path } = await aCrowd(site);
  await site.db.execute(sql`
    with made as (
      insert into accounts (id, name, email, password_hash, language, time_zone)
      select gen_random_uuid(), 'Member ' || n, 'member' || n || '@example.org', 'x', 'en', 'UTC' from generate_series(1, 2100) n returning id
    ) insert into memberships (group_id, account_id) select ${group.id}, id from made`);
  const { id } = (await site.as(group.steward).post(path, cold)).body;
  await site.work();
  await spreadAnnouncement(site.ctx(), id);
  const { rows } = await site.db.execute(
    sql`select count(*)::int as count from notices where about_id = ${id}`,
  );
  expect(rows).toEqual([{ count: 2102 }]);
  expect((await site.as(group.steward).get(`${path}/${id}`)).body.reach.memberCount).toBe(2102);
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { promiseMails } from '../../outbox/promises.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aGroup, aMember, type AGroup } from '../fixtures.ts';
import { deleteDueGroups } from './actions.ts';

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

test('deleting takes the name, letter by letter, and changes nothing yet', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const steward = site.as(group.steward);
  expect((await ask(site, group, 'eastside')).status).toBe(422);
  expect((await ask(site, group)).status).toBe(204);
  await deleteDueGroups(site.ctx(), inDays(13));
  expect((await steward.get(`/groups/${group.slug}`)).body.deletesAt).toMatch(/^20/);
  expect((await site.as(null).get(`/groups/${group.slug}`)).body).toMatchObject({ deletesAt: null });
});

test('its members are told once by mail, and read it on its page', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  await ask(site, group);
  await ask(site, group);
  await site.work();
  const mails = (await site.mails()).filter(({ key }) => key.startsWith('groups.deletion-asked'));
  expect(mails.map(({ toAddress }) => toAddress).sort()).toEqual([group.steward.email, member.email].sort());
  expect((await site.as(member).get(`/groups/${group.slug}`)).body.deletesAt).not.toBeNull();
});

test('its stewards are led to where they save what there is, and its members to its page', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const member = await aMember(site, group);
  await ask(site, group);
  await site.work();
  const mails = (await site.mails()).filter(({ key }) => key.startsWith('groups.deletion-asked'));
  const leads = (address: string) =>
    mails.find(({ toAddress }) => toAddress === address)?.letter?.button?.url ?? '';
  expect(leads(group.steward.email)).toMatch(/\/settings#deletion$/);
  expect(leads(member.email)).toMatch(new RegExp(`/groups/${group.slug}$`));
});

test('after fourteen days it is gone with all that it holds, and its mail is not sent any more', async () => {
  const site = await aSite();
  const [group, other] = [await aGroup(site), await aGroup(site)];
  for (const { id } of [group, other]) await promiseNews(site, id);
  await ask(site, group);
  await deleteDueGroups(site.ctx(), inDays(14.1));
  expect((await site.as(group.steward).get(`/groups/${group.slug}`)).status).toBe(404);
  const waiting = (await site.mails()).filter(({ toAddress }) => toAddress === 'sam@example.org');
  expect(waiting.map(({ groupId }) => groupId)).toEqual([other.id]);
});

test('one that cannot be deleted keeps no other', async () => {
  const site = await aSite({ apart: true });
  const [first, second] = [await aGroup(site), await aGroup(site)];
  for (const group of [first, second]) await ask(site, group);
  await site.db.execute(sql`create table held (group_id uuid references groups)`);
  await site.db.execute(sql`insert into held values (${first.id})`);
  await expect(deleteDueGroups(site.ctx(), inDays(15))).rejects.toThrow();
  expect((await site.as(first.steward).get(`/groups/${first.slug}`)).status).toBe(200);
  expect((await site.as(second.steward).get(`/groups/${second.slug}`)).status).toBe(404);
});

test('any of its stewards takes it back, and the members hear that it stays', async () => {
  const site = await aSite();
  const group = await aGroup(site);
  const other = site.as(await aMember(site, group, 'steward'));
  const member = await aMember(site, group);
  await ask(site, group);
  expect((await site.as(member).delete(`/groups/${group.slug}/deletion`)).status).toBe(403);
  expect((await other.delete(`/groups/${group.slug}/deletion`)).status).toBe(204);
  expect((await other.delete(`/groups/${group.slug}/deletion`)).status).toBe(404);
  await deleteDueGroups(site.ctx(), inDays(20));
  await site.work();
  expect((await other.get(`/groups/${group.slug}`)).body).toMatchObject({ deletesAt: null });
  const kinds = (await site.mails()).map(({ key }) => key.split(':')[0]);
  expect(kinds.filter((kind) => kind === 'groups.deletion-withdrawn')).toHaveLength(3);
  expect(kinds).not.toContain('groups.deletion-asked');
});

test.for(['member', 'organizer'] as const)('a %s cannot ask for it', async (role) => {
  const site = await aSite();
  const group = await aGroup(site);
  const asker = site.as(await aMember(site, group, role));
  expect((await asker.put(`/groups/${group.slug}/deletion`, { name: group.name })).status).toBe(403);
});

function ask(site: TestSite, { slug, steward, name }: AGroup, typed = name) {
  return site.as(steward).put(`/groups/${slug}/deletion`, { name: typed });
}

async function promiseNews(site: TestSite, groupId: string) {
  const letter = { heading: 'News', paragraphs: [] };
  const mail = { key: `news:${groupId}`, to: 'sam@example.org', language: 'en', groupId } as const;
  await site.ctx().change((tx) => promiseMails(tx, [{ ...mail, subject: 'News', letter }]));
}

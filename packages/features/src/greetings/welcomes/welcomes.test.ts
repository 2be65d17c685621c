import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../../accounts/fixtures.ts';
import { anEvent } from '../../events/fixtures.ts';
import { aGroup } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';

async function aGreetingGroup(site: TestSite) {
  const group = await aGroup(site, { name: 'Tenants', joining: 'open' });
  const path = `/groups/${group.slug}`;
  const steward = site.as(group.steward);
  await steward.put(`${path}/welcome`, { body: 'Begin with the **meeting**.', askId: group.steward.id });
  return { group, path, steward };
}

async function aNewcomer(site: TestSite, path: string) {
  const account = await anAccount(site, { name: 'Yusuf' });
  await site.as(account).put(`${path}/membership`);
  await site.work();
  return account;
}

async function mailsTo(site: TestSite, { email }: { email: string }) {
  return (await site.mails()).filter(({ toAddress }) => toAddress === email);
}

test('who joins is greeted once: by mail with whom to ask and what comes next, and on the page until they read it', async () => {
  const site = await aSite();
  const { group, path } = await aGreetingGroup(site);
  await anEvent(site, { group, title: 'Door-knock' });
  const yusuf = await aNewcomer(site, path);
  const [mail, ...more] = await mailsTo(site, yusuf);
  expect(more).toEqual([]);
  expect(mail?.subject).toBe('Welcome to Tenants');
  expect(mail?.letter?.paragraphs.join('\n')).toContain(`Whom you can ask: ${group.steward.name}.`);
  expect(mail?.letter?.paragraphs.join('\n')).toContain('“Door-knock”');
  const { welcome } = (await site.as(yusuf).get(`${path}/welcome`)).body;
  expect(welcome).toEqual({
    bodyHtml: expect.stringContaining('<strong>meeting</strong>'),
    ask: { id: group.steward.id, name: group.steward.name },
  });
  await site.as(yusuf).put(`${path}/welcome/reading`);
  expect((await site.as(yusuf).get(`${path}/welcome`)).body).toEqual({ welcome: null });
});

test('nobody is greeted where nothing is written, nor who was in the group before, nor by its steward’s own page', async () => {
  const site = await aSite();
  const { path, steward } = await aGreetingGroup(site);
  expect((await steward.get(`${path}/welcome`)).body).toEqual({ welcome: null });
  const early = await anAccount(site);
  await site.as(early).put(`${path}/membership`);
  await steward.delete(`${path}/welcome`);
  await steward.put(`${path}/welcome`, { body: 'Begin here.', askId: null });
  await site.work();
  expect(await mailsTo(site, early)).toEqual([]);
  await steward.delete(`${path}/welcome`);
  const late = await aNewcomer(site, path);
  expect(await mailsTo(site, late)).toEqual([]);
  expect((await steward.get(`${path}/greeting`)).body).toMatchObject({ body: '', askId: null });
});

test('only who answers for something in the group is named as the one to ask', async () => {
  const site = await aSite();
  const { path, steward, group } = await aGreetingGroup(site);
  const member = await aNewcomer(site, path);
  const stranger = await anAccount(site);
  for (const { id } of [member, stranger]) {
    const refused = await steward.put(`${path}/welcome`, { body: 'Hello.', askId: id });
    expect(refused.status).toBe(422);
    expect(refused.body.fields[0]).toMatchObject({ name: 'askId', code: 'greetings.nobody-to-ask' });
  }
  const { answering } = (await steward.get(`${path}/greeting`)).body;
  expect(answering).toEqual([{ id: group.steward.id, name: group.steward.name }]);
});

test('a careful group tells newcomers no more by mail than that there is something', async () => {
  const site = await aSite();
  const { path, steward } = await aGreetingGroup(site);
  await steward.put(`${path}/care`, { isCareful: true });
  expect((await steward.get(`${path}/greeting`)).body.isCareful).toBe(true);
  const yusuf = await aNewcomer(site, path);
  const [mail] = await mailsTo(site, yusuf);
  expect(mail?.subject).toBe('Something new at Valley Coalition');
  expect(JSON.stringify(mail?.letter)).not.toMatch(/Tenants|meeting/);
});

test('who met silence for a week is shown to those who look after members, until somebody speaks to them', async () => {
  const site = await aSite();
  const { path, steward, group } = await aGreetingGroup(site);
  const yusuf = await aNewcomer(site, path);
  const silent = async () =>
    (await steward.get(`${path}/newcomers`)).body.rows.map(({ name }: { name: string }) => name);
  expect(await silent()).toEqual([]);
  await site.db.execute(
    sql`update memberships set joined_at = now() - interval '8 days' where account_id = ${yusuf.id}`,
  );
  expect(await silent()).toEqual(['Yusuf']);
  const { id } = (await steward.post(`${path}/channels`, { name: 'kitchen' })).body;
  await site.as(yusuf).post(`/channels/${id}/messages`, { id: newId(), body: 'Hello?' });
  expect(await silent()).toEqual(['Yusuf']);
  await steward.post(`/channels/${id}/messages`, { id: newId(), body: 'Hello!' });
  expect(await silent()).toEqual([]);
  expect((await site.as(yusuf).get(`${path}/newcomers`)).status).toBe(404);
  expect(group.steward.id).not.toBe(yusuf.id);
});

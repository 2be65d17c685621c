import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { promiseNext, sendMailings } from '../mailings/fixtures.ts';
import { mailings } from '../mailings/tables.ts';
import { aMailbox } from '../outbox/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { people } from '../people/tables.ts';
import { aWriter } from './fixtures.ts';

test('a copy says the same to the same people, and is a draft of its own', async () => {
  const { path, asOrganizer, begin } = await aWriter();
  const first = await begin({ lines: 'add:member', purpose: 'membership' });
  const { id } = (await asOrganizer.get(first)).body;
  const copy = await asOrganizer.post(`${path}/mailings`, { copyOf: id });
  expect((await asOrganizer.get(`${path}/mailings/${copy.body.id}`)).body).toMatchObject({
    ...{ state: 'draft', subject: 'Two days', written: 'add:member', purpose: 'membership' },
    texts: [{ body: 'Be in the room.', version: 1 }],
  });
  expect(
    (await asOrganizer.get(`${path}/mailings`)).body.rows.map(({ id: one }: { id: string }) => one),
  ).toEqual([copy.body.id, id]);
});

test('a template stands apart, is never sent, and a steward of the site offers it to every group', async () => {
  const { site, group, path, asOrganizer, begin, send } = await aWriter();
  const template = await begin();
  const { id } = (await asOrganizer.get(template)).body;
  expect((await asOrganizer.put(`${template}/template`, { isTemplate: true, isOffered: true })).status).toBe(
    403,
  );
  expect((await asOrganizer.put(`${template}/template`, { isTemplate: true })).status).toBe(204);
  expect((await send(template)).status).toBe(403);
  expect((await asOrganizer.get(`${path}/mailings`)).body.rows).toEqual([]);
  expect((await asOrganizer.get(`${path}/mailings?templates=true`)).body.rows).toMatchObject([{ id }]);
  const other = await aGroup(site);
  const there = site.as(other.steward);
  const copied = () => there.post(`/groups/${other.slug}/mailings`, { copyOf: id });
  expect((await copied()).status).toBe(404);
  const siteSteward = await anAccount(site, { isSiteSteward: true });
  await site.db.execute(
    sql`insert into memberships (group_id, account_id, role) values (${group.id}, ${siteSteward.id}, 'organizer')`,
  );
  expect(
    (await site.as(siteSteward).put(`${template}/template`, { isTemplate: true, isOffered: true })).status,
  ).toBe(204);
  expect((await there.get(`/groups/${other.slug}/mailings?templates=true`)).body.rows).toMatchObject([
    { id },
  ]);
  expect((await there.get(`/groups/${other.slug}/mailings/${id}`)).status).toBe(404);
  const copy = await copied();
  expect((await there.get(`/groups/${other.slug}/mailings/${copy.body.id}`)).body).toMatchObject({
    ...{ subject: 'Two days', lines: null, isTemplate: false },
  });
});

test('a draft is removed for good, and one that was begun is not', async () => {
  const { site, group, asOrganizer, begin, send, wait } = await aWriter();
  await aPerson(site, group, { isSubscribed: true });
  const draft = await begin();
  await send(draft);
  expect((await asOrganizer.delete(draft)).status).toBe(403);
  await asOrganizer.delete(`${draft}/sending`);
  expect((await asOrganizer.delete(draft)).status).toBe(204);
  expect((await asOrganizer.get(draft)).status).toBe(404);
  expect(await site.db.$count(mailings)).toBe(0);
  const begun = await begin();
  await send(begun);
  await wait();
  expect((await asOrganizer.delete(begun)).status).toBe(403);
});

test('a trial goes to whoever writes it and to colleagues who are named, and to nobody else', async () => {
  const { site, group, organizer, steward, member, asOrganizer, begin } = await aWriter();
  await aPerson(site, group, { isSubscribed: true });
  const mailing = await begin();
  const tried = (to?: string[]) =>
    asOrganizer.post(`${mailing}/trials`, { language: 'en', ...(to && { to }) });
  expect((await tried()).status).toBe(204);
  expect((await tried([steward.id])).status).toBe(204);
  expect((await tried([steward.id, member.id])).body.fields).toMatchObject([
    { name: 'to', code: 'compositions.no-colleague' },
  ]);
  const mails = (await site.mails()).filter(({ key }) => key.startsWith('trial:'));
  expect(mails.map(({ toAddress, subject }) => [toAddress, subject])).toEqual([
    [organizer.email, '[Test] Two days'],
    [steward.email, '[Test] Two days'],
  ]);
  expect((await asOrganizer.get(`${mailing}/checks`)).body.rows).toContainEqual(
    expect.objectContaining({ code: 'tried', weight: 'good' }),
  );
});

test('in whose name it is, only they themselves say', async () => {
  const { site, group, organizer, asOrganizer, asSteward, begin } = await aWriter();
  const mailbox = await aMailbox();
  await aPerson(site, group, { isSubscribed: true });
  const mailing = await begin();
  await asOrganizer.put(`${mailing}/sender`, { isInMyName: true });
  expect((await asSteward.get(mailing)).body.from).toMatchObject({
    ...{ name: `${organizer.name}, ${group.name}`, isInMyName: false },
  });
  await asOrganizer.put(`${mailing}/sending`, { when: 'now', count: 1 });
  await asOrganizer.delete(`${mailing}/wait`);
  await promiseNext(site, mailing.split('/').at(-1) ?? '');
  await sendMailings(site, mailbox);
  expect(mailbox.mails()[0]?.from).toContain(`${organizer.name}, ${group.name}`);
});

test('who is asked for a second look hears of it, and whoever asks does not', async () => {
  const { site, group, organizer, asOrganizer, begin } = await aWriter();
  const other = await aMember(site, group, 'organizer');
  await asOrganizer.put(`${await begin()}/look-request`);
  const told = (await site.mails()).filter(({ key }) => key.startsWith('look-asked:'));
  expect(told.map(({ toAddress }) => toAddress).sort()).toEqual([other.email, group.steward.email].sort());
  expect(told[0]?.subject).toContain(organizer.name);
});

test('an address that takes no mail is left out from then on, until it is another one', async () => {
  const { site, group, asOrganizer, begin } = await aWriter();
  const mailbox = await aMailbox();
  const ana = await aPerson(site, group, { isSubscribed: true, email: 'ana@example.org' });
  await aPerson(site, group, { isSubscribed: true, email: 'bea@example.org' });
  mailbox.refuse('ana@example.org');
  const mailing = await begin();
  await asOrganizer.put(`${mailing}/sending`, { when: 'now', count: 2 });
  await asOrganizer.delete(`${mailing}/wait`);
  await promiseNext(site, mailing.split('/').at(-1) ?? '');
  await sendMailings(site, mailbox);
  const next = await begin();
  expect((await asOrganizer.get(`${next}/reach`)).body).toMatchObject({
    ...{ getCount: 1, leftOut: [{ why: 'sent-back', count: 1 }] },
  });
  await site.db.update(people).set({ email: 'ana@example.net' }).where(eq(people.id, ana.id));
  expect((await asOrganizer.get(`${next}/reach`)).body).toMatchObject({ getCount: 2, leftOut: [] });
});

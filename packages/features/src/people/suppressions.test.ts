import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aMember } from '../groups/fixtures.ts';
import { aSite, type TestSite } from '../testing.ts';
import { rememberPerson } from './actions.ts';
import { aCrew, aPerson } from './fixtures.ts';
import { askToImport, countIn, peopleOf, sendFile } from './imports/fixtures.ts';

type Crew = Awaited<ReturnType<typeof aCrew>>;
const everyone = { consent: 'email' } as const;
const list = 'email,status\nana@example.org,subscribed\nsam@example.org,subscribed\n';

/** Somebody who said no by the link in a mail, and was erased by a steward. */
async function anErasedNo(site: TestSite, crew: Crew, email = 'ana@example.org') {
  const person = await aPerson(site, crew.group, { email, isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${person.unsubscribe}`);
  await eraseAsSteward(site, crew, person);
}

async function eraseAsSteward(site: TestSite, { steward, path }: Crew, { id }: { id: string }) {
  expect((await site.as(steward).delete(`${path}/${id}`)).status).toBe(204);
}

async function bringIn(site: TestSite, { group, organizer }: Crew, file = list) {
  const { path } = await askToImport(site, group, organizer, { file, plan: everyone });
  await site.work();
  return path;
}

async function mailable(site: TestSite, { path, organizer }: Crew) {
  const rows = await peopleOf(site, path, organizer);
  return rows.filter(({ mayBeMailed }) => mayBeMailed).map(({ email }) => email);
}

test('a person who said no and was erased comes in as a no, whatever a later list says', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  await bringIn(site, crew);
  expect(await mailable(site, crew)).toEqual(['sam@example.org']);
  await bringIn(site, crew);
  expect(await mailable(site, crew)).toEqual(['sam@example.org']);
});

test('the preview counts whom a list brings back as a no, and only those', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  await anErasedNo(site, crew, 'zoe@example.org');
  const file = `${list}ANA+list@example.org,subscribed\nzoe@example.org,unsubscribed\n`;
  const { body } = await sendFile(site, crew.group, crew.organizer, file);
  expect(body.findings).toMatchObject({ erasedNoCount: 2, noes: { said: 1 } });
});

test('an address that is written otherwise is still the mailbox that said no', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew, 'ana@bücher.example');
  await bringIn(site, crew, 'email\nAna+news@xn--bcher-kva.example\n');
  expect(await mailable(site, crew)).toEqual([]);
});

test('a no that a list brought stays one when its person is erased and listed again', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await bringIn(site, crew, 'email,do_not_contact\nana@example.org,TRUE\n');
  for (const ana of await peopleOf(site, crew.path, crew.organizer)) await eraseAsSteward(site, crew, ana);
  await bringIn(site, crew);
  expect(await mailable(site, crew)).toEqual(['sam@example.org']);
});

test('a walk-in who said no and was erased is met by the no as well', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  await aPerson(site, crew.group, { email: 'ana@example.org', source: 'door' });
  await bringIn(site, crew);
  expect(await mailable(site, crew)).toEqual(['sam@example.org']);
});

test('taking the list back leaves the no for the next one', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  const path = await bringIn(site, crew);
  await site.as(crew.organizer).put(`${path}/undoing`);
  await site.work();
  expect(await peopleOf(site, crew.path, crew.organizer)).toEqual([]);
  await bringIn(site, crew);
  expect(await mailable(site, crew)).toEqual(['sam@example.org']);
});

test('a yes of their own takes the no away for good', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  const ana = await aPerson(site, crew.group, { email: 'ana@example.org' });
  await site.as(null).put(`/subscriptions/${ana.unsubscribe}`);
  expect(await countIn(site, 'suppressions')).toBe(0);
  await eraseAsSteward(site, crew, ana);
  await bringIn(site, crew);
  expect(await mailable(site, crew)).toEqual(['ana@example.org', 'sam@example.org']);
});

test('the wish of an address that nobody proved takes no no away', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  const asked = { groupId: crew.group.id, email: 'ana@example.org', name: 'Ana' } as const;
  await site.ctx().change((tx) => rememberPerson(tx, { ...asked, language: 'en', source: 'signature' }));
  expect(await countIn(site, 'suppressions')).toBe(1);
});

test('an erased person who never said no leaves nothing', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  for (const isSubscribed of [true, false])
    await eraseAsSteward(site, crew, await aPerson(site, crew.group, { isSubscribed }));
  expect(await countIn(site, 'suppressions')).toBe(0);
});

test('a person who erases themselves has said no by that, unless they want no trace of it', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const [ana, sam] = [
    await aPerson(site, crew.group, { email: 'ana@example.org', isSubscribed: true }),
    await aPerson(site, crew.group, { email: 'sam@example.org', isSubscribed: true }),
  ];
  await site.as(null).delete(`/own-records/${ana.ownRecord}`);
  await site.as(null).delete(`/own-records/${sam.ownRecord}?leavesNoTrace=true`);
  expect(await countIn(site, 'suppressions')).toBe(1);
  await bringIn(site, crew);
  expect(await mailable(site, crew)).toEqual(['sam@example.org']);
});

test('the wish for no trace takes an earlier no along', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  const ana = await aPerson(site, crew.group, { email: 'ana@example.org' });
  await site.as(null).delete(`/own-records/${ana.ownRecord}?leavesNoTrace=true`);
  expect(await countIn(site, 'suppressions')).toBe(0);
});

test('a suppression holds a day and a hash that differs by group, and no address', async () => {
  const site = await aSite();
  const [one, other] = [await aCrew(site), await aCrew(site)];
  for (const crew of [one, other]) await anErasedNo(site, crew);
  const { rows } = await site.db.execute<{ mailbox: string; said_on: string }>(
    sql`select * from suppressions`,
  );
  expect(Object.keys(rows[0] ?? {}).toSorted()).toEqual(['group_id', 'mailbox', 'said_on']);
  expect(new Set(rows.map(({ mailbox }) => mailbox)).size).toBe(2);
  expect(JSON.stringify(rows)).not.toContain('ana');
});

test('another group’s list is not touched by it', async () => {
  const site = await aSite();
  const [one, other] = [await aCrew(site), await aCrew(site)];
  await anErasedNo(site, one);
  await bringIn(site, other);
  expect(await mailable(site, other)).toEqual(['ana@example.org', 'sam@example.org']);
});

test('nobody but who may bring people in learns who said no and was erased', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  const member = await aMember(site, crew.group);
  expect((await sendFile(site, crew.group, member, list)).status).toBe(404);
});

test('a suppression is forgotten after three years, which is on record, and not before', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  await site.db.execute(sql`update suppressions set said_on = current_date - interval '3 years'`);
  await site.sweep('people.forget-suppressions');
  expect(await countIn(site, 'suppressions')).toBe(1);
  await site.db.execute(sql`update suppressions set said_on = said_on - 1`);
  await site.sweep('people.forget-suppressions');
  expect(await countIn(site, 'suppressions')).toBe(0);
  const { rows } = await site.db.execute(
    sql`select group_id, data from journal where kind = 'people.suppressions-forgotten'`,
  );
  expect(rows).toEqual([{ group_id: crew.group.id, data: { count: 1 } }]);
});

test('a group that is deleted takes the noes it kept along', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await anErasedNo(site, crew);
  await site.db.execute(sql`delete from groups where id = ${crew.group.id}`);
  expect(await countIn(site, 'suppressions')).toBe(0);
});

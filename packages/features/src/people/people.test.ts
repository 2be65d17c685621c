import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anAccount } from '../accounts/fixtures.ts';
import { aGroup, aMember } from '../groups/fixtures.ts';
import { aSite, type TestAnswer } from '../testing.ts';
import { followAccount, rememberPerson } from './actions.ts';
import { giveConsent, withdrawConsent } from './consents.ts';
import { aCrew, aPerson } from './fixtures.ts';

const namesIn = ({ body }: TestAnswer) => body.rows.map(({ name }: { name: string }) => name);
const kindsIn = ({ body }: TestAnswer) => body.history.map(({ kind }: { kind: string }) => kind);

test('organizers and stewards see the people of their group', async () => {
  const site = await aSite();
  const { group, organizer, steward, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  for (const one of [organizer, steward]) {
    const list = await site.as(one).get(path);
    expect(list.status).toBe(200);
    expect(namesIn(list)).toEqual(['Sam Ortiz']);
    expect((await site.as(one).get(`${path}/${sam.id}`)).body).toMatchObject({
      email: sam.email,
      source: 'signature',
    });
  }
  expect((await site.as(organizer).get(path)).body.can).toEqual({
    see: true,
    tag: true,
    bringIn: true,
    correct: true,
    note: true,
    merge: false,
    save: true,
    takeOut: false,
    erase: false,
  });
});

test('for everyone else a group’s people are not there', async () => {
  const site = await aSite();
  const { group, steward, member, outsider, path } = await aCrew(site);
  const other = await aCrew(site);
  const banned = await aMember(site, group);
  await site.as(steward).put(`/groups/${group.slug}/bans/${banned.id}`);
  const sam = await aPerson(site, group);
  for (const one of [member, outsider, banned, other.steward, other.organizer]) {
    expect((await site.as(one).get(path)).status).toBe(404);
    expect((await site.as(one).get(`${path}/${sam.id}`)).status).toBe(404);
    expect((await site.as(one).get(`${path}.csv`)).status).toBe(404);
    expect((await site.as(one).put(`${path}/${sam.id}/tags`, { tags: ['x'] })).status).toBe(404);
    expect((await site.as(one).delete(`${path}/${sam.id}`)).status).toBe(404);
  }
  expect((await site.as(null).get(path)).status).toBe(401);
});

test('a person is not there under another group’s address', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const other = await aCrew(site);
  const sam = await aPerson(site, group);
  expect((await site.as(other.steward).get(`${other.path}/${sam.id}`)).status).toBe(404);
  expect((await site.as(other.steward).delete(`${other.path}/${sam.id}`)).status).toBe(404);
});

test('a new member appears with their history, once even if the entry is handled twice', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const newcomer = await anAccount(site, { name: 'Lucía', email: 'lucia@example.org', language: 'es' });
  await site.as(newcomer).put(`/groups/${group.slug}/membership`);
  await site.work();
  await site.db.execute(
    sql`insert into journal_undelivered (entry_id) select id from journal where kind = 'groups.joined'`,
  );
  await site.work();

  const list = await site.as(organizer).get(`${path}?search=lucia`);
  expect(list.body.rows).toMatchObject([
    { name: 'Lucía', isMember: true, source: 'membership', mayBeMailed: false },
  ]);
  const person = await site.as(organizer).get(`${path}/${list.body.rows[0].id}`);
  expect(kindsIn(person)).toEqual(['joined']);
  expect(person.body.language).toBe('es');
});

test('leaving and coming back are noted, and the record stays one', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const newcomer = await anAccount(site, { name: 'Dev', email: 'dev@example.org' });
  const membership = `/groups/${group.slug}/membership`;
  for (const deed of ['put', 'delete', 'put'] as const) {
    await site.as(newcomer)[deed](membership);
    await site.work();
  }
  const { rows } = (await site.as(organizer).get(`${path}?search=dev`)).body;
  expect(rows).toHaveLength(1);
  expect(kindsIn(await site.as(organizer).get(`${path}/${rows[0].id}`))).toEqual([
    'joined',
    'left',
    'joined',
  ]);
});

test('a member who changes their email stays the same person, and is mailed at the new one', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const ana = await anAccount(site, { email: 'ana@old.example' });
  const before = await aPerson(site, group, { email: ana.email, accountId: ana.id });
  await site.as(ana).post('/account/email-changes', { email: 'ana@new.example', password: ana.password });
  const asked = (await site.mails()).find(({ toAddress }) => toAddress === 'ana@new.example');
  const token = asked?.letter?.button?.url.split('/').at(-1);
  expect((await site.as(ana).put(`/account/email-changes/${token}`)).status).toBe(204);

  const again = await aPerson(site, group, { email: 'ana@new.example', accountId: ana.id });
  expect(again.id).toBe(before.id);
  await site.work();
  expect((await site.as(organizer).get(`${path}/${before.id}`)).body.email).toBe('ana@new.example');
});

test('an email that a group knows as somebody else’s is not taken over', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const ana = await anAccount(site, { email: 'ana@old.example' });
  const [mine, theirs] = [
    await aPerson(site, group, { email: ana.email, accountId: ana.id }),
    await aPerson(site, group, { email: 'ana@new.example' }),
  ];
  await site.db.execute(sql`update accounts set email = 'ana@new.example' where id = ${ana.id}`);
  await followAccount(site.ctx(), ana.id);
  const { rows } = await site.db.execute(sql`select id, email from people order by email desc`);
  expect(rows).toEqual([
    { id: mine.id, email: 'ana@old.example' },
    { id: theirs.id, email: 'ana@new.example' },
  ]);
});

test('the same email is one person, in whatever case it was typed', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const first = await aPerson(site, group, { email: 'Sam@Example.org' });
  const second = await aPerson(site, group, { email: 'sam@example.ORG' });
  expect(second.id).toBe(first.id);
  expect((await site.as(organizer).get(path)).body.rows).toMatchObject([{ email: 'sam@example.org' }]);
});

test('twenty who type the same email at the same moment are one person', async () => {
  const site = await aSite();
  const { group } = await aCrew(site);
  const asked = {
    groupId: group.id,
    email: 'sam@example.org',
    name: 'Sam',
    language: 'en',
    source: 'rsvp',
  } as const;
  const all = await Promise.all(
    Array.from({ length: 20 }, () => site.ctx().change((tx) => rememberPerson(tx, asked))),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(1);
  expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
});

test('two groups hold the same human apart', async () => {
  const site = await aSite();
  const [one, two] = [await aGroup(site), await aGroup(site)];
  const here = await aPerson(site, one, { email: 'sam@example.org' });
  const there = await aPerson(site, two, { email: 'sam@example.org' });
  expect(here.id).not.toBe(there.id);
});

test('a stranger who types an email does not rename its owner', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  await aPerson(site, group, { email: 'sam@example.org', name: 'Sam Ortiz' });
  await aPerson(site, group, { email: 'sam@example.org', name: 'Mallory', source: 'rsvp' });
  expect((await site.as(organizer).get(path)).body.rows).toMatchObject([
    { name: 'Sam Ortiz', source: 'signature' },
  ]);
});

test('a yes and a no are kept with when and how, and each change is in the history', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  const answer = { personId: sam.id, groupId: group.id, way: 'email', purpose: 'updates' } as const;
  const change = site.ctx().change;
  await change((tx) => giveConsent(tx, site.house, { ...answer, how: 'signature' }));
  await change((tx) => giveConsent(tx, site.house, { ...answer, how: 'rsvp' }));
  const yes = await site.as(organizer).get(`${path}/${sam.id}`);
  expect(yes.body).toMatchObject({
    mayBeMailed: true,
    consents: [{ way: 'email', given: 'yes', how: 'signature' }],
  });
  expect(Date.parse(yes.body.consents[0].at)).toBeGreaterThan(Date.now() - 60_000);

  await change((tx) => withdrawConsent(tx, { ...answer, how: 'unsubscribe-link' }));
  await change((tx) => withdrawConsent(tx, { ...answer, how: 'unsubscribe-link' }));
  const no = await site.as(organizer).get(`${path}/${sam.id}`);
  expect(no.body).toMatchObject({ mayBeMailed: false, consents: [{ given: 'no', how: 'unsubscribe-link' }] });
  expect(kindsIn(no)).toEqual(['unsubscribed', 'subscribed']);
});

test('stewards erase a person; organizers may not', async () => {
  const site = await aSite();
  const { group, organizer, steward, path } = await aCrew(site);
  const sam = await aPerson(site, group);
  expect((await site.as(organizer).delete(`${path}/${sam.id}`)).status).toBe(403);
  expect((await site.as(steward).delete(`${path}/${sam.id}`)).status).toBe(204);
  expect((await site.as(steward).get(`${path}/${sam.id}`)).status).toBe(404);
});

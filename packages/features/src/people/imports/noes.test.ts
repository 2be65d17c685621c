import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { askToImport, peopleOf, sendFile } from './fixtures.ts';

type Crew = Awaited<ReturnType<typeof aCrew>>;
const everyone = { consent: 'email' } as const;

async function bringIn(site: TestSite, { group, organizer }: Crew, ...[file, plan]: [string, object?]) {
  const { path } = await askToImport(site, group, organizer, { file, plan });
  await site.work();
  return path;
}

async function answersOf(site: TestSite, { organizer, path }: Crew, email: string) {
  const [row] = (await site.as(organizer).get(`${path}?search=${email}`)).body.rows;
  const { body } = await site.as(organizer).get(`${path}/${row.id}`);
  return Object.fromEntries(
    body.consents.map(({ way, given }: { way: string; given: string }) => [way, given]),
  );
}

test('a row that says unsubscribed comes in as a no, whatever is stated of everyone', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const file = 'Email,Name,Status\ns@example.org,S,unsubscribed\na@example.org,A,subscribed\n';
  await bringIn(site, crew, file, everyone);
  expect(await peopleOf(site, crew.path, crew.organizer)).toMatchObject([
    { name: 'A', mayBeMailed: true },
    { name: 'S', mayBeMailed: false },
  ]);
  expect(await answersOf(site, crew, 's@example.org')).toEqual({ email: 'no' });
});

test('the preview counts the rows that say no by why, and names the words it does not know', async () => {
  const site = await aSite();
  const { group, organizer } = await aCrew(site);
  const file = [
    'email,status,do_not_contact,email1_is_bad,Do Not Trade',
    'a@example.org,subscribed,,,',
    'b@example.org,unsubscribed,,,TRUE',
    'c@example.org,subscribed,TRUE,,',
    'd@example.org,cleaned,,,',
    'e@example.org,subscribed,,TRUE,',
    'f@example.org,paid,,,',
    'g@example.org,,,,',
  ].join('\n');
  const { body } = await sendFile(site, group, organizer, file);
  expect(body.findings).toMatchObject({
    yesCount: 1,
    noes: { said: 1, 'do-not-contact': 1, 'bad-address': 2, unclear: 1, blank: 1 },
    otherNoCount: 2,
    unclear: [{ column: 1, value: 'paid', count: 1 }],
  });
  const odd = body.sample.find(({ row }: { row: number }) => row === 7);
  expect(odd.remarks).toContain('We do not know “paid”, and take it for a no.');
});

test('a no of a file takes the place of a yes here, which the preview says, and an empty cell does not', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  for (const name of ['ana', 'sam'])
    await aPerson(site, crew.group, { email: `${name}@example.org`, isSubscribed: true });
  const file = 'email,status\nana@example.org,unsubscribed\nsam@example.org,\n';
  const { body } = await sendFile(site, crew.group, crew.organizer, file);
  expect(body.findings).toMatchObject({ overruledCount: 1 });
  await bringIn(site, crew, file, everyone);
  expect(await answersOf(site, crew, 'ana@example.org')).toEqual({ email: 'no' });
  expect(await answersOf(site, crew, 'sam@example.org')).toEqual({ email: 'yes' });
});

test('undoing a list takes its noes back as its yeses, and the yes they took the place of is there again', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const ana = await aPerson(site, crew.group, { email: 'ana@example.org', isSubscribed: true });
  const before = (await site.as(crew.organizer).get(`${crew.path}/${ana.id}`)).body;
  await aPerson(site, crew.group, { email: 'sam@example.org' });
  const file = 'email,status,Do Not Phone\nana@example.org,unsubscribed,1\nsam@example.org,opt-out,\n';
  const path = await bringIn(site, crew, file);
  expect(await answersOf(site, crew, 'ana@example.org')).toEqual({ email: 'no', call: 'no' });
  await site.as(crew.organizer).put(`${path}/undoing`);
  await site.work();
  const after = (await site.as(crew.organizer).get(`${crew.path}/${ana.id}`)).body;
  expect([after.consents, after.history]).toEqual([before.consents, before.history]);
  expect(await answersOf(site, crew, 'sam@example.org')).toEqual({});
});

test('undoing one of two lists that say no leaves the no of the other', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await aPerson(site, crew.group, { email: 'ana@example.org', isSubscribed: true });
  const file = 'email,status\nana@example.org,unsubscribed\n';
  const [first, second] = [await bringIn(site, crew, file), await bringIn(site, crew, file)];
  await site.as(crew.organizer).put(`${first}/undoing`);
  await site.work();
  expect(await answersOf(site, crew, 'ana@example.org')).toEqual({ email: 'no' });
  await site.as(crew.organizer).put(`${second}/undoing`);
  await site.work();
  expect(await answersOf(site, crew, 'ana@example.org')).toEqual({ email: 'yes' });
});

test('a no that somebody said themselves stays when the list that says no as well is undone', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const ana = await aPerson(site, crew.group, { email: 'ana@example.org', isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${ana.unsubscribe}`);
  const path = await bringIn(site, crew, 'email,status\nana@example.org,unsubscribed\n');
  await site.as(crew.organizer).put(`${path}/undoing`);
  await site.work();
  expect(await answersOf(site, crew, 'ana@example.org')).toEqual({ email: 'no' });
});

test('a present no is above the yes of any later list', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await bringIn(site, crew, 'email,status\nana@example.org,unsubscribed\n');
  await bringIn(site, crew, 'email,status\nana@example.org,subscribed\n', everyone);
  await bringIn(site, crew, 'email,status\nana@example.org,subscribed\n', { consent: 'file' });
  expect(await answersOf(site, crew, 'ana@example.org')).toEqual({ email: 'no' });
});

test('a person’s own later answer counts', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  await bringIn(site, crew, 'email,status\nana@example.org,unsubscribed\n');
  const ana = await aPerson(site, crew.group, { email: 'ana@example.org' });
  await site.as(null).put(`/subscriptions/${ana.unsubscribe}`);
  expect(await answersOf(site, crew, 'ana@example.org')).toEqual({ email: 'yes' });
});

test('a list of people who all said no comes in as that, and its file name can say so', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const ana = await aPerson(site, crew.group, { email: 'ana@example.org', isSubscribed: true });
  const file = 'Email Address\nana@example.org\nsam@example.org\n';
  const list = { bytes: file, fileName: 'unsubscribed_members_export.csv' };
  const named = await sendFile(site, crew.group, crew.organizer, list);
  expect(named.body).toMatchObject({ consent: 'no', findings: { overruledCount: 1 } });
  await bringIn(site, crew, file, { consent: 'no' });
  for (const email of [ana.email ?? '', 'sam@example.org'])
    expect(await answersOf(site, crew, email)).toEqual({ email: 'no' });
  await bringIn(site, crew, file, everyone);
  expect(await answersOf(site, crew, 'sam@example.org')).toEqual({ email: 'no' });
});

test('a file stated to hold its own yeses lets those people be mailed, since the day it says', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const file = 'Email Address,CONFIRM_TIME\nana@example.org,2021-05-04 10:11:12\nsam@example.org,\n';
  await bringIn(site, crew, file, { consent: 'file' });
  expect(await answersOf(site, crew, 'sam@example.org')).toEqual({});
  const { rows } = await site.db.execute(sql`select given, at at time zone 'UTC' as at from consents
    where purpose = 'updates'`);
  expect(rows).toMatchObject([{ given: 'yes', at: '2021-05-04 10:11:12' }]);
});

test('a no in a later row about the same person wins over the yes of an earlier one, however far apart', async () => {
  const site = await aSite();
  const crew = await aCrew(site);
  const others = Array.from({ length: 2_100 }, (_, n) => `p${n}@example.org,subscribed\n`);
  const file = `email,status\nana@example.org,subscribed\nzoe@example.org,subscribed\nZoe@example.org,no\n${others.join('')}ANA@example.org,unsubscribed\n`;
  const path = await bringIn(site, crew, file, everyone);
  for (const email of ['ana@example.org', 'zoe@example.org'])
    expect(await answersOf(site, crew, email)).toEqual({ email: 'no' });
  expect((await site.as(crew.organizer).get(path)).body).toMatchObject({
    addedCount: 2_102,
    repeatedCount: 2,
  });
});

test('our own export comes back with the same yes and no', async () => {
  const site = await aSite();
  const [from, to] = [await aCrew(site), await aCrew(site)];
  await aPerson(site, from.group, { name: 'Ana', email: 'ana@example.org', isSubscribed: true });
  await aPerson(site, from.group, { name: 'Nil', email: 'nil@example.org' });
  const noes = 'name,email,phone,tags,Do Not Phone,Do Not Trade,Do Not Sms\n';
  await bringIn(
    site,
    from,
    `${noes}Sam,sam@example.org,,"""tenant, east"",b",1,1,1\nMo,,+34 600 000 001,,,1,\n`,
  );
  const taken = await site.as(from.steward).post(`${from.path}/exports`);
  expect(taken.body).toContain('Sam,sam@example.org,,en,"""tenant, east"", b",import,no,');
  await bringIn(site, to, taken.body, everyone);
  const again = await site.as(to.steward).post(`${to.path}/exports`);
  const said = (csv: string) =>
    csv
      .split('\n')
      .slice(1)
      .filter((line) => /^(Ana|Nil|Sam|Mo),/.test(line))
      .map((line) => line.replace(/,(import|signature),/, ',,').replace(/(yes|no),.{19},.{19},/, '$1,,,'))
      .toSorted();
  expect(said(again.body)).toEqual(said(taken.body));
});

import { sql } from 'drizzle-orm';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { findViewer } from '../../accounts/sessions.ts';
import { anOwnRole } from '../../groups/fixtures.ts';
import { aSite } from '../../testing.ts';
import { aField, fillValues } from '../fields/fixtures.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { askToImport } from '../imports/fixtures.ts';
import { exportPeople } from './actions.ts';

test('a steward takes everyone out as a file that spreadsheets read', async () => {
  const site = await aSite();
  const { group, steward, path } = await aCrew(site);
  await aPerson(site, group, { name: 'Ana "La Voz" Núñez', email: 'ana@example.org', isSubscribed: true });
  const sam = await aPerson(site, group, {
    name: 'Ortiz, Sam',
    email: 'sam@example.org',
    language: 'es',
    source: 'rsvp',
  });
  await site.as(steward).put(`${path}/${sam.id}/tags`, { tags: ['driver', 'marshal'] });
  const file = await site.as(steward).post(`${path}/exports`);
  expect(file.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${group.slug}-people.csv"`,
  });
  const moment = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d`;
  expect(file.body.split('\n')).toEqual([
    `\ufeff${[
      'name,email,phone,language,tags,source,email_consent,added_at_utc,last_seen_at_utc',
      'email_consent_at_utc,do_not_text,do_not_call,do_not_post,do_not_share,do_not_contact',
      'further_emails,further_phones,street,city,region,postcode,country,external_ids,email_limits',
    ].join(',')}`,
    expect.stringMatching(
      `^"Ana ""La Voz"" Núñez",ana@example.org,,en,,signature,yes,${moment},${moment},${moment},,,,,,,,,,,,,,$`,
    ),
    expect.stringMatching(
      `^"Ortiz, Sam",sam@example.org,,es,"driver, marshal",rsvp,no,${moment},${moment},,,,,,,,,,,,,,,$`,
    ),
    '',
  ]);
});

test('only stewards take people out, and each time is on record', async () => {
  const site = await aSite();
  const { group, organizer, member, outsider, steward, path } = await aCrew(site);
  expect((await site.as(null).post(`${path}/exports`)).status).toBe(401);
  expect((await site.as(organizer).post(`${path}/exports`)).status).toBe(403);
  for (const one of [member, outsider]) expect((await site.as(one).post(`${path}/exports`)).status).toBe(404);
  for (const method of ['GET', 'HEAD'] as const)
    for (const url of [`/api/v1${path}.csv`, `/api/v1${path}/exports`])
      expect(
        (await site.app.inject({ method, url, cookies: { session: steward.token } })).statusCode,
        `${method} ${url}`,
      ).not.toBe(200);
  expect((await site.as(steward).post(`${path}/exports`)).status).toBe(200);
  const { rows } = await site.db.execute(
    sql`select group_id, actor_id from journal where kind = 'people.exported'`,
  );
  expect(rows).toEqual([{ group_id: group.id, actor_id: steward.id }]);
});

test('a cell that a spreadsheet would compute is text, and comes back as it was', async () => {
  const site = await aSite();
  const { group, steward, path } = await aCrew(site);
  const tricks = ['=1+1', '@SUM(A1)', '+1 555', '-2', '\uff1d1+1', "it's", 'a=b'];
  for (const [n, name] of tricks.entries()) await aPerson(site, group, { name, email: `p${n}@example.org` });
  const { body } = await site.as(steward).post(`${path}/exports`);
  const names = body
    .split('\n')
    .slice(1, -1)
    .map((line: string) => line.split(',')[0]);
  expect(names).toEqual(["'=1+1", "'@SUM(A1)", "'+1 555", "'-2", "'\uff1d1+1", "it's", 'a=b']);

  const other = await aCrew(site);
  await askToImport(site, other.group, other.steward, { file: body });
  await site.work();
  const list = await site.as(other.steward).get(`${other.path}?limit=100`);
  const back = list.body.rows.map(({ name }: { name: string }) => name);
  expect(back).toEqual(expect.arrayContaining(tricks));
});

test('nobody is left out or told twice among more people than are read at once, and no other group’s', async () => {
  const site = await aSite();
  const { group, steward } = await aCrew(site);
  const other = await aCrew(site);
  await aPerson(site, other.group, { email: 'elsewhere@example.org' });
  await site.db.execute(sql`insert into people (id, group_id, email, name, language, source)
    select gen_random_uuid(), ${group.id}, 'p' || n || '@example.org', 'P', 'en', 'import' from generate_series(1, 1000) n`);
  await site.db.execute(sql`insert into consents (group_id, person_id, way, purpose, given, how)
    select group_id, id, 'email', 'updates', 'yes', 'import' from people where group_id = ${group.id} and email like '%7@example.org'`);
  const viewer = await findViewer(site.house, steward.token);
  const { file } = await exportPeople(site.ctx(viewer ?? undefined), group.slug, { stretch: 300 });
  const lines = (await text(file)).split('\n').slice(1, -1);
  const emails = lines.map((line) => line.split(',')[1]);
  expect(emails).toHaveLength(1_000);
  expect(new Set(emails).size).toBe(1_000);
  const agreed = lines.filter((line) => line.split(',')[6] === 'yes');
  expect(agreed).toHaveLength(100);
  expect(agreed.every((line) => line.includes('7@example.org'))).toBe(true);
});

test('further emails and phones, the postal address and a standing no go out and come in', async () => {
  const site = await aSite();
  const { group, steward, path } = await aCrew(site);
  const ruth = await aPerson(site, group, { email: 'ruth@example.org', isSubscribed: true });
  const as = site.as(steward);
  const at = `${path}/${ruth.id}`;
  for (const point of [
    { email: 'ruth@work.example' },
    { email: 'ruth@home.example' },
    { phone: '+4930901820' },
  ])
    await as.put(`${at}/contact-points`, point);
  await as.put(`${at}/contact-points`, { phone: '+15105550119' });
  await as.put(`${at}/address`, { street: 'Linden St 204', city: 'Oakland', postcode: '94607' });
  await as.put(`${at}/do-not-contact`);
  const { body } = await as.post(`${path}/exports`);
  const row = body.split('\n').find((line: string) => line.includes('ruth@example.org'));
  expect(row).toMatch(
    /,no,.*,yes,ruth@work.example:::ruth@home.example,'\+15105550119,Linden St 204,Oakland,,94607,,,$/,
  );
  const other = await aCrew(site);
  await askToImport(site, other.group, other.steward, { file: body });
  await site.work();
  const there = site.as(other.steward);
  const { rows } = (await there.get(`${other.path}?search=ruth@example.org`)).body;
  const reach = (await there.get(`${other.path}/${rows[0].id}/reach`)).body;
  expect(reach.address).toEqual({ street: 'Linden St 204', city: 'Oakland', postcode: '94607' });
  expect(reach.ways).toMatchObject(
    Array.from({ length: 4 }, () => ({ may: false, answer: { given: 'no' } })),
  );
});

test('a later list adds to an address and never blanks it out', async () => {
  const site = await aSite();
  const { group, steward, path } = await aCrew(site);
  const as = site.as(steward);
  for (const list of [
    'email,city,zip\na@example.org,Oakland,\n',
    'email,city,zip\na@example.org,,94607\nA@example.org,Berkeley,\n',
  ]) {
    await askToImport(site, group, steward, { file: list });
    await site.work();
  }
  const { rows } = (await as.get(`${path}?search=a@example.org`)).body;
  const reach = (await as.get(`${path}/${rows[0].id}/reach`)).body;
  expect(reach.address).toEqual({ city: 'Oakland', postcode: '94607' });
});

test('each field that the viewer may see is a column, and no other', async () => {
  const site = await aSite();
  const { group, steward, organizer, path } = await aCrew(site);
  const [shift, rent] = [
    await aField(site, { slug: group.slug, steward }, { name: 'Shift, or none' }),
    await aField(site, { slug: group.slug, steward }, { name: 'Rent', kind: 'number', sees: 'stewards' }),
  ];
  const known = await aPerson(site, group, { email: 'known@example.org' });
  await aPerson(site, group, { email: 'other@example.org' });
  const values = { [shift]: '=Mornings', [rent]: '-3' };
  await fillValues(site, steward, { path, personId: known.id, values });
  await anOwnRole(site, group, organizer, ['see_people', 'export_people']);
  const tails = async (by: { token: string }) => {
    const { body } = await site.as(by).post(`${path}/exports`);
    const lines = (body as string).trim().split('\n');
    return lines.map((line) => line.replace(/^.*(email_limits|\d\d,{15}),/, ''));
  };
  expect(await tails(steward)).toEqual(['"Shift, or none",Rent', "'=Mornings,-3", ',']);
  expect(await tails(organizer)).toEqual(['"Shift, or none"', "'=Mornings", '']);
});

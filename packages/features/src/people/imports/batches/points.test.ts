import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../../../testing.ts';
import { aCrew, aPerson } from '../../fixtures.ts';
import { askToImport, countIn, peopleOf, sendFile } from '../fixtures.ts';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const { group, organizer } = crew;
  const bringIn = async (file: string, plan?: Parameters<typeof askToImport>[3]['plan']) => {
    const { path } = await askToImport(site, group, organizer, { file, ...(plan && { plan }) });
    await site.work();
    return path;
  };
  const takeBack = async (path: string) => {
    await site.as(organizer).put(`${path}/undoing`);
    await site.work();
  };
  /** Everyone brought in, with their first email and phone, and the further ones. */
  const reached = async () => {
    const { rows } = await site.db.execute<{ all: string }>(sql`
      select concat_ws(' ', email, phone, (select string_agg(value, ' ' order by added_at, point.id)
        from contact_points point where person_id = people.id)) as all
      from people where account_id is null order by name, id`);
    return rows.map(({ all }) => all);
  };
  return { site, ...crew, bringIn, takeBack, reached };
}

test('the first email and phone of a row are the first, and all others of it are further ones', async () => {
  const { bringIn, reached } = await aCase();
  await bringIn(
    'name,email,email2,mobile_number,work_phone\nAna,a@example.org,"b@example.org; c@example.org","+34600000001, +34600000002",+34 600 000 003\n',
  );
  expect(await reached()).toEqual([
    'a@example.org +34600000001 b@example.org c@example.org +34600000002 +34600000003',
  ]);
});

test('a row whose second email is known is that person, and what it says is added to what is known', async () => {
  const { site, group, bringIn, reached } = await aCase();
  await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  await bringIn('name,email,email2,phone\nSomebody,new@example.org,ana@example.org,+34600000001\n');
  await bringIn('name,email,phone\nA.,NEW@example.org,+34600000002\n');
  expect(await reached()).toEqual(['ana@example.org +34600000001 new@example.org +34600000002']);
});

test('a later row blanks nothing out, and adds to an earlier one by any of its addresses', async () => {
  const { bringIn, reached } = await aCase();
  const file =
    'name,email,email2,phone\nAna,a@example.org,b@example.org,+34600000001\n,B@example.org,,\nAna,c@example.org,b@example.org,\n';
  await bringIn(file);
  expect(await reached()).toEqual(['a@example.org +34600000001 b@example.org c@example.org']);
});

test('an email that is somebody else’s is taken from nobody', async () => {
  const { site, group, bringIn, reached } = await aCase();
  await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  await aPerson(site, group, { email: 'bo@example.org', name: 'Bo' });
  await bringIn('name,email,email2\nAna,ana@example.org,bo@example.org\n');
  expect(await reached()).toEqual(['ana@example.org', 'bo@example.org']);
});

test('an address that does not work is left out where another one works, and no no is made of it', async () => {
  const { site, path, organizer, bringIn, reached } = await aCase();
  const file = [
    'first_name,email1,email1_is_bad,email2,email2_is_bad,mobile_number,is_mobile_bad,work_phone_number',
    'Ana,a@example.org,TRUE,b@example.org,FALSE,+34600000001,TRUE,+34600000002',
    'Bo,c@example.org,FALSE,d@example.org,TRUE,+34600000003,,',
    'Cy,e@example.org,TRUE,,,+34600000004,TRUE,',
  ].join('\n');
  await bringIn(file, { consent: 'email' });
  expect(await reached()).toEqual([
    'b@example.org +34600000002',
    'c@example.org +34600000003',
    'e@example.org +34600000004',
  ]);
  const mailed = (await peopleOf(site, path, organizer)).map(({ mayBeMailed }) => mayBeMailed);
  expect(mailed).toEqual([true, true, false]);
  const { rows } = await site.db.execute(sql`select way from consents where given = 'no' order by way`);
  expect(rows).toEqual([{ way: 'call' }, { way: 'email' }, { way: 'text' }]);
});

test('that somebody’s first address here does not work is a no, whatever else the row says', async () => {
  const { site, group, path, organizer, bringIn } = await aCase();
  const ana = await aPerson(site, group, { email: 'a@example.org', isSubscribed: true });
  await bringIn('email1,email1_is_bad,email2\na@example.org,TRUE,b@example.org\n', { consent: 'email' });
  expect((await site.as(organizer).get(`${path}/${ana.id}`)).body.mayBeMailed).toBe(false);
});

test('undoing a list takes back exactly the points that came with it', async () => {
  const { site, group, organizer, path, bringIn, takeBack, reached } = await aCase();
  const ana = await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  await site.as(organizer).put(`${path}/${ana.id}/contact-points`, { email: 'own@example.org' });
  const first = await bringIn('email,email2,phone\nana@example.org,b@example.org,+34600000001\n');
  const second = await bringIn('email,email2,email3\nana@example.org,b@example.org,c@example.org\n');
  await site.db.execute(sql`update contact_points set proven_at = now() where value = 'c@example.org'`);
  await takeBack(first);
  expect(await reached()).toEqual(['ana@example.org own@example.org b@example.org c@example.org']);
  await takeBack(second);
  expect(await reached()).toEqual(['ana@example.org own@example.org c@example.org']);
  expect(await countIn(site, 'imported_people')).toBe(0);
});

test('somebody with a number and no address is known by any of their numbers and the name', async () => {
  const { bringIn, reached } = await aCase();
  await bringIn('name,phone,phone2\nAna,+34600000001,+34600000002\n');
  await bringIn('name,phone\nAna,+34600000002\nBo,+34600000002\n');
  expect(await reached()).toEqual(['+34600000001 +34600000002', '+34600000002']);
});

test('what is no address beside one that is, is named and left out', async () => {
  const { site, group, organizer } = await aCase();
  const { body } = await sendFile(site, group, organizer, 'email,email2\na@example.org,nobody\n');
  expect(body.findings.odd).toMatchObject([
    { column: 1, value: 'nobody', message: 'This is no email address.' },
  ]);
  expect(body.refusedCount).toBe(0);
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';

const consentsOf = (consents: { way: string; given: string; how: string }[]) =>
  consents.map(({ way, given, how }) => `${way} ${given} ${how}`);

test('a name is enough, and makes no consent', async () => {
  const site = await aSite();
  const { organizer, path } = await aCrew(site);
  const added = await site.as(organizer).post(path, { name: ' Ruth  Chen ' });
  expect(added.status).toBe(201);
  const { body } = await site.as(organizer).get(`${path}/${added.body.id}`);
  expect(body).toMatchObject({ name: 'Ruth Chen', source: 'hand', email: null, consents: [] });
  expect(body.history.map(({ kind }: { kind: string }) => kind)).toEqual(['added']);
});

test('what else they gave is kept, with a first note', async () => {
  const site = await aSite();
  const { organizer, path } = await aCrew(site);
  const asked = { email: 'Ruth@Example.org', phone: '+1 202 555 0119', language: 'es', tags: ['Driver'] };
  const added = await site.as(organizer).post(path, { name: 'Ruth Chen', ...asked, note: 'Has a van.' });
  const own = `${path}/${added.body.id}`;
  expect((await site.as(organizer).get(own)).body).toMatchObject({
    ...asked,
    email: 'ruth@example.org',
    phone: '+12025550119',
    tags: ['driver'],
  });
  expect((await site.as(organizer).get(`${own}/notes`)).body.rows).toMatchObject([{ body: 'Has a van.' }]);
});

test('a yes they said is a consent, with how they said it', async () => {
  const site = await aSite();
  const { organizer, path } = await aCrew(site);
  const said = { name: 'Ruth', email: 'ruth@example.org', saidYes: 'phone' };
  const { body } = await site.as(organizer).post(path, said);
  const person = await site.as(organizer).get(`${path}/${body.id}`);
  expect(consentsOf(person.body.consents)).toEqual(['email yes organizer']);
  expect(person.body.mayBeMailed).toBe(true);
});

test('a yes to mail without an address is refused beside the address', async () => {
  const site = await aSite();
  const { organizer, path } = await aCrew(site);
  const refused = await site.as(organizer).post(path, { name: 'Ruth', saidYes: 'paper' });
  expect(refused.status).toBe(422);
  expect(refused.body.fields).toMatchObject([{ name: 'email', code: 'people.yes-without-email' }]);
});

test('whom the group knows by email, or by number and name, is not added again, nor given a consent', async () => {
  const site = await aSite();
  const { group, organizer, path } = await aCrew(site);
  const sam = await aPerson(site, group, { email: 'sam@example.org' });
  await site.as(organizer).post(path, { name: 'Lee', phone: '202 555 0101' });
  const known = await site
    .as(organizer)
    .post(path, { name: 'S', email: 'SAM@example.org', saidYes: 'paper' });
  expect(known.body.fields).toMatchObject([{ name: 'email', code: 'people.known-email' }]);
  const called = await site.as(organizer).post(path, { name: 'lee', phone: '(202) 555-0101' });
  expect(called.body.fields).toMatchObject([{ name: 'phone', code: 'people.known-phone' }]);
  expect((await site.as(organizer).get(path)).body.rows).toHaveLength(2);
  expect((await site.as(organizer).get(`${path}/${sam.id}`)).body.consents).toEqual([]);
});

test('somebody of the same number and another name is somebody else', async () => {
  const site = await aSite();
  const { organizer, path } = await aCrew(site);
  await site.as(organizer).post(path, { name: 'Lee', phone: '202 555 0101' });
  expect((await site.as(organizer).post(path, { name: 'Ana', phone: '202 555 0101' })).status).toBe(201);
});

test('the no of somebody who was erased stands, whatever whoever adds them was told', async () => {
  const site = await aSite();
  const { group, steward, organizer, path } = await aCrew(site);
  const ana = await aPerson(site, group, { email: 'ana@example.org', isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${ana.unsubscribe}`);
  await site.as(steward).delete(`${path}/${ana.id}`);
  const said = { name: 'Ana', email: 'ana@example.org', saidYes: 'in-person' };
  const { body } = await site.as(organizer).post(path, said);
  const person = await site.as(organizer).get(`${path}/${body.id}`);
  expect(consentsOf(person.body.consents)).toEqual(['email no earlier']);
  expect((await site.db.execute(sql`select from suppressions`)).rowCount).toBe(1);
});

test('only who may contact people adds one, and nobody else hears of it', async () => {
  const site = await aSite();
  const { member, outsider, path, group } = await aCrew(site);
  for (const one of [member, outsider])
    expect((await site.as(one).post(path, { name: 'Ruth' })).status).toBe(404);
  expect((await site.as(null).post(path, { name: 'Ruth' })).status).toBe(401);
  const { rows } = await site.db.execute(
    sql`select from people where group_id = ${group.id} and source = 'hand'`,
  );
  expect(rows).toEqual([]);
});

test('two who add the same address at once add one', async () => {
  const site = await aSite();
  const { organizer, steward, path } = await aCrew(site);
  const asked = { name: 'Ruth', email: 'ruth@example.org' };
  const both = await Promise.all([organizer, steward].map((one) => site.as(one).post(path, asked)));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
});

test('the journal holds nothing of who was added', async () => {
  const site = await aSite();
  const { organizer, path } = await aCrew(site);
  await site.as(organizer).post(path, { name: 'Ruth Chen', email: 'ruth@example.org', note: 'Has a van.' });
  const { rows } = await site.db.execute(sql`select data::text as data from journal`);
  expect(JSON.stringify(rows)).not.toMatch(/ruth|van/i);
});

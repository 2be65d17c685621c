import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite, type TestSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';

const heading = { title: 'Table in the square', language: 'es', day: '2026-01-31' };
const asking = { ...heading, words: 'Keep me posted', ways: ['email', 'text'] };

async function aSheet(site: TestSite, words: object = asking) {
  const crew = await aCrew(site);
  const organizer = site.as(crew.organizer);
  const sheets = `/groups/${crew.group.slug}/sheets`;
  const { body } = await organizer.post(sheets, words);
  const sheet = `${sheets}/${body.id}`;
  const enter = (row: object) => organizer.post(`${sheet}/rows`, row);
  const shown = async () => (await organizer.get(sheet)).body;
  const listed = async () => (await organizer.get(crew.path)).body.rows;
  return { ...crew, asOrganizer: organizer, sheets, sheet, enter, shown, listed };
}
type Agreed = { way: string; given: string; how: string; at: string };

test('lines of a sheet become people in its language, who agreed as it says, on its day', async () => {
  const site = await aSite();
  const { enter, shown, asOrganizer, path } = await aSheet(site);
  const row = await enter({ name: 'Ana Ruiz', email: 'Ana@example.org', phone: '202 555 0101' });
  expect(row.status).toBe(201);
  await enter({ name: 'Only a name' });
  const { rows, addedCount, knownCount } = await shown();
  expect([addedCount, knownCount]).toEqual([2, 0]);
  expect(rows).toMatchObject([
    { name: 'Only a name', isNew: true, agreed: [] },
    { name: 'Ana Ruiz', agreed: ['email', 'text'] },
  ]);
  const { body } = await asOrganizer.get(`${path}/${rows[1].personId}`);
  expect(body).toMatchObject({
    source: 'sheet',
    language: 'es',
    email: 'ana@example.org',
    mayBeMailed: true,
  });
  expect(body.consents).toHaveLength(2);
  for (const { given, how, at } of body.consents as Agreed[])
    expect([given, how, at.slice(0, 10)]).toEqual(['yes', 'sheet', '2026-01-31']);
});

test('a sheet that asks for nothing gives no consent', async () => {
  const site = await aSite();
  const { enter, shown, listed } = await aSheet(site, heading);
  await enter({ name: 'Ana', email: 'ana@example.org' });
  expect((await shown()).rows[0].agreed).toEqual([]);
  expect((await listed())[0].mayBeMailed).toBe(false);
});

test('words without a way, a way without words and a day to come are refused beside their fields', async () => {
  const site = await aSite();
  const { asOrganizer, sheets } = await aSheet(site);
  const refusals = [
    [{ ...heading, words: 'Keep me posted' }, 'ways'],
    [{ ...heading, ways: ['email'] }, 'words'],
    [{ ...heading, day: '2126-01-01' }, 'day'],
    [{ ...heading, about: { kind: 'event', id: '00000000-0000-7000-8000-000000000000' } }, 'about'],
  ] as const;
  for (const [asked, name] of refusals) {
    const refused = await asOrganizer.post(sheets, asked);
    expect([refused.status, refused.body.fields[0].name]).toEqual([422, name]);
  }
});

test('a no said since the day of the sheet stands, and one from before gives its place', async () => {
  const site = await aSite();
  const { group, enter, shown, listed } = await aSheet(site);
  const [since, before] = [
    await aPerson(site, group, { email: 'since@example.org', isSubscribed: true }),
    await aPerson(site, group, { email: 'before@example.org', isSubscribed: true }),
  ];
  for (const { unsubscribe } of [since, before]) await site.as(null).delete(`/subscriptions/${unsubscribe}`);
  await site.db.execute(sql`update consents set at = '2026-02-01' where person_id = ${since.id}`);
  await site.db.execute(sql`update consents set at = '2025-06-01' where person_id = ${before.id}`);
  for (const { email } of [since, before]) await enter({ name: 'S', email });
  const { rows } = await shown();
  expect(rows).toMatchObject([
    { isNew: false, agreed: ['email'], stood: [] },
    { isNew: false, agreed: [], stood: ['email'] },
  ]);
  const mailable = (await listed()).filter(({ mayBeMailed }: { mayBeMailed: boolean }) => mayBeMailed);
  expect(mailable.map(({ email }: { email: string }) => email)).toEqual(['before@example.org']);
});

test('the no of somebody who was erased stands against any sheet', async () => {
  const site = await aSite();
  const { group, steward, path, enter, shown, listed } = await aSheet(site);
  const ana = await aPerson(site, group, { email: 'ana@example.org', isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${ana.unsubscribe}`);
  await site.as(steward).delete(`${path}/${ana.id}`);
  await enter({ name: 'Ana', email: 'ana@example.org' });
  expect((await shown()).rows[0]).toMatchObject({ agreed: [], stood: ['email'] });
  expect((await listed())[0].mayBeMailed).toBe(false);
});

test('a line sent twice under its id is one, and a person stands on a sheet once', async () => {
  const site = await aSite();
  const { enter, shown } = await aSheet(site);
  const row = { id: '11111111-1111-4111-8111-111111111111', name: 'Ana', email: 'ana@example.org' };
  expect((await enter(row)).body.id).toBe(row.id);
  expect((await enter(row)).status).toBe(201);
  const again = await enter({ name: 'Ana', email: 'ana@example.org' });
  expect(again.body.fields).toMatchObject([{ name: 'email', code: 'people.on-sheet' }]);
  expect((await shown()).rows).toHaveLength(1);
});

test('a line taken back takes exactly what it brought: whoever was known stays as they were', async () => {
  const site = await aSite();
  const { group, asOrganizer, sheet, path, enter, listed } = await aSheet(site);
  const sam = await aPerson(site, group, { email: 'sam@example.org', isSubscribed: true });
  await site.as(null).delete(`/subscriptions/${sam.unsubscribe}`);
  await site.db.execute(sql`update consents set at = '2025-06-01'`);
  const own = `${path}/${sam.id}`;
  const before = (await asOrganizer.get(own)).body;
  const lines = [
    await enter({ name: 'S', email: 'sam@example.org', phone: '202 555 0101' }),
    await enter({ name: 'Ana', email: 'ana@example.org' }),
  ];
  expect((await asOrganizer.get(own)).body).toMatchObject({ phone: '202 555 0101', mayBeMailed: true });
  for (const { body } of lines)
    expect((await asOrganizer.delete(`${sheet}/rows/${body.id}`)).status).toBe(204);
  const { lastSeenAt: _, ...after } = (await asOrganizer.get(own)).body;
  expect(after).toEqual(
    expect.objectContaining({ phone: null, consents: before.consents, history: before.history }),
  );
  expect(await listed()).toHaveLength(1);
  expect((await asOrganizer.delete(`${sheet}/rows/${lines[0]?.body.id}`)).status).toBe(404);
});

test('a postcode of a line comes where nothing was known of where they live, and goes with the line', async () => {
  const site = await aSite();
  const { group, enter, sheet, asOrganizer, path } = await aSheet(site);
  const addressOf = async (id: string) => (await asOrganizer.get(`${path}/${id}/reach`)).body.address;
  const known = await aPerson(site, group, { name: 'Sam Ortiz', email: 'sam@example.org' });
  await asOrganizer.put(`${path}/${known.id}/address`, { city: 'Oakland', postcode: '94607' });
  await enter({ name: 'Sam Ortiz', email: 'sam@example.org', postcode: '10001' });
  const met = await aPerson(site, group, { name: 'Ana Ruiz', email: 'ana@example.org' });
  const { body } = await enter({ name: 'Ana Ruiz', email: 'ana@example.org', postcode: ' 94601 ' });
  expect(await addressOf(known.id)).toMatchObject({ postcode: '94607' });
  expect(await addressOf(met.id)).toMatchObject({ postcode: '94601' });
  await asOrganizer.delete(`${sheet}/rows/${body.id}`);
  expect(await addressOf(met.id)).toBeNull();
  await asOrganizer.put(`${sheet}/undoing`);
  expect(await addressOf(known.id)).toMatchObject({ postcode: '94607' });
});

test('a whole sheet is taken back, but for those who did something since, and stays on record', async () => {
  const site = await aSite();
  const { asOrganizer, path, sheet, sheets, enter, shown, listed } = await aSheet(site);
  for (const name of ['Ana', 'Bo', 'Cy']) await enter({ name, email: `${name}@example.org` });
  const { rows } = await shown();
  await asOrganizer.post(`${path}/${rows[0].personId}/notes`, { body: 'Came to the door.' });
  await asOrganizer.put(`${path}/${rows[1].personId}/tags`, { tags: ['driver'] });
  expect((await asOrganizer.put(`${sheet}/undoing`)).status).toBe(204);
  const left: { name: string; mayBeMailed: boolean }[] = await listed();
  expect(left.map(({ name }) => name).sort()).toEqual(['Bo', 'Cy']);
  expect(left.some(({ mayBeMailed }) => mayBeMailed)).toBe(false);
  expect((await asOrganizer.get(sheets)).body.rows).toMatchObject([{ isOpen: false, addedCount: 0 }]);
  expect((await enter({ name: 'Dee' })).status).toBe(409);
  const { rows: noted } = await site.db.execute(
    sql`select data from journal where kind = 'people.sheet-taken-back'`,
  );
  expect(noted).toEqual([{ data: { removedCount: 1 } }]);
});

test('after 30 days a sheet is not taken back', async () => {
  const site = await aSite();
  const { asOrganizer, sheet, enter, listed } = await aSheet(site);
  const row = await enter({ name: 'Ana' });
  await site.db.execute(sql`update sheets set started_at = now() - interval '31 days'`);
  expect((await asOrganizer.put(`${sheet}/undoing`)).status).toBe(409);
  expect((await asOrganizer.delete(`${sheet}/rows/${row.body.id}`)).status).toBe(409);
  expect(await listed()).toHaveLength(1);
});

test('a sheet is not there for members, or under another group’s address', async () => {
  const site = await aSite();
  const { member, sheet, sheets } = await aSheet(site);
  const other = await aCrew(site);
  expect((await site.as(member).get(sheet)).status).toBe(404);
  expect((await site.as(member).post(`${sheet}/rows`, { name: 'X' })).status).toBe(404);
  const moved = sheet.replace(sheets, `/groups/${other.group.slug}/sheets`);
  expect((await site.as(other.steward).get(moved)).status).toBe(404);
  expect((await site.as(other.steward).put(`${moved}/undoing`)).status).toBe(404);
});

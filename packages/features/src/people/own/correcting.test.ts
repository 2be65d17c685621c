import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';

async function aCorrector() {
  const site = await aSite();
  const crew = await aCrew(site);
  await site.db.execute(sql`update groups set country = 'US' where id = ${crew.group.id}`);
  const sam = await aPerson(site, crew.group, { phone: '+15105550119' });
  const record = `/own-records/${sam.ownRecord}`;
  const correct = (change: object) => site.as(null).patch(record, change);
  const read = async () => (await site.as(null).get(record)).body;
  const organizer = site.as(crew.organizer);
  const at = `${crew.path}/${sam.id}`;
  const corrections = async () => {
    const { body } = await organizer.get(`${at}/history`);
    const rows: { kind: string; fields: string[]; isOwn: boolean; by: string | null }[] = body.rows;
    return rows
      .filter(({ kind }) => kind === 'corrected')
      .map(({ fields, isOwn, by }) => ({ fields, isOwn, by }));
  };
  return { site, ...crew, sam, record, correct, read, organizer, at, corrections };
}

const address = { street: '12 Linden', city: 'Oakland', region: 'CA', postcode: '94601', country: '' };

test('a person corrects all that is held, over what organizers wrote, who read what was corrected and by whom', async () => {
  const { correct, read, organizer, at, corrections } = await aCorrector();
  await organizer.patch(at, { pronouns: 'he' });
  await organizer.put(`${at}/address`, { street: '1 Main', city: 'Berkeley' });
  const said = { name: 'Samira Ortiz', language: 'ar', pronouns: 'she', phone: '(510) 555-0120', ...address };
  expect((await correct(said)).status).toBe(204);
  expect(await read()).toMatchObject({
    ...{ name: 'Samira Ortiz', language: 'ar', pronouns: 'she', phone: '+15105550120' },
    addressParts: { ...address, country: null },
  });
  expect((await organizer.get(at)).body).toMatchObject({ pronouns: 'she', phone: '+15105550120' });
  const { body: reach } = await organizer.get(`${at}/reach`);
  expect(reach.points.map(({ value }: { value: string }) => value)).not.toContain('+15105550119');
  expect(reach.address).toEqual({ street: '12 Linden', city: 'Oakland', region: 'CA', postcode: '94601' });
  expect((await corrections())[0]).toEqual({
    fields: ['name', 'language', 'pronouns', 'phone', 'address'],
    ...{ isOwn: true, by: null },
  });
  const byHand = (await corrections()).at(-1);
  expect(byHand).toMatchObject({ fields: ['pronouns'], isOwn: false });
});

test('a form that says what is held already changes nothing, and nothing is noted', async () => {
  const { site, sam, correct, read, corrections } = await aCorrector();
  const { name, phoneShown } = await read();
  expect(phoneShown).toBe('(510) 555-0119');
  await correct({ name, pronouns: '', phone: phoneShown, street: '', country: '' });
  await site.db.execute(sql`update people set phone = 'n/a' where id = ${sam.id}`);
  expect((await correct({ phone: 'n/a', pronouns: '' })).status).toBe(204);
  expect(await read()).toMatchObject({ phone: 'n/a', address: [] });
  expect(await corrections()).toEqual([]);
});

test('what is emptied is gone, and the next number is the first', async () => {
  const { organizer, at, correct, read } = await aCorrector();
  await organizer.put(`${at}/contact-points`, { phone: '+49 30 901820' });
  await correct({ ...address, pronouns: 'she' });
  const nowhere = { street: '', city: '', region: '', postcode: '' };
  await correct({ ...nowhere, pronouns: '', phone: '' });
  expect(await read()).toMatchObject({ phone: '+4930901820', pronouns: null, address: [], further: [] });
  await correct({ phone: '' });
  expect(await read()).toMatchObject({ phone: null });
});

test('a number that was a further one is the first, once', async () => {
  const { organizer, at, correct, read } = await aCorrector();
  await organizer.put(`${at}/contact-points`, { phone: '+49 30 901820' });
  await correct({ phone: '+49 30 901820' });
  expect(await read()).toMatchObject({ phone: '+4930901820', further: [] });
});

test('a number that nobody could call is said so beside it, and nothing is changed', async () => {
  const { correct, read } = await aCorrector();
  const { status, body } = await correct({ name: 'Samira', phone: 'abc' });
  expect(status).toBe(422);
  expect(body.fields).toMatchObject([{ name: 'phone', code: 'field.phone' }]);
  expect(await read()).toMatchObject({ name: 'Sam Ortiz', phone: '+15105550119' });
  for (const wrong of [{ name: ' ' }, { pronouns: 'x'.repeat(2_000) }, { postcode: '9'.repeat(2_000) }])
    expect((await correct(wrong)).status, JSON.stringify(wrong)).toBe(422);
});

test('a link corrects the one it is for: not by another person’s, a forged one, one for something else, or once erased', async () => {
  const { site, group, sam, correct, read, record } = await aCorrector();
  const bo = await aPerson(site, group, { name: 'Bo Diaz' });
  const change = { name: 'Somebody', phone: '+15105550133', street: '1 Main' };
  expect((await site.as(null).patch(`/own-records/${bo.ownRecord}`, change)).status).toBe(204);
  expect(await read()).toMatchObject({ name: 'Sam Ortiz', phone: '+15105550119', address: [] });
  const forged = `${sam.ownRecord.slice(0, -2)}AA`;
  for (const sealed of [forged, sam.unsubscribe, `${bo.id}.${sam.ownRecord.split('.')[1] ?? ''}`])
    expect([400, 404], sealed).toContain(
      (await site.as(null).patch(`/own-records/${sealed}`, change)).status,
    );
  expect(await read()).toMatchObject({ name: 'Sam Ortiz', address: [] });
  await site.as(null).delete(record);
  expect((await correct(change)).status).toBe(404);
  const { rows } = await site.db.execute(sql`select from person_addresses where person_id = ${sam.id}`);
  expect(rows).toEqual([]);
});

import { expect, test } from 'vitest';
import { aField, fillValues } from '../fields/fixtures.ts';
import { fieldValues, personFields } from '../fields/tables.ts';
import { aSite } from '../../testing.ts';
import { aCrew, aPerson } from '../fixtures.ts';
import { askToImport, peopleOf, sendFile } from './fixtures.ts';

async function aCase() {
  const site = await aSite();
  const crew = await aCrew(site);
  const { group, steward, organizer, path } = crew;
  const fields = `/groups/${group.slug}/person-fields`;
  const define = (asked: Parameters<typeof aField>[2]) => aField(site, { slug: group.slug, steward }, asked);
  const send = (file: string, by = organizer) => sendFile(site, group, by, file);
  const known = async () => {
    const people = await peopleOf(site, path, steward);
    const all = people.map(async ({ id, email }) => {
      const { body } = await site.as(steward).get(`${path}/${id}/field-values`);
      return [email.split('@')[0], body.rows.map(({ value }: { value: string | null }) => value)];
    });
    return Object.fromEntries(await Promise.all(all)) as Record<string, (string | null)[]>;
  };
  const bringIn = async (file: string, columns?: string[], { by = steward, purpose = '' } = {}) => {
    const { body } = await send(file, by);
    const import_ = `/groups/${group.slug}/imports/${body.id}`;
    const { encoding, delimiter, headingRow, consent } = body;
    const plan = { encoding, delimiter, headingRow, consent, columns: columns ?? body.columns, purpose };
    const planned = await site.as(by).put(`${import_}/plan`, plan);
    if (planned.status !== 200) return { planned, approved: planned, path: import_ };
    const approved = await site.as(by).put(`${import_}/approval`);
    await site.work();
    return { planned, approved, path: import_ };
  };
  return { site, ...crew, fields, define, send, known, bringIn };
}
const SHIRT = { name: 'Shirt', kind: 'choice' as const, choices: ['S', 'M', 'L'] };

test('a column that is called as a field is that field, and every value is brought to its form', async () => {
  const { define, send, known, bringIn } = await aCase();
  const [shirt, rent] = [await define(SHIRT), await define({ name: 'Rent', kind: 'number' })];
  const file = 'email,shirt,RENT,Other\nana@example.org,l,"1250,50",x\nbo@example.org,n/a,,y\n';
  const { body } = await send(file);
  expect(body.columns).toEqual(['email', `field:${shirt}`, `field:${rent}`, 'none']);
  expect(body.known).toEqual(['heading', 'heading', 'heading', 'not']);
  await bringIn(file);
  expect(await known()).toEqual({ ana: ['L', '1250.5'], bo: [null, null] });
});

test('an odd cell is left out and said, and its row comes', async () => {
  const { define, bringIn, known } = await aCase();
  await define(SHIRT);
  const { planned } = await bringIn(
    'email,Shirt\nana@example.org,XXL\nbo@example.org,XXL\ncy@example.org,S\n',
  );
  expect(planned.body.findings).toMatchObject({
    oddCount: 2,
    odd: [{ column: 1, value: 'XXL', count: 2, message: expect.stringContaining('none of the choices') }],
  });
  expect(planned.body.sample[0].remarks).toEqual([expect.stringContaining('none of the choices')]);
  expect(await known()).toEqual({ ana: [null], bo: [null], cy: ['S'] });
});

test('what is known stays, rows that come again add, and nothing is blanked out', async () => {
  const { site, group, define, organizer, path, bringIn, known } = await aCase();
  const [shift, rent] = [await define({}), await define({ name: 'Rent', kind: 'number' })];
  const ana = await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  await fillValues(site, organizer, { path, personId: ana.id, values: { [shift]: 'Nights' } });
  await bringIn(
    'email,Shift,Rent\nana@example.org,Days,\nana@example.org,,7\nbo@example.org,Days,\nbo@example.org,Nights,8\n',
    ['email', `field:${shift}`, `field:${rent}`],
  );
  expect(await known()).toEqual({ ana: ['Nights', '7'], bo: ['Days', '8'] });
});

test('a column becomes a new field of its name, with why it is needed', async () => {
  const { site, steward, fields, bringIn, known } = await aCase();
  const file = 'email,Rides a bike,rides a BIKE\nana@example.org,Often,\nbo@example.org,,Never\n';
  const columns = ['email', 'new', 'new'];
  const without = await bringIn(file, columns);
  expect([without.approved.status, without.approved.body.fields[0]]).toMatchObject([
    422,
    { name: 'purpose' },
  ]);
  expect((await bringIn(file, columns, { purpose: 'For the bike rally.' })).approved.status).toBe(202);
  const { body } = await site.as(steward).get(fields);
  expect(body.rows).toMatchObject([
    { name: 'Rides a bike', kind: 'text', purpose: 'For the bike rally.', sees: 'organizers' },
  ]);
  expect(await known()).toEqual({ ana: ['Often'], bo: ['Never'] });
});

test('whoever may not define a field makes none by a list, and fills in none that they do not see', async () => {
  const { site, define, organizer, send, bringIn } = await aCase();
  const apart = await define({ name: 'Papers', sees: 'stewards' });
  const file = 'email,Papers\nana@example.org,Pending\n';
  expect((await send(file)).body.columns).toEqual(['email', 'none']);
  const as = { by: organizer, purpose: 'Why.' };
  expect((await bringIn(file, ['email', 'new'], as)).planned.status).toBe(403);
  expect((await bringIn(file, ['email', `field:${apart}`], as)).planned.body.fields[0]).toMatchObject({
    name: 'columns',
    code: 'field.choice',
  });
  expect(await site.db.$count(fieldValues)).toBe(0);
});

test('a list that is taken back takes what it filled in, and not what somebody wrote since', async () => {
  const { site, group, define, organizer, path, bringIn, known } = await aCase();
  const [shift, rent] = [await define({}), await define({ name: 'Rent', kind: 'number' })];
  const ana = await aPerson(site, group, { email: 'ana@example.org', name: 'Ana' });
  const { path: list } = await bringIn('email,Shift,Rent\nana@example.org,Days,5\nbo@example.org,Days,6\n');
  await fillValues(site, organizer, { path, personId: ana.id, values: { [rent]: '7' } });
  expect(await known()).toEqual({ ana: ['Days', '7'], bo: ['Days', '6'] });
  await site.as(organizer).put(`${list}/undoing`);
  await site.work();
  expect(await known()).toEqual({ ana: [null, '7'] });
  expect(await site.db.$count(personFields)).toBe(2);
  expect(shift).not.toBe(rent);
});

test('a field that was removed or changed meanwhile takes nothing in', async () => {
  const { site, group, steward, define, fields, known } = await aCase();
  const [shirt, shift] = [await define(SHIRT), await define({})];
  await askToImport(site, group, steward, {
    file: 'email,Shirt,Shift\nana@example.org,L,Days\nbo@example.org,S,Days\n',
  });
  await site.as(steward).delete(`${fields}/${shift}`);
  const change = { ...SHIRT, choices: ['S'], purpose: 'Why.', sees: 'organizers' };
  expect((await site.as(steward).put(`${fields}/${shirt}`, change)).status).toBe(204);
  await site.work();
  expect(await known()).toEqual({ ana: [null], bo: ['S'] });
});

test('the next file with the same headings comes as somebody said, in that group only', async () => {
  const { site, send, bringIn, define, steward, fields } = await aCase();
  const field = await define({ name: 'Anything' });
  const file = 'Correo,Casa,Otro\nana@example.org,12,x\n';
  const columns = ['email', `field:${field}`, 'asTag'];
  await bringIn(file, columns);
  const again = await send('correo,CASA,otro\nbo@example.org,13,y\n');
  expect([again.body.columns, again.body.known]).toEqual([columns, ['kept', 'kept', 'kept']]);
  expect((await send('correo,casa\nbo@example.org,13\n')).body.known).toEqual(['heading', 'not']);
  await site.as(steward).delete(`${fields}/${field}`);
  expect((await send(file)).body.columns).toEqual(['email', 'none', 'asTag']);
  const other = await aCrew(site);
  const elsewhere = await sendFile(site, other.group, other.steward, file);
  expect(elsewhere.body.known).toEqual(['heading', 'not', 'not']);
});

test('each column says by what it is known', async () => {
  const { send } = await aCase();
  expect((await send('Wer,Wo\nAna,ana@example.org\nBo,bo@example.org\n')).body).toMatchObject({
    columns: ['none', 'email'],
    known: ['not', 'values'],
  });
});

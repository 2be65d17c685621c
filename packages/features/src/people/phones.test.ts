import { assert, constantFrom, integer, property, string, stringMatching, tuple } from 'fast-check';
import { getCountries, getExampleNumber } from 'libphonenumber-js/min';
import examples from 'libphonenumber-js/mobile/examples';
import { expect, test } from 'vitest';
import { aCrew } from './fixtures.ts';
import { digitForms, digitsOf, isReadable, phoneOf, phoneOfCell, shownPhone } from './phones.ts';
import { aSite } from '../testing.ts';

const typed: [string, string | null, string][] = [
  ['(510) 555-0119', 'US', '+15105550119'],
  ['1 510 555 0119', 'US', '+15105550119'],
  ['+49 30 901820', 'US', '+4930901820'],
  ['00 49 30 901820', 'US', '+4930901820'],
  ['00 49 30 901820', null, '+4930901820'],
  ['٠١٠١٢٣٤٥٦٧٨', 'EG', '+201012345678'],
  ['p:+15105550119', null, '+15105550119'],
  ['612 34 56 78', 'ES', '+34612345678'],
];

test('a number as people type it is kept in E.164', () => {
  for (const [number, country, kept] of typed) expect(phoneOf(number, country), number).toBe(kept);
});

test('what is no number of the country is kept as it was typed, and what nobody could call is none', () => {
  expect(phoneOf('(510) 555-0119', null)).toBe('(510) 555-0119');
  expect(phoneOf('555-0119', 'DE')).toBe('+495550119');
  expect(phoneOf('12345678901234567890', 'US')).toBe('12345678901234567890');
  expect(phoneOf('12 34', 'US')).toBe('12 34');
  expect(phoneOf('12', 'US')).toBeNull();
  expect(phoneOfCell('ask Luis', 'US')).toBe('ask Luis');
});

test('a number of the group’s country reads as one writes it there, any other with its own', () => {
  expect(shownPhone('+15105550119', 'US')).toBe('(510) 555-0119');
  expect(shownPhone('+15105550119', 'DE')).toBe('+1 510 555 0119');
  expect(shownPhone('555 01', 'US')).toBe('555 01');
});

const numbers = constantFrom(...getCountries()).chain((country) =>
  integer({ min: 0, max: 9 }).map((last) => {
    const example = getExampleNumber(country, examples);
    if (!example) throw new Error('every country has a number');
    return { country, phone: `${example.number.slice(0, -1)}${last}` };
  }),
);

test('a number reads the same however it is written, and is found by the digits of each writing', () => {
  assert(
    property(numbers, ({ country, phone }) => {
      const own = shownPhone(phone, country);
      for (const written of [phone, shownPhone(phone, null), phone.replace('+', '00')])
        expect(phoneOf(written, country)).toBe(phone);
      expect(isReadable(phone)).toBe(true);
      expect(digitForms(phone)).toContain(digitsOf(own));
      expect(digitForms(phone)).toContain(digitsOf(phone));
    }),
  );
});

test('whatever is typed is kept or refused, never lost, and what is kept stays as it is', () => {
  const signs = stringMatching(/^[+\d() ./-]{0,40}$/);
  const country = constantFrom('US', 'DE', 'EG', 'XX', null);
  assert(
    property(tuple(signs, country), ([written, from]) => {
      const kept = phoneOf(written, from);
      expect(kept === null).toBe(digitsOf(written).length < 4);
      if (kept !== null) expect(phoneOf(kept, from)).toBe(kept);
      if (kept !== null && !isReadable(kept)) expect(digitsOf(kept)).toBe(digitsOf(written));
    }),
  );
  assert(
    property(string(), (written) => {
      expect(phoneOfCell(written, 'US').length).toBeLessThanOrEqual(40);
    }),
  );
});

test('a group’s country says what its numbers are, at the door of the settings and to nobody who may not edit', async () => {
  const site = await aSite();
  const { steward, member, group } = await aCrew(site);
  const path = `/groups/${group.slug}`;
  expect((await site.as(steward).patch(path, { country: 'US' })).body.country).toBe('US');
  expect((await site.as(member).patch(path, { country: 'DE' })).status).toBe(403);
  expect((await site.as(steward).patch(path, { country: 'us' })).status).toBe(422);
  expect((await site.as(member).get(path)).body.country).toBeNull();
});

test('a list is read with the group’s country, and who was known by the number as it was typed stays one person', async () => {
  const site = await aSite();
  const { steward, path, group } = await aCrew(site);
  const as = site.as(steward);
  const bring = async (list: string) => {
    const headers = { 'content-type': 'text/csv' };
    const started = await as.post(`/groups/${group.slug}/imports?fileName=list.csv`, list, headers);
    await as.put(`/groups/${group.slug}/imports/${started.body.id}/approval`);
    await site.work();
  };
  await bring('name,phone\nRuth Chen,(510) 555-0119\n');
  await as.patch(`/groups/${group.slug}`, { country: 'US' });
  await bring('name,phone\nruth chen,+1 510 555 0119\nLuis,510.555.0120\nAda,ext 5 of 31\n');
  const { rows } = (await as.get(path)).body as {
    rows: { name: string; phone: string; phoneShown: string }[];
  };
  const listed = rows
    .filter(({ phone }) => phone)
    .map(({ name, phone, phoneShown }) => [name, phone, phoneShown]);
  expect(listed.sort()).toEqual([
    ['Luis', '+15105550120', '(510) 555-0120'],
    ['Ruth Chen', '(510) 555-0119', '(510) 555-0119'],
  ]);
});

import { expect, test } from 'vitest';
import { guessMapping, readPerson } from './columns.ts';

const columns = { name: 0, email: 1, phone: 2, tags: 3, language: 4 };
const read = (...row: string[]) => readPerson(row, columns, 'es');

test.each([
  [
    'Action Network',
    ['First name', 'Last name', 'Email', 'Phone', 'Tag List'],
    { firstName: 0, lastName: 1, email: 2, phone: 3, tags: 4 },
  ],
  [
    'Mailchimp',
    ['Email Address', 'First Name', 'Last Name', 'Phone Number', 'TAGS'],
    { email: 0, firstName: 1, lastName: 2, phone: 3, tags: 4 },
  ],
  ['Mobilize', ['given_name', 'family_name', 'email_address'], { firstName: 0, lastName: 1, email: 2 }],
  [
    'Google Contacts',
    ['Name', 'Labels', 'E-mail 1 - Value', 'Phone 1 - Value'],
    { name: 0, tags: 1, email: 2, phone: 3 },
  ],
  [
    'a Spanish sheet',
    ['Nombre', 'Apellidos', 'Correo electrónico*', 'Teléfono', 'Idioma'],
    { firstName: 0, lastName: 1, email: 2, phone: 3, language: 4 },
  ],
  [
    'an Arabic sheet',
    ['الاسم الأول', 'اسم العائلة', 'البريد الإلكتروني', 'رقم الجوال'],
    { firstName: 0, lastName: 1, email: 2, phone: 3 },
  ],
  ['an Arabic sheet typed without hamzas', ['الاسم', 'البريد الالكتروني'], { name: 0, email: 1 }],
  ['one that says it loudly', [' "NAME" ', 'E-MAIL:', 'x'], { name: 0, email: 1 }],
  ['one with its own words', ['Who', 'Where'], {}],
])('the columns of %s are recognized', (_, headers, mapping) => {
  expect(guessMapping(headers)).toEqual(mapping);
});

test('a row becomes a person', () => {
  expect(
    read(' Ana  María\nNúñez ', 'Ana@Example.ORG', '+1 555', 'Driver; night shift|driver', 'AR-eg'),
  ).toEqual({
    name: 'Ana María Núñez',
    email: 'ana@example.org',
    phone: '+1 555',
    tags: ['driver', 'night shift'],
    language: 'ar',
  });
});

test('what a row does not say is left open', () => {
  expect(read('', 'ana@example.org')).toEqual({
    name: 'ana',
    email: 'ana@example.org',
    phone: null,
    tags: [],
    language: 'es',
  });
});

test('first and last name make one', () => {
  expect(
    readPerson(['Ana', 'Núñez', 'a@b.org'], { firstName: 0, lastName: 1, email: 2 }, 'en'),
  ).toMatchObject({ name: 'Ana Núñez' });
});

test.each([
  ['Ana Núñez <Ana@Example.org>', 'ana@example.org'],
  ['mailto:ana@example.org', 'ana@example.org'],
  ['\u200eana@example.org\u200b', 'ana@example.org'],
  ["'+tag@example.org", '+tag@example.org'],
  ['josé@correo.example', 'josé@correo.example'],
])('the address in %j is %j', (cell, email) => {
  expect(read('Ana', cell)).toMatchObject({ email });
});

test.each([
  ['', 'field.required'],
  ['none', 'field.email'],
  ['ana@example', 'field.email'],
  ['ana@@example.org', 'field.email'],
  ['ana example@example.org', 'field.email'],
  ['a@example.org, b@example.org', 'field.email'],
  [`${'a'.repeat(250)}@example.org`, 'field.too-long'],
])('the address %j is refused: %s', (cell, code) => {
  expect(read('Ana', cell)).toEqual({ field: 'email', code });
});

test('a name as long as a story is refused, and a cell a spreadsheet would compute is read as it was typed', () => {
  expect(read('Ana '.repeat(40), 'a@example.org')).toEqual({ field: 'name', code: 'field.too-long' });
  expect(read("'=HYPERLINK(1)", 'a@example.org', "'+34 600")).toMatchObject({
    name: '=HYPERLINK(1)',
    phone: '+34 600',
  });
});

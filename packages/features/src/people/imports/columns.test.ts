import { expect, test } from 'vitest';
import { guessColumns, guessHeadingRow } from './columns.ts';

const rowsOf = (...rows: string[][]) =>
  rows.map((cells, index) => ({ number: index + 1, cells, isRepaired: false }));

test.each([
  [
    'Action Network',
    ['First name', 'Last name', 'Email', 'Phone', 'Tag List'],
    ['firstName', 'lastName', 'email', 'phone', 'tags'],
  ],
  [
    'Mailchimp',
    ['Email Address', 'First Name', 'Last Name', 'Phone Number', 'TAGS'],
    ['email', 'firstName', 'lastName', 'phone', 'tags'],
  ],
  ['Mobilize', ['given_name', 'family_name', 'email_address'], ['firstName', 'lastName', 'email']],
  [
    'Google Contacts',
    ['Name', 'Labels', 'E-mail 1 - Value', 'Phone 1 - Value'],
    ['name', 'tags', 'email', 'phone'],
  ],
  [
    'a Spanish sheet',
    ['Nombre', 'Apellidos', 'Correo electrónico*', 'Teléfono', 'Idioma', '¿Acepta correos?'],
    ['firstName', 'lastName', 'email', 'phone', 'language', 'emailAnswer'],
  ],
  [
    'an Arabic sheet',
    ['الاسم الأول', 'اسم العائلة', 'البريد الإلكتروني', 'رقم الجوال', 'حالة الاشتراك'],
    ['firstName', 'lastName', 'email', 'phone', 'emailAnswer'],
  ],
  ['an Arabic sheet typed without hamzas', ['الاسم', 'البريد الالكتروني'], ['name', 'email']],
  ['one that says it loudly', [' "NAME" ', 'E-MAIL:', 'x'], ['name', 'email', 'none']],
  ['one with the same heading twice', ['Email', 'Tags', 'Email', 'Tags'], ['email', 'tags', 'email', 'tags']],
  ['one with its own words', ['Who', 'Where'], ['none', 'none']],
])('the columns of %s are recognized', (_, headers, columns) => {
  expect(guessColumns(headers, [])).toEqual(columns);
});

test.each([
  ['Has Unsubscribed From Newsletter', 'noEmail'],
  ['Please do not call', 'noCall'],
  ['email_opt_out_date', 'noEmail'],
  ['SMS opt-out', 'noText'],
  ['Do Not Contact (reason)', 'noContact'],
  ['GDPR consent given', 'emailAnswer'],
  ['email_consent_date', 'agreedAt'],
  ['UNSUB_REASON', 'none'],
  ['active_subscription', 'none'],
])('a column headed %j is taken for %s', (heading, field) => {
  expect(guessColumns(['Email', heading], [])[1]).toBe(field);
});

test('addresses are found by their form where no heading names them', () => {
  expect(guessColumns(['Who', 'Where'], [['Ana', 'ana@example.org']])).toEqual(['none', 'email']);
  expect(guessColumns(['', '', ''], [['Ana Núñez', '+34 600 000 000', 'ana@example.org']])).toEqual([
    'name',
    'phone',
    'email',
  ]);
});

test('an event’s status column says nothing about mail', () => {
  expect(guessColumns(['event_id', 'status', 'attended', 'email_address'], [])).toEqual([
    'none',
    'none',
    'came',
    'email',
  ]);
});

const ana = ['Ana', 'a@example.org'];
test.each([
  ['the first row', 1, [['Name', 'Email'], ana]],
  ['the row under a title', 2, [['Volunteers 2026'], ['Name', 'Email'], ana]],
  ['no row where the first is a person', 0, [ana, ['Sam', 's@example.org']]],
  ['no row where the only one is a person', 0, [ana]],
  ['the first row where no heading is known', 1, [['Who', 'Where'], ana]],
])('the headings stand in %s', (_, row, cells) => {
  expect(guessHeadingRow(rowsOf(...cells))).toBe(row);
});

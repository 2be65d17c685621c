import { array, assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agreementIn, denialIn } from './answers.ts';
import type { Field } from './contract.ts';
import { rowReader } from './rows.ts';

const columns: Field[] = ['name', 'email', 'phone', 'tags', 'language'];
const readAs = (fields: Field[], row: string[], headers: string[] = []) => {
  const read = rowReader({ columns: fields, headers, language: 'es', country: null })(row);
  return 'refusal' in read ? read.refusal : read.person;
};
const read = (...row: string[]) => readAs(columns, row);
const nothingSaid = {
  attendances: [],
  address: { street: null, city: null, region: null, postcode: null, country: null },
  words: null,
  says: null,
  preference: { pace: null, onlyAbout: null },
  agreedAt: null,
  otherNoes: [],
  textWords: null,
  told: {},
  values: {},
  furtherEmails: [],
  badEmails: [],
  furtherPhones: [],
  badPhones: [],
  externalIds: [],
};

test('a row becomes a person', () => {
  expect(
    read(' Ana  María\nNúñez ', 'Ana@Example.ORG', '+1 555', 'Driver; night shift|driver', 'AR-eg'),
  ).toEqual({
    name: 'Ana María Núñez',
    email: 'ana@example.org',
    phone: '+1 555',
    tags: ['driver', 'night shift'],
    language: 'ar',
    ...nothingSaid,
  });
});

test('a row that is kept in part, or not at all, says so', () => {
  const reader = rowReader({
    columns: ['email', 'tags', 'language', 'agreedAt'],
    headers: [],
    language: 'en',
    country: null,
  });
  const saidOf = (...row: string[]) => {
    const read = reader(row);
    return 'remarks' in read ? read.remarks.map(({ code }) => code) : read;
  };
  const tags = (count: number) => Array.from({ length: count }, (_, n) => `tag ${n}`).join();
  expect(saidOf('ana@example.org', tags(20), 'es', '2021-05-04 10:11:12')).toEqual([]);
  expect(saidOf('ana@example.org', tags(21), '', '')).toEqual(['people.many-tags']);
  expect(saidOf('ana@example.org', 'x'.repeat(41), 'fr', '4/5/21')).toEqual([
    ...['people.long-tags', 'people.other-language', 'people.twofold-moment'],
  ]);
});

test('a field that a row does not have is left open', () => {
  expect(read('', 'ana@example.org')).toEqual({
    name: 'ana',
    email: 'ana@example.org',
    phone: null,
    tags: [],
    language: 'es',
    ...nothingSaid,
  });
});

test('first, middle and last name make one', () => {
  const fields: Field[] = ['lastName', 'firstName', 'email', 'middleName'];
  expect(readAs(fields, ['Núñez', 'Ana', 'a@b.org', 'María'])).toMatchObject({ name: 'Ana María Núñez' });
  expect(readAs(fields, ['Núñez', 'Ana', 'a@b.org', ''])).toMatchObject({ name: 'Ana Núñez' });
});

test.each([
  ['Ana Núñez <Ana@Example.org>', 'ana@example.org'],
  ['mailto:ana@example.org', 'ana@example.org'],
  ['\u200eana@example.org\u200b', 'ana@example.org'],
  ['\u00a0ana@example.org\u00a0', 'ana@example.org'],
  ["'+tag@example.org", '+tag@example.org'],
  ['josé@correo.example', 'josé@correo.example'],
  ['a@example.org ::: b@example.org', 'a@example.org'],
  ['a@example.org, b@example.org', 'a@example.org'],
])('the address in %j is %j', (cell, email) => {
  expect(read('Ana', cell)).toMatchObject({ email });
});

test.each([
  ['', 'people.no-way-to-reach'],
  ['none', 'people.no-way-to-reach'],
  ['nobody', 'field.email'],
  ['ana@example', 'field.email'],
  ['ana@@example.org', 'field.email'],
  ['ana example@example.org', 'field.email'],
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

test('somebody with a name and a number is a person without an address, and not without a name', () => {
  expect(read('Ana', '', 'p:+34 600 000 000')).toMatchObject({ email: null, phone: '+34600000000' });
  expect(read('Ana', '-', '٠١٢٣٤٥')).toMatchObject({ email: null, phone: '012345' });
  expect(read('', '', '+34 600 000 000')).toEqual({ field: 'name', code: 'field.required' });
  expect(read('Ana', '', '12')).toMatchObject({ code: 'people.no-way-to-reach' });
});

test('the first filled column of several for one field counts, and all tags do', () => {
  const fields: Field[] = ['email', 'email', 'phone', 'phone', 'tags', 'tags'];
  expect(readAs(fields, ['', 'b@example.org', '', '555 123', 'a', 'b'])).toMatchObject({
    email: 'b@example.org',
    phone: '555 123',
    tags: ['a', 'b'],
  });
});

test.each([
  ['"volunteer","tenant, east"', ['volunteer', 'tenant, east']],
  ['"says ""hi""", plain', ['says "hi"', 'plain']],
  ['five" screen, b', ['five" screen', 'b']],
  ['* myContacts ::: Friends ::: * starred', ['mycontacts', 'friends', 'starred']],
  ['a، ب؛ c', ['a', 'ب', 'c']],
  ['"open, never closed', ['"open', 'never closed']],
])('the tags in %j are %j', (cell, tags) => {
  expect(read('Ana', 'a@example.org', '', cell)).toMatchObject({ tags });
});

test('a column kept as a tag gives its value, or its heading where it is ticked', () => {
  const fields: Field[] = ['email', 'asTag', 'asTag', 'asTag'];
  const headers = ['email', 'is_volunteer', 'Ward', 'Pays'];
  expect(readAs(fields, ['a@example.org', 'TRUE', 'North, 3', 'FALSE'], headers)).toMatchObject({
    tags: ['is_volunteer', 'north, 3'],
  });
});

describe('a no', () => {
  const says = (field: Field, cell: string) => readAs(['email', field], ['a@example.org', cell]);

  test.each([
    ...['unsubscribed', 'Not Subscribed', 'Opt-Out', 'no', 'false', '0', 'email_disabled', 'Unknown', 'baja'],
    ...['غير مشترك', 'FALSE', 'N'],
  ])('is said by %j where a yes or no stands', (cell) => {
    expect(says('emailAnswer', cell)).toMatchObject({ says: 'said' });
  });

  test.each(['TRUE', '1', 'yes', 'x', '✓', '2021-05-04 10:11:12', '5/4/21', 'unsubscribed', 'نعم'])(
    'is said by %j in a column of who must not be mailed',
    (cell) => {
      expect(says('noEmail', cell)).toMatchObject({ says: 'said' });
    },
  );

  test.each(['FALSE', '0', 'no', '', 'subscribed', 'n/a'])(
    'is not said by %j in a column of who must not be mailed',
    (cell) => {
      expect(says('noEmail', cell)).toMatchObject({ says: null });
    },
  );

  test('is what we do not understand, and an empty cell is no yes', () => {
    expect(says('emailAnswer', 'paid')).toMatchObject({ says: 'unclear' });
    expect(says('noEmail', 'maybe')).toMatchObject({ says: 'unclear' });
    expect(says('emailAnswer', '')).toMatchObject({ says: 'blank' });
  });

  test('is told by a bad address, and by who must not be contacted at all', () => {
    for (const cell of ['cleaned', 'Bounced', 'hard bounce'])
      expect(says('emailAnswer', cell)).toMatchObject({ says: 'bad-address' });
    expect(says('badEmail', 'TRUE')).toMatchObject({ says: 'bad-address' });
    expect(says('badEmail', 'good')).toMatchObject({ says: null });
    expect(says('noContact', 'TRUE')).toMatchObject({
      says: 'do-not-contact',
      otherNoes: ['text/updates', 'call/updates', 'post/updates', 'any/sharing'],
    });
    expect(says('noSharing', '1')).toMatchObject({ says: null, otherNoes: ['any/sharing'] });
    expect(says('textAnswer', 'Opt-Out')).toMatchObject({ says: null, otherNoes: ['text/updates'] });
  });

  test('is above every yes of its row', () => {
    const fields: Field[] = ['email', 'emailAnswer', 'emailAnswer', 'noEmail', 'agreedAt'];
    const row = ['a@example.org', 'subscribed', 'yes', '', '2021-05-04 10:11:12'];
    expect(readAs(fields, row)).toMatchObject({ says: 'yes' });
    expect(readAs(fields, row.with(3, 'TRUE'))).toMatchObject({ says: 'said' });
    expect(readAs(fields, row.with(2, 'bounced'))).toMatchObject({ says: 'bad-address' });
  });
});

test('a day of agreeing is a yes with its day, unless it is still to come or could be read in two ways', () => {
  const says = (...days: string[]) => readAs(['email', 'agreedAt', 'agreedAt'], ['a@example.org', ...days]);
  expect(says('2021-05-04 10:11:12', '2021-05-05T10:11:12+02:00')).toMatchObject({
    says: 'yes',
    agreedAt: new Date('2021-05-05T08:11:12Z'),
  });
  expect(says('', '')).toMatchObject({ says: null });
  expect(says('9999-01-01', '05/04/2021')).toMatchObject({ says: null, agreedAt: null });
});

describe('of any row', () => {
  const fields = constantFrom<Field>(
    ...(['emailAnswer', 'noEmail', 'badEmail', 'noContact', 'agreedAt', 'tags', 'asTag', 'phone'] as const),
  );
  const words = constantFrom('yes', 'no', 'TRUE', '0', 'subscribed', 'unsubscribed', '', '2020-01-01', 'huh');

  test('a yes is made of yeses alone, whatever stands beside them', () => {
    const cellsOf = array(words, { minLength: 6, maxLength: 6 });
    assert(
      property(array(fields, { maxLength: 6 }), cellsOf, (kinds, cells) => {
        const person = readAs(['email', ...kinds], ['a@example.org', ...cells]);
        const isNo = kinds.some((kind, at) => {
          const cell = cells[at] ?? '';
          if (kind === 'emailAnswer') return agreementIn(cell) !== 'yes';
          return /^(?:no|bad)/.test(kind) && !['yes', 'blank'].includes(denialIn(cell));
        });
        if (isNo) expect(person).not.toMatchObject({ says: 'yes' });
      }),
    );
  });

  test('no cell is understood to agree where another column would take it for a bad address', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 30 }), (cell) => {
        const both = [agreementIn(cell), denialIn(cell)];
        if (both.includes('bad-address')) expect(both).not.toContain('yes');
      }),
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_NAMED, namedAt, placesIn, wordsOfPlaces } from './places.ts';

/** The names of these that a text has, as it has them. */
function namesIn(body: string, ...names: string[]): string[] {
  const byName = new Map<string, string[]>();
  for (const words of wordsOfPlaces(placesIn(body)))
    for (const name of names)
      if (name.toLowerCase() === words.toLowerCase()) byName.set(words, [...(byName.get(words) ?? []), name]);
  return namedAt(placesIn(body), byName).map(({ written }) => written);
}

test('the longest name that somebody has is the one', () => {
  const names = ['Ana', 'Ana María', 'Ana María López'];
  expect(namesIn('@Ana María López, can you?', ...names)).toEqual(['Ana María López']);
  expect(namesIn('@ana maría can you?', ...names)).toEqual(['ana maría']);
  expect(namesIn('(@Ana) and @ANA MARÍA!', ...names)).toEqual(['Ana', 'ANA MARÍA']);
  expect(namesIn('@Ana\nMaría comes', ...names)).toEqual(['Ana']);
});

test('a name is a name in every script', () => {
  expect(namesIn('يا @سارة الخطيب، متى؟', 'سارة', 'سارة الخطيب')).toEqual(['سارة الخطيب']);
  expect(namesIn('مرحبا @\u200fسارة', 'سارة')).toEqual(['سارة']);
  expect(namesIn('@山田さん、来ますか', '山田')).toEqual(['山田']);
  expect(namesIn('你好@李明今天', '李明')).toEqual(['李明']);
  expect(namesIn('@अनिता, कब?', 'अनिता', 'अनित')).toEqual(['अनिता']);
  expect(namesIn('@Jean-Luc’s and @O’Hara', 'Jean-Luc', 'Jean', 'O’Hara')).toEqual(['Jean-Luc', 'O’Hara']);
});

test('inside a word, a mail address or a web address nobody is named', () => {
  for (const body of [
    'ana@ana.org',
    'mail@Ana',
    'https://x.org/@Ana and http://x.org/?to=@Ana',
    '@Ana@social.example',
    '@ana.org',
    '@Anabel',
    '@Ana-Lucia',
    'x/@Ana',
    '@@Ana',
    '@ Ana',
    'و@Ana',
  ])
    expect(namesIn(body, 'Ana'), body).toEqual([]);
  expect(namesIn('@Ana.', 'Ana')).toEqual(['Ana']);
  expect(namesIn('“@Ana”, @Ana: @Ana?', 'Ana')).toEqual(['Ana']);
});

test('all who share a name are named, and no more than twenty people at once', () => {
  const many = Array.from({ length: 30 }, (_, place) => `${place}`);
  const named = namedAt(
    placesIn('@Ana @Bea'),
    new Map([
      ['Ana', ['1', '2']],
      ['Bea', many],
    ]),
  );
  expect(named).toHaveLength(MOST_NAMED);
  expect(named.slice(0, 2)).toEqual([
    { accountId: '1', written: 'Ana' },
    { accountId: '2', written: 'Ana' },
  ]);
});

const sign = fc.constantFrom(
  '@',
  ' ',
  '\n',
  '.',
  '/',
  '-',
  '\u200f',
  '\u200c',
  'a',
  'é',
  'س',
  '山',
  '़',
  '😀',
  '1',
  '(',
);
const anyText = fc.oneof(
  fc.array(sign, { maxLength: 400 }).map((signs) => signs.join('')),
  fc.string({ unit: 'binary', maxLength: 400 }),
);

test('whatever is written, all that may be a name stands in it after a sign, on one line, and is little', () => {
  fc.assert(
    fc.property(anyText, (body) => {
      const places = placesIn(body);
      const words = wordsOfPlaces(places);
      expect(places.length).toBeLessThanOrEqual(40);
      for (const name of words) {
        expect(body.replaceAll(/[\u061c\u200e\u200f]/g, '')).toContain(
          `@${name}`.replaceAll(/[\u061c\u200e\u200f]/g, ''),
        );
        expect(name).not.toMatch(/\n|^\s|\s$/);
        expect(name.length).toBeLessThanOrEqual(163);
      }
      for (const names of places) expect(names).toEqual(names.toSorted((a, b) => b.length - a.length));
    }),
  );
});

const aName = fc
  .array(fc.stringMatching(/^[\p{Lu}][\p{Ll}]{0,8}$/u), { minLength: 1, maxLength: 4 })
  .map((words) => words.join(' '));

test('a name that stands alone after its sign is found, whatever surrounds it', () => {
  fc.assert(
    fc.property(
      aName,
      fc.constantFrom('', ' ', '(', '¿', '\n'),
      fc.constantFrom('', ' ', '.', '؟', ',', ')\n'),
      (name, before, after) => {
        expect(namesIn(`${before}@${name}${after}`, name)).toEqual([name]);
        expect(namesIn(`x@${name}`, name)).toEqual([]);
      },
    ),
  );
});

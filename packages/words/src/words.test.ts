import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { catalogs, languages, locales, say, type Key, type Language } from './words.ts';

const keys = Object.keys(catalogs.en) as Key[];

describe.each(languages)('the catalog of %s', (language) => {
  test('has the keys of English and no others', () => {
    expect(Object.keys(catalogs[language]).sort()).toEqual([...keys].sort());
  });

  test('parses, every sentence', () => {
    const broken = keys.filter((key) => !isParsed(language, key));
    expect(broken).toEqual([]);
  });

  test('uses the placeholders of English', () => {
    const odd = keys.filter((key) => placeholders(language, key).join() !== placeholders('en', key).join());
    expect(odd).toEqual([]);
  });

  test('covers every plural form of the language', () => {
    const needed = new Intl.PluralRules(locales[language]).resolvedOptions().pluralCategories;
    const lacking = keys.flatMap((key) =>
      plurals(read(language, key))
        .filter((options) => needed.some((category) => category !== 'many' && !options.includes(category)))
        .map(() => key),
    );
    expect(lacking).toEqual([]);
  });

  test('has a plural wherever English has one', () => {
    const flat = keys.filter(
      (key) => plurals(read('en', key)).length > 0 && plurals(read(language, key)).length === 0,
    );
    expect(flat).toEqual([]);
  });
});

test('Arabic plurals have all six forms', () => {
  const short = keys.filter((key) =>
    plurals(read('ar', key)).some((options) => six.some((c) => !options.includes(c))),
  );
  expect(short).toEqual([]);
});

test('a sentence is filled in with the forms of its language', () => {
  expect(say('en', 'error.too-many-requests', { minutes: 1 })).toContain('1 minute ');
  expect(say('es', 'error.too-many-requests', { minutes: 5 })).toContain('5 minutos');
  expect(say('ar', 'error.too-many-requests', { minutes: 2 })).toContain('دقيقتين');
  expect(say('ar', 'error.too-many-requests', { minutes: 12 })).toContain('12 دقيقة');
});

test('a missing value leaves the raw sentence rather than no page', () => {
  expect(say('en', 'site.qr', {})).toBe('QR code for {address}');
});

const six = ['zero', 'one', 'two', 'few', 'many', 'other'];

function read(language: Language, key: Key): MessageFormatElement[] {
  return parse(catalogs[language][key], { ignoreTag: true });
}

function isParsed(language: Language, key: Key) {
  try {
    return read(language, key).length > 0;
  } catch {
    return false;
  }
}

function placeholders(language: Language, key: Key): string[] {
  return [...new Set(read(language, key).flatMap(names))].sort();
}

function names(element: MessageFormatElement): string[] {
  if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
  return [element.value, ...children(element).flat().flatMap(names)];
}

/** The categories of each plural in a sentence, nested ones too; ordinals and exact numbers (`=0`) aside. */
function plurals(elements: MessageFormatElement[]): string[][] {
  return elements.flatMap((element) => {
    const inner = children(element).flatMap(plurals);
    return element.type === TYPE.plural && element.pluralType === 'cardinal'
      ? [Object.keys(element.options), ...inner]
      : inner;
  });
}

function children(element: MessageFormatElement): MessageFormatElement[][] {
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    return Object.values(element.options).map((option) => option.value);
  }
  return element.type === TYPE.tag ? [element.children] : [];
}

import { assert, constantFrom, property, record } from 'fast-check';
import { expect, test } from 'vitest';
import { isLanguage, languages, preferredLanguage } from './languages.ts';
import { fill } from './sentences.ts';
import { typedText } from './testing.ts';

test('whatever a browser says of its languages, it reads one of ours', () => {
  assert(property(typedText(), (header) => void expect(isLanguage(preferredLanguage(header))).toBe(true)));
});

test('whatever a sentence is filled with stands in it as it was typed', () => {
  const filled = record({ name: typedText() });
  assert(
    property(
      constantFrom(...languages),
      filled,
      (language, { name }) => void expect(fill(language, '{name} came.', { name })).toBe(`${name} came.`),
    ),
  );
});

test('a sentence that is not a pattern is said as it is', () => {
  assert(
    property(
      constantFrom(...languages),
      typedText(),
      (language, pattern) => void fill(language, pattern, {}),
    ),
  );
});

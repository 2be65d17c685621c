import { assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { isLanguage, languages, preferredLanguage } from './languages.ts';
import { fill } from './sentences.ts';
import { typedText } from './testing.ts';

test('whatever a browser says of its languages, it reads one of ours', () => {
  assert(
    property(typedText(), (header) => {
      expect(isLanguage(preferredLanguage(header))).toBe(true);
    }),
  );
});

test('whatever a sentence is filled with stands in it as it was typed', () => {
  assert(
    property(constantFrom(...languages), typedText(), (language, name) => {
      expect(fill(language, '{name} came.', { name })).toBe(`${name} came.`);
    }),
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

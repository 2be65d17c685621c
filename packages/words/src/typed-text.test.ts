import { assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { isLanguage, languages, preferredLanguage } from './languages.ts';
import { fill } from './sentences.ts';
import { typedText } from './testing.ts';

test('a browser reads one of our languages, whatever it asks for', () => {
  assert(
    property(typedText(), (header) => {
      expect(isLanguage(preferredLanguage(header))).toBe(true);
    }),
  );
});

test('a value stands in its sentence as it was typed', () => {
  assert(
    property(constantFrom(...languages), typedText(), (language, name) => {
      expect(fill(language, '{name} came.', { name })).toBe(`${name} came.`);
    }),
  );
});

test('a sentence without placeholders stays as it is', () => {
  assert(
    property(
      constantFrom(...languages),
      typedText(),
      (language, pattern) => void fill(language, pattern, {}),
    ),
  );
});

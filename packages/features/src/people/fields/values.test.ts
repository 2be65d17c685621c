import { assert, constantFrom, integer, property, record } from 'fast-check';
import { typedText } from '@groundwork/words/testing';
import { expect, test } from 'vitest';
import { LENGTHS } from '../../lengths.ts';
import { readValue } from './values.ts';

const read = (kind: 'number' | 'date' | 'yesno', typed: string) => {
  const found = readValue({ kind, choices: [] }, typed);
  return 'value' in found ? found.value : found.code.replace('people.value-', '! ');
};

test.each([
  ['12', '12'],
  ['007', '7'],
  ['-0', '0'],
  ['+3,50', '3.5'],
  ['1.5', '1.5'],
  ['1,234,567', '1234567'],
  ['1.234.567,8', '1234567.8'],
  ['1 234', '1234'],
  ['−4', '-4'],
  ['٣٤٫٥', '34.5'],
  ['۱۲', '12'],
  ['0.125', '0.125'],
  ['1,234', '! number-twofold'],
  ['1.234', '! number-twofold'],
  ['1e9', '! number'],
  ['twelve', '! number'],
  ['1,23,4', '! number'],
  ['9999999999999999', '! number'],
])('the number %s is %s', (typed, value) => {
  expect(read('number', typed)).toBe(value);
});

test.each([
  ['2026-03-04', '2026-03-04'],
  ['2026/3/4', '2026-03-04'],
  ['2026-03-04 10:11:12', '2026-03-04'],
  ['31.12.2026', '2026-12-31'],
  ['12/31/2026', '2026-12-31'],
  ['4/4/2026', '2026-04-04'],
  ['٣١/١٢/٢٠٢٦', '2026-12-31'],
  ['3/4/2026', '! date-twofold'],
  ['2026-02-30', '! date'],
  ['13/13/2026', '! date'],
  ['soon', '! date'],
])('the day %s is %s', (typed, value) => {
  expect(read('date', typed)).toBe(value);
});

test('yes and no are known in the languages of the site', () => {
  expect(['Yes', 'sí', 'نعم', '1', 'x'].map((word) => read('yesno', word))).toEqual(Array(5).fill('yes'));
  expect(['NO', 'falso', 'لا', '0'].map((word) => read('yesno', word))).toEqual(Array(4).fill('no'));
  expect(read('yesno', 'perhaps')).toBe('! yesno');
});

test('whatever was typed is in the one form of its kind or is refused, and that form is read as it is', () => {
  const fields = record({
    kind: constantFrom(
      'text' as const,
      'number' as const,
      'date' as const,
      'choice' as const,
      'yesno' as const,
    ),
    choices: constantFrom([], ['Small', 'Large']),
  });
  assert(
    property(fields, typedText(600), (field, typed) => {
      if (typed.trim() === '') return;
      const found = readValue(field, typed);
      if (!('value' in found)) return;
      expect(found.value.length).toBeLessThanOrEqual(LENGTHS.fieldValue);
      if (found.value !== '') expect(readValue(field, found.value)).toEqual(found);
    }),
  );
});

test('any number is read as it is written', () => {
  assert(
    property(integer({ min: -999, max: 999 }), integer({ min: 0, max: 99 }), (whole, hundredths) => {
      const typed = `${whole}.${String(hundredths).padStart(2, '0')}`;
      expect(Number(read('number', typed))).toBeCloseTo(Number(typed));
    }),
  );
});

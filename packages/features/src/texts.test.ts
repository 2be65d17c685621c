import { typedText } from '@groundwork/words/testing';
import { assert, property } from 'fast-check';
import { expect, test } from 'vitest';
import { isBlank, tidyLine, tidyProse } from './texts.ts';

test.each([
  '',
  ' \t\n',
  '\u200b',
  '\u2800',
  '\u3164',
  '\u115f\u1160',
  '\u200d\u200c',
  '\u00ad\u2060\ufeff',
  '\u202e\u2069',
  '\ufe0f',
  '\u0301',
])('%j says nothing', (typed) => {
  expect([tidyLine(typed), tidyProse(typed)]).toEqual(['', '']);
  expect(isBlank(typed)).toBe(true);
});

test.each([
  ['  Ana\u0000 \n Mari\u0301a\u200b ', 'Ana María'],
  ['\u202eAna\u202c', 'Ana'],
  ['علی\u200cرضا', 'علی\u200cرضا'],
  ['👩\u200d👩\u200d👧', '👩\u200d👩\u200d👧'],
  ['❤\ufe0f', '❤\ufe0f'],
  ['\u200dAna\u200c', 'Ana'],
  ['Kim\u3164', 'Kim\u3164'],
  ['Slide\u000btitle\u0007', 'Slide title'],
  ['Ana\u0007\u202e\u0007María', 'Ana María'],
])('%j is kept as the line %j', (typed, line) => {
  expect(tidyLine(typed)).toBe(line);
});

test('text keeps its lines, however a browser ends them, and what marks its direction', () => {
  expect(tidyProse('A\r\nB\rC\n\n\tD\u0007\u202e\u200f!')).toBe('A\nB\nC\n\n\tD\u200f!');
});

test('a tidied text is tidy, no longer than the typed one once composed, and holds no control character', () => {
  assert(
    property(typedText(500), (typed) => {
      for (const tidy of [tidyLine, tidyProse]) {
        const kept = tidy(typed);
        expect(tidy(kept)).toBe(kept);
        expect(kept).not.toMatch(/[\p{Cc}--[\t\n]]|[\u200b\u202a-\u202e\u2060-\u2069\ufeff]/v);
        expect(kept === '').toBe(isBlank(kept));
      }
      expect(tidyLine(typed)).not.toMatch(/\n/);
      expect(tidyProse(typed).length).toBeLessThanOrEqual(typed.length);
    }),
  );
});

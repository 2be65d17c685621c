import { array, constantFrom, integer, oneof, string, tuple, type Arbitrary } from 'fast-check';

/**
 * What people type, and what someone types who wants to break a thing: letters of every script, lone halves of
 * letters, control characters, and signs that mean something somewhere, often over and over. For property tests.
 */
export function typedText(longest = 2000): Arbitrary<string> {
  const piece = oneof(
    { weight: 3, arbitrary: constantFrom(...SIGNS) },
    { weight: 1, arbitrary: string({ unit: 'grapheme', maxLength: 12 }) },
    { weight: 1, arbitrary: string({ unit: 'binary', maxLength: 8 }) },
  );
  const again = tuple(
    piece,
    oneof({ weight: 4, arbitrary: integer({ min: 1, max: 3 }) }, integer({ min: 50, max: 400 })),
  );
  return array(again, { maxLength: 12 }).map((parts) =>
    parts
      .map(([text, count]) => text.repeat(count))
      .join('')
      .slice(0, longest),
  );
}

const SIGNS = [
  ...[
    '(',
    ')',
    '[',
    ']',
    '<',
    '>',
    '{',
    '}',
    '|',
    '*',
    '_',
    '`',
    '~',
    '#',
    '>',
    '- ',
    '1. ',
    '!',
    '\\',
    '/',
    '.',
    ',',
    ';',
    ':',
  ],
  ...[
    '"',
    "'",
    '’',
    '&',
    '%',
    '$',
    '@',
    '=',
    '+',
    '?',
    '^',
    '-',
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\v',
    '\u0007',
  ],
  ...[
    '\u2028',
    '\u200b',
    '\u200f',
    '\u202e',
    '\u0301',
    '\u064e',
    '\u3164',
    '\ud800',
    '\udc00',
    'ß',
    'İ',
    'ﷺ',
    '王',
    '👩‍👩‍👧',
  ],
  ...[
    'http://a',
    'https://x.org/',
    'www.x.org',
    'a@b.c',
    'mailto:',
    'javascript:',
    '<script>',
    '</p>',
    '&lt;',
    '%zz',
    '%00',
  ],
  ...[
    '[a](',
    '![',
    '](x)',
    '| a ',
    '|-',
    'q=',
    '2026-12-05',
    'T10:00',
    '9999',
    ' data-accent="#12ab34"',
    'sep=;',
    '=cmd|',
  ],
];

import { layoutMail, fillBlock } from '@groundwork/mail';
import { typedText } from '@groundwork/words/testing';
import { array, assert, constantFrom, oneof, property, stringMatching, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { TooMuch } from '../../site/markdown.ts';
import { mergeValues } from './merging.ts';
import { readBody } from './reading.ts';
import { missingOf, writeBody, type Known } from './writing.ts';

const key = `picture-${'a'.repeat(32)}-1200x800`;
const card = {
  title: 'Fill the chamber',
  lines: ['Thursday'],
  url: 'https://valley.example/e/1',
  action: 'Come',
};
const known: Known = {
  site: 'https://valley.example',
  card: ({ is, slug }) => (is === 'event' && slug === 'fill-it' ? card : null),
  picture: (one) => (one === key ? { cid: 'a@valley.example', width: 480, height: 320 } : null),
};

/** What somebody without a name gets. */
function textOf(text: string): string {
  const body = readBody(text);
  const values = mergeValues(body, { name: '', language: 'en', group: 'Eastside' });
  const blocks = writeBody(body, known).map((block) => fillBlock(block, values));
  return layoutMail({
    ...{ language: 'en', direction: 'ltr', siteName: 'S', paragraphs: [], footer: [], blocks },
  }).text;
}

test('a body becomes the blocks of a letter, with whole addresses and a place for each merge word', () => {
  const body = readBody(
    `Dear {{name|you}}, [see](/campaigns/x).\n{{event fill-it}}\n{{button Call → /go/call}}\n![March](/files/${key})`,
  );
  expect(writeBody(body, known)).toMatchObject([
    {
      inlines: [
        { text: 'Dear ' },
        { text: expect.stringMatching(/^\ufff9name-[0-9a-f]+\ufffb$/) },
        {},
        { url: 'https://valley.example/campaigns/x' },
        {},
      ],
    },
    { is: 'card', title: 'Fill the chamber' },
    { is: 'button', url: 'https://valley.example/go/call' },
    { is: 'picture', cid: 'a@valley.example', width: 480, alt: 'March' },
  ]);
  expect(missingOf(body, known)).toEqual([]);
});

test('what is not there is left out, and named', () => {
  const other = key.replace('aa', 'bb');
  const body = readBody(`One\n{{event elsewhere}}\n{{petition gone}}\n![x](/files/${other})\nTwo`);
  expect(writeBody(body, known).map(({ is }) => is)).toEqual(['paragraph', 'paragraph']);
  expect(missingOf(body, known)).toEqual([
    { is: 'event', word: 'elsewhere' },
    { is: 'petition', word: 'gone' },
    { is: 'picture', word: other },
  ]);
});

const BRACES = [
  '{{',
  '}}',
  '{{first name}}',
  '{{name|x}}',
  '{{event fill-it}}\n',
  '{{button a → /b}}\n',
  '{{x}}',
];
const aBody = array(oneof(typedText(60), constantFrom(...BRACES, `![a](/files/${key})`, '\n\n')), {
  maxLength: 8,
}).map((pieces) => pieces.join(''));

test('whatever is typed is read or is too much, and what comes of it can be laid out', () => {
  assert(
    property(aBody, (text) => {
      try {
        expect(textOf(text)).not.toMatch(/[\ufff9-\ufffb]/);
      } catch (error) {
        if (!(error instanceof TooMuch)) throw error;
      }
    }),
    { numRuns: 500 },
  );
});

test('nothing that is typed is lost', () => {
  const word = stringMatching(/^[a-z]{3,9}$/);
  const phrase = array(word, { minLength: 1, maxLength: 5 }).map((all) => all.join(' '));
  const block = oneof(
    phrase,
    tuple(constantFrom('# ', '- ', '> ', '1. ', '> - ', '    ', '{{x ', 'a\n'), phrase).map((all) =>
      all.join(''),
    ),
    tuple(constantFrom('**', '_', '`', '~~', '**_', '```\n', '{{', '<b>'), phrase).map(
      ([mark, all]) => `${mark}${all}${mark.split('').reverse().join('')}`,
    ),
    tuple(phrase, phrase).map(([a, b]) => `|${a}|${b}|\n|-|-|\n|${b}|${a}|`),
    tuple(phrase, word).map(([all, to]) => `[${all}](https://x.org/${to}) and ![${all}](${to})`),
    tuple(phrase, word).map(([all, to]) => `{{button ${all} → ${to}}}`),
  );
  const text = array(
    tuple(block, constantFrom('\n', '\n\n')).map((all) => all.join('')),
    { maxLength: 8 },
  );
  assert(
    property(text, (blocks) => {
      const typed = blocks.join('').replaceAll(/first name|full name|\bname\b|\bgroup\b/g, 'nobody');
      const said = textOf(typed).replaceAll(/[\s>]+/g, '');
      // What stands behind the sign of code names its language.
      for (const one of typed.replaceAll(/```\S*/g, '').match(/[a-z]{3,}/g) ?? [])
        expect(said).toContain(one);
    }),
    { numRuns: 500 },
  );
});

test.for(['{{', '{{a', '}}', '{{a}}', '{{button → ', '{{event a}}\n', '{{a|', '\\{{', '[{{a}}](', '->'])(
  'a long text of nothing but %s takes no longer than other texts',
  (piece) => {
    const text = piece.repeat(Math.floor(30_000 / piece.length));
    const startedAt = performance.now();
    try {
      readBody(text);
    } catch (error) {
      expect(error).toBeInstanceOf(TooMuch);
    }
    expect(performance.now() - startedAt).toBeLessThan(2000);
  },
);

import { expect, test } from 'vitest';
import { renderMarkdown, TooMuch } from './markdown.ts';

test('a text becomes paragraphs, lists and emphasis, each in its own direction', () => {
  expect(renderMarkdown('Keep it **open**.')).toBe('<p dir="auto">Keep it <strong>open</strong>.</p>\n');
  expect(renderMarkdown('- one')).toContain('<ul dir="auto">\n<li>one</li>');
});

test('headings stand below the title of the page', () => {
  expect(renderMarkdown('# Why')).toBe('<h2 dir="auto">Why</h2>\n');
});

test('markup in a text stays text', () => {
  expect(renderMarkdown('<script>alert(1)</script>')).not.toContain('<script');
  expect(renderMarkdown('<img src=x onerror=alert(1)>')).not.toContain('<img');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//elsewhere.example/x'])(
  'a link to %s leads nowhere',
  (url) => {
    expect(renderMarkdown(`[here](${url})`)).not.toContain('href');
  },
);

test('a link gives its target neither access to this page nor rank', () => {
  expect(renderMarkdown('[here](https://example.org)')).toContain(
    '<a href="https://example.org" rel="nofollow noopener">here</a>',
  );
});

test('pictures of this site are shown in the sizes it keeps, and no other server learns who reads', () => {
  const key = `picture-${'a'.repeat(32)}-1200x800`;
  const shown = renderMarkdown(`![Our march](/files/${key})`);
  expect(shown).toContain(`src="/files/${key}" srcset="/files/${key}-480 480w, /files/${key} 1200w"`);
  expect(shown).toContain('width="1200" height="800" alt="Our march" loading="lazy"');
  expect(renderMarkdown('![x](https://tracker.example/a.png)')).not.toContain('<img');
  expect(renderMarkdown('![x](/files/../api/v1/session)')).not.toContain('<img');
});

test('a typed line is a shown line, and a blank one parts paragraphs', () => {
  expect(renderMarkdown('Bread\nRoses\n\nBoth')).toBe(
    '<p dir="auto">Bread<br />\nRoses</p>\n<p dir="auto">Both</p>\n',
  );
});

/** As long as the longest text may be, and each the worst of its kind: what is short to type and long to show. */
const LONGEST = 30_000;
const filled = (piece: string, before = '') =>
  before + piece.repeat(Math.floor((LONGEST - before.length) / piece.length));
test.each([
  ['rows of a wide table', 'cells', filled('|\n', `|${'a|'.repeat(200)}\n|${'-|'.repeat(200)}\n`)],
  [
    'rows of a wide table in a quotation',
    'cells',
    filled('> |\n', `> |${'a|'.repeat(200)}\n> |${'-|'.repeat(200)}\n`),
  ],
  ['many tables', 'cells', filled('a|b|c\n-|-|-\nd\n\n')],
  ['addresses', 'links', filled('http://a.org ')],
  ['quotations in quotations', 'depth', filled('>')],
  ['lists in lists', 'depth', filled('1. ')],
  ['emphasis in emphasis', 'depth', `${'**a _b '.repeat(40)}c${'_**'.repeat(40)}`],
  [
    'one long address, named often',
    'characters',
    filled('[a] ', `[a]: https://${'b'.repeat(14_000)}\n\n`).slice(0, 15_500),
  ],
  ['headings', 'characters', filled('#\n')],
  ['paragraphs', 'characters', filled('a\n\n')],
] as const)('%s are too much, and the refusal names them', (_name, bound, text) => {
  expect(() => renderMarkdown(text)).toThrow(expect.objectContaining({ bound }));
});

test.each([
  '[',
  ']',
  '[a](',
  '![',
  '*',
  '*a_ ',
  '**a *a ',
  '`',
  '<',
  '<a',
  '<!--',
  '&',
  '\\',
  '(',
  '"',
  ' ',
  '\t',
  '~',
  'a@',
  '://',
  '|',
  '[a]: b "',
])('a text of nothing but %s is bounded too', (piece) => {
  try {
    expect(renderMarkdown(filled(piece)).length).toBeLessThanOrEqual(80_000);
  } catch (error) {
    expect(error).toBeInstanceOf(TooMuch);
  }
});

test('a long story with a table, a list and links is no more than a page can hold', () => {
  const story =
    `## Why\n\n${'The council votes on the branch. '.repeat(20)}\n\n- one\n  - two\n    - three\n\n`.repeat(
      30,
    );
  const table = `|Day|Place|Who|\n|-|-|-|\n${'|Monday|Library|Ana|\n'.repeat(60)}\n`;
  expect(renderMarkdown(`${story}${table}${'[see](https://example.org) '.repeat(60)}`)).toContain(
    '<td>Ana</td>',
  );
});

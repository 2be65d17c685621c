import { typedText } from '@groundwork/words/testing';
import {
  array,
  assert,
  constantFrom,
  letrec,
  option,
  property,
  record,
  tuple,
  type Arbitrary,
} from 'fast-check';
import { expect, test } from 'vitest';
import { everyBlock, text as textOf } from './fixtures.ts';
import { layOut } from './layout.ts';
import { fillBlock, layoutMail, place, type Block, type Flow, type Inline, type MailLetter } from './mail.ts';
import { joined, type Values } from './places.ts';

const letter: MailLetter = {
  ...{ language: 'en', direction: 'ltr', siteName: 'Eastside Tenants Union', paragraphs: [] },
  footer: ['You get this because you signed.'],
};
const laidOut = (blocks: Block[], more: Partial<MailLetter> = {}, values: Values = {}) => {
  const { text, html } = layOut({ ...letter, ...more, blocks });
  return { text: joined(text, values), html: joined(html, values) };
};
const ruth = { 'first-name': 'Ruth', seal: 'a1' };

test('a letter of blocks reads well as plain text', () => {
  expect(laidOut(everyBlock(), {}, ruth).text).toBe(`Dear Ruth,

Four council members are undecided. On Thursday they will look up and
count the people in the chamber (https://valley.example/go/city-hall).
It is at five at six.
Ask us: eastside@valley.example

  Fill the chamber
  Thursday 3 December, 18:00, New York time
  City Hall, second floor · childcare, Spanish
  I’ll be there: https://valley.example/go/chamber?who=a1

What to bring

- Water, and something warm for the stairs outside
- A sign
  1. large letters

> We learned to read there. Our children should learn there too.
>
> Ruth, Eastside

حافلات أكثر للوادي كله، وفي الليل أيضا.

[Our march on Main Street]

* * *

  Keep the library branch open
  1,204 of 2,000 names
  Add my name:
  https://valley.example/campaigns/keep-the-library-branch-open

Can’t come? Call one of the four. It takes five minutes.

  Call a council member: https://valley.example/go/call

-- 
Eastside Tenants Union
You get this because you signed.
`);
});

test('an entry of a list that is long goes on below its first word, and a long address is never broken', () => {
  const url = `https://example.org/${'a'.repeat(100)}`;
  const entries: Flow[][] = [
    [{ is: 'paragraph', inlines: [textOf('word '.repeat(20))] }],
    [{ is: 'paragraph', inlines: [textOf('here', { url }), textOf(' and '), textOf(url, { url })] }],
  ];
  const { text } = laidOut([{ is: 'list', start: 9, entries }]);
  expect(text).toContain(
    `9. ${'word '.repeat(14).trim()}\n   ${'word '.repeat(6).trim()}\n10. here\n    (${url})`,
  );
  expect(text).toContain(`\n    ${url}\n`);
});

test('each block has the direction of its own words', () => {
  const { html } = laidOut(everyBlock(), { direction: 'rtl' }, ruth);
  expect(html).toMatch(/<p class="ink" dir="rtl"[^>]*>حافلات/);
  expect(html).toMatch(/<p class="ink" dir="ltr"[^>]*>Dear Ruth/);
  expect(html).toMatch(/<blockquote class="line" dir="ltr" [^>]*border-left/);
  expect(laidOut([{ is: 'paragraph', inlines: [textOf('18:00')] }], { direction: 'rtl' }).html).toContain(
    '<p class="ink" dir="rtl"',
  );
});

test('the first words of a list of mails are hidden in the mail, and followed by no others', () => {
  const { html, text } = laidOut([], { preheader: `Be in the room, ${place('first-name')} <3` }, ruth);
  expect(html).toMatch(
    /<div style="display:none;[^"]*">Be in the room, Ruth &#60;3(&#847;&nbsp;){100,}<\/div>/,
  );
  expect(text).not.toContain('Be in the room');
});

test('a letter without a heading has none, and a title all the same', () => {
  const { html, text } = laidOut(everyBlock(), {}, ruth);
  expect(html).not.toContain('<h1');
  expect(html).toContain('<title>Eastside Tenants Union</title>');
  expect(text).toMatch(/^Dear Ruth/);
});

test('a letter of blocks fetches nothing when it is opened', () => {
  const { html } = laidOut(everyBlock(), {}, ruth);
  expect([...html.matchAll(/src="(.*?)"/g)].map(([, src]) => src)).toEqual(['cid:march@valley.example']);
  expect(html).not.toMatch(/<(link|iframe|script|svg)|url\(|@import|srcset/i);
});

test('a picture keeps to the column', () => {
  const picture: Block = { is: 'picture', cid: 'a', alt: '', width: 1056, height: 600 };
  expect(laidOut([picture]).html).toContain('width="528" height="300" style="display:block;max-width:100%');
  expect(laidOut([picture]).text).toMatch(/^-- \n/);
});

test.for([
  'javascript:alert(1)',
  'data:text/html,x',
  'ftp://example.org',
  '/campaigns',
  'mailto:'.slice(0, -1),
])('no block leads to %s', (url) => {
  const card = { title: 'x', lines: [], action: 'x' };
  const blocks: Block[] = [
    { is: 'button', label: 'x', url },
    { is: 'card', ...card, url },
    { is: 'picture', cid: 'a', alt: '', width: 1, height: 1, link: url },
    { is: 'quote', flows: [{ is: 'paragraph', inlines: [textOf('x', { url })] }] },
  ];
  for (const block of blocks) expect(() => laidOut([block])).toThrow(TypeError);
});

const aUrl = constantFrom(
  ...['https://example.org/a?b=1&c="', `https://example.org/${place('seal')}`, place('url')],
  ...['mailto:ana@example.org', 'tel:+15550100'],
);
const some = typedText(40).map((words) => words.replaceAll(/[\ufff9-\ufffb]/g, ''));
const words = tuple(some, constantFrom('', place('name'))).map((parts) => parts.join(''));
const yes = option(constantFrom(true as const), { nil: undefined });
const inline = record(
  { text: words, strong: yes, em: yes, strike: yes, url: option(aUrl, { nil: undefined }) },
  { requiredKeys: ['text'] },
).map((look) => defined({ is: 'text', ...look }) as Inline);
const inlines = array(constantFromOr(inline), { minLength: 1, maxLength: 4 });
const { flow } = letrec<{ flow: Flow }>((tie) => ({
  flow: oneFlow(tie('flow')),
}));
const card = record({ title: words, lines: array(words, { maxLength: 2 }), url: aUrl, action: words });
const block: Arbitrary<Block> = constantFrom(0, 1, 2, 3).chain((kind): Arbitrary<Block> => {
  if (kind === 0) return record({ label: words, url: aUrl }).map((one) => ({ is: 'button', ...one }));
  if (kind === 1) return card.map((one) => ({ is: 'card', ...one }));
  if (kind === 2) return words.map((alt) => ({ is: 'picture', cid: 'a@b', alt, width: 9, height: 9 }));
  return flow;
});
const values = record({
  name: some,
  seal: some.map((seal) => `s${seal.replaceAll(/[.\\/]/g, '').toWellFormed()}`),
  url: constantFrom('https://example.org/', 'http://example.org/?a=1&b=<2>'),
});

test('nobody’s words become markup, whatever the block and whatever stands in its places', () => {
  assert(
    property(array(block, { maxLength: 4 }), values, (blocks, own) => {
      const { html } = laidOut(blocks, {}, own);
      const plain = blocks.map((one) => JSON.parse(JSON.stringify(one, asLetter)) as Block);
      expect(tagsOf(html)).toEqual(tagsOf(laidOut(plain, {}, { ...own, name: 'x' }).html));
      for (const [, href = ''] of html.matchAll(/href="(.*?)"/g))
        expect(href).toMatch(/^(https?|mailto|tel):/);
    }),
    { numRuns: 200 },
  );
});

test('every word of a block is in the plain text, on lines without a blank at their end', () => {
  assert(
    property(array(block, { maxLength: 4 }), values, (blocks, own) => {
      const { text } = laidOut(blocks, {}, own);
      const said = bare(text);
      for (const one of blocks)
        for (const word of wordsIn(fillBlock(one, own))) expect(said).toContain(bare(word));
      expect(text.replace('-- \n', '--\n')).not.toMatch(/ \n/);
    }),
    { numRuns: 200 },
  );
});

test('a letter with places says to one what it would say if written to them alone', () => {
  assert(
    property(array(block, { maxLength: 4 }), values, (blocks, own) => {
      const alone = blocks.map((one) => fillBlock(one, own));
      expect(laidOut(blocks, {}, own)).toEqual(layoutMail({ ...letter, blocks: alone }));
    }),
    { numRuns: 200 },
  );
});

function constantFromOr(one: Arbitrary<Inline>): Arbitrary<Inline> {
  return option(one, { nil: { is: 'break' } });
}

function oneFlow(inner: Arbitrary<Flow>): Arbitrary<Flow> {
  return constantFrom(0, 0, 0, 1, 2, 3).chain((kind): Arbitrary<Flow> => {
    if (kind === 1) return constantFrom<Flow>({ is: 'rule' });
    if (kind === 2)
      return array(inner, { minLength: 1, maxLength: 2 }).map((flows) => ({ is: 'quote', flows }));
    if (kind === 3)
      return tuple(
        option(constantFrom(1, 7), { nil: undefined }),
        array(inner, { minLength: 1, maxLength: 2 }),
      ).map(([start, flows]) => defined({ is: 'list', start, entries: flows.map((one) => [one]) }) as Flow);
    return inlines.map((parts) => ({ is: 'paragraph', inlines: parts }));
  });
}

function defined(thing: Record<string, unknown>): object {
  return Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined));
}

/** The same block of one letter each time that words are said. */
function asLetter(key: string, value: unknown): unknown {
  if (key === 'lines') return (value as string[]).map(() => 'x');
  return ['text', 'label', 'title', 'action', 'alt'].includes(key) ? 'x' : value;
}

/** The tags with the names of their attributes; the direction is that of the words. */
function tagsOf(html: string) {
  return [...html.matchAll(/<[^>]*>/g)]
    .map(([tag]) => tag.replaceAll(/="[^"]*"/g, ''))
    .filter((tag) => tag !== '<br>');
}

function wordsIn(value: unknown): string[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        typeof inner === 'string'
          ? ['text', 'label', 'title', 'action', 'alt'].includes(key) || Array.isArray(value)
            ? inner.split(/\s+/)
            : []
          : wordsIn(inner),
      )
    : [];
}

function bare(words: string) {
  return words.replaceAll(/[\s>]+/g, '');
}

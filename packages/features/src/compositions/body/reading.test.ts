import { languages, say } from '@groundwork/words';
import { describe, expect, test } from 'vitest';
import { TooMuch } from '../../site/markdown.ts';
import { readBody } from './reading.ts';

const key = `picture-${'a'.repeat(32)}-1200x800`;
const words = (text: string, look = {}) => ({ is: 'text', text, ...look });
const paragraph = (...inlines: object[]) => ({ is: 'paragraph', inlines });
const merge = (word: string, fallback: string | null = null, look = {}) => ({
  ...{ is: 'merge', word, fallback },
  ...look,
});

test('a letter of organizers is read part by part', () => {
  const { parts, wrongs, ...found } = readBody(`Dear {{first name}},

**Four council members are undecided.** On Thursday they will _count_ the people.

{{event fill-the-chamber}}

## Can’t come?
Call one of the [four](/campaigns/four), or write to ana@valley.example.
{{button Call a council member → /go/call}}
---

> We learned to read there.

- water
- a hat
  1. or a scarf

![Our march](/files/${key})

{{petition keep-it-open}}`);
  expect(parts).toEqual([
    paragraph(words('Dear '), merge('first-name'), words(',')),
    paragraph(
      words('Four council members are undecided.', { strong: true }),
      words(' On Thursday they will '),
      words('count', { em: true }),
      words(' the people.'),
    ),
    { is: 'event', slug: 'fill-the-chamber' },
    { is: 'heading', inlines: [words('Can’t come?')] },
    paragraph(
      words('Call one of the '),
      words('four', { url: '/campaigns/four' }),
      words(', or write to '),
      words('ana@valley.example', { url: 'mailto:ana@valley.example' }),
      words('.'),
    ),
    { is: 'button', label: 'Call a council member', url: '/go/call' },
    { is: 'rule' },
    { is: 'quote', flows: [paragraph(words('We learned to read there.'))] },
    {
      is: 'list',
      entries: [
        [paragraph(words('water'))],
        [paragraph(words('a hat')), { is: 'list', start: 1, entries: [[paragraph(words('or a scarf'))]] }],
      ],
    },
    { is: 'picture', key, alt: 'Our march' },
    { is: 'petition', slug: 'keep-it-open' },
  ]);
  expect(wrongs).toEqual([]);
  expect(found).toEqual({
    mergeWords: [{ word: 'first-name', fallback: null, place: 'first-name' }],
    ...{ events: ['fill-the-chamber'], petitions: ['keep-it-open'], pictures: [key] },
    links: ['/campaigns/four', 'mailto:ana@valley.example', '/go/call'],
  });
});

test.for([
  ['{{First  Name}}', 'first-name'],
  ['{{nombre}}', 'first-name'],
  ['{{ الاسم الأول }}', 'first-name'],
  ['{{الاسم الاول}}', 'first-name'],
  ['{{name}}', 'name'],
  ['{{NOMBRE COMPLETO}}', 'name'],
  ['{{الاسم}}', 'name'],
  ['{{grupo}}', 'group'],
  ['{{المجموعة}}', 'group'],
] as const)('%s is a merge word', ([typed, word]) => {
  expect(readBody(`x ${typed}`).parts).toEqual([paragraph(words('x '), merge(word))]);
});

test('a merge word says what stands there for whoever has no name, and looks as the words around it', () => {
  const { parts, mergeWords } = readBody(
    '**Dear {{first name| dear *friend* }}**\n\n|a|\n|-|\n|{{nombre|amiga}}|',
  );
  expect(parts).toEqual([
    paragraph(words('Dear ', { strong: true }), merge('first-name', 'dear *friend*', { strong: true })),
    paragraph(words('a', { strong: true }), { is: 'break' }, merge('first-name', 'amiga')),
  ]);
  expect(new Set(mergeWords.map(({ place }) => place)).size).toBe(2);
  for (const { place } of mergeWords) expect(place).toMatch(/^first-name-[0-9a-f]{12}$/);
});

test.for([
  ['{{evento llenar-la-sala}}', { is: 'event', slug: 'llenar-la-sala' }],
  ['{{event https://valley.example/events/fill-it}}', { is: 'event', slug: 'fill-it' }],
  ['{{petición biblioteca}}', { is: 'petition', slug: 'biblioteca' }],
  ['{{عريضة library}}', { is: 'petition', slug: 'library' }],
  ['{{Botón Llama -> https://x.org/a_b_c}}', { is: 'button', label: 'Llama', url: 'https://x.org/a_b_c' }],
  ['{{زر اتصلوا ← /go/call}}', { is: 'button', label: 'اتصلوا', url: '/go/call' }],
  ['{{button Write → ana@x.org}}', { is: 'button', label: 'Write', url: 'mailto:ana@x.org' }],
  ['{{button A → B → www.x.org}}', { is: 'button', label: 'A → B', url: 'https://www.x.org' }],
] as const)('%s is a block', ([typed, part]) => {
  // A list, a quotation or a table above does not take it in.
  for (const before of ['', 'Words\n', '- an entry\n', '> a quotation\n', '|a|\n|-|\n']) {
    const { parts, wrongs } = readBody(`${before}${typed}\nmore`);
    expect([parts.at(-2), wrongs]).toEqual([part, []]);
  }
});

describe('what is not understood stays as it was typed, and is named', () => {
  test.for([
    ['Dear {{frist name}},', 'merge-unknown', '{{frist name}}'],
    ['Dear {{first name},', 'merge-open', '{{first name},'],
    ['{{evnt fill-the-chamber}}', 'block-unknown', '{{evnt fill-the-chamber}}'],
    ['{{frist name}}', 'merge-unknown', '{{frist name}}'],
    ['{{event}}', 'block-incomplete', '{{event}}'],
    ['{{event Fill the chamber}}', 'block-incomplete', '{{event Fill the chamber}}'],
    ['Come to {{event fill-it}}', 'block-inside', '{{event fill-it}}'],
    ['- {{event fill-it}}', 'block-inside', '{{event fill-it}}'],
    ['{{button Call}}', 'button-address', '{{button Call}}'],
    ['{{button Call → call}}', 'button-address', '{{button Call → call}}'],
    ['{{button Call → //evil.example}}', 'button-address', '{{button Call → //evil.example}}'],
    ['{{button Call → /\\evil.example}}', 'button-address', '{{button Call → /\\evil.example}}'],
    ['{{button Call → javascript:alert(1)}}', 'button-address', '{{button Call → javascript:alert(1)}}'],
    ['{{button → /go/call}}', 'block-incomplete', '{{button → /go/call}}'],
  ] as const)('%s', ([text, code, word]) => {
    const { parts, wrongs } = readBody(text);
    expect(wrongs).toEqual([{ code, word }]);
    expect(JSON.stringify(parts)).toContain(JSON.stringify(word).slice(1, -1));
  });

  test.for([
    ['[go](elsewhere)', 'go (elsewhere)', 'elsewhere'],
    ['[go](ftp://x.org/a)', 'go (ftp://x.org/a)', 'ftp://x.org/a'],
    ['[go](/x?who={{name}})', 'go (/x?who={{name}})', '/x?who={{name}}'],
  ] as const)('%s', ([text, said, word]) => {
    const { parts, wrongs, links } = readBody(text);
    expect(parts).toEqual([paragraph(words(said))]);
    expect([wrongs, links]).toEqual([[{ code: 'link-address', word }], []]);
  });

  test('a line that says where a link leads, without the link', () => {
    const { parts, wrongs } = readBody('Come to the [vote]\n\n[vote]: https://x.org\n[RSVP]: https://y.org');
    expect(parts).toEqual([paragraph(words('Come to the '), words('vote', { url: 'https://x.org' }))]);
    expect(wrongs).toEqual([{ code: 'link-unused', word: '[rsvp]: https://y.org' }]);
  });

  test('a picture of another site becomes a link to it', () => {
    const { parts, wrongs } = readBody('![a cat](https://x.org/cat.png)');
    expect(parts).toEqual([paragraph(words('a cat', { url: 'https://x.org/cat.png' }))]);
    expect(wrongs).toEqual([{ code: 'picture-foreign', word: 'https://x.org/cat.png' }]);
  });

  test('each is named once', () => {
    expect(readBody('{{x}} {{x}} {{y}}').wrongs).toHaveLength(2);
  });
});

test('a picture between words parts them, and leads where its link does', () => {
  expect(readBody(`Look:\n[![March](/files/${key})](https://x.org)\nFine.`).parts).toEqual([
    paragraph(words('Look:')),
    { is: 'picture', key, alt: 'March', url: 'https://x.org' },
    paragraph(words('Fine.')),
  ]);
});

test.for(['Words', '- an entry', '> a quotation', '|a|\n|-|'])(
  'below "%s" a line is a line, and a picture one',
  (above) => {
    const line = readBody(`${above}\n---\nmore`);
    expect(line.parts.slice(1)).toEqual([{ is: 'rule' }, paragraph(words('more'))]);
    expect(line.parts[0]).not.toMatchObject({ is: 'heading' });
    const { parts, wrongs } = readBody(`${above}\n![March](/files/${key})\nmore`);
    expect(parts.slice(1)).toEqual([{ is: 'picture', key, alt: 'March' }, paragraph(words('more'))]);
    expect([line.wrongs, wrongs]).toEqual([[], []]);
  },
);

test('a picture in a list is a wrong, and its words stay', () => {
  const { parts, wrongs } = readBody(`- ![March](/files/${key})`);
  expect(JSON.stringify(parts)).toContain('March');
  expect(wrongs).toEqual([{ code: 'block-inside', word: `![March](/files/${key})` }]);
});

test('braces with a stroke before them, and braces in code, are words', () => {
  const { parts, wrongs } = readBody('\\{{name}} and `{{name}}`\n\n```\n{{event a-b}}\n---\n  x\n```');
  expect(parts).toEqual([
    paragraph(words('{{name}} and {{name}}')),
    paragraph(
      ...[words('{{event a-b}}'), { is: 'break' }, words('---'), { is: 'break' }],
      words('\u00a0\u00a0x'),
    ),
  ]);
  expect(wrongs).toEqual([]);
});

test('a table is read line by line, and markup is words', () => {
  expect(readBody('|Day|Place|\n|-|-|\n|Monday|Library|\n\n<b>hi</b>').parts).toEqual([
    paragraph(
      ...[words('Day', { strong: true }), words(' · '), words('Place', { strong: true }), { is: 'break' }],
      ...[words('Monday'), words(' · '), words('Library')],
    ),
    paragraph(words('<b>hi</b>')),
  ]);
});

test('a body that comes to more than a letter can hold is refused', () => {
  expect(() => readBody('>'.repeat(40) + ' x')).toThrow(TooMuch);
});

test('every wrong has a sentence in every language that names what was typed', () => {
  const typed = `{{x}} {{y\n\n{{a b-c}}\n\n{{event}}\n\n- {{event a}}\n\n{{button a}}\n\n[a](b) ![c](d)\n\n[e]: f`;
  const { wrongs } = readBody(typed);
  expect(new Set(wrongs.map(({ code }) => code)).size).toBe(9);
  for (const { code, word } of wrongs)
    for (const language of languages)
      expect(say(language, `compositions.check.${code}`, { word })).toContain(word);
});

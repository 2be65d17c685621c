import { languages, say } from '@groundwork/words';
import { expect, test } from 'vitest';
import { readBody } from './body/reading.ts';
import { findHabits } from './habits.ts';

const picture = (alt: string) => `![${alt}](/files/picture-${'a'.repeat(32)}-1200x800)`;
const said =
  'On Thursday they will look up and count the people, so come and bring one more who cares. '.repeat(2);
const body = `Dear {{first name|neighbour}},

${said}
${picture('Our march')}

> See [valley.example/go](https://www.valley.example/go) and [valley.example/vote](/vote), {{group}}

{{event fill-the-chamber}}
{{button I’ll be there → /go/chamber}}`;
const good = {
  subject: 'Two days to the vote: be in the room',
  preheader: 'Four are undecided',
  parts: readBody(body),
  language: 'es' as const,
};
const found = (more: Partial<Parameters<typeof findHabits>[0]>) => findHabits({ ...good, ...more });
const also = (...lines: string[]) => found({ parts: readBody([body, ...lines].join('\n\n')) });

test('a letter as people write has no bad habits', () => {
  expect(findHabits(good)).toEqual([]);
});

test.for<[string, Partial<Parameters<typeof findHabits>[0]>, object]>([
  [
    ...(['a long subject', { subject: 'é'.normalize('NFD').repeat(61) }] as const),
    { code: 'subject-long', params: { count: 61, max: 60 } },
  ],
  ['shouting', { subject: 'BE THERE, RUTH' }, { code: 'subject-capitals', params: {} }],
  ['two exclamation marks', { subject: 'Come! Come!' }, { code: 'exclamations', params: { count: 2 } }],
  ['no first words', { preheader: '' }, { code: 'preheader-missing', params: {} }],
  ['a large message', { sizeBytes: 60_001 }, { code: 'size-large', params: { kilobytes: 61, max: 60 } }],
  ['one too large', { sizeBytes: 100_001 }, { code: 'size-refused', params: { kilobytes: 101, max: 100 } }],
  ['a picture alone', { parts: readBody(picture('Come')) }, { code: 'only-pictures', params: {} }],
])('%s is found', ([, more, habit]) => {
  expect(found(more)).toEqual([habit]);
});

test('a merge word that does not say what to call whoever has no name is found', () => {
  expect(also('{{name}} {{first name}} {{first name|you}}')).toEqual([
    { code: 'merge-fallback', params: { word: 'name', friend: 'compa' } },
    { code: 'merge-fallback', params: { word: 'first-name', friend: 'compa' } },
  ]);
});

test.for([
  ['Entry is FREE', 'FREE'],
  ['Act  now, please', 'act now'],
  ['We are 100 % sure', '100%'],
  ['Es gratis', 'gratis'],
  ['URGENTE: asamblea', 'urgente'],
  ['Ultima oportunidad', 'última oportunidad'],
  ['الدخول مجانًا', 'مجانا'],
  ['عاجل: اجتماع', 'عاجل'],
] as const)('%s is loud', ([text, word]) => {
  expect(also(text)).toEqual([{ code: 'loud-word', params: { word } }]);
});

test.for(['Free the library', 'Childcare is free', 'We now know', 'Window', 'a gratistory', 'URGENTEMENT'])(
  '%s is not',
  (text) => {
    expect(also(text)).toEqual([]);
  },
);

test('many links, hidden links and links that say another address are found', () => {
  const links = Array.from({ length: 8 }, (_, n) => `[here](/campaigns/${n})`);
  expect(also(links.join(' '))).toEqual([{ code: 'many-links', params: { count: 12 } }]);
  expect(also('[here](https://bit.ly/x) [there](https://bit.ly/y)')).toEqual([
    { code: 'short-link', params: { host: 'bit.ly' } },
  ]);
  expect(also('[https://valley.example/vote](https://evil.example/vote)')).toEqual([
    { code: 'link-differs', params: { words: 'https://valley.example/vote', address: 'evil.example' } },
  ]);
  expect(also('ana@valley.example and https://x.org/a?b')).toEqual([]);
});

test('pictures that do not say what they show are counted', () => {
  expect(also(picture(''), picture(' '))).toEqual([{ code: 'alt-missing', params: { count: 2 } }]);
});

test('whatever is found has a sentence with nothing left to fill in', () => {
  const links = Array.from({ length: 9 }, (_, n) => `[x](/${n})`).join(' ');
  const all = [
    ...found({ preheader: '', parts: readBody(`${picture('')} {{name}}`), sizeBytes: 70_000 }),
    ...found({ subject: `FREE FREE FREE!! ${'A'.repeat(60)}`, sizeBytes: 200_000 }),
    ...also(`[x.org](https://bit.ly/x) ${links}`),
  ];
  expect(new Set(all.map(({ code }) => code)).size).toBe(13);
  for (const language of languages)
    for (const { code, params } of all) {
      const sentence = say(language, `compositions.check.${code}`, { ...params });
      expect(sentence).not.toMatch(
        /compositions|plural|\{(count|word|host|words|address|kilobytes|max|friend)/,
      );
    }
});

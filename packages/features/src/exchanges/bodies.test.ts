import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LENGTHS } from '../lengths.ts';
import { ownWords } from './bodies.ts';
import { plainSubject, threadOf } from './threads.ts';

const SITE = 'https://valley.test';
const words = (text: string) => ownWords(text, SITE);

test.each([
  [
    'I will come.\r\n\r\nOn Tue, 1 Dec 2026 at 10:00, Eastside <hello@valley.test> wrote:\r\n> Dear Ana,\r\n> come.',
    'I will come.',
  ],
  ['Sí.\n\nEl mar, 1 dic 2026 a las 10:00, Vecinos (<hola@valley.test>)\nescribió:\n\n> Querida Ana', 'Sí.'],
  ['نعم.\n\nفي ثلاثاء، 1 ديسمبر 2026، كتب Eastside <hello@valley.test>:\n> مرحبا', 'نعم.'],
  ['Yes!\n\n-----Original Message-----\nFrom: Eastside\nDear Ana', 'Yes!'],
  ['Yes!\n\n________________________________\nFrom: Eastside <hello@valley.test>\nDear Ana', 'Yes!'],
  ['Yes!\n\nFrom: Eastside <hello@valley.test>\nSent: Tuesday\n\nDear Ana', 'Yes!'],
  ['> Will you come?\nYes.\n> Alone?\nNo.', 'Yes.\nNo.'],
  ['On Tuesday I cannot.\nOn Wednesday I can.', 'On Tuesday I cannot.\nOn Wednesday I can.'],
  ['On Monday my landlord wrote:\nget out.', 'On Monday my landlord wrote:\nget out.'],
  ['El casero me escribió\nque me vaya.', 'El casero me escribió\nque me vaya.'],
  ['', ''],
])('of %j what was written is %j', (text, own) => {
  expect(words(text)).toBe(own);
});

test('a link that stands for whoever the letter was to is cut off, however it is written; other links stay', () => {
  const sealed = '019a0000-0000-7000-8000-000000000000.seal';
  expect(words(`Here: ${SITE}/unsubscribe/${sealed} and https://else.example/a`)).toBe(
    `Here: ${SITE}/… and https://else.example/a`,
  );
  for (const link of [
    `https://x@valley.test/my/${sealed}`,
    `https://valley.test:444/my/${sealed}`,
    `HTTPS://VALLEY.TEST/${sealed}`,
  ])
    expect(words(link)).not.toContain('seal');
  expect(words(`${SITE}/groups/eastside`)).toBe(`${SITE}/groups/eastside`);
});

test('whatever came, what is kept fits, and has no control signs', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.nat(60), (some, times) => {
      const kept = words(some.repeat(times));
      expect([...kept].length).toBeLessThanOrEqual(LENGTHS.answer);
      expect(kept).not.toMatch(/[\0\v\r]/);
    }),
  );
});

test.each([
  ['Re: Two days', 'Two days'],
  ['RE: AW: Fwd: Two days', 'Two days'],
  ['Re[2]: [Eastside] Two days', 'Two days'],
  ['رد: يومان', 'يومان'],
  ['Rehearsal', 'Rehearsal'],
  ['', ''],
])('%j is an answer to %j', (subject, plain) => {
  expect(plainSubject(subject)).toBe(plain);
  expect(threadOf(subject)).toBe(threadOf(plain));
});

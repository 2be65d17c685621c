import fc from 'fast-check';
import { expect, test } from 'vitest';
import { waysToPassOn } from './passing-on.ts';

test('whatever a title holds, each way carries it and the address, and nothing else', () => {
  const address = 'https://valley.example/go/branch?via=a&b=c';
  const typed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(typed, typed, (title, text) => {
      const ways = waysToPassOn({ address, title, text });
      const asked = ways.map(({ href }) => Object.fromEntries(new URL(href).searchParams));
      expect(asked).toEqual([
        { text: `${text}\n${address}` },
        { url: address, text },
        { body: `${text}\n${address}` },
        { subject: title, body: `${text}\n\n${address}` },
      ]);
    }),
  );
});

test('half a letter, which no address can hold, breaks none of them', () => {
  expect(() =>
    waysToPassOn({ address: 'https://valley.example', title: '\ud83d', text: '\udc00' }),
  ).not.toThrow();
});

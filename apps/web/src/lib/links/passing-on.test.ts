import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linkOnward, waysToPassOn } from './passing-on.ts';

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

test('whoever came through another group’s link passes that one on, and everybody else the page’s own', () => {
  const link = { code: 'home1', url: 'https://valley.example/go/home1' };
  const [tenants, riders] = [{ slug: 'tenants' }, { slug: 'riders' }];
  const onward = (owner: { slug: string }, via: string) =>
    linkOnward({ link, owner, group: tenants }, via, 'https://valley.example')?.url;
  expect(onward(tenants, '')).toBe(link.url);
  expect(onward(tenants, 'flyer')).toBe(link.url);
  expect(onward(riders, 'riders7')).toBe('https://valley.example/go/riders7');
  expect(linkOnward({ link: null, owner: riders, group: tenants }, '', 'https://valley.example')).toBeNull();
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DOMAIN_PATTERN,
  domainNamed,
  isPublicSuffix,
  liesWithin,
  localPartNamed,
  readableDomain,
} from './names.ts';

test.for([
  ['eastside.example', 'eastside.example'],
  [' EastSide.Example. ', 'eastside.example'],
  ['https://www.eastside.example/about?x=1', 'www.eastside.example'],
  ['hello@eastside.example', 'eastside.example'],
  ['@eastside.example', 'eastside.example'],
  ['ｅａｓｔｓｉｄｅ．ｅｘａｍｐｌｅ', 'eastside.example'],
  ['münchen.example', 'xn--mnchen-3ya.example'],
  ['xn--mnchen-3ya.example', 'xn--mnchen-3ya.example'],
  ['حافلات.example', 'xn--mgbajj5hsa.example'],
] as const)('%s is the domain %s', ([typed, domain]) => {
  expect(domainNamed(typed)).toBe(domain);
});

test.for([
  '',
  'eastside',
  'localhost',
  '127.0.0.1',
  '[::1]',
  'a b.example',
  'a..example',
  '-a.example',
  '_dmarc.a.example',
  'https://',
])('“%s” is no domain', (typed) => {
  expect(domainNamed(typed)).toBeNull();
});

describe('for any text', () => {
  const anything = fc.oneof(
    fc.string(),
    fc.string({ unit: 'grapheme' }),
    fc.domain(),
    fc.emailAddress(),
    fc.webUrl(),
  );

  test('a domain has one form, which the DNS takes and the database keeps', () => {
    fc.assert(
      fc.property(anything, (typed) => {
        const domain = domainNamed(typed);
        if (domain === null) return;
        expect(domain).toMatch(DOMAIN_PATTERN);
        expect(domainNamed(domain)).toBe(domain);
        expect(domainNamed(readableDomain(domain))).toBe(domain);
      }),
    );
  });

  test('a domain is the same in capitals, with blanks around, as a link and behind a name', () => {
    fc.assert(
      fc.property(fc.domain(), fc.constantFrom('https://', 'http://', 'us@', '@', '  '), (domain, before) => {
        const usual = domainNamed(domain);
        expect(domainNamed(domain.toUpperCase())).toBe(usual);
        expect(domainNamed(`${before}${domain}. `.replace('https://', 'HTTPS://'))).toBe(usual);
        expect(usual).toBe(domain.toLowerCase());
      }),
    );
  });

  test('what stands before the @ has one form as well, and never a second @, a blank or a line', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.emailAddress()), (typed) => {
        const name = localPartNamed(typed);
        if (name === null) return;
        expect(name).toMatch(/^[a-z0-9._+-]+$/);
        expect(localPartNamed(name)).toBe(name);
      }),
    );
  });
});

test('a domain lies within itself and what it ends with, and not within what only looks so', () => {
  expect(liesWithin('valley.example', 'valley.example')).toBe(true);
  expect(liesWithin('a.valley.example', 'valley.example')).toBe(true);
  expect(liesWithin('myvalley.example', 'valley.example')).toBe(false);
  expect(liesWithin('valley.example', 'a.valley.example')).toBe(false);
});

test('what everybody gets names under is known as that', () => {
  for (const suffix of ['co.uk', 'org.uk', 'com.au', 'org.br', 'gob.mx'])
    expect(isPublicSuffix(suffix)).toBe(true);
  for (const own of ['eastside.co.uk', 'eastside.uk', 'org.example']) expect(isPublicSuffix(own)).toBe(false);
});

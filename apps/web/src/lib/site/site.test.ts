import { expect, test } from 'vitest';
import { contactLink } from './contact.ts';
import { securityTxt } from './security-txt.ts';

test('security.txt names whom to tell, and is always good for less than a year', () => {
  const site = { securityContact: 'mailto:security@valley.example', languages: ['en', 'es'] };
  expect(securityTxt(site, 'https://valley.example', Date.parse('2026-11-28T10:00:00Z'))).toBe(
    `Contact: mailto:security@valley.example
Expires: 2027-02-26T10:00:00Z
Preferred-Languages: en, es
Canonical: https://valley.example/.well-known/security.txt
`,
  );
});

test.for([
  ['hello@valley.example', 'mailto:hello@valley.example'],
  ['https://valley.example/talk', 'https://valley.example/talk'],
  ['javascript:alert(1)', null],
  ['http://valley.example', null],
  ['hello@valley.example?bcc=x@y.example', null],
  ['Ask at the desk, Linden 4, on Tuesdays', null],
] as const)('%s leads to %s', ([contact, link]) => {
  expect(contactLink(contact)).toBe(link);
});

import { expect, test } from 'vitest';
import { layoutMail, type MailLetter } from './mail.ts';

const letter: MailLetter = {
  language: 'en',
  direction: 'ltr',
  siteName: 'Neighbours & Friends',
  heading: 'Confirm your name',
  paragraphs: [
    'You signed “Save the library”.\nThank you.',
    'See https://example.org/campaigns/library?a=1&b=2 for more.',
  ],
  button: { label: 'Add my name', url: 'https://example.org/confirm/abc?x=1&y=2' },
  footer: ['Sent because you signed.'],
  unsubscribe: { label: 'No more of these', url: 'https://example.org/leave/abc' },
};

test('the plain text says it all, with addresses on lines of their own', () => {
  expect(layoutMail(letter).text).toBe(`Confirm your name

You signed “Save the library”.
Thank you.

See
https://example.org/campaigns/library?a=1&b=2
for more.

Add my name:
https://example.org/confirm/abc?x=1&y=2

-- 
Neighbours & Friends
Sent because you signed.

No more of these:
https://example.org/leave/abc
`);
});

test('long paragraphs are wrapped, long addresses are not', () => {
  const url = `https://example.org/${'a'.repeat(200)}`;
  const { text } = layoutMail({ ...letter, paragraphs: ['word '.repeat(100), `Here: ${url}`] });
  const lines = text.split('\n');
  expect(lines).toContain(url);
  expect(
    Math.max(...lines.filter((line) => !line.startsWith('https:')).map((line) => line.length)),
  ).toBeLessThan(73);
});

test('nobody’s words become markup', () => {
  const words = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&`;
  const { html } = layoutMail({
    language: 'en',
    direction: 'ltr',
    siteName: words,
    heading: words,
    paragraphs: [words],
    button: { label: words, url: `https://example.org/?q="><script>` },
    footer: [words],
    unsubscribe: { label: words, url: 'https://example.org/' },
  });
  expect(html).not.toMatch(/<(script|img)/i);
  expect(html).toContain('&#60;script&#62;');
});

test('a link that is not a web address is a mistake of the caller', () => {
  expect(() => layoutMail({ ...letter, button: { label: 'x', url: 'javascript:alert(1)' } })).toThrow(
    TypeError,
  );
});

test('a mail reads from right to left where the language does', () => {
  const { html } = layoutMail({ ...letter, language: 'ar', direction: 'rtl', heading: 'أكّد اسمك' });
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('dir="rtl" style=');
});

test('a mail fetches nothing when it is opened, and is small', () => {
  const { html } = layoutMail(letter);
  expect(html).not.toMatch(/<(img|link|iframe|script|svg)|url\(|@import/i);
  expect(html).toContain('prefers-color-scheme: dark');
  expect(Buffer.byteLength(html)).toBeLessThan(6000);
});

test('a mail without a button or a way to leave shows no trace of them', () => {
  const { button: _button, unsubscribe: _unsubscribe, ...bare } = letter;
  const { html, text } = layoutMail(bare);
  expect(html).not.toContain('<a ');
  expect(text.endsWith('Sent because you signed.\n')).toBe(true);
});

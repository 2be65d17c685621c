import { expect, test } from 'vitest';
import { framedLetter } from './framed.ts';

const KEY = `picture-${'0a'.repeat(16)}-960x640`;
const html = `<meta name="color-scheme" content="light dark"><style>@media (prefers-color-scheme: dark){.paper{}}</style>
<img src="cid:${KEY}" alt="The hall"><a href="https://valley.example/">Come</a>`;

test('a picture that goes along with a mail is shown from where it is kept', () => {
  expect(framedLetter(html, { isDark: false })).toContain(`src="/files/${KEY}-480"`);
});

test('it is as dark as was asked', () => {
  expect(framedLetter(html, { isDark: true })).toContain('@media all{');
  expect(framedLetter(html, { isDark: false })).toContain('@media not all{');
  expect(framedLetter(html, { isDark: true })).toContain('content="dark"');
});

test('a link of it opens beside the page', () => {
  expect(framedLetter(html, { isDark: false })).toContain(
    '<a target="_blank" rel="noopener" href="https://valley.example/">',
  );
});

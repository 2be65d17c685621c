import { expect, test } from 'vitest';
import { plainText, renderMarkdown } from './markdown.ts';

test('what people write becomes paragraphs, lists and emphasis, each in its own direction', () => {
  expect(renderMarkdown('Keep it **open**.')).toBe('<p dir="auto">Keep it <strong>open</strong>.</p>\n');
  expect(renderMarkdown('- one')).toContain('<ul dir="auto">\n<li>one</li>');
});

test('headings stand below the title of the page', () => {
  expect(renderMarkdown('# Why')).toBe('<h2 dir="auto">Why</h2>\n');
});

test('markup in a text stays text', () => {
  expect(renderMarkdown('<script>alert(1)</script>')).not.toContain('<script');
  expect(renderMarkdown('<img src=x onerror=alert(1)>')).not.toContain('<img');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'vbscript:x', '//elsewhere.example/x'])(
  'a link to %s leads nowhere',
  (url) => {
    expect(renderMarkdown(`[here](${url})`)).not.toContain('href');
  },
);

test('a link tells its target nothing and lends it no standing', () => {
  expect(renderMarkdown('[here](https://example.org)')).toContain(
    '<a href="https://example.org" rel="nofollow noopener">here</a>',
  );
});

test('pictures of this site are shown in the sizes it keeps, and no other server learns who reads', () => {
  const key = `picture-${'a'.repeat(32)}-1200x800`;
  const shown = renderMarkdown(`![Our march](/files/${key})`);
  expect(shown).toContain(`src="/files/${key}" srcset="/files/${key}-480 480w, /files/${key} 1200w"`);
  expect(shown).toContain('width="1200" height="800" alt="Our march" loading="lazy"');
  expect(renderMarkdown('![x](https://tracker.example/a.png)')).not.toContain('<img');
  expect(renderMarkdown('![x](/files/../api/v1/session)')).not.toContain('<img');
});

test('a plain excerpt has the words alone, cut to length', () => {
  expect(plainText('# Hi\n\nWe say "**no**" & mean 1 < 2.')).toBe('Hi We say "no" & mean 1 < 2.');
  expect(plainText('one two three', 8)).toBe('one two…');
});

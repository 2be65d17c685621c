import { expect, test } from 'vitest';
import { embedCode, framedPolicy, isEmbedded, wholePath } from './embedding.ts';

test('frames are let in at the embedded form and its thanks, and nowhere else', () => {
  const framed = ['campaigns', 'events'].map((kind) => `/embed/${kind}/[slug=slug]`);
  for (const route of [...framed, ...framed.map((form) => `${form}/thanks`)])
    expect(isEmbedded(route)).toBe(true);
  for (const route of ['/', '/campaigns/[slug=slug]', '/embedded', '/groups/embed/', null])
    expect(isEmbedded(route)).toBe(false);
});

test('a framed page keeps the rest of its policy', () => {
  expect(framedPolicy("default-src 'self'; frame-ancestors 'none'; form-action 'self'")).toBe(
    "default-src 'self'; frame-ancestors *; form-action 'self'",
  );
});

test('the code to paste is one frame and one link, whatever the title says', () => {
  const link = { code: 'riders', url: 'https://valley.example/go/riders' };
  const title = '"><script>alert(1)</script> & more';
  for (const kind of ['campaigns', 'events'] as const) {
    const code = embedCode({ publicUrl: 'https://valley.example', kind, slug: 'keep-it', title, link });
    expect(code).toContain(`src="https://valley.example/embed/${kind}/keep-it?l=riders"`);
    expect(code).toContain('<a href="https://valley.example/go/riders">');
    expect(code).not.toContain('<script');
    expect(code.match(/</g)).toHaveLength(6);
  }
});

test('whoever goes on from a frame to the whole page comes by the same link', () => {
  const form = { kind: 'events', slug: 'party' } as const;
  expect(wholePath(form, 'riders')).toBe('/events/party?via=riders');
  expect(wholePath(form, '')).toBe('/events/party');
});

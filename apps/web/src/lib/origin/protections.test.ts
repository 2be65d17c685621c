import { expect, test } from 'vitest';
import { protectionsOf } from './protections.ts';

test('a page that came by TLS asks to be fetched by nothing else, and no other page does', () => {
  expect(protectionsOf('https://example.org')).toMatchObject({
    'strict-transport-security': 'max-age=31536000',
  });
  for (const plain of ['http://example.org', 'http://127.0.0.1:3000', 'http://site.onion'])
    expect(protectionsOf(plain)).not.toHaveProperty('strict-transport-security');
});

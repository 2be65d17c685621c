import { expect, test } from 'vitest';
import { foreignPage } from './foreign-page.ts';

async function linkOf(path: string) {
  const html = await foreignPage('en', path, {}).text();
  return /href="([^"]*)"/.exec(html)?.[1];
}

test('the page that refuses another site’s form leads to the page that was asked for', async () => {
  expect(await linkOf('/groups/eastside')).toBe('/groups/eastside');
});

test.each(['//evil.example/sign-in', '/\\evil.example', '///evil.example'])(
  'it leads nowhere else: %s',
  async (path) => {
    expect(await linkOf(path)).toBe('/');
  },
);

import { globSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { CLOSED_TO_ROBOTS, isIndexed, isOpenRoute } from './indexing.ts';

const folder = new URL('../../routes/', import.meta.url).pathname;
const routes = globSync('**/{+page.svelte,+page.server.ts,+server.ts}', { cwd: folder }).map((file) => {
  const path = dirname(file);
  return path === '.' ? '/' : `/${path}`;
});

/** What a visitor types for a route, with something in its place for each part that has a form. */
function addressOf(route: string) {
  return route.replaceAll('[x+2e]', '.').replaceAll(/\[[^\]]+\]/g, 'something');
}

function isClosed(address: string) {
  return CLOSED_TO_ROBOTS.some((path) =>
    new RegExp(`^${path.replaceAll(/[.+?]/g, String.raw`\$&`).replaceAll('*', '.*')}`).test(address),
  );
}

test.for([...new Set(routes)])(
  '%s is kept by search engines, or closed to robots, and never both',
  (route) => {
    expect(isClosed(addressOf(route))).toBe(!isOpenRoute(route));
  },
);

test.for([
  ['a group that nobody vouched for', { group: { visibility: 'public', isVouched: false } }],
  ['an unlisted group', { group: { visibility: 'unlisted', isVouched: true } }],
  ['a campaign of such a group', { campaign: { isListed: false } }],
  ['an event of such a group', { event: { isListed: false } }],
] as const)('%s is not kept', ([, shown]) => {
  expect(isIndexed('/groups/[slug=slug]', 200, shown)).toBe(false);
});

test('a page for anyone may be indexed, and one that is not there may not', () => {
  const group = { visibility: 'public', isVouched: true };
  expect(isIndexed('/groups/[slug=slug]', 200, { group })).toBe(true);
  expect(isIndexed('/', 200, {})).toBe(true);
  expect(isIndexed('/groups/[slug=slug]', 404, {})).toBe(false);
  expect(isIndexed(null, 404, {})).toBe(false);
});

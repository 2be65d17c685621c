import type { Viewer } from './api.ts';
import type { Ask } from './ask.ts';
import type { Page } from './crawl.ts';
import type { Tried } from './verdict.ts';

/** Parts that lead elsewhere once somebody pastes them into another address. */
const PARTS = [
  ...[
    '..%2F..%2Freadyz',
    '..%2Freadyz',
    '..%2Fsite',
    '..%2F..%2Fapi%2Fdocs',
    '%2e%2e%2fsite',
    '..%5c..%5csite',
  ],
  ...['x%2F..%2F..%2Fsite', '%2F%2Fevil.example', '%00', '%zz', '%3Fx', '%23x', ';x', 'a'.repeat(3000)],
];

/** Each part of each address in the place of which something else stands: never anybody's page, never a fault. */
export async function attackPaths(ask: Ask, viewer: Viewer, pages: Page[]): Promise<Tried> {
  const paths = [...new Set(pages.flatMap(({ path }) => variantsOf(path.split('?')[0] ?? '')))];
  const broken: string[] = [];
  for (const path of paths) {
    const { status } = await ask({ method: 'GET', path, as: viewer.cookie });
    if (status < 300 || status >= 500) broken.push(`GET ${path.slice(0, 120)}: ${status}`);
  }
  return { name: `addresses that lead elsewhere, as ${viewer.name}`, count: paths.length, broken };
}

function variantsOf(path: string): string[] {
  const parts = path.split('/').slice(1);
  return parts.flatMap((_, at) =>
    at === 0
      ? []
      : PARTS.map((part) => `/${[...parts.slice(0, at), part, ...parts.slice(at + 1)].join('/')}`),
  );
}

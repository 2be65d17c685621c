import { error } from '@sveltejs/kit';

class Path {
  // Nothing else has this field, so that nothing else passes for a path: not even what has the same shape.
  readonly #isPath = true;
  /** From the root of the site on: `/api/v1/groups/eastside?limit=5`. */
  readonly href: string;

  constructor(href: string) {
    this.href = href;
  }

  static is(part: unknown): part is Path {
    return part instanceof Path && part.#isPath;
  }
}

/**
 * A path of the api. The api is asked by nothing else, and `at` alone makes one: what a visitor typed is always one part
 * of a path and never its shape.
 */
export type ApiPath = Path;

type Part = string | number | ApiPath | URLSearchParams | undefined;

const ROOT = '/api/v1';

/**
 * The path of the api that is written here, below `/api/v1`: ``at`/groups/${slug}/people/${id}` ``. Each value is encoded
 * and stays in its place; another path may stand first (``at`${group}/news` ``), a query last (``at`/events?${query}` ``).
 * A value that no path can hold leads to a page that is not there (404).
 */
export function at(texts: TemplateStringsArray, ...parts: Part[]): ApiPath {
  const [first = '', ...rest] = texts;
  const start = first === '' ? '' : ROOT + first;
  const href = rest.reduce((before, text, place) => before + written(parts[place], before) + text, start);
  const { pathname } = new URL(href, 'http://api');
  // What whoever is asked would read differently is another route's path.
  if (pathname !== href.split('?', 1)[0] || !pathname.startsWith(`${ROOT}/`)) error(404, '');
  return new Path(href);
}

function written(part: Part, before: string): string {
  if (Path.is(part) && before === '') return part.href;
  if (part instanceof URLSearchParams && before.endsWith('?')) return String(part);
  if (typeof part === 'object' || before === '') throw new TypeError('a path goes first, a query after "?"');
  const text = String(part ?? '');
  const isMissing = !before.includes('?') && ['', '.', '..'].includes(text);
  if (isMissing || !text.isWellFormed()) error(404, '');
  return encodeURIComponent(text);
}

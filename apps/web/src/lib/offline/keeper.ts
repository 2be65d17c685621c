import { KEPT, KEPT_FOR, KEPT_PAGE, KEPT_SHOWN, OFFLINE, UNKNOWN } from './marks.ts';

const PREFIX = 'kept-';
/** What is younger is not fetched again ahead of being asked for. */
const FRESH_MS = 60 * 60_000;
/** Pages and stylesheets of one person. */
const MOST = 120;
/** A line that is this slow is none, where there is a page to show instead. */
const PATIENCE_MS = 10_000;
const SHEETS = /"(\/_app\/immutable\/assets\/[\w.-]+\.css)"/g;

/**
 * What a service worker keeps for when there is no line: the pages of whoever is signed in that say so, their stylesheets, and
 * the page that says that there is none. The name of its one cache bears the build, the person and the language, so that what is of
 * another goes the moment the first page of this one is seen.
 */
export class Keeper {
  readonly #version: string;
  /** Counts how often everything was forgotten: what was under way then is no longer kept. */
  #turn = 0;

  constructor(version: string) {
    this.#version = version;
  }

  /** From the site, or as it was kept where the site is not reached; without either, the page that says so. */
  async answer(path: string, ask: () => Promise<Response>, later: (work: Promise<unknown>) => void) {
    const turn = this.#turn;
    const known = await this.#known(path);
    try {
      const page = await (known ? inTime(ask()) : ask());
      later(this.#take(path, page, turn));
      return page;
    } catch (fault) {
      const instead = known ? await shown(known) : await this.sayOffline();
      if (instead) return instead;
      throw fault;
    }
  }

  /** The page that says that there is no line. */
  async sayOffline(): Promise<Response | undefined> {
    const page = await this.#known(OFFLINE);
    return page && saying(page, await page.text(), 503);
  }

  /** The stylesheet that a kept page came with, or the site's. */
  async style(request: Request): Promise<Response> {
    return (await this.#known(new URL(request.url).pathname)) ?? fetch(request);
  }

  /** Fetches those of these pages that are not kept yet, or were kept long ago. */
  async fetchAhead(paths: string[]): Promise<void> {
    const turn = this.#turn;
    for (const path of new Set(paths)) {
      if (isFresh(await this.#known(path))) continue;
      try {
        await this.#take(path, await fetch(path, { redirect: 'manual' }), turn);
      } catch {
        // No line: what is kept stays as it is.
        return;
      }
    }
  }

  /** Nothing is kept any longer, nor will be of what is under way. */
  async forget(): Promise<void> {
    this.#turn += 1;
    await dropAllBut(null);
  }

  /** What an earlier build kept goes. */
  async dropOlder(): Promise<void> {
    for (const name of await caches.keys())
      if (name.startsWith(PREFIX) && !name.startsWith(`${PREFIX}${this.#version}.`))
        await caches.delete(name);
  }

  async #known(path: string): Promise<Response | undefined> {
    for (const name of await caches.keys()) {
      if (!name.startsWith(`${PREFIX}${this.#version}.`)) continue;
      const found = await (await caches.open(name)).match(path);
      if (found) return found;
    }
    return undefined;
  }

  /** Draws its conclusions from a page that came from the site. */
  async #take(path: string, page: Response, turn: number): Promise<void> {
    const { headers, status } = page;
    if (!headers.has('x-sveltekit-page')) return;
    const mark = headers.get(KEPT_FOR);
    // A page for strangers: the session is over, by whatever way it ended.
    if (mark === null) return this.forget();
    if (mark === UNKNOWN || !mark.startsWith(`${this.#version}.`) || turn !== this.#turn) return;
    const isKept = status === 200 && (path === OFFLINE || headers.has(KEPT_PAGE));
    // Before anything is waited for: whoever asked reads the page itself.
    const copy = isKept ? page.clone() : null;
    const name = PREFIX + mark;
    await dropAllBut(name);
    const cache = await caches.open(name);
    if (copy) await put(cache, path, copy);
    else await cache.delete(path);
    if (turn !== this.#turn) await caches.delete(name);
  }
}

async function put(cache: Cache, path: string, page: Response) {
  const html = await page.clone().text();
  await cache.put(path, page);
  for (const [, sheet = ''] of html.matchAll(SHEETS)) if (!(await cache.match(sheet))) await cache.add(sheet);
  const kept = await cache.keys();
  for (const request of kept.slice(0, Math.max(0, kept.length - MOST))) await cache.delete(request);
}

async function dropAllBut(kept: string | null) {
  for (const name of await caches.keys())
    if (name.startsWith(PREFIX) && name !== kept) await caches.delete(name);
}

/** A kept page, whose line says of itself from when it is. */
async function shown(page: Response): Promise<Response> {
  return saying(page, (await page.text()).replace(KEPT, KEPT_SHOWN), 200);
}

/** The text is as long as it is, and unpacked. */
function saying({ headers }: Response, html: string, status: number): Response {
  const own = new Headers(headers);
  for (const name of ['content-length', 'content-encoding']) own.delete(name);
  return new Response(html, { status, headers: own });
}

function isFresh(page: Response | undefined): boolean {
  return page !== undefined && Date.now() - Date.parse(page.headers.get('date') ?? '') < FRESH_MS;
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let clock: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    clock = setTimeout(() => fail(new Error('The line is too slow.')), PATIENCE_MS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(clock));
}

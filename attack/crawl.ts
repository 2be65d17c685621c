import type { Viewer } from './api.ts';
import type { Ask } from './ask.ts';

/** A page as one viewer got it. */
export type Page = { path: string; html: string };

/** The pages that a viewer reaches by links from the front page and their own places, breadth first. */
export async function crawl(ask: Ask, viewer: Viewer, most: number): Promise<Page[]> {
  const waiting = [
    '/',
    '/groups',
    '/campaigns',
    '/events',
    '/messages',
    '/account',
    '/site',
    '/sign-in',
    '/open-account',
  ];
  const seen = new Set(waiting);
  const pages: Page[] = [];
  for (let path = waiting.shift(); path !== undefined && pages.length < most; path = waiting.shift()) {
    const { status, body, headers } = await ask({ method: 'GET', path, as: viewer.cookie });
    if (status !== 200 || !String(headers['content-type']).startsWith('text/html')) continue;
    pages.push({ path, html: body });
    for (const next of linksIn(body).filter((link) => !seen.has(link))) {
      seen.add(next);
      waiting.push(next);
    }
  }
  return pages;
}

function linksIn(html: string): string[] {
  return [...html.matchAll(/href="(\/[^"#]*)"/g)].flatMap(([, path = '']) =>
    path.startsWith('//') || /^\/(_app|files)\//.test(path) ? [] : [path.replaceAll('&amp;', '&')],
  );
}

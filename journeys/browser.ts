import type { AxeResults } from 'axe-core';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

/** A place in the one Chromium of all journeys; its profiles are gone when it is closed. */
export function openBrowser(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}

export type Visitor = { context: BrowserContext; page: Page };
type Device = {
  javaScript?: boolean;
  width?: 390 | 1280;
  dark?: boolean;
  locale?: string;
  /** Not for who goes a way again on which barriers were looked for, in other words: that takes most of a journey. */
  meetsBarriers?: boolean;
};

/** One visitor with a browser profile of their own. */
export async function visitor(
  browser: Browser,
  { javaScript = true, width = 1280, dark = false, locale = 'en-US', meetsBarriers = true }: Device = {},
): Promise<Visitor> {
  const device = {
    viewport: { width, height: width === 390 ? 844 : 900 },
    colorScheme: dark ? ('dark' as const) : ('light' as const),
    locale,
    timezoneId: 'America/New_York',
  };
  const context = await browser.newContext({ ...device, javaScriptEnabled: javaScript });
  // As patient as a machine that does much else beside the tests.
  context.setDefaultTimeout(60_000);
  if (!meetsBarriers) {
    const page = await context.newPage();
    unlooked.add(page);
    return { context, page };
  }
  const looked = javaScript ? context : await browser.newContext(device);
  // Sent once for all the pages of a profile: it is as large as all of them.
  await looked.addInitScript(AXE);
  const page = await context.newPage();
  if (!javaScript) reflections.set(page, await looked.newPage());
  return { context, page };
}

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What looks for barriers, as a script that a page begins with. */
export const AXE = `(() => { const exports = undefined; const module = undefined; ${axe} })()`;
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Whoever was a stranger until now has no stylesheet yet, and sees nothing before it is there. */
const STYLED = `new Promise((resolve) => {
  const sheets = document.getElementsByTagName('link');
  const isThere = ({ rel, sheet }) => rel !== 'stylesheet' || sheet !== null;
  const look = () =>
    document.readyState !== 'loading' && [...sheets].every(isThere) ? resolve() : setTimeout(look, 10);
  look();
})`;

/** Nothing that axe knows to be a barrier (WCAG 2.2 A and AA) stands on this page as it is now. */
export async function expectNoBarriers(page: Page): Promise<void> {
  if (unlooked.has(page)) return;
  const looked = await reflect(page);
  await looked.evaluate(STYLED);
  // A selector for each element that is looked at takes as long as looking; what is found is shown by its HTML.
  const options = { runOnly: LEVELS, resultTypes: ['violations'], selectors: false };
  const violations = await looked.evaluate<AxeResults['violations']>(
    `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`,
  );
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`,
  );
  expect(found, `barriers on ${page.url()}`).toEqual([]);
}

/** axe needs scripts to run: a page without them is looked at in a copy of what it shows. */
async function reflect(page: Page): Promise<Page> {
  const reflection = reflections.get(page);
  if (!reflection) return page;
  // What a press leads to may still be coming in, and half a page has links without their words.
  await page.waitForLoadState('domcontentloaded');
  const body = await page.content();
  const url = page.url().split('#')[0] ?? '';
  await reflection.route(url, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body }), {
    times: 1,
  });
  await reflection.goto(url);
  return reflection;
}

const reflections = new WeakMap<Page, Page>();
const unlooked = new WeakSet<Page>();

/**
 * Weighs what a first visit of a page costs: bytes over the wire with headers, requests, bytes of script, hosts asked. One
 * browser profile that keeps nothing does for all of them, since making one takes longer than a visit.
 */
export async function scales(browser: Browser) {
  const { context, page } = await visitor(browser, { width: 390 });
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let requests = new Map<string, { type: string; url: string; bytes: number }>();
  session.on('Network.requestWillBeSent', ({ requestId, request, type = 'Other' }) =>
    requests.set(requestId, { type, url: request.url, bytes: 0 }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  return {
    async weigh(url: string) {
      await context.clearCookies();
      requests = new Map();
      await page.goto(url, { waitUntil: 'networkidle' });
      return weightOf([...requests.values()].filter((request) => request.url.startsWith('http')));
    },
    close: () => context.close(),
  };
}

function weightOf(all: { type: string; url: string; bytes: number }[]) {
  const sum = (list: typeof all) => list.reduce((total, { bytes }) => total + bytes, 0);
  return {
    bytes: sum(all),
    requests: all.length,
    scriptBytes: sum(all.filter(({ type }) => type === 'Script')),
    sheets: all.filter(({ type }) => type === 'Stylesheet').length,
    hosts: [...new Set(all.map((request) => new URL(request.url).host))],
  };
}

import { say } from '@groundwork/words';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { freePort } from './ports.ts';
import { startSite, type RunningSite } from './site.ts';
import { open, setUp } from './steps.ts';

const SOON = { timeout: 30_000, interval: 100 };

let browser: Browser;
let site: RunningSite;
let door: Awaited<ReturnType<typeof openDoor>>;
beforeAll(async () => {
  browser = await openBrowser();
  door = await openDoor();
  site = await startSite({ env: { PUBLIC_URL: door.url } });
  door.lead(site.url);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  door.close();
});

test('a new build has a worker of its own at once, and nothing that the one before kept', async () => {
  const { page, context } = await visitor(browser, { width: 390, meetsBarriers: false });
  await setUp({ ...site, url: door.url }, page);
  await open(page, `${door.url}/home`);
  await expect.poll(() => builds(page), SOON).toEqual([door.first()]);
  door.rebuild();
  await page.goto(`${door.url}/groups`);
  await page.goto(`${door.url}/home`);
  await expect.poll(() => builds(page), SOON).toEqual([`${door.first()}-next`]);
  await expect.poll(() => page.evaluate(WAITING), SOON).toEqual([[null, null]]);
  await context.setOffline(true);
  await page.goto(`${door.url}/home`);
  expect(await page.locator('[data-kept]').innerText()).toContain('You are offline.');
  await page.goto(`${door.url}/groups`);
  expect(await page.locator('h1').innerText()).toBe(say('en', 'offline.title'));
  await context.close();
});

/** Of each worker, whether another waits for its place. */
const WAITING =
  'navigator.serviceWorker.getRegistrations().then((all) => all.map((one) => [one.waiting, one.installing]))';

/** The builds by which this browser keeps anything. */
function builds(page: Page): Promise<string[]> {
  return page.evaluate("caches.keys().then((names) => names.map((name) => name.slice(5).split('.', 1)[0]))");
}

/** A door before the site, which says from `rebuild` on that everything is of another build. */
async function openDoor() {
  const port = await freePort();
  let inside = '';
  let isNew = false;
  let first = '';
  const named = (text: string) => (isNew && first ? text.replaceAll(first, `${first}-next`) : text);
  const server = createServer((asked: IncomingMessage, answer: ServerResponse) => {
    const { method, url: path, headers } = asked;
    const { 'accept-encoding': _packed, 'if-none-match': _known, ...plain } = headers;
    const passed = request(new URL(path ?? '/', inside), { method, headers: plain }, (response) => {
      const { 'kept-for': mark, 'content-length': _length, ...rest } = response.headers;
      first ||= String(mark ?? '').split('.', 1)[0] ?? '';
      answer.writeHead(response.statusCode ?? 502, {
        ...rest,
        ...(mark && { 'kept-for': named(String(mark)) }),
      });
      if (path !== '/service-worker.js') return response.pipe(answer);
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      return response.on('end', () => answer.end(named(Buffer.concat(chunks).toString())));
    });
    passed.on('error', () => answer.writeHead(502).end());
    asked.pipe(passed);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${port}`,
    first: () => first,
    lead: (url: string) => (inside = url),
    rebuild: () => (isNew = true),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

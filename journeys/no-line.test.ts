import { say } from '@groundwork/words';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { AXE, expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { OWN_CHROMIUM } from './chromium.ts';
import { arrives, EASTSIDE, onPhone, shown, type Person } from './coalition-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { dayFromNow, fill, knock, open, press, setUp } from './steps.ts';

const ADDRESS = '14 Linden Court, the blue door';
const SOON = { timeout: 20_000, interval: 100 };

let browser: Browser;
let site: RunningSite;
let amina: Page;
let luz: Person;
let event: string;
let other: string;
let profile: string;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  ({ page: amina } = await visitor(browser, onPhone));
  await setUp(site, amina);
  luz = await arrives(browser, site, { name: 'Luz Ortega', email: 'luz@valley.test', language: 'es' });
  event = await plan('Soup and a list of names', ADDRESS);
  other = await plan('A party of others', '3 Ninth Street');
  profile = await mkdtemp(join(tmpdir(), 'groundwork profile '));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  await rm(profile, { recursive: true, force: true });
});

test('the site is put among the programs of a phone, and a stranger’s page knows nothing of that', async () => {
  const stranger = await (await fetch(`${site.url}/`)).text();
  expect(stranger).not.toMatch(/manifest|service-?worker|registering|data-kept/i);
  const { page } = await ownBrowser();
  await signIn(page);
  const session = await page.context().newCDPSession(page);
  const { url, errors, data } = await session.send('Page.getAppManifest');
  expect([url, errors]).toEqual([`${site.url}/manifest.webmanifest`, []]);
  expect(JSON.parse(data ?? '')).toMatchObject({ name: 'Valley Coalition', lang: 'es', start_url: '/home' });
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual([]);
});

test('without a line one sees one’s own events as they were, and of everything else that there is no line', async () => {
  const { page, context } = await ownBrowser();
  await page.goto(`${site.url}${event}`);
  await knock(site, page, { method: 'POST', path: `${event}/rsvps`, data: { answer: 'going' } });
  await open(page, `${site.url}${other}`);
  await page.goto(`${site.url}/home`);
  await expect.poll(() => kept(page), SOON).toEqual(OWN());
  await context.setOffline(true);

  await page.goto(`${site.url}${event}`);
  expect(await shown(page)).toContain(ADDRESS);
  expect(await page.locator('main .ask time').innerText()).toContain('18:30');
  expect(await line(page).innerText()).toMatch(/Estás sin conexión\. Esto es del .+\d/);
  await expectNoBarriers(page);
  expect(await page.evaluate(PAPER)).toBe('rgb(251, 247, 238)');
  await page.goto(`${site.url}/home`);
  expect(await shown(page)).toContain('Soup and a list of names');
  expect(await line(page).isVisible()).toBe(true);
  for (const path of [other, '/groups', '/messages']) {
    const answer = await page.goto(`${site.url}${path}`);
    expect([answer?.status(), await page.locator('h1').innerText()]).toEqual([
      503,
      say('es', 'offline.title'),
    ]);
  }
  await context.setOffline(false);
  await page.locator('main a', { hasText: say('es', 'offline.again') }).click();
  await page.waitForURL(/\/messages/);
  await page.goto(`${site.url}${event}`);
  expect(await line(page).isVisible()).toBe(false);
});

test('what is sent without a line is not kept, and its sender is told', async () => {
  const { page, context } = await ownBrowser();
  await page.goto(`${site.url}/account`);
  await context.setOffline(true);
  await page.locator('main .button.primary').click();
  await page.locator('h1', { hasText: say('es', 'offline.title') }).waitFor();
  expect(await shown(page)).toContain(say('es', 'offline.typed'));
  expect(await kept(page)).toEqual(OWN());
});

test('signing out without a line forgets what was kept all the same', async () => {
  const { page, context } = await ownBrowser();
  await page.goto(`${site.url}/sign-out`);
  await context.setOffline(true);
  await page.locator('main .button.primary').click();
  await page.locator('h1', { hasText: say('es', 'offline.title') }).waitFor();
  await expect.poll(() => kept(page), SOON).toEqual([]);
  // The session is there still, as nobody heard of it: so are the pages, once there is a line.
  await context.setOffline(false);
  await page.goto(`${site.url}/home`);
  await expect.poll(() => kept(page), SOON).toEqual(OWN());
});

test('signing out leaves nothing of it on the device', async () => {
  // Before, it is there: whoever searches would find it.
  expect(await findIn(profile, ADDRESS)).not.toEqual([]);
  const { page, context } = await ownBrowser();
  await page.goto(`${site.url}/sign-out`);
  const out = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await press(page, say('es', 'accounts.sign-out.do'));
  expect((await (await out).allHeaders())['clear-site-data']).toBe('"cache", "storage"');
  await expect.poll(() => page.evaluate('caches.keys()'), SOON).toEqual([]);
  await expect.poll(() => page.evaluate(WORKERS), SOON).toBe(0);
  await context.setOffline(true);
  await expect(page.goto(`${site.url}${event}`)).rejects.toThrow(/ERR_INTERNET_DISCONNECTED/);
  await context.close();
  expect(await findIn(profile, ADDRESS)).toEqual([]);
});

/** What is kept for Luz. */
const OWN = () => [event, '/home', '/offline'].sort();

/** Luz's own browser, which remembers between two openings. */
async function ownBrowser() {
  const options = { ...OWN_CHROMIUM, locale: 'es-MX', timezoneId: 'America/New_York' };
  const context = await chromium.launchPersistentContext(profile, {
    ...options,
    viewport: { width: 390, height: 844 },
    colorScheme: 'light',
  });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(AXE);
  const page = context.pages()[0] ?? (await context.newPage());
  // Two of them at once would not do, so that one that failed is closed too.
  onTestFinished(() => context.close());
  return { context, page };
}

async function signIn(page: Page) {
  await page.goto(`${site.url}/sign-in`);
  await fill(page, { email: luz.email, password: 'branch river lantern nine' });
  await page
    .locator('main')
    .getByRole('button', { name: say('es', 'accounts.sign-in.do') })
    .first()
    .click();
  await page.waitForURL(/\/home/);
}

async function plan(title: string, address: string): Promise<string> {
  const day = dayFromNow(3);
  const data = {
    ...{ title, starts: `${day}T18:30`, ends: `${day}T20:00`, timeZone: 'America/New_York' },
    ...{ held: 'in-person', placeName: 'Laundromat', address, addressVisibility: 'after_rsvp' },
  };
  const made = await knock(site, amina, { method: 'POST', path: `${EASTSIDE.path}/events`, data });
  return `/events/${(await knock(site, amina, { method: 'PUT', path: `/events/${made.slug}/publication` })).slug}`;
}

function line(page: Page) {
  return page.locator('[data-kept]');
}

const PAPER = 'getComputedStyle(document.body).backgroundColor';
const WORKERS = 'navigator.serviceWorker.getRegistrations().then(({ length }) => length)';
const PATHS = `(async () => {
  const found = [];
  for (const name of await caches.keys())
    for (const { url } of await (await caches.open(name)).keys()) found.push(new URL(url).pathname);
  return found;
})()`;

/** The paths of the pages that a browser keeps, without their stylesheets. */
async function kept(page: Page): Promise<string[]> {
  const paths = await page.evaluate<string[]>(PATHS);
  return paths.filter((path) => !path.endsWith('.css')).sort();
}

/** The files of a folder in which these words are written, in either of the ways a browser writes. */
async function findIn(folder: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const bytes = await readFile(path);
    if (['utf8', 'utf16le'].some((way) => bytes.includes(words, 0, way as BufferEncoding))) found.push(path);
  }
  return found;
}

import { say } from '@groundwork/words';
import { createECDH, randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { shown } from './coalition-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { open, press, setUp } from './steps.ts';

let browser: Browser;
let site: RunningSite;
let amina: Page;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  ({ page: amina } = await visitor(browser, { width: 390 }));
  await setUp(site, amina);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const words = (key: Parameters<typeof say>[1]) => say('en', key);
const page = () => `${site.url}/account/notices`;

/** What a browser is asked, with its maker's answers in its place: no test asks a maker. */
function inPlaceOfMaker({ endpoint, p256dh, auth, permission }: Record<string, string>) {
  const asked = { subscribed: 0, asksPermission: 0 };
  const subscription = {
    endpoint,
    toJSON: () => ({ endpoint, keys: { p256dh, auth } }),
    unsubscribe: () => Promise.resolve(true),
  };
  const pushManager = {
    getSubscription: () => Promise.resolve(sessionStorage.getItem('rung') ? subscription : null),
    subscribe: () => {
      asked.subscribed += 1;
      sessionStorage.setItem('rung', 'yes');
      return Promise.resolve(subscription);
    },
  };
  const registration = { pushManager };
  const serviceWorker = {
    register: () => Promise.resolve(registration),
    ready: Promise.resolve(registration),
    getRegistration: () => Promise.resolve(registration),
  };
  Object.defineProperty(navigator, 'serviceWorker', { value: serviceWorker, configurable: true });
  const requestPermission = () => {
    asked.asksPermission += 1;
    return Promise.resolve(permission);
  };
  Object.assign(globalThis, { Notification: { permission: 'default', requestPermission } });
  Object.assign(globalThis, { asked });
}

function aMaker(permission: 'granted' | 'denied') {
  const point = createECDH('prime256v1').generateKeys().toString('base64url');
  const endpoint = `https://push.example.org/send/${randomBytes(9).toString('base64url')}`;
  return { endpoint, p256dh: point, auth: randomBytes(16).toString('base64url'), permission };
}

async function withCookiesOf(other: Page, made: Awaited<ReturnType<typeof visitor>>) {
  await made.context.addCookies(await other.context().cookies());
  return made.page;
}

test('without JavaScript the page says that letting a phone ring needs it', async () => {
  const plain = await withCookiesOf(
    amina,
    await visitor(browser, { width: 390, javaScript: false, meetsBarriers: false }),
  );
  await open(plain, page());
  expect(await shown(plain, '#push')).toContain(words('pushes.script'));
  expect(await plain.getByRole('button', { name: words('pushes.add') }).count()).toBe(0);
});

test('whoever says no is told so, and nothing is asked before they press', async () => {
  const refusing = await visitor(browser, { width: 390, meetsBarriers: false });
  await refusing.context.addInitScript(inPlaceOfMaker, aMaker('denied'));
  const own = await withCookiesOf(amina, refusing);
  await open(own, page());
  await own.getByRole('button', { name: words('pushes.add') }).waitFor();
  expect(await own.evaluate('asked')).toEqual({ subscribed: 0, asksPermission: 0 });
  await press(own, words('pushes.add'));
  await own.getByText(words('pushes.refused')).waitFor();
  expect(await own.evaluate('asked')).toEqual({ subscribed: 0, asksPermission: 1 });
});

test('a phone is let ring at a press, is tried, says more, and is ended', async () => {
  const other = await withCookiesOf(amina, await visitor(browser, { width: 390, meetsBarriers: false }));
  await amina.context().addInitScript(inPlaceOfMaker, aMaker('granted'));
  await open(amina, page());
  await amina.getByRole('button', { name: words('pushes.add') }).click();
  await amina.getByText(words('pushes.added')).waitFor();
  await amina.locator('#push').getByText(words('pushes.this'), { exact: true }).waitFor();
  await expectNoBarriers(amina);
  expect(await shown(amina, '#push')).toContain('push.example.org');
  expect(await amina.getByRole('button', { name: words('pushes.add') }).count()).toBe(0);
  await open(other, page());
  expect(await other.locator('#push').getByText(words('pushes.this'), { exact: true }).isVisible()).toBe(
    false,
  );
  const button = (key: Parameters<typeof say>[1]) =>
    amina.locator('#push').getByRole('button', { name: `${words(key)} :` });
  await button('pushes.telling.on').click();
  await button('pushes.telling.off').waitFor();
  await button('pushes.try').click();
  await amina.getByText(words('pushes.tried')).waitFor();
  await button('pushes.end').click();
  await amina.getByText(words('pushes.ended')).waitFor();
  await amina.getByRole('button', { name: words('pushes.add') }).waitFor();
  expect(await shown(amina, '#push')).not.toContain('push.example.org');
});

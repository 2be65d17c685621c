import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { startSite, type RunningSite } from './site.ts';
import { open, openAccount, press, setUp } from './steps.ts';

let browser: Browser;
let site: RunningSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('two organizers prepare it: they talk live, one drops offline and resumes without a hole', async () => {
  const { page: amina } = await visitor(browser);
  const { page: luis, context: luisOnTheRoad } = await visitor(browser, { width: 390, dark: true });
  await setUp(site, amina);
  await openAccount(site, luis, { name: 'Luis Robles', email: 'luis@valley.test' });
  await open(luis, await invite(amina));
  await press(luis, say('en', 'groups.invitation.accept', { group: 'Eastside Tenants Union' }));

  const channel = await generalChannel(amina);
  await openLive(amina, channel);
  await openLive(luis, channel);
  await write(amina, 'Turf sheets for Saturday are up.');
  await hears(luis, 'Turf sheets for Saturday are up.');
  await write(luis, 'Taking Linden 2.');
  await hears(amina, 'Taking Linden 2.');

  await luisOnTheRoad.setOffline(true);
  await write(amina, 'Meet at the branch steps at ten.');
  await write(amina, 'Bring the clipboards.');
  await write(luis, 'I can drive three people.');
  // A conversation is in the order of the server: hers must be there before his can be.
  await hears(amina, 'Bring the clipboards.');
  await luis.locator('.message[data-state="waiting"]').waitFor();
  await luisOnTheRoad.setOffline(false);
  await hears(luis, 'Bring the clipboards.');
  await hears(amina, 'I can drive three people.');

  const said = [
    'Turf sheets for Saturday are up.',
    'Taking Linden 2.',
    'Meet at the branch steps at ten.',
    'Bring the clipboards.',
    'I can drive three people.',
  ];
  expect(await lines(amina)).toEqual(said);
  expect(await lines(luis)).toEqual(said);
  await expectNoBarriers(amina);
  await expectNoBarriers(luis);
});

test('the same channel is read and written by forms with JavaScript off', async () => {
  const { page, context } = await visitor(browser, { javaScript: false, width: 390 });
  await open(page, `${site.url}/sign-in`);
  await page.locator('[name="email"]').fill('luis@valley.test');
  await page.locator('[name="password"]').fill('branch river lantern nine');
  await press(page, say('en', 'accounts.sign-in.do'));
  await open(page, await generalChannel(page));
  await page.locator('main textarea').first().fill('Written with no script at all.');
  await press(page, say('en', 'messaging.send'));
  expect(await lines(page)).toContain('Written with no script at all.');
  await context.close();
});

/** The link by which a steward lets people in. */
async function invite(page: Page) {
  await open(page, `${site.url}/groups/eastside-tenants-union/members`);
  await press(page, say('en', 'groups.invitations.make'));
  return page.getByRole('textbox', { name: say('en', 'groups.invitations.link') }).inputValue();
}

async function generalChannel(page: Page) {
  await open(page, `${site.url}/messages`);
  const path = await page.locator('a[href^="/messages/"]').first().getAttribute('href');
  return `${site.url}${path?.split('#')[0] ?? ''}`;
}

async function write(page: Page, words: string) {
  await page.locator('main textarea').first().fill(words);
  await page.locator('main textarea').first().press('Enter');
}

/** Opens a room and waits until its socket has answered. */
async function openLive(page: Page, channel: string) {
  // Listened for from the first moment: it may answer while the page is still being looked at.
  const answered = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'));
  await open(page, channel);
  await answered;
}

/** Waits until the server has it: one's own words stand on the page before that, without an id. */
async function hears(page: Page, words: string) {
  await page.locator('.message[id]', { hasText: words }).waitFor({ timeout: 30_000 });
}

async function lines(page: Page) {
  const texts = await page.locator('.message .said > p').allInnerTexts();
  return texts.map((text) => text.trim());
}

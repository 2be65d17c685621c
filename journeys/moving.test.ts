import { say } from '@groundwork/words';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { startSite, type RunningSite } from './site.ts';
import { dayFromNow, fill, linkMailed, open, press, setUp } from './steps.ts';

const EXAMPLES = new URL('../packages/features/src/people/imports/examples/', import.meta.url);
const PASSWORD = 'branch river lantern nine';
const group = '/groups/eastside-tenants-union';

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

test('a list from Meetup leads to a link, and the link leads somebody over', async () => {
  const { page: organizer } = await visitor(browser, { javaScript: false });
  const { page: newcomer } = await visitor(browser, { javaScript: false, width: 390 });
  await setUp(site, organizer);
  await openDoors(organizer);
  await bringMeetupList(organizer);
  const link = await makeKit(organizer);
  await joinBy(newcomer, link);
  await expectCount(organizer, '1 of about 900 came');
});

async function openDoors(page: Page) {
  await open(page, `${site.url}${group}/settings`);
  await page.locator('main [name="joining"][value="open"]').check();
  await press(page, say('en', 'site.save'));
}

/** The page says what the file is, and offers what can be done instead. */
async function bringMeetupList(page: Page) {
  await open(page, `${site.url}${group}/people/import`);
  await page.locator('main [name="file"]').setInputFiles({
    name: 'Tenants-of-the-east_Member_List_on_07-05-21.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: readFileSync(new URL('meetup-members.xls', EXAMPLES)),
  });
  await press(page, say('en', 'people.imports.read'));
  expect(await page.locator('main .notice').innerText()).toContain(say('en', 'error.people.file-of-meetup'));
  await page.locator('main .notice a').click();
  expect(await page.locator('main [name="name"]').inputValue()).toBe('Tenants of the east');
  expect(await page.locator('main [name="memberCount"]').inputValue()).toBe('1');
}

async function makeKit(page: Page): Promise<string> {
  await fill(page, { memberCount: '900', silentOn: dayFromNow(40) });
  await press(page, say('en', 'moves.begin.do'));
  const link = (await page.locator('.tearoff a').first().getAttribute('href')) ?? '';
  for (const language of ['en', 'es', 'ar'])
    expect(await page.locator(`#words-${language}`).inputValue()).toContain(link);
  await page.locator('#words-en').fill(`We have moved: ${link}`);
  await page.locator('#text-en button').first().click();
  await expectNoBarriers(page);
  expect(await page.locator('#words-en').inputValue()).toBe(`We have moved: ${link}`);
  await open(page, `${page.url().split('?')[0] ?? ''}/poster?language=ar`);
  return link;
}

async function joinBy(page: Page, link: string) {
  await open(page, link);
  expect(new URL(page.url()).pathname).toBe(group);
  const greeting = say('en', 'moves.greeting', { place: 'Tenants of the east' });
  expect(await page.locator('main').innerText()).toContain(greeting);
  await press(page, say('en', 'groups.join.submit'));
  await page.locator('main a[href*="open-account"]').first().click();
  await fill(page, { name: 'Nadia Haddad', email: 'nadia@example.org', password: PASSWORD });
  await press(page, say('en', 'accounts.open.do'));
  await open(page, await linkMailed(site, 'nadia@example.org', '/confirm-account/'));
  await press(page, say('en', 'accounts.confirm.do'));
}

/** The worker counts it within a moment. */
async function expectCount(page: Page, words: string) {
  await expect
    .poll(
      async () => {
        await page.goto(`${site.url}${group}/moving`);
        return page.locator('main').innerText();
      },
      { timeout: 15_000 },
    )
    .toContain(words);
}

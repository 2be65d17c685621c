import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, scales, visitor } from './browser.ts';
import { CAMPAIGN, EVENT, GROUP, ORGANIZERS_PAGES, PUBLIC_PAGES } from './demo-pages.ts';
import { startDemo, type RunningSite } from './site.ts';
import { fill, open, press } from './steps.ts';

/** One wifi, as the proxy says it. */
const HALL = { 'x-forwarded-for': '203.0.113.9' };
/** The limits of a first visit: bytes over the wire with headers, and requests. */
const MOST_BYTES = 50_000;
const MOST_REQUESTS = 12;

let browser: Browser;
let site: RunningSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startDemo();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('the demonstration fills a site with a believable coalition, and says how to sign in', async () => {
  const count = async (table: string) => {
    const { rows } = await site.database.pool.query<{ count: number }>(
      `select count(*)::int as count from ${table}`,
    );
    return rows[0]?.count;
  };
  expect(await count(`groups where kind <> 'ally'`)).toBe(7);
  expect(await count('allies')).toBe(1);
  expect(await count('targets')).toBe(2);
  expect(await count('campaigns')).toBe(5);
  expect(await count('campaign_sign_ons')).toBe(3);
  expect(await count('campaign_frames')).toBe(2);
  expect(await count('signatures')).toBe(3291);
  expect(await count('events')).toBe(21);
  expect(await count('people')).toBeGreaterThan(2500);
  expect(await count('compositions where ladder_id is null')).toBe(4);
  expect(await count('ladders')).toBe(2);
  for (const role of ['steward', 'organizer', 'member'])
    expect(site.printed()).toContain(`Sign in as ${role}:`);
});

test('a first visit of every public page is light, asks nobody else, and carries no script', async () => {
  const { weigh, close } = await scales(browser);
  for (const path of PUBLIC_PAGES) {
    const { bytes, requests, scriptBytes, sheets, hosts } = await weigh(site.url + path);
    expect(bytes, `bytes of ${path}`).toBeLessThanOrEqual(MOST_BYTES);
    expect(bytes, `bytes of ${path}`).toBeGreaterThan(5_000);
    expect(requests, `requests of ${path}`).toBeLessThanOrEqual(MOST_REQUESTS);
    expect(scriptBytes, `script of ${path}`).toBe(0);
    expect(sheets, `stylesheets that ${path} waits for`).toBe(0);
    expect(hosts, `hosts of ${path}`).toEqual([new URL(site.url).host]);
  }
  await close();
});

test('a first visit is painted with its styles in the page, and whoever comes back keeps the stylesheets', async () => {
  const { page, context } = await visitor(browser, { width: 390, dark: false });
  const look = async () => {
    await page.goto(site.url + EVENT);
    const sheets = await page.locator('link[rel="stylesheet"]').count();
    const margin = await page.evaluate('getComputedStyle(document.body).marginTop');
    return { sheets: Math.min(sheets, 1), margin };
  };
  await context.clearCookies();
  expect(await look()).toEqual({ sheets: 0, margin: '0px' });
  await context.addCookies([{ name: 'language', value: 'es', url: site.url }]);
  expect(await look()).toEqual({ sheets: 1, margin: '0px' });
  await context.close();
});

test('a group’s text names its language on pages in another, and not on pages in its own', async () => {
  const { page, context } = await visitor(browser, { width: 390, dark: false });
  const said = async (language: string, path: string) => {
    await context.addCookies([{ name: 'language', value: language, url: site.url }]);
    await page.goto(site.url + path);
    const of = (part: string) => page.locator(part).first().getAttribute('lang');
    const around = await page.locator('main [lang]').count();
    return { html: await of('html'), title: await of('h1'), text: await of('.prose'), around };
  };
  for (const path of [CAMPAIGN, GROUP]) {
    expect(await said('ar', path), path).toMatchObject({ html: 'ar', title: 'en', text: 'en' });
    expect(await said('en', path), path).toEqual({ html: 'en', title: null, text: null, around: 0 });
  }
  await context.close();
});

test.each([
  { width: 1280, dark: false, language: 'en' },
  { width: 390, dark: true, language: 'ar' },
] as const)(
  'no page holds a barrier or is wider than the screen: $language, $width px, dark $dark',
  async (device) => {
    const { page, context } = await visitor(browser, device);
    await context.addCookies([{ name: 'language', value: device.language, url: site.url }]);
    await look(PUBLIC_PAGES);
    await signIn(page);
    await look(ORGANIZERS_PAGES);
    await page.goto(`${site.url}${GROUP}/compacts`);
    const compact = (await page.locator('main h2 a').first().getAttribute('href')) ?? '';
    await page.goto(site.url + compact);
    await look([compact, (await page.locator('main .split .rows a').first().getAttribute('href')) ?? '']);
    await page.goto(`${site.url}/messages`);
    await look([(await page.locator('a[href^="/messages/"]').first().getAttribute('href')) ?? '']);
    const below = await page.evaluate('document.documentElement.scrollHeight - innerHeight');
    expect(below, 'pixels below a room, to which it would slide away').toBeLessThanOrEqual(0);
    await context.close();

    async function look(paths: string[]) {
      for (const path of paths) {
        const answer = await page.goto(site.url + path);
        expect(answer?.status(), path).toBe(200);
        await expectNoBarriers(page);
        const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(overflow, `${path} is too wide by`).toBeLessThanOrEqual(0);
        const cut = await page.evaluate(
          `[...document.querySelectorAll('.table')].filter((table) => table.scrollWidth > table.clientWidth).length`,
        );
        expect(cut, `tables on ${path} whose columns run off the screen`).toBe(0);
        expect(await page.locator('h1').count(), `one h1 on ${path}`).toBe(1);
      }
    }
  },
);

test('an organizer finds who came and did not sign, sentence by sentence and with no script, and keeps it', async () => {
  const { page, context } = await visitor(browser, { javaScript: false, width: 390 });
  await signIn(page);
  await open(page, `${site.url}${GROUP}/people`);
  await addLine('add', 'came');
  await addLine('without', 'signed');
  const left = await page.locator('.sentences .run b').allInnerTexts();
  const [came = 0, unsigned = 0] = left.map((count) => Number(count.replaceAll(',', '')));
  expect(unsigned).toBeGreaterThan(0);
  expect(unsigned).toBeLessThan(came);
  await page.getByText(say('en', 'segments.save')).first().click();
  await fill(page, { name: 'Came and did not sign' });
  await press(page, say('en', 'segments.save'));
  await page.getByRole('heading', { level: 1, name: 'Came and did not sign' }).waitFor();
  await page.locator('.sentences .remove').last().click();
  expect(await page.locator('.sentences .run b').allInnerTexts()).toEqual([left[0]]);
  await context.close();

  async function addLine(how: string, is: string) {
    const isOpen = await page.locator('details.add').getAttribute('open');
    if (isOpen === null) await page.getByText(say('en', 'segments.add'), { exact: true }).click();
    await fill(page, { how, is });
    await press(page, say('en', 'segments.add.next'));
    await press(page, say('en', 'segments.add.do'));
  }
});

test('a form beside a search that is refused comes back among what was sought', async () => {
  const { page, context } = await visitor(browser);
  await signIn(page);
  await open(page, `${site.url}${CAMPAIGN}/manage?member=luis`);
  const form = 'form[action*="nameCoordinator"]';
  const whom = page.locator(`${form} [name="accountId"]`).first();
  // They left the group just now.
  await whom.evaluate((it: { value: string }) => (it.value = '01900000-0000-7000-8000-000000000001'));
  await whom.check();
  await page.locator(`${form} button`).click();
  await page.locator('[role="alert"]').first().waitFor();
  expect(await page.locator('main [name="member"]').inputValue()).toBe('luis');
  expect(await page.locator(form).innerText()).toContain('Luis Robles');
  await context.close();
});

test('a browser in a crowd does some work and sends the form; without JavaScript it goes slowly', async () => {
  await fillHall();
  const { page, context } = await signer(true);
  const looked = Promise.withResolvers<void>();
  await page.route('**/at-work*', (script) => looked.promise.then(() => script.continue()));
  const asked = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.locator('main button.primary').first().click();
  expect((await asked).status()).toBe(428);
  await page.locator('[data-challenge]').waitFor();
  await expectNoBarriers(page);
  looked.resolve();
  await page.waitForURL('**/thanks*');
  await context.close();

  const { page: plain, context: withoutScript } = await signer(false);
  await plain.locator('main button.primary').first().click();
  const without = plain.getByRole('button', { name: say('en', 'site.proof.without') });
  await without.waitFor();
  expect(await plain.locator('main [name="name"]').inputValue()).toBe('Rosa Méndez');
  await without.click();
  await plain.waitForURL('**/thanks*');
  await withoutScript.close();
});

async function signIn(page: Page) {
  const [, email = '', password = ''] = site.printed().match(/as steward: (\S+) \/ (.+)/) ?? [];
  await page.goto(`${site.url}/sign-in`);
  await page.locator('main [name="email"]').fill(email);
  await page.locator('main [name="password"]').fill(password);
  await page.locator('main button.primary').click();
  await page.waitForURL((url) => url.pathname !== '/sign-in');
}

/** Half of what one household may sign, at once; and as if nothing of it were free again while the browser opens. */
async function fillHall() {
  const knock = (n: number) =>
    fetch(`${site.url}/api/v1${CAMPAIGN}/signatures`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: site.url, ...HALL },
      body: JSON.stringify({ name: 'Sam', email: `sam${n}@hall.example`, updates: false }),
    });
  const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => knock(n)));
  expect(answers.map(({ status }) => status)).toEqual(Array(60).fill(202));
  await site.database.pool.query(`update limits set tat = tat + interval '10 minutes'`);
}

/** Somebody in that hall, with the form filled in. */
async function signer(javaScript: boolean) {
  const { page, context } = await visitor(browser, { javaScript, width: 390 });
  await context.setExtraHTTPHeaders(HALL);
  await page.goto(site.url + CAMPAIGN);
  await fill(page, { name: 'Rosa Méndez', email: `rosa-${javaScript}@hall.example` });
  return { page, context };
}

test('the keyboard reaches every control of a campaign in turn, and shows where it is', async () => {
  const { page, context } = await visitor(browser, { width: 390 });
  await page.goto(site.url + CAMPAIGN);
  const controls =
    await page.evaluate<number>(`[...document.querySelectorAll('a[href], button, input:not([type=hidden], [tabindex="-1"]), summary')]
    .filter((control) => control.checkVisibility({ contentVisibilityAuto: true })).length`);
  const reached = new Set<string>();
  for (let press = 0; press < controls; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate<{ place: string; isShown: boolean }>(`(() => {
      const { top, bottom } = document.activeElement.getBoundingClientRect();
      const { outlineStyle } = getComputedStyle(document.activeElement);
      const isInSight = bottom > 0 && top < innerHeight;
      // Two links that run on to the next line may lie in boxes that begin alike.
      const place = String([...document.querySelectorAll('*')].indexOf(document.activeElement));
      return { place, isShown: outlineStyle !== 'none' && isInSight };
    })()`);
    expect(focus.isShown, `${focus.place} shows that it has the focus`).toBe(true);
    reached.add(focus.place);
  }
  expect(reached.size).toBe(controls);
  await context.close();
});

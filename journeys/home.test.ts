import { say } from '@groundwork/words';
import { newId } from '@groundwork/database';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { arrives, EASTSIDE, onPhone, shown, type Person } from './coalition-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, knock, open, press, setUp } from './steps.ts';

let browser: Browser;
let site: RunningSite;
let amina: Page;
let luz: Person;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  ({ page: amina } = await visitor(browser, onPhone));
  await setUp(site, amina);
  const asks = { joining: 'approval', questions: ['Where do you live?'] };
  await knock(site, amina, { method: 'PATCH', path: EASTSIDE.path, data: asks });
  luz = await arrives(browser, site, { name: 'Luz Ortega', email: 'luz@valley.test', language: 'es' });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('a new site shows its steward what to do first, until it is waved away', async () => {
  await open(amina, `${site.url}/`);
  expect(new URL(amina.url()).pathname).toBe('/home');
  expect(await shown(amina)).toContain(say('en', 'first-steps.steward'));
  expect(await shown(amina)).toContain(say('en', 'waiting.none'));
  await amina.locator('summary', { hasText: say('en', 'first-steps.away') }).click();
  await press(amina, say('en', 'first-steps.away'));
  expect(await shown(amina)).not.toContain(say('en', 'first-steps.steward'));
});

test('who wants to join waits at the steward’s home, on each of their pages, and no longer than that', async () => {
  await open(luz.page, `${site.url}${EASTSIDE.path}`);
  await fill(luz.page, { 'answer-0': 'Linden 204' });
  await press(luz.page, say('es', 'groups.ask.submit'));
  await open(amina, `${site.url}/groups`);
  expect(await amina.title()).toMatch(/^\(1\) /);
  expect(await shown(amina, '.masthead')).toContain(`1 ${say('en', 'waiting.count')}`);
  const { page: other, context } = await visitor(browser, { ...onPhone, meetsBarriers: false });
  await context.addCookies(await amina.context().cookies());
  await open(other, `${site.url}/home`);
  await open(amina, `${site.url}/home`);
  expect(await shown(amina)).toContain('Linden 204');
  await letIn(amina);
  expect(await shown(amina)).toContain(say('en', 'waiting.done.accepted'));
  expect(await amina.title()).not.toMatch(/^\(/);
  // The same press from a page that was open meanwhile is heard as what it was.
  await letIn(other);
  expect(await shown(other)).toContain(say('en', 'waiting.none'));
  await open(luz.page, `${site.url}/home`);
  expect(await shown(luz.page)).toContain(EASTSIDE.name);
});

test('what is said to one alone waits until it is read', async () => {
  const { rows } = await site.database.pool.query<{ id: string }>(
    'select id from accounts where email = $1',
    ['amina@valley.test'],
  );
  const data = { accountIds: [rows[0]?.id] };
  const started = await knock(site, luz.page, {
    method: 'POST',
    path: `${EASTSIDE.path}/direct-messages`,
    data,
  });
  const { id } = started as unknown as { id: string };
  const { page: left, context } = await visitor(browser, { meetsBarriers: false });
  await context.addCookies(await amina.context().cookies());
  await open(left, `${site.url}/groups`);
  const words = 'Can you bring the key tonight?';
  const said = { id: newId(), body: words };
  await knock(site, luz.page, { method: 'POST', path: `/channels/${id}/messages`, data: said });
  await comesBack(left, '(1) ');
  await open(amina, `${site.url}/home`);
  expect(await shown(amina)).toContain(words);
  expect(await amina.title()).toMatch(/^\(1\) /);
  await amina.locator('main a', { hasText: 'Luz Ortega' }).click();
  await amina.locator('main', { hasText: words }).waitFor();
  await open(amina, `${site.url}/home`);
  expect(await shown(amina)).toContain(say('en', 'waiting.none'));
  await comesBack(left, 'Groups');
});

/** Somebody looks again at a page that stayed open, and its title begins so. */
async function comesBack(page: Page, title: string): Promise<void> {
  const titleNow = async () => {
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
    return (await page.title()).slice(0, title.length);
  };
  await expect.poll(titleNow, { interval: 500, timeout: 30_000 }).toBe(title);
}

async function letIn(page: Page): Promise<void> {
  await page.locator('main button', { hasText: say('en', 'waiting.let-in') }).click();
}

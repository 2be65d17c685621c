import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { arrives, EASTSIDE, onPhone, shown, type Person } from './coalition-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { beginCampaign, dayFromNow, knock, linkMailed, open, press, setUp } from './steps.ts';

let browser: Browser;
let site: RunningSite;
let amina: Page;
let luz: Person;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  ({ page: amina } = await visitor(browser, { ...onPhone, meetsBarriers: false }));
  await setUp(site, amina);
  luz = await arrives(browser, site, { name: 'Luz Ortega', email: 'luz@valley.test', language: 'es' });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** The page without scripts on a phone, and nothing of it stands out to the side. */
async function openMine(path = '/mine'): Promise<string> {
  await open(luz.page, `${site.url}${path}`);
  await fitsThePhone();
  return shown(luz.page);
}
async function fitsThePhone() {
  const { page: copy, context } = await visitor(browser, { width: 390, meetsBarriers: false });
  await context.addCookies(await luz.page.context().cookies());
  await copy.goto(luz.page.url());
  expect(await copy.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  await context.close();
}

/** As a calendar program asks: with no cookie. */
const read = (url: string) => fetch(url, { redirect: 'error' });

test('who did nothing yet is shown what to do first, and gets there from their account', async () => {
  await open(luz.page, `${site.url}/account`);
  await luz.page.locator('main nav a', { hasText: say('es', 'mine.title') }).click();
  expect(new URL(luz.page.url()).pathname).toBe('/mine');
  const page = await openMine();
  for (const empty of ['mine.events.empty', 'mine.signatures.empty', 'mine.groups.empty'] as const)
    expect(page).toContain(say('es', empty));
});

test('what somebody comes to, signed and joined stands on one page', async () => {
  const data = {
    ...{ title: 'Sopa en la plaza', held: 'in-person', placeName: 'Plaza', address: 'Linden 204' },
    ...{ addressVisibility: 'after_rsvp', timeZone: 'America/New_York' },
    ...{ starts: `${dayFromNow(3)}T10:00`, ends: `${dayFromNow(3)}T12:00` },
  };
  const draft = await knock(site, amina, { method: 'POST', path: `${EASTSIDE.path}/events`, data });
  const { slug } = await knock(site, amina, { method: 'PUT', path: `/events/${draft.slug}/publication` });
  const campaign = await beginCampaign(site, amina);
  const { name, email, page } = luz;
  await knock(site, page, { method: 'POST', path: `/events/${slug}/rsvps`, data: { answer: 'going' } });
  const signed = { name, email, updates: false };
  await knock(site, page, { method: 'POST', path: `${campaign}/signatures`, data: signed });
  const group = { joining: 'open', questions: [] };
  await knock(site, amina, { method: 'PATCH', path: EASTSIDE.path, data: group });
  await knock(site, page, { method: 'PUT', path: `${EASTSIDE.path}/membership`, data: {} });
  const all = await openMine();
  for (const words of ['Sopa en la plaza', 'Keep the branch open', EASTSIDE.name])
    expect(all).toContain(words);
  expect(all).toContain(say('es', 'waiting.mine.going'));
  expect(await openMine('/mine?past')).toContain(say('es', 'mine.events.past.empty'));
});

test('a calendar program reads one’s events by an address that is made, replaced and ended with a press', async () => {
  const { page } = luz;
  const address = () => page.locator('#calendar input').inputValue();
  await openMine();
  await press(page, say('es', 'mine.calendar.make'));
  expect(await shown(page)).toContain(say('es', 'mine.calendar.done.made'));
  await openMine();
  const first = await address();
  const file = await read(first);
  expect(file.headers.get('content-type')).toContain('text/calendar');
  expect(file.headers.get('cache-control')).toContain('private');
  expect(file.headers.get('x-robots-tag')).toBe('noindex');
  const words = (await file.text()).replaceAll('\r\n ', '');
  expect(words).toContain('SUMMARY:Sopa en la plaza');
  expect(words).toContain('Linden 204');
  expect(words).toContain(say('es', 'mine.calendar.name'));

  await press(page, say('es', 'mine.calendar.replace'));
  const second = await address();
  expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
  await press(page, say('es', 'mine.calendar.end'));
  expect(await shown(page)).toContain(say('es', 'mine.calendar.done.ended'));
  expect((await read(second)).status).toBe(404);
  for (const url of [first, second]) expect(site.printed()).not.toContain(url.split('/').at(-1));
});

test('a copy of it all is a file, and what groups hold opens from the mailbox alone', async () => {
  const { page, email } = luz;
  await openMine();
  const coming = page.waitForEvent('download');
  await page.locator('main a', { hasText: say('es', 'mine.copy.do') }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('my-account.json');
  const answer = await page.request.get(`${site.url}/mine/copy`);
  expect(await answer.json()).toMatchObject({
    account: { email },
    events: [{ title: 'Sopa en la plaza' }],
    signatures: [{ campaign: 'Keep the branch open' }],
    memberships: [{ group: { name: EASTSIDE.name } }],
  });
  await press(page, say('es', 'mine.records.do'));
  expect(await shown(page)).toContain(say('es', 'mine.records.sent', { email }));
  await open(page, await linkMailed(site, email, '/my-records/'));
  expect(await shown(page)).toContain(EASTSIDE.name);
});

test('a stranger is led to signing in', async () => {
  const { page } = await visitor(browser, { ...onPhone, meetsBarriers: false });
  for (const path of ['/mine', '/mine/copy']) {
    await page.goto(site.url + path);
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/sign-in?next=/mine');
  }
});

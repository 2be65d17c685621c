import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, scales, visitor } from './browser.ts';
import { onPhone, shown } from './coalition-steps.ts';
import {
  answerPath,
  codesToPaste,
  countVisits,
  fillsFrame,
  standsWith,
  startElsewhere,
  type Elsewhere,
} from './embedding-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { beginCampaign, knock, linkMailed, open, press, setUp } from './steps.ts';

const cy = { name: 'Cy Frame', email: 'cy@mail.test' };
/** What strangers see is remembered for a second or two. */
const SOON = { timeout: 20_000 };
const HOME = 'Eastside Tenants Union';

let browser: Browser;
let site: RunningSite;
/** Signed in: the steward of both groups. */
let steward: Page;
let campaign: string;
let riders: { path: string; slug: string };
let elsewhere: Elsewhere;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  steward = (await visitor(browser, onPhone)).page;
  await setUp(site, steward);
  campaign = await beginCampaign(site, steward);
  riders = await standsWith(site, steward, { path: campaign, name: 'Riders' });
  elsewhere = await startElsewhere();
});
afterAll(async () => {
  await browser.close();
  elsewhere.server.close();
  await site.stop();
});

test('each group that carries a campaign has a code to paste, with its own link in it and a plain one after', async () => {
  const places = [`${campaign}/manage`, `${riders.path}${campaign}`];
  const codes = await codesToPaste(site, steward, places);
  for (const { code, link } of codes) {
    expect(code).toContain(`src="${site.url}/embed${campaign}?l=${link}"`);
    expect(code).toMatch(/title="Keep the branch open" width="100%" height="\d+" loading="lazy"/);
  }
  elsewhere.pasted = codes[1]?.code ?? '';
});

test('whoever signs in the frame is a stranger there and the sponsor’s person, and stays on the other site', async () => {
  const { page, context } = await visitor(browser, onPhone);
  // The other site is at the same host here, so that the browser sends a session along.
  await context.addCookies(await steward.context().cookies());
  await page.goto(elsewhere.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1, name: 'Keep the branch open' }).waitFor();
  const told = say('en', 'campaigns.sign.owner.link', { group: 'Riders', home: HOME });
  expect(await frame.locator('form').first().textContent()).toContain(told);
  await fillsFrame(page, cy, say('en', 'campaigns.sign.petition.button'));
  await frame.getByRole('heading', { level: 1, name: say('en', 'campaigns.thanks.title') }).waitFor();
  expect(page.url()).toBe(elsewhere.url);
  await context.close();

  const { page: own } = await visitor(browser, onPhone);
  await open(own, await linkMailed(site, cy.email, '/signatures/'));
  await press(own, say('en', 'campaigns.own.confirm.button'));
  const { rows } = await site.database.pool.query<{ slug: string; visits: number }>(
    `select home.slug, (select sum(count)::int from link_visits visit where visit.link_id = signature.link_id) as visits
      from signatures signature join groups home on home.id = signature.group_id`,
  );
  expect(rows).toEqual([{ slug: riders.slug, visits: 1 }]);
});

test('no other page of the site is shown in a frame of another', async () => {
  const { page, context } = await visitor(browser, onPhone);
  for (const path of [campaign, `${campaign}/thanks`, '/sign-in', '/']) {
    elsewhere.pasted = `<iframe src="${site.url}${path}"></iframe>`;
    await page.goto(elsewhere.url);
    await expect.poll(() => page.frames()[1]?.url(), SOON).toMatch(/^chrome-error:/);
    const { headers } = await fetch(site.url + path);
    expect(headers.get('x-frame-options'), path).toBe('DENY');
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'");
  }
  await context.close();
});

test('the form is light, has no script, speaks the language that is asked for, and holds no barrier', async () => {
  const { weigh, close } = await scales(browser);
  const { bytes, scriptBytes, hosts } = await weigh(`${site.url}/embed${campaign}`);
  expect(bytes).toBeLessThan(50_000);
  expect([scriptBytes, hosts]).toEqual([0, [new URL(site.url).host]]);
  await close();
  for (const [language, dark] of [
    ['es', false],
    ['ar', true],
  ] as const) {
    const { page, context } = await visitor(browser, { width: 390, dark });
    await context.addCookies([{ name: 'language', value: 'en', url: site.url }]);
    await open(page, `${site.url}/embed${campaign}?lang=${language}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    expect(await shown(page)).toContain(say(language, 'campaigns.sign.petition'));
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  }
});

test('a form that is refused comes back in the frame as it was typed, and is no second visit', async () => {
  const { page, context } = await visitor(browser, onPhone);
  const [pasted] = await codesToPaste(site, steward, [`${riders.path}${campaign}`]);
  await open(page, `${site.url}/embed${campaign}?l=${pasted?.link}`);
  const before = await countVisits(site);
  await knock(site, steward, { method: 'DELETE', path: answerPath(riders.slug, campaign) });
  await page.locator('[name="name"]').fill(cy.name);
  await page.locator('[name="email"]').fill('another@mail.test');
  await press(page, say('en', 'campaigns.sign.petition.button'));
  expect(await shown(page)).toContain(say('en', 'error.campaigns.owner-changed'));
  expect(await page.inputValue('[name="email"]')).toBe('another@mail.test');
  expect(await countVisits(site)).toBe(before);
  await context.close();
});

test('a draft is not there even for whoever is signed in, and a campaign that is over says so and takes no name', async () => {
  const data = { title: 'Not out yet', ask: 'Soon.', action: 'petition' };
  const path = '/groups/eastside-tenants-union/campaigns';
  const { slug } = await knock(site, steward, { method: 'POST', path, data });
  expect((await steward.goto(`${site.url}/campaigns/${slug}`))?.status()).toBe(200);
  expect((await steward.goto(`${site.url}/embed/campaigns/${slug}`))?.status()).toBe(404);
  await knock(site, steward, { method: 'PUT', path: `${campaign}/outcome`, data: { outcome: 'won' } });
  const { page } = await visitor(browser, onPhone);
  const over = async () => {
    await page.goto(`${site.url}/embed${campaign}`);
    return shown(page);
  };
  await expect.poll(over, SOON).toContain(say('en', 'campaigns.notice.won'));
  expect(await page.locator('form').count()).toBe(0);
  await site.database.pool.query(`update groups set visibility = 'private' where name = $1`, [HOME]);
  const status = async () => (await steward.goto(`${site.url}/embed${campaign}`))?.status();
  await expect.poll(status, SOON).toBe(404);
  await expectNoBarriers(steward);
});

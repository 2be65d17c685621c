import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, scales, visitor } from './browser.ts';
import { onPhone, shown } from './coalition-steps.ts';
import { freePort } from './ports.ts';
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
/** Another site, which shows what was pasted into it. */
let elsewhere: { server: Server; url: string; pasted: string };
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  steward = (await visitor(browser, onPhone)).page;
  await setUp(site, steward);
  campaign = await beginCampaign(site, steward);
  riders = await standsWith(campaign, 'Riders');
  elsewhere = await startElsewhere();
});
afterAll(async () => {
  await browser.close();
  elsewhere.server.close();
  await site.stop();
});

test('each group that carries a campaign has a code to paste, with its own link in it and a plain one after', async () => {
  const codes = [];
  for (const path of [`${campaign}/manage`, `${riders.path}${campaign}`]) {
    await open(steward, site.url + path);
    codes.push(await steward.getByLabel(say('en', 'campaigns.embed.code')).inputValue());
  }
  const links = codes.map((code) => /\/go\/([a-z0-9-]+)"/.exec(code)?.[1]);
  expect(new Set(links).size).toBe(2);
  for (const [place, code] of codes.entries()) {
    expect(code).toContain(`src="${site.url}/embed${campaign}?l=${links[place]}"`);
    expect(code).toMatch(/title="Keep the branch open" width="100%" height="\d+" loading="lazy"/);
  }
  elsewhere.pasted = codes[1] ?? '';
});

test('whoever signs in the frame is a stranger there and the sponsor’s person, and stays on the other site', async () => {
  const { page, context } = await visitor(browser, onPhone);
  // The other site is at the same host here, so that the browser sends a session along.
  await context.addCookies(await steward.context().cookies());
  await page.goto(elsewhere.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1, name: 'Keep the branch open' }).waitFor();
  expect(await frame.locator('header, nav, footer').count()).toBe(0);
  expect(await frame.locator('[name="name"]').inputValue()).toBe('');
  const told = say('en', 'campaigns.sign.owner.link', { group: 'Riders', home: HOME });
  expect(await frame.locator('form').first().textContent()).toContain(told);
  for (const [name, value] of Object.entries(cy)) await frame.locator(`[name="${name}"]`).fill(value);
  const signing = page.waitForResponse((answer) => answer.request().method() === 'POST');
  await frame.getByRole('button', { name: say('en', 'campaigns.sign.petition.button') }).click();
  expect(await (await signing).headerValue('set-cookie')).toBeNull();
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
  const visits = async () => {
    const { rows } = await site.database.pool.query<{ sum: number }>(
      'select coalesce(sum(count), 0)::int as sum from link_visits',
    );
    return rows[0]?.sum ?? 0;
  };
  await open(steward, site.url + riders.path + campaign);
  const code = await steward.getByLabel(say('en', 'campaigns.embed.code')).inputValue();
  await open(page, /src="([^"]+)"/.exec(code)?.[1] ?? '');
  const before = await visits();
  await knock(site, steward, { method: 'DELETE', path: sponsorship() });
  await page.locator('[name="name"]').fill(cy.name);
  await page.locator('[name="email"]').fill('another@mail.test');
  await press(page, say('en', 'campaigns.sign.petition.button'));
  expect(await shown(page)).toContain(say('en', 'error.campaigns.owner-changed'));
  expect(await page.inputValue('[name="email"]')).toBe('another@mail.test');
  expect(await visits()).toBe(before);
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

function sponsorship() {
  return `/groups/${riders.slug}/sponsorships${campaign.slice('/campaigns'.length)}`;
}

/** Another group of the same steward stands with the campaign. */
async function standsWith(path: string, name: string) {
  const draft = await knock(site, steward, { method: 'POST', path: '/groups', data: { name } });
  const { pool } = site.database;
  const { rows } = await pool.query<{ id: string }>('select id from groups where name = $1', [name]);
  await knock(site, steward, { method: 'PUT', path: `/site/groups/${rows[0]?.id}/vouching` });
  const { slug } = await knock(site, steward, { method: 'GET', path: `/groups/${draft.slug}` });
  await knock(site, steward, { method: 'PUT', path: `${path}/sponsors/${slug}`, data: {} });
  const answer = `/groups/${slug}/sponsorships${path.slice('/campaigns'.length)}`;
  await knock(site, steward, { method: 'PUT', path: answer, data: { answer: 'yes' } });
  return { slug, path: `/groups/${slug}` };
}

async function startElsewhere() {
  const port = await freePort();
  const other = { pasted: '', url: `http://127.0.0.1:${port}/` };
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><html lang="en"><title>Elsewhere</title><h1>Elsewhere</h1>${other.pasted}`);
  }).listen(port, '127.0.0.1');
  return Object.assign(other, { server });
}

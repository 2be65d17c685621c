import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, scales, visitor } from './browser.ts';
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
import { dayFromNow, fill, knock, linkMailed, open, press, setUp } from './steps.ts';

const TITLE = 'Street party on Linden';
const HOME = 'Eastside Tenants Union';
const HOME_PATH = '/groups/eastside-tenants-union';
const cy = { name: 'Cy Frame', email: 'cy@mail.test' };
/** What strangers see is remembered for a second or two. */
const SOON = { timeout: 20_000 };

let browser: Browser;
let site: RunningSite;
/** Signed in: the steward of both groups. */
let steward: Page;
let party: string;
let riders: { path: string; slug: string };
/** The address of the form for the sponsor's link. */
let framed: string;
let elsewhere: Elsewhere;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  steward = (await visitor(browser, onPhone)).page;
  await setUp(site, steward);
  party = await publish({ title: TITLE, capacity: 1 });
  riders = await standsWith(site, steward, { path: party, name: 'Riders' });
  elsewhere = await startElsewhere();
});
afterAll(async () => {
  await browser.close();
  elsewhere.server.close();
  await site.stop();
});

test('each group that holds an event has a code to paste, with its own link in it and a plain one after', async () => {
  const codes = await codesToPaste(site, steward, [`${party}/manage`, `${riders.path}${party}`]);
  for (const { code, link } of codes) expect(code).toContain(`src="${site.url}/embed${party}?l=${link}"`);
  framed = `${site.url}/embed${party}?l=${codes[1]?.link}`;
  elsewhere.pasted = codes[1]?.code ?? '';
});

test('whoever answers in the frame is a stranger there and the sponsor’s person, and stays on the other site', async () => {
  const { page, context } = await visitor(browser, onPhone);
  // The other site is at the same host here, so that the browser sends a session along.
  await context.addCookies(await steward.context().cookies());
  await page.goto(elsewhere.url);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  const told = say('en', 'events.owner.link', { group: 'Riders', home: HOME });
  expect(await frame.locator('main').textContent()).toContain(told);
  await fillsFrame(page, cy, say('en', 'events.rsvp.button'));
  await frame.getByRole('heading', { level: 1, name: say('en', 'events.thanks.title') }).waitFor();
  expect(await frame.locator('main').textContent()).toContain(
    say('en', 'events.thanks.held', { minutes: 30 }),
  );
  // Whoever goes on to the event from there passes on the link by which they came.
  expect(await frame.locator('main a').getAttribute('href')).toMatch(/\?via=[a-z0-9-]+$/);
  expect(page.url()).toBe(elsewhere.url);
  await context.close();

  const { page: own } = await visitor(browser, onPhone);
  await open(own, await linkMailed(site, cy.email, '/rsvps/'));
  await press(own, say('en', 'events.own.confirm.going'));
  const { rows } = await site.database.pool.query<{ slug: string; visits: number }>(
    `select home.slug, (select sum(count)::int from link_visits visit where visit.link_id = rsvp.link_id) as visits
      from rsvps rsvp join people person on person.id = rsvp.person_id join groups home on home.id = person.group_id`,
  );
  expect(rows).toEqual([{ slug: riders.slug, visits: 1 }]);
});

test('the form is light, has no script, speaks the language that is asked for, and holds no barrier', async () => {
  const { weigh, close } = await scales(browser);
  const { bytes, scriptBytes, hosts } = await weigh(`${site.url}/embed${party}`);
  expect(bytes).toBeLessThan(50_000);
  expect([scriptBytes, hosts]).toEqual([0, [new URL(site.url).host]]);
  await close();
  for (const [language, dark] of [
    ['es', false],
    ['ar', true],
  ] as const) {
    const { page, context } = await visitor(browser, { width: 390, dark });
    await context.addCookies([{ name: 'language', value: 'en', url: site.url }]);
    await open(page, `${site.url}/embed${party}?lang=${language}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const overflow = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
    expect(overflow).toBeLessThanOrEqual(0);
    await context.close();
  }
});

test('where all places are taken the frame offers the waitlist, in the language it was asked for to the end', async () => {
  const { page, context } = await visitor(browser, onPhone);
  const full = say('es', 'events.rsvp.title.full');
  const asked = async () => {
    await page.goto(`${framed}&lang=es`);
    return shown(page);
  };
  await expect.poll(asked, SOON).toContain(full);
  await fill(page, { name: 'Dee Late', email: 'dee@mail.test' });
  await press(page, say('es', 'events.rsvp.button.full'));
  expect(new URL(page.url()).pathname).toBe(`/embed${party}/thanks`);
  expect(await shown(page)).toContain(say('es', 'events.thanks.waiting', { minutes: 30 }));
  await context.close();
});

test('a form that is refused comes back in the frame as it was typed, and is no second visit', async () => {
  const { page, context } = await visitor(browser, onPhone);
  await open(page, framed);
  const before = await countVisits(site);
  await knock(site, steward, { method: 'DELETE', path: answerPath(riders.slug, party) });
  await fill(page, { name: cy.name, email: 'another@mail.test' });
  await press(page, say('en', 'events.rsvp.button.full'));
  expect(await shown(page)).toContain(say('en', 'error.events.owner-changed'));
  expect(await page.inputValue('[name="email"]')).toBe('another@mail.test');
  expect(await countVisits(site)).toBe(before);
  await context.close();
});

test('an event that is cancelled, over or for members says so in the frame and takes no answer', async () => {
  const called = await publish({ title: 'Called off' });
  const data = { reason: 'Rain all week.' };
  await knock(site, steward, { method: 'PUT', path: `${called}/cancellation`, data });
  const over = await publish({ title: 'Over' });
  await site.database.pool.query(
    `update events set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 hour' where title = 'Over'`,
  );
  const inside = await publish({ title: 'Inside', rsvpFrom: 'members' });
  const { page, context } = await visitor(browser, onPhone);
  for (const [path, words] of [
    [called, say('en', 'events.notice.cancelled', data)],
    [over, say('en', 'events.notice.ended')],
    [inside, say('en', 'events.rsvp.members', { group: HOME })],
  ] as const) {
    await open(page, `${site.url}/embed${path}`);
    expect(await shown(page), path).toContain(words);
    expect(await page.locator('form').count(), path).toBe(0);
  }
  await context.close();
});

test('a draft and an event of a private group are not there, even for whoever is signed in', async () => {
  const draft = await plan({ title: 'Not out yet' });
  expect((await steward.goto(site.url + draft))?.status()).toBe(200);
  expect((await steward.goto(`${site.url}/embed${draft}`))?.status()).toBe(404);
  await site.database.pool.query(`update groups set visibility = 'private' where name = $1`, [HOME]);
  const status = async () => (await steward.goto(`${site.url}/embed${party}`))?.status();
  await expect.poll(status, SOON).toBe(404);
});

async function plan(written: object): Promise<string> {
  const day = dayFromNow(9);
  const data = {
    ...{ starts: `${day}T16:00`, ends: `${day}T20:00`, timeZone: 'America/New_York' },
    ...{ held: 'in-person', placeName: 'Linden and 9th', ...written },
  };
  const { slug } = await knock(site, steward, { method: 'POST', path: `${HOME_PATH}/events`, data });
  return `/events/${slug}`;
}

async function publish(written: object): Promise<string> {
  const path = `${await plan(written)}/publication`;
  const { slug } = await knock(site, steward, { method: 'PUT', path });
  return `/events/${slug}`;
}

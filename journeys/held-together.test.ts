import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { EASTSIDE, follow, onPhone, shown, startValley, insist } from './coalition-steps.ts';
import type { Named, Person } from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { dayFromNow, fill, knock, linkMailed, open, press } from './steps.ts';

const TITLE = 'Street party on Linden';
const ana = { name: 'Ana Ruiz', email: 'ana@mail.test' };
const bo = { name: 'Bo Lin', email: 'bo@mail.test' };

let browser: Browser;
let site: RunningSite;
let amina: Person;
let rosa: Person;
let vecinas: Named;
/** The event's path, and the short address that the Vecinas have for it. */
let event: string;
let short: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, vecinas } = await startValley(browser));
  event = await publishParty();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('an organizer asks another group to hold an event together, which hears of it in its language and says yes', async () => {
  const { page } = amina;
  await open(page, `${site.url}${event}/manage?find=${encodeURIComponent(vecinas.name)}#sponsors`);
  await page.getByLabel(vecinas.name, { exact: true }).check();
  await fill(page, { word: 'Your music, our tables?' });
  await press(page, say('en', 'campaigns.manage.sponsors.ask'));
  const subject = say('es', 'mail.events.sponsor-asked.subject', { group: EASTSIDE.name, title: TITLE });
  const asked = await site.mailbox.waitFor((one) => one.to.includes(rosa.email) && one.subject === subject);
  expect(asked.text).toContain('Your music, our tables?');
  await open(rosa.page, /http:\/\/\S+\/groups\/\S+/.exec(asked.text)?.[0] ?? '');
  await fill(rosa.page, { word: 'Con tambores.' });
  await rosa.page
    .locator('main button', { hasText: `${say('es', 'events.sponsorships.accept')}: ${TITLE}` })
    .click();
  await expectNoBarriers(rosa.page);
  await follow(rosa.page, say('es', 'campaigns.sponsorships.open'));
  const own = rosa.page.locator('tbody tr', { hasText: vecinas.name });
  short = (await own.locator('a[href*="/go/"]').getAttribute('href')) ?? '';
  await open(page, `${site.url}${event}/manage`);
  expect(await shown(page)).toContain(say('en', 'campaigns.wrote', { word: 'Con tambores.' }));
});

test('it stands on the pages of both, and in both calendars', async () => {
  const { page } = await visitor(browser, onPhone);
  for (const group of [EASTSIDE, vecinas]) {
    await open(page, `${site.url}${group.path}/events`);
    expect(await shown(page)).toContain(TITLE);
    const feed = await page.request.get(`${site.url}${group.path}/events.ics`);
    expect(await feed.text()).toContain(TITLE);
  }
  await open(page, `${site.url}${event}`);
  expect(await shown(page)).toContain(vecinas.name);
});

test('a stranger with an old phone who comes by the other group’s link reads whose they will be', async () => {
  const { page } = await visitor(browser, onPhone);
  await open(page, short);
  const told = { group: vecinas.name, home: EASTSIDE.name };
  expect(await shown(page, '#rsvp ~ p')).toContain(say('en', 'events.owner.link', told));
  await answer(page, ana);
  // Whoever passes it on passes on the link by which they came.
  expect(await page.locator('input[readonly]').inputValue()).toBe(short);
  await open(page, await linkMailed(site, ana.email, '/rsvps/'));
  await press(page, say('en', 'events.own.confirm.going'));
  expect(await shown(page)).toContain(say('en', 'events.own.through', { group: vecinas.name }));
});

test('whoever runs it reads a name on the list and through whom, and nothing else of another group’s person', async () => {
  await open(amina.page, `${site.url}${event}/manage`);
  const list = await shown(amina.page, '#answers');
  expect(list).toContain(ana.name);
  expect(list).toContain(vecinas.name);
  expect(await amina.page.content()).not.toContain(ana.email);
  await open(amina.page, `${site.url}${event}/check-in`);
  expect(await shown(amina.page)).toContain(ana.name);
  for (const path of [`${event}/rsvps`, `${event}/door`, `${EASTSIDE.path}/people`]) {
    const heard = await amina.page.request.get(`${site.url}/api/v1${path}`);
    expect(await heard.text()).not.toContain(ana.email);
  }
  await open(amina.page, `${site.url}${EASTSIDE.path}/people`);
  expect(await shown(amina.page)).not.toContain(ana.name);
  await open(rosa.page, `${site.url}${vecinas.path}/people`);
  expect(await shown(rosa.page)).toContain(ana.name);
  const { rows } = await site.database.pool.query<{ path: string }>(
    `select '/groups/' || home.slug as path from people person join groups home on home.id = person.group_id
      where person.email = $1`,
    [ana.email],
  );
  expect(rows).toEqual([{ path: vecinas.path }]);
});

test('a form that was open while its group left is kept as it was typed, and says whose one will be now', async () => {
  const { page } = await visitor(browser, onPhone);
  await open(page, short);
  await open(rosa.page, `${site.url}${vecinas.path}/events`);
  await insist(rosa.page, say('es', 'events.sponsorships.leave'));
  await answer(page, bo);
  expect(await shown(page)).toContain(say('en', 'error.events.owner-changed'));
  expect(await page.inputValue('[name="email"]')).toBe(bo.email);
  await press(page, say('en', 'events.rsvp.button'));
  await open(page, await linkMailed(site, bo.email, '/rsvps/'));
  await press(page, say('en', 'events.own.confirm.going'));
  await open(amina.page, `${site.url}${EASTSIDE.path}/people`);
  expect(await shown(amina.page)).toContain(bo.name);
});

async function answer(page: Page, typed: { name: string; email: string }) {
  await fill(page, typed);
  await press(page, say('en', 'events.rsvp.button'));
}

async function publishParty() {
  const { page } = amina;
  const day = dayFromNow(9);
  const data = {
    ...{ title: TITLE, starts: `${day}T16:00`, ends: `${day}T20:00`, timeZone: 'America/New_York' },
    ...{ held: 'in-person', placeName: 'Linden and 9th' },
  };
  const { slug } = await knock(site, page, { method: 'POST', path: `${EASTSIDE.path}/events`, data });
  const out = await knock(site, page, { method: 'PUT', path: `/events/${slug}/publication` });
  return `/events/${out.slug}`;
}

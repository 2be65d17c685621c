import { zoneAtNoon } from '@groundwork/database/testing/clock';
import { say, type Language } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { groupOf } from './people-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { knock, open, openAccount, press, setUp } from './steps.ts';

const GROUP = '/groups/eastside-tenants-union';
const onPhone = { javaScript: false, width: 390 } as const;

/** Who joins, and in which language they read. */
const JOINERS = {
  ana: { name: 'Ana Ruiz', email: 'ana@valley.test', language: 'es' },
  omar: { name: 'Omar Aziz', email: 'omar@valley.test', language: 'ar' },
  cleo: { name: 'Cleo Park', email: 'cleo@valley.test', language: 'en' },
} as const satisfies Record<string, { name: string; email: string; language: Language }>;
type Joiner = (typeof JOINERS)[keyof typeof JOINERS];

let browser: Browser;
let site: RunningSite;
let page: Page;
let cleo: Page;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  page = (await visitor(browser, onPhone)).page;
  await setUp(site, page);
  await knock(site, page, { method: 'PATCH', path: GROUP, data: { joining: 'open' } });
  await site.database.pool.query('update groups set time_zone = $1', [zoneAtNoon()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('a welcome ladder is put up, tried dry and opened, without JavaScript', async () => {
  await open(page, `${groupOf(site)}/mailings`);
  await page
    .locator('main')
    .getByRole('link', { name: say('en', 'ladders.nav') })
    .click();
  expect(await page.textContent('main')).toContain(say('en', 'ladders.empty.title'));
  await press(page, say('en', 'ladders.begin.welcome'));
  expect(await page.textContent('main')).toContain(say('en', 'ladders.says.wait', { days: 4 }));
  const address = page.url();
  await open(page, `${address}?dry-run`);
  expect(await page.textContent('main')).toContain(say('en', 'ladders.state.draft'));
  await open(page, address);
  await press(page, say('en', 'ladders.open.do'));
  expect(await page.textContent('main')).toContain(say('en', 'ladders.state.active'));
});

test('in six weeks it greets whoever joins in their language, invites them, and parts who came from who did not', async () => {
  for (const joiner of Object.values(JOINERS)) await join(joiner);
  await until(() => count('select count(*)::int as count from people where account_id is not null'), 4);
  const first = await anEvent('Soup and a list of names', 14 * 24 + 5);
  // Each minute it is looked who joined.
  await site.pass('5 minutes');
  for (const joiner of Object.values(JOINERS)) await got(joiner, 'hello');
  await until(waiting, 0);
  await knock(site, cleo, { method: 'DELETE', path: `${GROUP}/membership` });

  await site.pass('5 days');
  await until(() => standingAt('wait'), 3);
  await site.pass('5 days');
  for (const joiner of [JOINERS.ana, JOINERS.omar])
    expect((await got(joiner, 'invite')).text).toContain(`/events/${first}`);
  await until(waiting, 0);

  await site.pass('102 hours');
  const walkIn = { name: JOINERS.ana.name, email: JOINERS.ana.email };
  await knock(site, page, { method: 'POST', path: `/events/${first}/walk-ins`, data: walkIn });
  await until(() => standingAt('wait'), 2);
  const second = await anEvent('Soup, once more', 24 * 24);
  await site.pass('18 days');
  await got(JOINERS.ana, 'thanks');
  expect((await got(JOINERS.omar, 'again')).text).toContain(`/events/${second}`);
  await until(waiting, 0);

  await site.pass('10 days');
  await until(standing, 0);
  const letters = site.mailbox.mails().map(({ to, subject }) => `${to.join()} ${subject}`);
  for (const { email, language } of Object.values(JOINERS))
    for (const which of ['hello', 'invite', 'thanks', 'again'] as const) {
      const subject = say(language, `ladders.welcome.${which}.subject`);
      expect(letters.filter((one) => one === `${email} ${subject}`).length, subject).toBeLessThanOrEqual(1);
    }
  expect(letters.filter((one) => one.startsWith(JOINERS.cleo.email) && one.includes('person'))).toEqual([]);
});

test('its page says how many came past each step, and those who came are found by their tag', async () => {
  await open(page, `${groupOf(site)}/ladders`);
  await page.locator('main .rows a').first().click();
  const drawn = ((await page.textContent('main')) ?? '').replaceAll(/\s+/g, ' ');
  expect(drawn).toContain(`3 ${say('en', 'ladders.over.words', { count: 3 })}`);
  expect(drawn).toContain(say('en', 'ladders.out.stopped', { count: 1 }));
  const tagged = `only:tagged:tag=${encodeURIComponent('newcomer who came')}`;
  await open(page, `${groupOf(site)}/people?lines=${encodeURIComponent(tagged)}`);
  expect(await page.locator('main tbody th a').allTextContents()).toEqual([JOINERS.ana.name]);
});

async function join({ name, email, language }: Joiner) {
  const { page: own } = await visitor(browser, onPhone);
  await openAccount(site, own, { name, email });
  await site.database.pool.query('update accounts set language = $1, time_zone = $2 where email = $3', [
    ...[language, zoneAtNoon(), email],
  ]);
  await knock(site, own, { method: 'PUT', path: `${GROUP}/membership`, data: {} });
  if (name === JOINERS.cleo.name) cleo = own;
}

/** An event of the group that begins in so many hours: what names it. */
async function anEvent(title: string, hours: number): Promise<string> {
  const at = (more: number) => new Date(Date.now() + (hours + more) * 3_600_000).toISOString().slice(0, 16);
  const data = {
    ...{ title, starts: at(0), ends: at(2), timeZone: 'Etc/UTC' },
    ...{ held: 'in-person', placeName: 'Laundromat on Linden', address: '12 Linden Street' },
  };
  const made = await knock(site, page, { method: 'POST', path: `${GROUP}/events`, data });
  return (await knock(site, page, { method: 'PUT', path: `/events/${made.slug}/publication` })).slug;
}

/** A letter of the ladder that somebody got, in their language. */
function got({ email, language }: Joiner, which: 'hello' | 'invite' | 'thanks' | 'again') {
  const subject = say(language, `ladders.welcome.${which}.subject`);
  return site.mailbox.waitFor((one) => one.to.includes(email) && one.subject === subject);
}

async function until(counted: () => Promise<number>, number: number) {
  await expect.poll(counted, { timeout: 20_000 }).toBe(number);
}

/** Letters that did not leave, or of which that is not written down yet. */
async function waiting(): Promise<number> {
  return count(`select count(*)::int as count from mails where mailing_id is not null and state <> 'sent'`);
}

async function standing(): Promise<number> {
  return count('select count(*)::int as count from climbers where rung_id is not null');
}

/** How many stand on a step of this kind; all days that have passed have passed for them too. */
async function standingAt(does: string): Promise<number> {
  return count(
    `select count(*)::int as count from climbers join ladder_steps step on step.id = rung_id
     where step.does ->> 'is' = '${does}'`,
  );
}

async function count(asked: string): Promise<number> {
  const { rows } = await site.database.pool.query<{ count: number }>(asked);
  return rows[0]?.count ?? -1;
}

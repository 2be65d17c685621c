import { say, type Language } from '@groundwork/words';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoBarriers } from './browser.ts';
import type { RunningSite } from './site.ts';

type Words = Record<string, string>;
const PASSWORD = 'branch river lantern nine';

/** Fills in fields by their names. */
export async function fill(page: Page, words: Words): Promise<void> {
  for (const [name, value] of Object.entries(words)) {
    const field = page.locator(`main [name="${name}"]`).first();
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}

/** Presses the button that says so, and looks that nothing on the page it leads to is a barrier. */
export async function press(page: Page, name: string): Promise<void> {
  await page.locator('main').getByRole('button', { name, exact: true }).first().click();
  await expectNoBarriers(page);
}

/** Opens a page of the site and looks that nothing on it is a barrier. */
export async function open(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url);
  expect(answer?.status(), url).toBe(200);
  await expectNoBarriers(page);
}

/** The site is set up by its printed link, in the browser; the steward stays signed in on this page. */
export async function setUp(site: RunningSite, page: Page): Promise<void> {
  await open(page, site.setupUrl());
  await fill(page, {
    siteName: 'Valley Coalition',
    name: 'Amina Kassab',
    email: 'amina@valley.test',
    password: PASSWORD,
    timeZone: 'America/New_York',
    groupName: 'Eastside Tenants Union',
    groupSummary: 'Renters east of the river.',
  });
  await press(page, say('en', 'setup.do'));
  expect(new URL(page.url()).pathname).toBe('/groups/eastside-tenants-union');
}

/** Someone opens an account in the language of this page, proves the email by the mail, and is signed in on it. */
export async function openAccount(
  site: RunningSite,
  page: Page,
  { language = 'en', ...who }: { name: string; email: string; language?: Language },
): Promise<void> {
  await open(page, `${site.url}/open-account`);
  await fill(page, { ...who, password: PASSWORD });
  await press(page, say(language, 'accounts.open.do'));
  await open(page, await linkMailed(site, who.email, '/confirm-account/'));
  await press(page, say(language, 'accounts.confirm.do'));
}

/** The link in the newest mail to someone that leads to such a page. */
export async function linkMailed(site: RunningSite, to: string, path: string): Promise<string> {
  const link = (text: string) => text.match(new RegExp(`http://\\S+${path}[^\\s"<]+`))?.[0];
  const mail = await site.mailbox.waitFor((one) => one.to.includes(to) && link(one.text) !== undefined);
  return link(mail.text) ?? '';
}

/** Asks the api in the name of whoever is signed in on this page. */
export async function knock(
  site: RunningSite,
  page: Page,
  { method, path, data }: { method: string; path: string; data?: object },
): Promise<{ slug: string }> {
  const answer = await page.request.fetch(`${site.url}/api/v1${path}`, {
    ...{ method, headers: { origin: site.url } },
    ...(data && { data }),
  });
  expect(answer.ok(), `${method} ${path}`).toBe(true);
  const text = await answer.text();
  return (text ? JSON.parse(text) : {}) as { slug: string };
}

/** A petition that is public: its address. */
export async function beginCampaign(site: RunningSite, page: Page): Promise<string> {
  const data = { title: 'Keep the branch open', ask: 'The council votes.', action: 'petition' };
  const path = '/groups/eastside-tenants-union/campaigns';
  const begun = await knock(site, page, { method: 'POST', path, data });
  const published = await knock(site, page, { method: 'PUT', path: `/campaigns/${begun.slug}/publication` });
  return `/campaigns/${published.slug}`;
}

/** A day from now as a form writes it: YYYY-MM-DD in the zone of the story. */
export function dayFromNow(days: number): string {
  const at = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York' }).format(at);
}

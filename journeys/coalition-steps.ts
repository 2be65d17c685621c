import { say, type Language } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectNoBarriers, visitor } from './browser.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, knock, open, openAccount, press, setUp } from './steps.ts';

const LOCALES = { en: 'en-US', es: 'es-MX', ar: 'ar-EG' };
export const onPhone = { javaScript: false, width: 390 } as const;

export type Named = { name: string; path: string };
export type Person = { name: string; email: string; language: Language; page: Page };

export const COALITION = { name: 'Valley Housing Coalition', path: '/groups/valley-housing-coalition' };
export const EASTSIDE = { name: 'Eastside Tenants Union', path: '/groups/eastside-tenants-union' };

/** Where a group stands to the coalition, on its own side. */
export const onItsSide = ({ path }: Named) => `${path}/coalitions/${slugOf(COALITION)}`;
export const slugOf = ({ path }: Named) => path.split('/').at(-1) ?? '';

/**
 * A site where anybody starts groups, with three of them in three languages, each with its steward on a phone. The first of them
 * looks after the site.
 */
export async function startValley(browser: Browser) {
  const site = await startSite();
  const { page } = await visitor(browser, onPhone);
  const amina: Person = { name: 'Amina Kassab', email: 'amina@valley.test', language: 'en', page };
  await setUp(site, page);
  await knock(site, page, { method: 'PATCH', path: '/site', data: { startingGroups: 'anyone' } });
  const rosa = await arrives(browser, site, { name: 'Rosa Vega', email: 'rosa@valley.test', language: 'es' });
  const sam = await arrives(browser, site, { name: 'Sam Haddad', email: 'sam@valley.test', language: 'ar' });
  const vecinas = await startsGroup(site, rosa, { name: 'Vecinas del Mercado', vouchedBy: amina });
  const riders = await startsGroup(site, sam, { name: 'رابطة ركاب الحافلات', vouchedBy: amina });
  return { site, amina, rosa, sam, vecinas, riders };
}

/** Somebody opens an account in their language, and is signed in on a phone. */
export async function arrives(
  browser: Browser,
  site: RunningSite,
  who: Omit<Person, 'page'>,
): Promise<Person> {
  const device = { ...onPhone, locale: LOCALES[who.language] };
  const arriving = await visitor(browser, { ...device, meetsBarriers: false });
  await openAccount(site, arriving.page, who);
  const { page, context } = await visitor(browser, device);
  await context.addCookies(await arriving.context.cookies());
  await arriving.context.close();
  return { ...who, page };
}

/** Somebody starts a group that everyone may join, and the steward of the site vouches for it. */
async function startsGroup(
  site: RunningSite,
  steward: Person,
  { name, vouchedBy }: { name: string; vouchedBy: Person },
): Promise<Named> {
  const data = { name, joining: 'open' };
  const draft = await knock(site, steward.page, { method: 'POST', path: '/groups', data });
  const written = { language: steward.language };
  await knock(site, steward.page, { method: 'PATCH', path: `/groups/${draft.slug}`, data: written });
  const { pool } = site.database;
  const { rows } = await pool.query<{ id: string }>('select id from groups where name = $1', [name]);
  await knock(site, vouchedBy.page, { method: 'PUT', path: `/site/groups/${rows[0]?.id}/vouching` });
  const { rows: out } = await pool.query<{ slug: string }>('select slug from groups where name = $1', [name]);
  return { name, path: `/groups/${out[0]?.slug}` };
}

export async function joins(site: RunningSite, { page }: Person, { path }: Named): Promise<void> {
  await knock(site, page, { method: 'PUT', path: `${path}/membership`, data: {} });
}

type News =
  | 'applied'
  | 'invited'
  | 'accepted'
  | 'suspended'
  | 'resumed'
  | 'delegate-named'
  | 'delegate-recalled'
  | 'report-due';

/** The mail of such news about a group and the coalition, in the language of who gets it, and where its button leads. */
export async function mailed(
  site: RunningSite,
  { email, language }: Person,
  news: News,
  group: Named,
): Promise<{ text: string; link: string }> {
  const names = { group: group.name, coalition: COALITION.name };
  const subject = say(language, `mail.coalitions.${news}.subject`, names);
  const { text } = await site.mailbox.waitFor((one) => one.to.includes(email) && one.subject === subject);
  return { text, link: /http:\/\/\S+\/groups\/\S+/.exec(text)?.[0] ?? '' };
}

/** Follows the first link that says so, and looks that nothing on the page it leads to is a barrier. */
export async function follow(page: Page, words: string): Promise<void> {
  await page.locator('main a', { hasText: words }).first().click();
  await expectNoBarriers(page);
}

/** Says yes to one of those that wait for an answer. */
export async function saysYes({ page, language }: Person, to: Named): Promise<void> {
  const words = `${say(language, 'coalitions.yes')}: ${to.name}`;
  await page.locator('main button', { hasText: words }).click();
  await expectNoBarriers(page);
}

export async function unfold(page: Page, words: string): Promise<void> {
  await page.locator('main summary', { hasText: words }).first().click();
}

/** Presses what asks first whether it is meant, and says so. */
export async function insist(page: Page, words: string): Promise<void> {
  await unfold(page, words);
  await page.locator('details[open] button', { hasText: words }).click();
  await expectNoBarriers(page);
}

/** What stands on the page, with its white space as one reads it. */
export async function shown(page: Page, place = 'main'): Promise<string> {
  return ((await page.locator(place).first().textContent()) ?? '').replaceAll(/\s+/g, ' ');
}

/** Opens the coalition's channel of that name from the list of one's own. */
export async function openChannel(site: RunningSite, { page }: Person, channel: string): Promise<string> {
  await open(page, `${site.url}/messages`);
  const link = page.locator(`nav a[href^="/messages/"]`, { hasText: `# ${channel}` });
  await open(page, new URL((await link.getAttribute('href')) ?? '', site.url).href);
  return page.url();
}

export async function writes({ page, language }: Person, words: string): Promise<void> {
  await fill(page, { body: words });
  await press(page, say(language, 'messaging.send'));
}

/** Whom the words in a channel are from, as they are called there. */
export async function authorOf({ page }: Person, words: string): Promise<string | null> {
  return page.locator('.message', { hasText: words }).locator('b bdi').first().textContent();
}

/** What is not there answers so, and is no barrier either. */
export async function isGone(page: Page, url: string): Promise<void> {
  const answer = await page.goto(url);
  expect(answer?.status(), url).toBe(404);
  await expectNoBarriers(page);
}

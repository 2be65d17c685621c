import { say } from '@groundwork/words';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import {
  COALITION,
  follow,
  isGone,
  onPhone,
  shown,
  slugOf,
  startValley,
  unfold,
  type Named,
  type Person,
} from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { dayFromNow, fill, knock, open, press } from './steps.ts';

const WALKERS = 'Caminantes del Valle';
const SUMMARY = 'Cuentan las farolas del valle.';
const LINK = 'https://caminantes.example.org/quienes-somos';
const PAGE = '/allies/caminantes-del-valle';
const AS_GROUP = '/groups/caminantes-del-valle';

let browser: Browser;
let site: RunningSite;
/** Looks after the site, and is the steward of the coalition. */
let amina: Person;
let rosa: Person;
let sam: Person;
let vecinas: Named;
let campaign: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, sam, vecinas } = await startValley(browser));
  await aCoalition();
  campaign = await aCampaign();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('who organizes a coalition puts up the page of an ally by a form that keeps what was typed and says why it is refused', async () => {
  const { page } = rosa;
  await open(page, site.url + COALITION.path);
  await follow(page, say('es', 'allies.add'));
  expect(await shown(page)).toContain(say('es', 'allies.empty'));
  await page.locator('#add form').evaluate((form) => form.setAttribute('novalidate', ''));
  await fill(page, { name: WALKERS, summary: SUMMARY, contact: 'Calle 4', link: 'caminantes.example.org' });
  await press(page, say('es', 'allies.add.submit'));
  expect(await page.textContent('#field-link-error')).toBe(say('es', 'error.field.web-address'));
  expect(await page.inputValue('#add [name="summary"]')).toBe(SUMMARY);
  await fill(page, { link: LINK });
  await press(page, say('es', 'allies.add.submit'));
  expect(new URL(page.url()).pathname).toBe(PAGE);
  expect(await shown(page)).toContain(say('es', 'allies.done.added'));
});

test('the organizers of a campaign name it, and a stranger reads that it did not confirm this', async () => {
  await open(rosa.page, `${site.url}${campaign}/manage`);
  await unfold(rosa.page, say('es', 'campaigns.manage.sponsors.invite'));
  expect(await shown(rosa.page)).toContain(say('es', 'campaigns.manage.sponsors.ally.hint'));
  const name = `${say('es', 'campaigns.manage.sponsors.name')}: ${WALKERS}`;
  await rosa.page.locator('main button', { hasText: name }).click();
  await expectNoBarriers(rosa.page);
  expect(await shown(rosa.page)).toContain(say('es', 'campaigns.manage.sponsors.ally'));

  const { page } = await visitor(browser, { ...onPhone, locale: 'ar-EG' });
  await open(page, site.url + campaign);
  await follow(page, WALKERS);
  const words = await shown(page);
  const names = { coalition: COALITION.name, ally: WALKERS };
  for (const said of [SUMMARY, say('ar', 'allies.by', names), say('ar', 'allies.theirs')])
    expect(words).toContain(said);
  expect(words).toContain(say('ar', 'allies.campaigns.hint', { ally: WALKERS }));
  const link = page.locator(`main a[href="${LINK}"]`);
  expect(await link.getAttribute('rel')).toContain('nofollow');
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
  expect(await page.locator('main a[href^="mailto:"]').count()).toBe(0);
  await open(page, site.url + AS_GROUP);
  expect(new URL(page.url()).pathname).toBe(PAGE);
  await open(page, site.url + campaign);
  expect(await shown(page)).toContain(say('ar', 'allies.unconfirmed'));
  await follow(page, WALKERS);
  await follow(page, say('ar', 'allies.claim.submit'));
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('somebody of it says so, waits, and the coalition reads it by the mail and believes them', async () => {
  const { page } = sam;
  await open(page, site.url + PAGE);
  await fill(page, { word: 'أنا أمين صندوق المشّائين. اسألوا في المقر.' });
  await press(page, say('ar', 'allies.claim.submit'));
  expect(await shown(page)).toContain(say('ar', 'allies.done.claimed'));
  expect(await shown(page, '#claim')).toContain(say('ar', 'allies.claim.waiting'));

  const told = await mailOf(rosa, 'ally-claimed');
  await open(rosa.page, told);
  const claims = await shown(rosa.page, '#claims');
  for (const words of [sam.name, 'اسألوا في المقر']) expect(claims).toContain(words);
  expect(claims).not.toContain(sam.email);
  await unfold(rosa.page, say('es', 'allies.claims.yes'));
  expect(await shown(rosa.page)).toContain(
    say('es', 'allies.claims.yes.text', { ally: WALKERS, name: sam.name }),
  );
  await press(rosa.page, say('es', 'allies.claims.yes'));
  expect(await shown(rosa.page)).toContain(say('es', 'allies.done.accepted'));
});

test('its new steward says yes to what waited, and strangers see it confirmed once the site knows the group', async () => {
  await open(sam.page, await mailOf(sam, 'claim-accepted'));
  expect(new URL(sam.page.url()).pathname).toBe(AS_GROUP);
  expect(await shown(sam.page)).toContain(say('ar', 'groups.waiting.text'));
  const { page: stranger } = await visitor(browser, onPhone);
  await isGone(stranger, site.url + AS_GROUP);
  await isGone(stranger, site.url + PAGE);
  await open(stranger, site.url + campaign);
  expect(await shown(stranger)).not.toContain(WALKERS);

  await open(sam.page, `${site.url}${AS_GROUP}/campaigns`);
  await sam.page.locator('main button', { hasText: say('ar', 'campaigns.sponsorships.accept') }).click();
  await expectNoBarriers(sam.page);
  const { rows } = await site.database.pool.query<{ id: string }>('select id from groups where name = $1', [
    WALKERS,
  ]);
  await knock(site, amina.page, { method: 'PUT', path: `/site/groups/${rows[0]?.id}/vouching` });
  await open(stranger, site.url + campaign);
  expect(await shown(stranger)).toContain(say('en', 'campaigns.with', { groups: WALKERS }));
  expect(await shown(stranger)).not.toContain(say('en', 'allies.unconfirmed'));
  await open(stranger, site.url + PAGE);
  expect(new URL(stranger.url()).pathname).toBe(AS_GROUP);
});

async function aCoalition() {
  const begun = { group: slugOf(vecinas), mandate: 'Hablar por el mercado.', termEndsOn: dayFromNow(200) };
  const data = { name: COALITION.name, summary: 'Housing.', ...begun };
  await knock(site, rosa.page, { method: 'POST', path: '/coalitions', data });
  const { rows } = await site.database.pool.query<{ id: string }>('select id from groups where name = $1', [
    COALITION.name,
  ]);
  await knock(site, amina.page, { method: 'PUT', path: `/site/groups/${rows[0]?.id}/vouching` });
}

/** A campaign of the coalition's one group, for everyone. */
async function aCampaign() {
  const data = { title: 'Más farolas', ask: 'Firma por más farolas.', action: 'petition' };
  const made = await knock(site, rosa.page, { method: 'POST', path: `${vecinas.path}/campaigns`, data });
  const { slug } = await knock(site, rosa.page, {
    method: 'PUT',
    path: `/campaigns/${made.slug}/publication`,
  });
  return `/campaigns/${slug}`;
}

/** Where the mail with such news of the walkers leads. */
async function mailOf({ email, language }: Person, news: 'ally-claimed' | 'claim-accepted'): Promise<string> {
  const { rows } = await site.database.pool.query<{ name: string }>('select name from sites');
  const subject = say(language, `mail.coalitions.${news}.subject`, {
    ally: WALKERS,
    site: rows[0]?.name ?? '',
  });
  const { text } = await site.mailbox.waitFor((one) => one.to.includes(email) && one.subject === subject);
  return /http:\/\/\S+\/(groups|allies)\/\S+/.exec(text)?.[0] ?? '';
}

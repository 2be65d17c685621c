import { languages, say, type Language } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { groupOf } from './people-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { beginCampaign, fill, linkMailed, open, press, setUp } from './steps.ts';

const COUNT = 60;
const onPhone = { javaScript: false, width: 390 } as const;

let browser: Browser;
let site: RunningSite;
let page: Page;
let stranger: Page;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  page = (await visitor(browser, onPhone)).page;
  stranger = (await visitor(browser, onPhone)).page;
  await setUp(site, page);
  await site.database.pool.query(
    `with made as (
      insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), groups.id, 'p' || n || '@town.example', 'P' || n, 'en', 'hand'
      from groups, generate_series(1, $1::int) n returning id, group_id)
    insert into consents (person_id, group_id, way, purpose, given, how)
    select id, group_id, 'email', 'updates', 'yes', 'organizer' from made`,
    [COUNT],
  );
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('two letters go to a crowd by lot, what they move people to is counted, and is found in the book', async () => {
  const campaign = await beginCampaign(site, page);
  await writeTwo('en');
  await ask('en', 'signed');
  await sendNow('en', { lot: 'never' });
  const got = (subject: string) =>
    site.mailbox.mails().flatMap((mail) => (mail.subject === subject ? mail.to : []));
  const total = async () => {
    const { rows } = await site.database.pool.query<{ count: number }>(
      `select count(*)::int as count from composition_receivers where variant is not null`,
    );
    return rows[0]?.count ?? -1;
  };
  await expect
    .poll(async () => got('Letter A').length + got('Letter B').length - (await total()), { timeout: 20_000 })
    .toBe(0);
  const moved = got('Letter B').slice(0, 9);
  expect(moved).toHaveLength(9);
  for (const email of moved) await sign(campaign, email);

  await lookUntil(say('en', 'mailings.did.signed'));
  const results = (await page.textContent('#results')) ?? '';
  expect(results).toContain(say('en', 'mailings.results.variants'));
  expect(results).toContain('Do letters work?');

  await open(page, `${site.url}/experiments`);
  expect(await page.textContent('main')).toContain(say('en', 'experiments.empty.title'));
  await site.database.pool.query(
    `update composition_results set since = since - interval '12 days', until = until - interval '12 days'`,
  );
  await site.database.pool.query(`update person_history set at = at - interval '12 days'`);
  await site.restart();
  await expect
    .poll(
      async () => {
        await page.goto(`${site.url}/experiments?search=letters`);
        return page.textContent('main');
      },
      { timeout: 20_000 },
    )
    .toContain('Letter B');
  await open(page, page.url());
});

test.each(languages.filter((language) => language !== 'en'))(
  'another letter is written beside the first, and what they are to find out is said, in %s',
  async (language) => {
    await site.database.pool.query('update accounts set language = $1', [language]);
    const other = await visitor(browser, { ...onPhone, meetsBarriers: false });
    await other.context.addCookies(await page.context().cookies());
    page = other.page;
    await writeTwo(language);
    const form = page.locator('#experiment');
    await fill(page, { question: '?', usualOf100: '' });
    await form.getByRole('button', { name: say(language, 'experiments.save') }).click();
    expect(await page.inputValue('[name="question"]')).toBe('?');
    expect(await form.locator('.error').count()).toBe(1);
    await ask(language, 'came');
    expect(await form.textContent()).toContain(say(language, 'experiments.needed', { count: NEEDED }));
    await page.locator('main summary', { hasText: say(language, 'mailings.variants.drop') }).click();
    await press(page, say(language, 'mailings.variants.drop'));
    expect(await page.locator('#experiment').count()).toBe(0);
  },
);

/** For 5 of 100 more than the 5 who do it: so many get each letter. */
const NEEDED = 832;

/** A mailing to all who agreed, in two letters. */
async function writeTwo(language: Language) {
  await open(page, `${groupOf(site)}/mailings`);
  await press(page, say(language, 'mailings.begin'));
  await page.getByLabel(say(language, 'mailings.whom.all')).check();
  await press(page, say(language, 'mailings.whom.choose'));
  await open(page, page.url().replace(/[?#].*/, `?language=en`));
  await fill(page, { subject: 'Letter A', body: 'Sign it.' });
  await save(language);
  await press(page, say(language, 'mailings.variants.add'));
  expect(await page.inputValue('[name="subject"]')).toBe('Letter A');
  await fill(page, { subject: 'Letter B', body: 'Will you sign it?' });
  await save(language);
}

async function save(language: Language) {
  await page
    .locator('#what')
    .getByRole('button', { name: say(language, 'mailings.what.save') })
    .click();
}

async function ask(language: Language, deed: string) {
  await fill(page, { question: 'Do letters work?', deed, usualOf100: '5', worthOf100: '5' });
  await press(page, say(language, 'experiments.save'));
}

async function sendNow(language: Language, choice: { lot: string }) {
  await open(page, `${page.url().replace(/[?#].*/, '')}?count=yes`);
  await fill(page, choice);
  await press(page, say(language, 'mailings.send.do', { count: COUNT }));
  await press(page, say(language, 'mailings.haste'));
}

async function lookUntil(sentence: string) {
  await expect
    .poll(
      async () => {
        await page.goto(`${page.url().replace(/[?#].*/, '')}?count=yes`);
        return page.textContent('main');
      },
      { timeout: 20_000 },
    )
    .toContain(sentence);
  await open(page, page.url());
}

/** Somebody signs, and proves that the mailbox is theirs. */
async function sign(campaign: string, email: string) {
  const api = `${site.url}/api/v1`;
  const data = { name: 'P', email, updates: false };
  expect((await stranger.request.post(`${api}${campaign}/signatures`, { data })).status()).toBe(202);
  const sealed = (await linkMailed(site, email, '/signatures/')).split('/').at(-1) ?? '';
  expect((await stranger.request.put(`${api}/signatures/${sealed}/confirmation`)).ok()).toBe(true);
}

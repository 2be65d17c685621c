import { languages, say, type Language } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { groupOf } from './people-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { beginCampaign, fill, knock, linkMailed, open, openAccount, press, setUp } from './steps.ts';

const VERA = { name: 'Vera Volunteer', email: 'vera@valley.test' };
const SIGNER = 'sam@valley.test';

let browser: Browser;
let site: RunningSite;
let steward: Page;
let vera: Page;
let manage: string;
const onPhone = { javaScript: false, width: 390 } as const;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  steward = (await visitor(browser, onPhone)).page;
  await setUp(site, steward);
  manage = `${site.url}${await beginCampaign(site, steward)}/manage`;
  await sign();
  vera = (await visitor(browser, onPhone)).page;
  await openAccount(site, vera, VERA);
  await nameVera();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test.each(languages)(
  'whoever runs one campaign posts its news, writes it to those who signed and sends it, in %s',
  async (language) => {
    await site.database.pool.query('update accounts set language = $1', [language]);
    if (language !== 'en') vera = await inOtherWords(vera);
    const title = `The vote is on Tuesday (${language})`;
    await open(vera, manage);
    await fill(vera, { title, body: 'Be in the room at six.' });
    await press(vera, say(language, 'campaigns.news.post'));
    expect(await vera.textContent('#news ~ .notice')).toContain(say(language, 'campaigns.news.posted'));
    await write(language, title);
    expect(await vera.inputValue('main [name="subject"]')).toBe(title);
    expect(await vera.inputValue('main [name="body"]')).toMatch(
      /^Be in the room at six\.\s+\{\{petition .+\}\}$/,
    );
    await open(vera, `${vera.url().replace(/[?#].*/, '')}?count=yes`);
    await press(vera, say(language, 'mailings.send.do', { count: 1 }));
    await press(vera, say(language, 'mailings.haste'));
    const mail = await site.mailbox.waitFor((one) => one.to.includes(SIGNER) && one.subject === title);
    expect(mail.text).toContain('Keep the branch open');
    await open(vera, manage);
    expect(await vera.textContent('#letters')).toContain(title);
    await seesNoOther();
  },
);

test('a campaign that was won is told to those who signed with a press', async () => {
  await site.database.pool.query(`update accounts set language = 'en'`);
  await open(steward, manage);
  await site.database.pool.query(`update campaigns set state = 'won', ended_at = now()`);
  await open(steward, manage);
  await press(steward, say('en', 'campaigns.letters.outcome'));
  const subject = `${say('en', 'campaigns.offer.won.title')}: Keep the branch open`;
  expect(await steward.inputValue('main [name="subject"]')).toBe(subject);
});

/** Not the group's, nor the way to it. */
async function seesNoOther() {
  await open(vera, groupOf(site));
  expect(await vera.locator(`a[href$="/mailings"]`).count()).toBe(0);
  expect((await vera.request.get(`${groupOf(site)}/mailings`)).status()).toBe(404);
}

async function write(language: Language, title: string) {
  await press(vera, `${say(language, 'campaigns.news.write')}: ${title}`);
  expect(new URL(vera.url()).pathname).toMatch(/\/mailings\/[\w-]+$/);
}

async function inOtherWords(page: Page): Promise<Page> {
  const other = await visitor(browser, { ...onPhone, meetsBarriers: false });
  await other.context.addCookies(await page.context().cookies());
  return other.page;
}

async function sign() {
  const campaign = manage.replace(site.url, '').replace('/manage', '');
  const asked = { name: 'Sam Ortiz', email: SIGNER, updates: true };
  const page = (await visitor(browser, onPhone)).page;
  const answer = await page.request.post(`${site.url}/api/v1${campaign}/signatures`, { data: asked });
  expect(answer.status()).toBe(202);
  await open(page, await linkMailed(site, SIGNER, '/signatures/'));
  const sealed = page.url().split('/').at(-1) ?? '';
  await page.request.put(`${site.url}/api/v1/signatures/${sealed}/confirmation`);
}

async function nameVera() {
  const { pool } = site.database;
  const { rows } = await pool.query<{ id: string }>('select id from accounts where email = $1', [VERA.email]);
  const id = rows[0]?.id ?? '';
  await pool.query(
    `insert into memberships (group_id, account_id, role) select id, $1, 'member' from groups`,
    [id],
  );
  const campaign = manage.replace(site.url, '').replace('/manage', '');
  await knock(site, steward, {
    ...{ method: 'PUT', path: `${campaign}/coordinators/${id}` },
    data: { responsibilities: ['contact_people'] },
  });
}

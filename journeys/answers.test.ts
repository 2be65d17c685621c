import { bringMail } from '@groundwork/inbox/fixtures';
import { languages, say, type Language } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { groupOf } from './people-steps.ts';
import { freePort } from './ports.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, open, press, setUp } from './steps.ts';

const ANA = 'ana@town.example';

let browser: Browser;
let site: RunningSite;
let steward: Page;
let lmtpPort: number;
const onPhone = { javaScript: false, width: 390 } as const;
beforeAll(async () => {
  browser = await openBrowser();
  lmtpPort = await freePort();
  site = await startSite({
    env: { RETURN_ADDRESS: 'returns@valley.test', LMTP_ADDRESS: `127.0.0.1:${lmtpPort}` },
  });
  steward = (await visitor(browser, onPhone)).page;
  await setUp(site, steward);
  await site.database.pool.query(
    `with ana as (insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), id, $1, 'Ana', 'en', 'hand' from groups limit 1 returning id, group_id)
    insert into consents (person_id, group_id, way, purpose, given, how)
      select id, group_id, 'email', 'updates', 'yes', 'organizer' from ana`,
    [ANA],
  );
  await open(steward, `${groupOf(site)}/mailings/answers`);
  await press(steward, say('en', 'exchanges.open'));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test.each(languages)('what somebody answers to a mailing is read and answered, in %s', async (language) => {
  await site.database.pool.query('update accounts set language = $1', [language]);
  const page = language === 'en' ? steward : await inOtherWords(steward);
  const subject = `Two days (${language})`;
  await send(page, language, subject);
  const mail = await site.mailbox.waitFor((one) => one.to.includes(ANA) && one.subject === subject);
  const answersTo = /<([^<>]+)>/.exec(mail.headers.get('reply-to') ?? '')?.[1] ?? '';
  await bring(answersTo, { subject: `Re: ${subject}`, messageId: `<${language}@town.example>` });

  await open(page, `${groupOf(site)}/mailings`);
  expect(await page.textContent('main')).toContain(say(language, 'exchanges.nav.waiting', { count: 1 }));
  await page.getByRole('link', { name: say(language, 'exchanges.nav') }).click();
  await page.locator('main').getByRole('link', { name: subject }).click();
  const letters = await page.textContent('main ol.letters');
  expect(letters).toContain('I will come.');
  expect(letters).not.toContain('Be in the room.');
  await fill(page, { body: 'See you there.' });
  await press(page, say(language, 'exchanges.answer.send'));
  expect(await page.textContent('main')).toContain(say(language, 'exchanges.answered'));
  const back = await site.mailbox.waitFor((one) => one.subject === `Re: ${subject}`);
  expect(back.to).toEqual([ANA]);
  expect(back.text).toContain('See you there.');
  expect(back.headers.get('in-reply-to')).toBe(`<${language}@town.example>`);
  await open(page, `${groupOf(site)}/mailings/answers`);
  expect(await page.textContent('main')).toContain(say(language, 'exchanges.empty.waiting'));
});

async function send(page: Page, language: Language, subject: string) {
  await open(page, `${groupOf(site)}/mailings`);
  await press(page, say(language, 'mailings.begin'));
  await page.getByLabel(say(language, 'mailings.whom.all')).check();
  await press(page, say(language, 'mailings.whom.choose'));
  await open(page, `${page.url().replace(/[?#].*/, '')}?language=en`);
  await fill(page, { subject, body: 'Be in the room.' });
  await page
    .locator('#what')
    .getByRole('button', { name: say(language, 'mailings.what.save') })
    .click();
  await open(page, `${page.url().replace(/[?#].*/, '')}?count=yes`);
  await press(page, say(language, 'mailings.send.do', { count: 1 }));
  await press(page, say(language, 'mailings.haste'));
}

/** As the mail server of the same machine brings it. */
async function bring(to: string, { subject, messageId }: { subject: string; messageId: string }) {
  const head = `From: Ana <${ANA}>\r\nSubject: ${subject}\r\nMessage-ID: ${messageId}`;
  const quoted = 'On Tuesday, Eastside <hello@valley.test> wrote:\r\n> Be in the room.\r\n';
  expect(await bringMail(lmtpPort, to, `${head}\r\n\r\nI will come.\r\n\r\n${quoted}`)).toEqual([]);
}

async function inOtherWords(page: Page): Promise<Page> {
  const other = await visitor(browser, { ...onPhone, meetsBarriers: false });
  await other.context.addCookies(await page.context().cookies());
  return other.page;
}

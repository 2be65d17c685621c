import { languages, say, type Language } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { addLine, CAME, cameTwice, groupOf, peopleOf } from './people-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, open, press, setUp } from './steps.ts';

const ORGANIZER = 'amina@valley.test';
const LETTERS = {
  en: { subject: 'Two days to the vote', body: 'Dear {{first name|friend}},\n\nBe in the room.' },
  es: { subject: 'Dos días para la votación', body: 'Hola {{nombre|vecina}}:\n\nVen a la sala.' },
  ar: { subject: 'يومان على التصويت', body: 'مرحبًا {{الاسم الأول|صديقنا}}،\n\nكونوا في القاعة.' },
};
const GREETINGS = { en: 'Dear Ada,', es: 'Hola Ada:', ar: 'مرحبًا Ada،' };

let browser: Browser;
let site: RunningSite;
let page: Page;
const onPhone = { javaScript: false, width: 390 } as const;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  page = (await visitor(browser, onPhone)).page;
  await setUp(site, page);
  await cameTwice(site);
  // Cy has not said yes.
  await site.database.pool.query(
    `insert into consents (group_id, person_id, way, purpose, given, how)
     select group_id, id, 'email', 'updates', 'yes', 'rsvp' from people where name = any($1)`,
    [CAME.slice(0, 2)],
  );
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test.each(languages)(
  'an organizer writes to those who came twice and did not sign, tries it, sends it, stops it and sends it again, in %s',
  async (language) => {
    await site.database.pool.query('update accounts set language = $1', [language]);
    if (language !== 'en') page = await theSameInOtherWords();
    await chooseThem(language);
    await write(language);
    await tryIt(language);
    await sendAndStop(language);
    await sendAtOnce(language);
  },
);

test('a mail is shown in a frame on its own page and on no other, and nothing in it runs', async () => {
  const frame = page.locator('main iframe');
  expect(await frame.getAttribute('sandbox')).not.toContain('allow-scripts');
  const letter = await page.request.get(new URL((await frame.getAttribute('src')) ?? '', page.url()).href);
  expect(letter.status()).toBe(200);
  expect(letter.headers()).toMatchObject({
    'x-frame-options': 'SAMEORIGIN',
    'content-security-policy': expect.stringMatching(/default-src 'none'.*frame-ancestors 'self'/),
  });
  const whole = await page.request.get(page.url());
  expect(whole.headers()['x-frame-options']).toBe('DENY');
});

test('a block is put in by a form, what a text lacks is said, and a mailing that nobody got is removed', async () => {
  await site.database.pool.query(`update accounts set language = 'en'`);
  await open(page, `${groupOf(site)}/mailings`);
  await press(page, say('en', 'mailings.begin'));
  await waitForCounts();
  expect(await page.textContent('main')).toContain(say('en', 'compositions.check.nobody-chosen'));
  await page.getByLabel(say('en', 'mailings.whom.member')).check();
  await press(page, say('en', 'mailings.whom.choose'));
  await fill(page, { body: 'Come on Thursday.' });
  await page.locator('main summary', { hasText: say('en', 'mailings.put.button') }).click();
  await page.locator('main button[name="put"][value="button"]').click();
  expect(await page.inputValue('[name="body"]')).toBe('Come on Thursday.');
  expect(await page.textContent('#what')).toContain(say('en', 'error.field.required'));
  await fill(page, { buttonWords: 'Call them', buttonAddress: 'https://valley.test/call' });
  await page.locator('main button[name="put"][value="button"]').click();
  expect(await page.inputValue('[name="body"]')).toBe(
    'Come on Thursday.\n\n{{button Call them -> https://valley.test/call}}\n',
  );
  await page.locator('main summary', { hasText: say('en', 'mailings.remove') }).click();
  await press(page, say('en', 'mailings.remove'));
  expect(new URL(page.url()).pathname).toBe('/groups/eastside-tenants-union/mailings');
  expect(await page.locator('main .rows > li').count()).toBe(languages.length);
});

async function theSameInOtherWords(): Promise<Page> {
  const other = await visitor(browser, { ...onPhone, meetsBarriers: false });
  await other.context.addCookies(await page.context().cookies());
  return other.page;
}

async function chooseThem(language: Language) {
  await open(page, peopleOf(site));
  await addLine(page, { how: 'add', is: 'came', times: '2' }, language);
  await addLine(page, { how: 'without', is: 'signed' }, language);
  await press(page, say(language, 'mailings.write-to-them'));
  await waitForCounts();
  const whom = await page.textContent('#whom');
  expect(whom).toContain(say(language, 'mailings.reach.get', { count: 2, fit: 3 }));
  expect(whom).toContain(say(language, 'mailings.why.not-said-yes', { count: 1 }));
  const address = page.url();
  await page
    .locator('#whom')
    .getByRole('link', { name: say(language, 'mailings.reach.who') })
    .click();
  expect(await page.locator('main .rows').textContent()).toContain(CAME[2]);
  await open(page, address);
}

async function write(language: Language) {
  await open(page, page.url().replace(/[?#].*/, `?language=${language}`));
  await fill(page, LETTERS[language]);
  await save(language);
  expect(await page.textContent('.letter')).toContain(LETTERS[language].subject);
}

/** A page does not wait for what takes long to count, unless it is told to. */
async function waitForCounts() {
  await open(page, `${page.url().replace(/[?#].*/, '')}?count=yes`);
}

/** The one that is seen: Enter in a field saves as well, by one that is not. */
async function save(language: Language) {
  await page
    .locator('#what')
    .getByRole('button', { name: say(language, 'mailings.what.save') })
    .click();
}

async function tryIt(language: Language) {
  const { subject } = LETTERS[language];
  await press(page, say(language, 'mailings.try.me'));
  expect(await page.textContent('#check')).toContain(say(language, 'mailings.try.done'));
  await waitForCounts();
  const trial = say(language, 'compositions.trial.subject', { subject });
  const mail = await site.mailbox.waitFor((one) => one.subject === trial);
  expect(mail.to).toEqual([ORGANIZER]);
  expect(await page.textContent('#check')).toContain(say(language, 'compositions.check.tried'));
}

async function sendAndStop(language: Language) {
  await press(page, say(language, 'mailings.send.do', { count: 2 }));
  expect(await page.textContent('main')).toContain(say(language, 'mailings.waiting.left', { count: 10 }));
  await press(page, say(language, 'mailings.stop'));
  expect(await page.textContent('main')).toContain(say(language, 'mailings.unsent'));
  await waitForCounts();
  expect(arrived(language)).toEqual([]);
}

async function sendAtOnce(language: Language) {
  await press(page, say(language, 'mailings.send.do', { count: 2 }));
  await press(page, say(language, 'mailings.haste'));
  const { subject } = LETTERS[language];
  const mail = await site.mailbox.waitFor(
    (one) => one.subject === subject && one.to.includes('p0@example.org'),
  );
  expect(mail.text).toContain(GREETINGS[language]);
  await site.mailbox.waitFor((one) => one.subject === subject && one.to.includes('p1@example.org'));
  expect(arrived(language).sort()).toEqual(['p0@example.org', 'p1@example.org']);
  await expect
    .poll(
      async () => {
        await page.goto(page.url().replace(/[?#].*/, ''));
        return page.textContent('main');
      },
      { timeout: 20_000 },
    )
    .toContain(say(language, 'mailings.sent.title'));
  await open(page, page.url());
}

function arrived(language: Language): string[] {
  const mails = site.mailbox.mails().filter(({ subject }) => subject === LETTERS[language].subject);
  return mails.flatMap(({ to }) => to);
}

import { say, type Language } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, linkMailed, open, press, setUp } from './steps.ts';

const PEOPLE = '/groups/eastside-tenants-union/people';
const LOCALES = { en: 'en-US', es: 'es-MX', ar: 'ar-EG' } as const;

let browser: Browser;
let site: RunningSite;
let organizer: Page;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  organizer = (await visitor(browser, { javaScript: false, width: 390 })).page;
  await setUp(site, organizer);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/** A report of Action Network: of 120 people 40 are out, in the words that it has for that. */
function actionNetworkReport() {
  const words = ['unsubscribed', 'bouncing', 'previous bounce', 'spam complaint'];
  const lines = Array.from({ length: 120 }, (_, n) => {
    const isOut = n % 3 === 0;
    const status = isOut ? words[(n / 3) % words.length] : 'subscribed';
    const phone = `+1 510 555 ${String(1_000 + n)}`;
    return `an-${n},Quetzal${n},Ortiz,quetzal${n}@example.org,${phone},Linden St ${n},Oakland,CA,${94_000 + n},"Driver, canvass",${status},`;
  });
  const headings =
    'uuid,first_name,last_name,email,can2_phone,can2_user_address,can2_user_city,can2_user_state,zip_code,can2_user_tags,can2_subscription_status,can2_sms_status';
  return `${headings}\n${lines.join('\n')}\n`;
}

async function count(question: string): Promise<number> {
  const { rows } = await site.database.pool.query<{ count: number }>(
    `select count(*)::int as count ${question}`,
  );
  return rows[0]?.count ?? -1;
}

async function send(page: Page, name: string, buffer: Buffer) {
  await open(page, `${site.url}${PEOPLE}/import`);
  await page.locator('main [name="file"]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await page
    .locator('main')
    .getByRole('button', { name: say('en', 'people.imports.read') })
    .click();
}

test('on a telephone with no script a report of Action Network comes in, and nobody who is out is mailed', async () => {
  await send(organizer, 'report.csv', Buffer.from(actionNetworkReport()));
  await organizer.getByText(say('en', 'people.imports.found.noes', { count: 40 })).waitFor();
  await expectNoBarriers(organizer);
  await organizer.check('main [name="consent"][value="email"]');
  await press(organizer, say('en', 'people.imports.apply', { count: 120 }));
  await expect
    .poll(
      async () => {
        await organizer.reload();
        return organizer.locator('main').innerText();
      },
      { timeout: 30_000 },
    )
    .toContain(say('en', 'people.imports.outcome', { added: '120', known: '0', refused: '0' }));
  const brought = `from people where source = 'import'`;
  const answers = `from consents join people on people.id = person_id where source = 'import' and way = 'email'`;
  const isOut = `substr(split_part(email, '@', 1), 8)::int % 3 = 0`;
  expect(await count(`${answers} and given = 'yes' and ${isOut}`)).toBe(0);
  expect(await count(`${answers} and given = 'no' and ${isOut}`)).toBe(40);
  expect(await count(`${answers} and given = 'yes'`)).toBe(80);
  expect(await count(`${brought} and phone ~ '^[+]1510555' and tags @> '{canvass,driver}'`)).toBe(120);
  expect(await count(`from person_addresses where postcode ~ '^94' and city = 'Oakland'`)).toBe(120);
  expect(await count(`from person_external_ids where tool = 'action-network' and value ~ '^an-'`)).toBe(120);
});

test('a file that is too large is refused on the page it was chosen on, with what to do', async () => {
  await send(organizer, 'everything.csv', Buffer.alloc(34 * 1_048_576, 'a,b\n'));
  await organizer
    .getByText(say('en', 'error.people.file-too-large', { megabytes: 32 }))
    .first()
    .waitFor();
  expect(await organizer.locator('main [name="file"]').count()).toBe(1);
  await expectNoBarriers(organizer);
});

test.each(Object.keys(LOCALES) as Language[])(
  'whoever erases themselves by the link in a mail, in %s, is in no table any more',
  async (language) => {
    const n = { en: 1, es: 2, ar: 4 }[language];
    const email = `quetzal${n}@example.org`;
    const marks = [
      email,
      `Quetzal${n} `,
      `15105551${String(n).padStart(3, '0')}`,
      `an-${n}`,
      `Linden St ${n}`,
    ];
    expect(await tablesWith(marks)).toEqual(
      expect.arrayContaining(['people', 'person_addresses', 'person_external_ids']),
    );
    const { page } = await visitor(browser, { javaScript: false, width: 390, locale: LOCALES[language] });
    await open(page, `${site.url}/my-records`);
    await fill(page, { email });
    await press(page, say(language, 'people.my.send'));
    await open(page, await linkMailed(site, email, '/my-records/'));
    await page.locator('summary', { hasText: say(language, 'people.my.erase') }).click();
    await press(page, say(language, 'people.my.erase'));
    await expect.poll(() => tablesWith(marks), { timeout: 15_000 }).toEqual([]);
    expect(await count(`from people where source = 'import'`)).toBe({ en: 119, es: 118, ar: 117 }[language]);
  },
);

test('somebody adds an email of their own by the link that is mailed there, sends their mail there and takes one away', async () => {
  const email = 'second@home.example';
  const { page } = await visitor(browser, { javaScript: false, width: 390 });
  await open(page, `${site.url}/my-records`);
  await fill(page, { email: 'quetzal5@example.org' });
  await press(page, say('en', 'people.my.send'));
  await open(page, await linkMailed(site, 'quetzal5@example.org', '/my-records/'));
  await page.locator('main a[href^="/my-record/"]').click();
  const record = page.url();
  await page.locator('summary', { hasText: say('en', 'people.own.emails') }).click();
  await fill(page, { email });
  await press(page, say('en', 'people.own.emails.add.do'));
  await page.getByText(say('en', 'people.own.email-asked')).waitFor();
  await open(page, await linkMailed(site, email, '/my-email/'));
  await press(page, say('en', 'people.own-email.do'));
  await page.getByText(say('en', 'people.own-email.theirs', { email })).waitFor();
  await open(page, record);
  await page.locator('summary', { hasText: say('en', 'people.own.emails') }).click();
  await press(page, say('en', 'people.own.emails.make-first.of', { email }));
  await page.getByText(say('en', 'people.own.email-first')).waitFor();
  await page.locator('summary', { hasText: say('en', 'people.own.emails') }).click();
  await press(page, say('en', 'people.own.emails.remove.of', { email: 'quetzal5@example.org' }));
  await page.getByText(say('en', 'people.own.email-removed')).waitFor();
  expect(await count(`from people where email = '${email}'`)).toBe(1);
});

/** The tables in any row of which any of these texts stands, whatever its columns hold. */
async function tablesWith(marks: string[]): Promise<string[]> {
  const { pool } = site.database;
  const { rows } = await pool.query<{ table: string }>(
    `select c.relname as table from pg_class c
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`,
  );
  const found = [];
  for (const { table } of rows) {
    // A whole row as text: every column, those within JSON and lists too.
    const holds = `select exists (select from "${table}" one, unnest($1::text[]) mark
      where one::text ~ (mark || '([^0-9]|$)')) as holds`;
    const { rows: answer } = await pool.query<{ holds: boolean }>(holds, [marks]);
    if (answer[0]?.holds) found.push(table);
  }
  return found;
}

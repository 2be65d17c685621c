import { newId } from '@groundwork/database';
import { languages, say, type Language } from '@groundwork/words';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { addLine, ask, CAME, cameTwice, done, namesOn, ONCE, peopleOf, shown } from './people-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, open, press, setUp } from './steps.ts';

const LINES = 'add:came:times=2;without:signed';
const TAGS = { en: 'ask to sign', es: 'pedir la firma', ar: 'للتوقيع' };
const LISTS = { en: 'Phone tree', es: 'Cadena de llamadas', ar: 'سلسلة الاتصالات' };

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
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test.each(languages)(
  'who came twice and did not sign is found, tagged, kept as a list and exported, on a phone without JavaScript, in %s',
  async (language) => {
    await site.database.pool.query('update accounts set language = $1', [language]);
    if (language !== 'en') page = await theSameInOtherWords();
    await open(page, peopleOf(site));
    expect(await page.getAttribute('html', 'lang')).toBe(language);
    await addLine(page, { how: 'add', is: 'came', times: '2' }, language);
    await addLine(page, { how: 'without', is: 'signed' }, language);
    expect(await namesOn(page)).toEqual(CAME);
    await tag(language);
    await freeze(language);
    await takeOut(language);
  },
);

test('on a phone the people are put in order by a list of orders, and those without a tag stand last', async () => {
  await site.database.pool.query(`update accounts set language = 'en'`);
  await site.database.pool
    .query(`update people set tags = case name when 'Cy Moss' then '{beta}' when 'Di Once' then '{alpha}'
    else '{}' end::text[]`);
  await open(page, peopleOf(site));
  await page.selectOption('main select[name="order"]', 'tags');
  await press(page, say('en', 'finding.sort'));
  const names = await page.locator('main tbody th a').allTextContents();
  expect(names.slice(0, 2)).toEqual(['Di Once', 'Cy Moss']);
  await page.fill('main [name="from"]', 'b');
  await press(page, say('en', 'finding.jump'));
  expect(await page.locator('main tbody th a').first().textContent()).toBe('Cy Moss');
});

test('a segment that is made a line of itself is refused in words beside its lines, and stays as it was', async () => {
  await site.database.pool.query(`update accounts set language = 'en'`);
  const name = 'Came twice, did not sign';
  await open(page, `${peopleOf(site)}?lines=${encodeURIComponent(LINES)}`);
  await page.locator('main summary', { hasText: say('en', 'segments.save') }).click();
  await page.locator('main details[open] [name="name"]').fill(name);
  await press(page, say('en', 'segments.save'));
  const id = new URL(page.url()).searchParams.get('segment') ?? '';
  await open(page, `${peopleOf(site)}?segment=${id}&lines=${encodeURIComponent(`add:within:segment=${id}`)}`);
  await press(page, say('en', 'segments.change', { name }));
  expect(await page.textContent('main')).toContain(say('en', 'error.segments.holds-itself'));
});

async function theSameInOtherWords(): Promise<Page> {
  const other = await visitor(browser, { ...onPhone, meetsBarriers: false });
  await other.context.addCookies(await page.context().cookies());
  return other.page;
}

async function tag(language: Language) {
  await ask(page, { kind: 'tag', count: 3 }, language);
  await fill(page, { tag: TAGS[language].toUpperCase() });
  await press(page, say(language, 'finding.deed.tag'));
  const three = shown(language, 3);
  const said = { tag: TAGS[language], changed: three, total: three };
  await done(page, say(language, 'finding.deed.done.tag', said));
  await page.getByRole('link', { name: say(language, 'finding.deed.see.tag') }).click();
  expect(await namesOn(page)).toEqual(CAME);
}

/** A list keeps whom it was made of, also when the sentences find somebody else besides. */
async function freeze(language: Language) {
  await press(page, say(language, 'finding.deed.list'));
  expect(await page.textContent('main')).toContain(say(language, 'error.segments.nobody-ticked'));
  await ask(page, { kind: 'list', count: 3 }, language);
  await fill(page, { name: LISTS[language] });
  await press(page, say(language, 'finding.deed.list'));
  const three = shown(language, 3);
  await done(
    page,
    say(language, 'finding.deed.done.list', { list: LISTS[language], changed: three, total: three }),
  );
  const again = await comesAgain();
  await page.getByRole('link', { name: say(language, 'finding.deed.see.list') }).click();
  expect(await namesOn(page)).toEqual(CAME);
  await open(page, `${peopleOf(site)}?lines=${encodeURIComponent(LINES)}`);
  expect(await namesOn(page)).toEqual([...CAME, ONCE]);
  await again.takeBack();
}

async function takeOut(language: Language) {
  await open(page, `${peopleOf(site)}?lines=${encodeURIComponent(LINES)}`);
  await ask(page, { kind: 'export', count: 3 }, language);
  const download = page.waitForEvent('download');
  await page
    .locator('main')
    .getByRole('button', { name: say(language, 'people.export.do') })
    .click();
  const [headings = '', ...rows] = (await text(await (await download).createReadStream())).trim().split('\n');
  expect(headings).toMatch(/^\ufeff?name,email,phone,language,tags,/);
  // A number is text that no program computes: see `inert`.
  const cells = rows.map((row) => /^([^,]+),([^,]+),'?(\+\d+),en,(.*),door,no,/.exec(row)?.slice(1) ?? [row]);
  expect(cells.map((one) => one.slice(0, 3)).sort()).toEqual(
    CAME.map((name, index) => [name, `p${index}@example.org`, `+1510555010${index}`]),
  );
  for (const [, , , tags] of cells) expect(tags).toContain(TAGS[language]);
}

/** Whoever came once comes again, until it is taken back. */
async function comesAgain() {
  const { pool } = site.database;
  const id = newId();
  await pool.query(
    `insert into attendances (id, event_id, group_id, person_id, state, at)
     select $1, events.id, people.group_id, people.id, 'attended', now() from people, events
     where people.name = $2 and events.slug = 'meeting-0'`,
    [id, ONCE],
  );
  return { takeBack: () => pool.query('delete from attendances where id = $1', [id]) };
}

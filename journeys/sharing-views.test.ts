import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { addLine, ask, CAME, cameTwice, done, groupOf, namesOn, peopleOf } from './people-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, linkMailed, open, openAccount, press, setUp } from './steps.ts';

const VERA = { name: 'Vera Volunteer', email: 'vera@valley.test' };

let browser: Browser;
let site: RunningSite;
let organizer: Page;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  organizer = (await visitor(browser, { javaScript: false, width: 390 })).page;
  await setUp(site, organizer);
  await cameTwice(site);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('a view is shared with a member, who is told of it and sees its rows and columns and nothing else, until it ends', async () => {
  const { page: vera } = await visitor(browser, { javaScript: false, width: 390 });
  await openAccount(site, vera, VERA);
  await site.database.pool.query(
    `insert into memberships (group_id, account_id, role)
     select groups.id, accounts.id, 'member' from groups, accounts where accounts.email = $1`,
    [VERA.email],
  );
  await makeView();
  await fill(organizer, { accountId: await idOf(VERA.email) });
  await press(organizer, say('en', 'views.share.do'));
  expect(await organizer.textContent('main')).toContain(VERA.name);

  const shared = await linkMailed(site, VERA.email, '/shared/');
  await open(vera, shared);
  expect(await rowsOn(vera)).toEqual(CAME.map((name, index) => [name, `+1 510 555 010${index}`]));
  expect(await vera.locator('main thead th').allTextContents()).toEqual([
    say('en', 'views.column.name'),
    say('en', 'views.column.phone'),
  ]);
  expect(await vera.content()).not.toContain('example.org');
  expect((await vera.goto(peopleOf(site)))?.status()).toBe(404);
  await open(vera, groupOf(site));
  await vera.locator('main').getByRole('link', { name: 'Calls on Tuesday' }).click();
  expect(vera.url()).toBe(shared);

  await organizer
    .getByRole('button', { name: say('en', 'views.share.end.with', { name: VERA.name }) })
    .click();
  expect(await organizer.textContent('main')).toContain(say('en', 'views.share.none'));
  expect((await vera.goto(shared))?.status()).toBe(404);
  expect(await vera.textContent('body')).not.toContain(CAME[0]);
  await open(vera, groupOf(site));
  expect(await vera.textContent('body')).not.toContain('Calls on Tuesday');
});

test('a field is filled in and emptied for those found, they are handed over, and all of it is taken back', async () => {
  await makeField();
  await find();
  await ask(organizer, { kind: 'fill', count: 3 });
  await press(organizer, say('en', 'finding.deed.field.next'));
  await fill(organizer, { value: 'Nights' });
  await press(organizer, say('en', 'finding.deed.fill'));
  const three = { changed: '3', total: '3' };
  await done(organizer, say('en', 'finding.deed.done.fill', { field: 'Shift', value: 'Nights', ...three }));
  expect(await held()).toEqual(['Nights', 'Nights', 'Nights']);

  await find();
  await ask(organizer, { kind: 'hand', count: 3 });
  await fill(organizer, { contact: await idOf('amina@valley.test') });
  await press(organizer, say('en', 'finding.deed.hand'));
  await done(organizer, say('en', 'finding.deed.done.hand', { contact: 'Amina Kassab', ...three }));
  const handed = organizer.url();

  await find();
  await ask(organizer, { kind: 'fill', count: 3 });
  await press(organizer, say('en', 'finding.deed.field.next'));
  const emptying = say('en', 'finding.deed.clear', { field: 'Shift' });
  await organizer.locator('main summary', { hasText: emptying }).click();
  expect(await organizer.textContent('main')).toContain(
    say('en', 'finding.deed.clear.count', { field: 'Shift', count: 3 }),
  );
  await press(organizer, emptying);
  await done(organizer, say('en', 'finding.deed.done.fill.nothing', { field: 'Shift', ...three }));
  expect(await held()).toEqual([]);
  await takeBack();
  expect(await held()).toEqual(['Nights', 'Nights', 'Nights']);

  await organizer.goto(handed);
  await takeBack();
  const { rows } = await site.database.pool.query('select from people where contact_account_id is not null');
  expect(rows).toEqual([]);
});

async function makeView() {
  await open(organizer, peopleOf(site));
  await addLine(organizer, { how: 'add', is: 'came', times: '2' });
  await organizer.getByRole('link', { name: say('en', 'views.keep'), exact: true }).click();
  const columns = ['name', 'phone', '', '', '', ''];
  await fill(organizer, { name: 'Calls on Tuesday', order: 'name' });
  await fill(
    organizer,
    Object.fromEntries(columns.map((column, index) => [`column-${index}`, column] as const)),
  );
  await press(organizer, say('en', 'views.make'));
  expect(organizer.url()).toMatch(/views\/[-0-9a-f]{36}/);
}

async function makeField() {
  await open(organizer, `${peopleOf(site)}/fields`);
  await fill(organizer, { name: 'Shift', purpose: 'To know who can come when.' });
  await press(organizer, say('en', 'people.fields.make'));
}

async function find() {
  await open(organizer, `${peopleOf(site)}?lines=${encodeURIComponent('add:came:times=2')}`);
  expect(await namesOn(organizer)).toEqual(CAME);
}

async function takeBack() {
  await press(organizer, say('en', 'finding.deed.undo'));
  await done(organizer, say('en', 'finding.deed.undone', { undone: '3', changed: '3' }));
}

async function rowsOn(page: Page): Promise<string[][]> {
  const rows = await page.locator('main tbody tr').all();
  return Promise.all(rows.map((row) => row.locator('bdi').allTextContents()));
}

async function held(): Promise<string[]> {
  const { rows } = await site.database.pool.query<{ value: string }>('select value from field_values');
  return rows.map(({ value }) => value);
}

async function idOf(email: string): Promise<string> {
  const { rows } = await site.database.pool.query<{ id: string }>(
    'select id from accounts where email = $1',
    [email],
  );
  return rows[0]?.id ?? '';
}

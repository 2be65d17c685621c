import { newId } from '@groundwork/database';
import { say } from '@groundwork/words';
import { text } from 'node:stream/consumers';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, open, press, setUp } from './steps.ts';

const LINES = 'add:came:times=2;without:signed';
const CAME = ['Ada Diaz', 'Bo Chen', 'Cy Moss'];

let browser: Browser;
let site: RunningSite;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('who came twice and did not sign is found, tagged, put on a list and exported, on a phone without JavaScript', async () => {
  const { page: steward } = await visitor(browser);
  await setUp(site, steward);
  const { page, context } = await visitor(browser, { javaScript: false, width: 390 });
  await context.addCookies(await steward.context().cookies());
  await cameTwice();

  await open(page, people());
  await addLine(page, 'add', 'came', { times: '2' });
  await addLine(page, 'without', 'signed', {});
  expect(await namesOn(page)).toEqual(CAME);
  await tagAll(page);
  await listTicked(page);
  await takeOut(page);
  await holdItself(page);
});

const people = () => `${site.url}/groups/eastside-tenants-union/people`;
const namesOn = async (page: Page) => (await page.locator('main tbody th a').allTextContents()).sort();

async function addLine(page: Page, how: string, is: string, fields: Record<string, string>) {
  await page.locator('main summary', { hasText: say('en', 'segments.add') }).click();
  await fill(page, { how, is });
  await press(page, say('en', 'segments.add.next'));
  await fill(page, fields);
  await press(page, say('en', 'segments.add.do'));
}

async function tagAll(page: Page) {
  await page.getByLabel(say('en', 'finding.whom.all')).check();
  await press(page, say('en', 'finding.deed.tag'));
  expect(await page.textContent('main')).toContain(say('en', 'finding.deed.count', { count: 3 }));
  await fill(page, { tag: 'Ask to sign' });
  await press(page, say('en', 'finding.deed.tag'));
  await done(page, say('en', 'finding.deed.done.tag', { tag: 'ask to sign', changed: '3', total: '3' }));
  await page.getByRole('link', { name: say('en', 'finding.deed.see.tag') }).click();
  expect(await namesOn(page)).toEqual(CAME);
}

async function listTicked(page: Page) {
  await press(page, say('en', 'finding.deed.list'));
  expect(await page.textContent('main')).toContain(say('en', 'error.segments.nobody-ticked'));
  await page.getByLabel(say('en', 'finding.tick', { name: 'Bo Chen' })).check();
  await press(page, say('en', 'finding.deed.list'));
  await fill(page, { name: 'Phone tree' });
  await press(page, say('en', 'finding.deed.list'));
  await done(page, say('en', 'finding.deed.done.list', { list: 'Phone tree', changed: '1', total: '1' }));
  await page.getByRole('link', { name: say('en', 'finding.deed.see.list') }).click();
  expect(await namesOn(page)).toEqual(['Bo Chen']);
}

async function takeOut(page: Page) {
  await open(page, `${people()}?lines=${encodeURIComponent(LINES)}`);
  await page.getByLabel(say('en', 'finding.whom.all')).check();
  await press(page, say('en', 'finding.deed.export'));
  const download = page.waitForEvent('download');
  await page
    .locator('main')
    .getByRole('button', { name: say('en', 'people.export.do') })
    .click();
  const file = await text(await (await download).createReadStream());
  expect(CAME.map((name) => file.includes(name))).toEqual([true, true, true]);
  expect(file).not.toContain('Di Once');
  expect(file).toContain('ask to sign');
}

/** A segment that is made a line of itself is refused in words beside its lines, and stays as it was. */
async function holdItself(page: Page) {
  const name = 'Came twice, did not sign';
  await open(page, `${people()}?lines=${encodeURIComponent(LINES)}`);
  await page.locator('main summary', { hasText: say('en', 'segments.save') }).click();
  await page.locator('main details[open] [name="name"]').fill(name);
  await press(page, say('en', 'segments.save'));
  const id = new URL(page.url()).searchParams.get('segment') ?? '';
  const lines = encodeURIComponent(`add:within:segment=${id}`);
  await open(page, `${people()}?segment=${id}&lines=${lines}`);
  await press(page, say('en', 'segments.change', { name }));
  expect(await page.textContent('main')).toContain(say('en', 'error.segments.holds-itself'));
}

/** Looks again until the worker is done. */
async function done(page: Page, sentence: string) {
  await expect
    .poll(
      async () => {
        await page.goto(page.url().replace(/\?.*/, ''));
        return page.textContent('main');
      },
      { timeout: 20_000 },
    )
    .toContain(sentence);
}

/** Three who came twice, and one who came once: at two gatherings that are over. */
async function cameTwice() {
  const { pool } = site.database;
  const { rows } = await pool.query<{ id: string }>(
    "select id from groups where slug = 'eastside-tenants-union'",
  );
  const groupId = rows[0]?.id;
  const events = [newId(), newId()];
  for (const [index, eventId] of events.entries())
    await pool.query(
      `insert into events (id, group_id, slug, title, state, held, starts_at, ends_at, reminds_at, time_zone)
       values ($1, $2, $3, $3, 'closed', 'online', now() - interval '2 days', now() - interval '1 day', now(), 'UTC')`,
      [eventId, groupId, `meeting-${index}`],
    );
  for (const [index, name] of [...CAME, 'Di Once'].entries()) {
    const personId = newId();
    await pool.query(
      "insert into people (id, group_id, email, name, language, source) values ($1, $2, $3, $4, 'en', 'door')",
      [personId, groupId, `p${index}@example.org`, name],
    );
    for (const eventId of name === 'Di Once' ? events.slice(1) : events)
      await pool.query(
        "insert into attendances (id, event_id, group_id, person_id, state, at) values ($1, $2, $3, $4, 'attended', now())",
        [newId(), eventId, groupId, personId],
      );
  }
}

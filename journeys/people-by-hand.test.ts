import { say } from '@groundwork/words';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { startSite, type RunningSite } from './site.ts';
import { fill, open, press, setUp } from './steps.ts';

const PEOPLE = '/groups/eastside-tenants-union/people';

async function aSteward(javaScript: boolean): Promise<{ site: RunningSite; page: Page }> {
  const site = await startSite();
  onTestFinished(() => site.stop());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const { page } = await visitor(browser, { javaScript });
  await setUp(site, page);
  return { site, page };
}

async function beginSheet(site: RunningSite, page: Page) {
  await open(page, `${site.url}${PEOPLE}/sheet`);
  await fill(page, { title: 'Table in the square', day: '2026-01-31', words: 'Keep me posted' });
  await page.check('main [name="way-email"]');
  await press(page, say('en', 'people.sheets.start'));
}

async function findsAll(site: RunningSite, page: Page, names: string[]) {
  await open(page, site.url + PEOPLE);
  for (const name of names)
    await expect.poll(() => page.getByRole('link', { name, exact: true }).count()).toBe(1);
}

test('three lines of a sheet are typed by keyboard alone, and are found in the list', async () => {
  const { site, page } = await aSteward(true);
  await beginSheet(site, page);
  await page.waitForLoadState('networkidle');
  await page.focus('[name="name-0"]');
  const names = ['Ruth Chen', 'Diego Álvarez', 'Kezia Nguyen'];
  for (const [index, name] of names.entries()) {
    await page.keyboard.type(name);
    await page.keyboard.press('Tab');
    await page.keyboard.type(`line${index}@example.org`);
    await page.keyboard.press('Enter');
    await page.getByText(say('en', 'people.sheets.saved', { name })).waitFor();
  }
  // What is refused stays as it was typed.
  await page.keyboard.press('Tab');
  await page.keyboard.type('line0@example.org');
  await page.keyboard.press('Enter');
  await page.locator('[name="name-0"][aria-invalid]').waitFor();
  expect(await page.inputValue('[name="email-0"]')).toBe('line0@example.org');
  await findsAll(site, page, names);
});

test('with no script somebody is added, edited and noted, and ten lines are saved at once', async () => {
  const { site, page } = await aSteward(false);
  await open(page, `${site.url}${PEOPLE}/add`);
  await fill(page, { name: 'Ruth Chen', email: 'ruth@example.org' });
  await press(page, say('en', 'people.add.do'));
  await page.getByText(say('en', 'people.add.done', { name: 'Ruth Chen' })).waitFor();
  const person = new URL(page.url()).pathname;
  await open(page, `${site.url}${person}/edit`);
  await fill(page, { name: 'Ruth M. Chen', assessment: '2' });
  await press(page, say('en', 'site.save'));
  await page.getByText(say('en', 'people.assessment.2')).waitFor();
  await fill(page, { body: 'Has a van on Saturdays.' });
  await press(page, say('en', 'people.notes.keep'));
  await press(page, say('en', 'people.notes.remove'));
  await press(page, say('en', 'people.notes.restore'));
  await page.getByText('Has a van on Saturdays.').first().waitFor();

  await open(page, `${site.url}${PEOPLE}/add`);
  await fill(page, { name: 'Someone', email: 'ruth@example.org' });
  await press(page, say('en', 'people.add.do'));
  await page.getByRole('link', { name: say('en', 'people.add.known', { name: 'Ruth M. Chen' }) }).waitFor();

  await beginSheet(site, page);
  const lines = {
    'name-0': 'Diego Álvarez',
    'email-0': 'diego@example.org',
    'email-1': 'nameless@example.org',
  };
  await fill(page, { ...lines, 'name-2': 'Kezia Nguyen' });
  await press(page, say('en', 'people.sheets.save'));
  expect(await page.inputValue('[name="email-0"]')).toBe('nameless@example.org');
  await findsAll(site, page, ['Ruth M. Chen', 'Diego Álvarez', 'Kezia Nguyen']);
});

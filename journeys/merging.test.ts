import { say } from '@groundwork/words';
import { expect, onTestFinished, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { startSite } from './site.ts';
import { fill, open, press, setUp } from './steps.ts';

const PEOPLE = '/groups/eastside-tenants-union/people';

test('on a telephone with no script two records are found, made one, and parted again', async () => {
  const site = await startSite();
  onTestFinished(() => site.stop());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const { page } = await visitor(browser, { javaScript: false, width: 390 });
  await setUp(site, page);
  const both: { [field: string]: string; name: string }[] = [
    { name: 'Ruth Chen', email: 'ruth@example.org' },
    { name: 'Ruth M. Chen', phone: '+12025550119' },
  ];
  for (const one of both) {
    await open(page, `${site.url}${PEOPLE}/add`);
    await fill(page, one);
    await press(page, say('en', 'people.add.do'));
  }
  await page.getByRole('link', { name: say('en', 'people.merge'), exact: true }).click();
  await fill(page, { search: 'ruth@example.org' });
  await press(page, say('en', 'people.merge.search.do'));
  await page.getByRole('link', { name: say('en', 'people.merge.compare', { name: 'Ruth Chen' }) }).click();
  await press(page, say('en', 'people.merge.do'));
  await page.getByText(say('en', 'people.merge.done')).waitFor();
  expect(await page.locator('h1').innerText()).toBe('Ruth M. Chen');
  await page.getByText('ruth@example.org').first().waitFor();
  await page.locator('summary', { hasText: say('en', 'people.merge.part') }).click();
  await press(page, say('en', 'people.merge.part'));
  await page.getByText(say('en', 'people.merge.parted')).waitFor();
  expect(await page.locator('h1').innerText()).toBe('Ruth Chen');
  await open(page, site.url + PEOPLE);
  for (const { name } of both)
    await expect.poll(() => page.getByRole('link', { name, exact: true }).count()).toBe(1);
});

test('with no script a look finds two of one number, and they can be called two people', async () => {
  const site = await startSite();
  onTestFinished(() => site.stop());
  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const { page } = await visitor(browser, { javaScript: false, width: 390 });
  await setUp(site, page);
  for (const name of ['Ruth Chen', 'Ada Chen']) {
    await open(page, `${site.url}${PEOPLE}/add`);
    await fill(page, { name, phone: '+12025550119' });
    await press(page, say('en', 'people.add.do'));
  }
  await open(page, `${site.url}${PEOPLE}/duplicates`);
  await press(page, say('en', 'people.duplicates.look'));
  const why = page.getByText(say('en', 'people.duplicates.why.phone'));
  await expect
    .poll(
      async () => {
        await page.goto(`${site.url}${PEOPLE}/duplicates`);
        return why.count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  await open(page, page.url());
  await page.getByRole('button', { name: say('en', 'people.merge.apart') }).click();
  await page.getByText(say('en', 'people.duplicates.none')).waitFor();
});

import { aNameServer, type Zone } from '@groundwork/mail/testing/name-server';
import { verifySignatures } from '@groundwork/mail/testing/signatures';
import { say } from '@groundwork/words';
import { createPublicKey } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { groupOf } from './people-steps.ts';
import { startSite } from './site.ts';
import { fill, open, press, setUp } from './steps.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const ADDRESS = 'hello@eastside.example';

test('a steward enters the group’s own domain, sets the record, and a letter comes from there and is signed', async () => {
  const zone: Zone = {};
  const site = await startSite({ env: { DNS_SERVERS: await aNameServer(zone) } });
  onTestFinished(() => site.stop());
  const { page } = await visitor(browser, { javaScript: false, width: 390 });
  const main = () => page.textContent('main');
  await setUp(site, page);

  await open(page, `${groupOf(site)}/settings`);
  await page.getByRole('link', { name: say('en', 'groups.domain.link') }).click();
  await fill(page, { domain: 'co.uk', localPart: 'hello' });
  await press(page, say('en', 'groups.domain.enter'));
  expect(await main()).toContain(say('en', 'error.groups.domain-suffix', { domain: 'co.uk' }));
  expect(await page.inputValue('[name=localPart]')).toBe('hello');
  await fill(page, { domain: 'EastSide.Example' });
  await press(page, say('en', 'groups.domain.enter'));
  expect(await main()).toContain(say('en', 'groups.domain.state.entered', { address: ADDRESS }));

  await press(page, say('en', 'groups.domain.look'));
  expect(await main()).toContain(say('en', 'groups.domain.found.missing', { date: '' }).slice(0, 40));
  const value = await page.inputValue('#record-value');
  zone[await page.inputValue('#record-name')] = { texts: [value] };
  await press(page, say('en', 'groups.domain.look'));
  expect(await main()).toContain(say('en', 'groups.domain.state.proven', { address: ADDRESS }));

  await open(page, `${groupOf(site)}/mailings`);
  await press(page, say('en', 'mailings.begin'));
  await fill(page, { subject: 'Two days to the vote', body: 'Be in the room.' });
  await page
    .locator('#what')
    .getByRole('button', { name: say('en', 'mailings.what.save') })
    .click();
  await press(page, say('en', 'mailings.try.me'));
  const { from, raw } = await site.mailbox.waitFor(({ subject }) => subject.includes('Two days to the vote'));
  expect(from).toBe(`"Eastside Tenants Union" <${ADDRESS}>`);
  const key = Buffer.from(value.replace(/^.*p=/, ''), 'base64');
  const signatures = verifySignatures(raw, () => createPublicKey({ key, type: 'spki', format: 'der' }));
  expect(signatures.map(({ tags, holds }) => [tags.d, holds])).toEqual([['eastside.example', true]]);

  await open(page, `${groupOf(site)}/settings/domain`);
  await page.locator('details.confirm summary').click();
  await press(page, say('en', 'groups.domain.remove'));
  expect(await main()).toContain(say('en', 'groups.domain.removed'));
});

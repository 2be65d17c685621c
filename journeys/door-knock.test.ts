import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { startSite, type RunningSite } from './site.ts';
import { dayFromNow, fill, linkMailed, open, press, setUp } from './steps.ts';

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

test('a hashtag becomes a door-knock', async () => {
  const { page: organizer } = await visitor(browser);
  const { page: stranger } = await visitor(browser, { javaScript: false, width: 390 });
  await setUp(site, organizer);
  const campaign = await startCampaign(organizer);
  const event = await planDoorKnock(organizer);

  const shortLink = await tornOff(organizer, campaign);
  await sign(stranger, shortLink);
  await confirmByMail(stranger);
  await answerInvitation(stranger);
  await askForUpdates(stranger, event);
  await checkIn(organizer, event);
  await seeInPeople(organizer);
});

async function startCampaign(page: Page) {
  await open(page, `${site.url}/groups/eastside-tenants-union/campaigns/new`);
  await fill(page, {
    title: 'Keep the library branch open',
    ask: 'For 4,100 households the branch is the only free broadband there is.',
    goal: '50',
    story: 'The budget saves **$310,000** by closing one building.',
  });
  await press(page, say('en', 'campaigns.create'));
  await press(page, say('en', 'campaigns.manage.publish'));
  return `${site.url}/campaigns/keep-the-library-branch-open`;
}

async function planDoorKnock(page: Page) {
  await open(page, `${site.url}/groups/eastside-tenants-union/events/new`);
  await fill(page, {
    title: 'Door-knock: Linden to 9th',
    day: dayFromNow(2),
    starts: '10:00',
    ends: '13:00',
    timeZone: 'America/New_York',
    placeName: 'River Branch steps',
    address: '12 Linden Street',
    capacity: '24',
  });
  await page.locator('main [name="campaignId"]').selectOption({ label: 'Keep the library branch open' });
  await press(page, say('en', 'events.form.create'));
  await press(page, say('en', 'events.publish'));
  return `${site.url}/events/door-knock-linden-to-9th`;
}

/** The short address on the campaign's tear-off strip. */
async function tornOff(page: Page, campaign: string) {
  await open(page, campaign);
  return (await page.locator('.tearoff a').first().getAttribute('href')) ?? '';
}

async function sign(page: Page, shortLink: string) {
  await open(page, new URL(shortLink, site.url).href);
  expect(new URL(page.url()).pathname).toBe('/campaigns/keep-the-library-branch-open');
  await fill(page, { name: 'Nadia Haddad', email: 'nadia@nowhere@' });
  await page
    .locator('main form')
    .first()
    .evaluate((form) => form.setAttribute('novalidate', ''));
  await press(page, say('en', 'campaigns.sign.petition.button'));
  expect(await page.getByText(say('en', 'error.field.email')).count()).toBe(1);
  expect(await page.locator('[name="name"]').inputValue()).toBe('Nadia Haddad');

  await fill(page, { email: 'nadia@example.org' });
  await page.locator('[name="updates"]').check();
  await press(page, say('en', 'campaigns.sign.petition.button'));
  expect(new URL(page.url()).pathname).toBe('/campaigns/keep-the-library-branch-open/thanks');
}

async function confirmByMail(page: Page) {
  await open(page, await linkMailed(site, 'nadia@example.org', '/signatures/'));
  await press(page, say('en', 'campaigns.own.confirm.button'));
  expect(await page.getByRole('heading', { name: say('en', 'campaigns.own.confirmed.title') }).count()).toBe(
    1,
  );
}

async function answerInvitation(page: Page) {
  await page.getByRole('link', { name: 'Door-knock: Linden to 9th', exact: true }).click();
  await expectNoBarriers(page);
  await fill(page, { name: 'Nadia Haddad', email: 'nadia@example.org' });
  await press(page, say('en', 'events.rsvp.button'));
  expect(await page.getByText(say('en', 'events.thanks.held', { minutes: 30 })).count()).toBe(1);
  await open(page, await linkMailed(site, 'nadia@example.org', '/rsvps/'));
  await expectNoBarriers(page);
  await press(page, say('en', 'events.own.confirm.going'));
  expect(await page.getByRole('heading', { name: say('en', 'events.own.going') }).count()).toBe(1);
  const mail = await site.mailbox.waitFor(
    ({ to, attachments }) => to.includes('nadia@example.org') && attachments.length > 0,
  );
  expect(mail.attachments[0]?.content).toContain('SUMMARY:Door-knock: Linden to 9th');
}

/** A tick in a form is an opt-in; the button behind the link from the mail makes it a yes. */
async function askForUpdates(page: Page, event: string) {
  await open(page, event);
  await fill(page, { name: 'Omar Reyes', email: 'omar@example.org' });
  await page.locator('[name="updates"]').check();
  await press(page, say('en', 'events.rsvp.button'));
  await open(page, await linkMailed(site, 'omar@example.org', '/rsvps/'));
  await press(page, say('en', 'events.own.confirm.going'));
  await press(page, say('en', 'events.own.subscribe'));
  const sentence = say('en', 'events.own.subscribed', { group: 'Eastside Tenants Union' });
  expect(await page.getByText(sentence).count()).toBe(1);
  expect(await page.getByRole('button', { name: say('en', 'events.own.subscribe') }).count()).toBe(0);
}

async function checkIn(page: Page, event: string) {
  await open(page, `${event}/check-in`);
  await page
    .getByRole('button', { name: say('en', 'events.door.check-in.of', { name: 'Nadia Haddad' }) })
    .click();
  await expectNoBarriers(page);
  expect(
    await page
      .getByRole('button', { name: say('en', 'events.door.undo.of', { name: 'Nadia Haddad' }) })
      .count(),
  ).toBe(1);
}

async function seeInPeople(page: Page) {
  await open(page, `${site.url}/groups/eastside-tenants-union/people?search=nadia`);
  await page.getByRole('link', { name: 'Nadia Haddad' }).click();
  await expectNoBarriers(page);
  const history = await page.locator('main').innerText();
  expect(history).toContain(say('en', 'people.history.confirmed', { label: 'Keep the library branch open' }));
  expect(history).toContain(say('en', 'people.history.rsvped', { label: 'Door-knock: Linden to 9th' }));
  expect(history).toContain(say('en', 'people.history.came', { label: 'Door-knock: Linden to 9th' }));
  expect(history).toContain(say('en', 'people.consent.how.signature'));
}

import { languages, say, type Language } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import { groupOf } from './people-steps.ts';
import { startSite, type RunningSite } from './site.ts';
import { linkMailed, open, press, setUp } from './steps.ts';

const LOCALES = { en: 'en-US', es: 'es-MX', ar: 'ar-EG' };
const TITLE = 'Keep the branch open';

let browser: Browser;
let site: RunningSite;
let steward: Page;
let campaign: { id: string; path: string };
const onPhone = { javaScript: false, width: 390 } as const;
beforeAll(async () => {
  browser = await openBrowser();
  site = await startSite();
  steward = (await visitor(browser, onPhone)).page;
  await setUp(site, steward);
  campaign = await beginCampaign();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test.each(languages)(
  'by the link of a letter somebody gets one a month, then only those of a campaign, then all again, in %s',
  async (language) => {
    const signer = `sam-${language}@valley.test`;
    const reader = (await visitor(browser, { ...onPhone, locale: LOCALES[language] })).page;
    await sign(reader, signer, language);
    const everyone = `only:mailable`;
    await write({ lines: everyone, subject: `First (${language})` });
    await site.mailbox.waitFor((one) => one.to.includes(signer) && one.subject === `First (${language})`);

    await open(reader, await linkMailed(site, signer, '/unsubscribe/'));
    await press(reader, say(language, 'people.less.monthly.do'));
    expect(await reader.textContent('main')).toContain(say(language, 'people.less.monthly'));
    expect(await leftOut(everyone)).toContain(say('en', 'mailings.why.wants-less', { count: 1 }));

    expect(await pressedAtOnce(reader, language, 'all')).not.toContain(say(language, 'people.less.monthly'));
    expect(await pressedAtOnce(reader, language, 'monthly')).toContain(say(language, 'people.less.monthly'));

    await press(reader, say(language, 'people.less.all.do'));
    // Which campaigns somebody signed is for who reads their mail now, and not for who has a letter of theirs.
    expect(await reader.locator('main [name^="campaign-"]').count()).toBe(0);
    await press(reader, say(language, 'people.unsubscribe.record.send'));
    await open(reader, await linkMailed(site, signer, '/my-record/'));
    await reader.getByRole('link', { name: say(language, 'people.less.own') }).click();
    await reader.locator('main [name^="campaign-"]').uncheck();
    await press(reader, say(language, 'people.less.campaigns.do'));
    expect(await reader.textContent('#campaigns-error')).toBe(say(language, 'error.people.choose-campaign'));
    await reader.locator('main [name^="campaign-"]').check();
    await press(reader, say(language, 'people.less.campaigns.do'));
    expect(await reader.textContent('main')).toContain(TITLE);
    const ofCampaign = `add:signed:campaign=${campaign.id}`;
    expect(await leftOut(everyone)).toContain(say('en', 'mailings.why.other-campaign', { count: 1 }));
    await write({ lines: ofCampaign, subject: `Of the branch (${language})` });
    const mail = await site.mailbox.waitFor(
      (one) => one.to.includes(signer) && one.subject === `Of the branch (${language})`,
    );
    expect(mail.text).toContain(TITLE);

    await press(reader, say(language, 'people.less.all.do'));
    expect(await reader.textContent('main')).toContain(say(language, 'people.less.done'));
    expect(await leftOut(everyone)).not.toContain(say('en', 'mailings.why.other-campaign', { count: 1 }));
    // So that the next one is the only one who fits.
    await press(reader, say(language, 'people.unsubscribe.do'));
    expect(await reader.textContent('main')).toContain(
      say(language, 'people.unsubscribe.done', { group: 'Eastside Tenants Union' }),
    );
    const got = site.mailbox.mails().filter(({ to, subject }) => to.includes(signer) && /\(/.test(subject));
    expect(got.map(({ subject }) => subject)).toEqual([`First (${language})`, `Of the branch (${language})`]);
  },
);

/** What the page says to whoever presses as soon as it is there. */
async function pressedAtOnce(page: Page, language: Language, deed: string): Promise<string> {
  const address = page.url().replace(/\?.*/, '');
  const headers = { origin: site.url, accept: 'text/html', 'accept-language': language };
  await page.request.get(address, { headers });
  const answer = await page.request.post(`${address}?/${deed}`, { headers, form: { language: '' } });
  expect(answer.status()).toBe(200);
  return answer.text();
}

/** A mailing goes out to whom these lines leave. */
async function write({ lines, subject }: { lines: string; subject: string }) {
  await begin({ lines, subject });
  await press(steward, say('en', 'mailings.send.do', { count: 1 }));
  await press(steward, say('en', 'mailings.haste'));
}

/** What its page says of whom a mailing leaves out. */
async function leftOut(lines: string): Promise<string> {
  await begin({ lines, subject: 'To nobody' });
  return (await steward.textContent('#whom')) ?? '';
}

async function begin({ lines, subject }: { lines: string; subject: string }) {
  const path = '/groups/eastside-tenants-union/mailings';
  const { id } = await ask('POST', path, { lines, subject, language: 'en', body: 'Be in the room.' });
  await open(steward, `${groupOf(site)}/mailings/${id}?count=yes`);
}

async function beginCampaign() {
  const { slug: draft } = await ask('POST', '/groups/eastside-tenants-union/campaigns', {
    ...{ title: TITLE, ask: 'The council votes.', action: 'petition' },
  });
  const { id, slug } = await ask('PUT', `/campaigns/${draft}/publication`);
  return { id, path: `/campaigns/${slug}` };
}

async function sign(page: Page, email: string, language: Language) {
  const asked = { name: 'Sam Ortiz', email, updates: true };
  const answer = await page.request.post(`${site.url}/api/v1${campaign.path}/signatures`, {
    data: asked,
    headers: { 'accept-language': language },
  });
  expect(answer.status()).toBe(202);
  const sealed = (await linkMailed(site, email, '/signatures/')).split('/').at(-1) ?? '';
  await page.request.put(`${site.url}/api/v1/signatures/${sealed}/confirmation`);
}

/** As the steward, by the api. */
async function ask(method: string, path: string, data?: object): Promise<{ id: string; slug: string }> {
  const answer = await steward.request.fetch(`${site.url}/api/v1${path}`, {
    ...{ method, headers: { origin: site.url } },
    ...(data && { data }),
  });
  expect(answer.ok(), `${method} ${path}`).toBe(true);
  return (await answer.json()) as { id: string; slug: string };
}

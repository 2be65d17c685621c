import { say } from '@groundwork/words';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { EASTSIDE, follow, insist, onPhone, shown, startValley } from './coalition-steps.ts';
import type { Named, Person } from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { fill, knock, linkMailed, open, press } from './steps.ts';

const LIBRARY = 'Save the library';
const BLOCK = 'Que la calle 9 siga en línea';
const bo = { name: 'Bo Lin', email: 'bo@mail.test' };
const ana = { name: 'Ana Ruiz', email: 'ana@mail.test' };

let browser: Browser;
let site: RunningSite;
let amina: Person;
let rosa: Person;
let vecinas: Named;
let campaign: string;
let frame: string;
let short: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, vecinas } = await startValley(browser));
  const data = {
    title: LIBRARY,
    ask: 'The council decides on the 9th.',
    action: 'petition',
    target: 'The City Council',
  };
  const begun = await knock(site, amina.page, { method: 'POST', path: `${EASTSIDE.path}/campaigns`, data });
  const { slug } = await knock(site, amina.page, {
    method: 'PUT',
    path: `/campaigns/${begun.slug}/publication`,
  });
  campaign = `/campaigns/${slug}`;
  const sponsor = vecinas.path.split('/').at(-1);
  await knock(site, amina.page, { method: 'PUT', path: `${campaign}/sponsors/${sponsor}`, data: {} });
  const yes = { answer: 'yes' };
  await knock(site, rosa.page, { method: 'PUT', path: `${vecinas.path}/sponsorships/${slug}`, data: yes });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('a group that stands with a campaign tells it in another way from a template, and says its own words first', async () => {
  const { page } = rosa;
  await open(page, `${site.url}${vecinas.path}${campaign}`);
  expect(await shown(page)).toContain(say('es', 'campaigns.frames.none'));
  await follow(page, say('es', 'campaigns.frames.new'));
  await follow(page, say('es', 'campaigns.frames.template.access'));
  expect(await page.inputValue('[name="story"]')).toContain('[quien decide]');
  await press(page, say('es', 'campaigns.frames.save.draft'));
  const ask = say('es', 'campaigns.frames.save.ask', { group: EASTSIDE.name });
  await press(page, ask);
  const refusal = await shown(page, '#field-ask-error');
  expect(refusal).toContain(say('es', 'error.campaigns.frame-gap', { gap: '[cuántas viviendas]' }));
  await fill(page, {
    title: BLOCK,
    ask: 'La biblioteca es la única línea gratuita.',
    story: 'Sin ella, **nada**.',
  });
  await press(page, ask);
  expect(await shown(page, '#frames')).toContain(say('es', 'campaigns.frames.state.asked'));
});

test('the home group reads it where other things wait, says no with a word, and yes when it is asked again', async () => {
  const { page } = amina;
  await open(page, `${site.url}${campaign}/manage`);
  await follow(page, say('en', 'campaigns.frames.waiting'));
  await page.locator('#frames .panel summary').click();
  await page.locator('#frames .panel [name="word"]').fill('Say when the council meets.');
  await page.locator('#frames details[open] button').click();
  await expectNoBarriers(page);

  const own = rosa.page;
  await open(own, `${site.url}${vecinas.path}${campaign}`);
  expect(await shown(own, '#frames')).toContain('Say when the council meets.');
  await follow(own, say('es', 'campaigns.frames.edit'));
  await fill(own, { ask: 'La biblioteca es la única línea gratuita. El pleno es el 9.' });
  await press(own, say('es', 'campaigns.frames.save.ask', { group: EASTSIDE.name }));

  await open(page, `${site.url}${campaign}/manage`);
  await page.locator('#frames button', { hasText: say('en', 'campaigns.frames.yes') }).click();
  await expectNoBarriers(page);
  const row = page.locator('#frames tbody tr', { hasText: BLOCK });
  short = (await row.locator('a[href*="/go/"]').getAttribute('href')) ?? '';
  frame = (await row.locator('th a').getAttribute('href')) ?? '';
  expect(frame).toBe(`${campaign}/frames/que-la-calle-9-siga-en-linea`);
});

test('a stranger with an old phone reads what the name counts for and whose person they will be, and signs there', async () => {
  const { page } = await visitor(browser, onPhone);
  await open(page, short);
  expect(new URL(page.url()).pathname).toBe(frame);
  const said = await shown(page);
  expect(said).toContain(
    say('en', 'campaigns.frames.counts-for.of', { title: LIBRARY, group: EASTSIDE.name }),
  );
  expect(said).toContain('The council decides on the 9th.');
  expect(said).toContain(say('en', 'campaigns.frames.owner', { group: vecinas.name, home: EASTSIDE.name }));
  const canonical = page.locator('link[rel="canonical"]');
  expect(await canonical.getAttribute('href')).toBe(`${site.url}${frame}`);
  const shared = page.locator('meta[property="og:title"]');
  expect(await shared.getAttribute('content')).toBe(BLOCK);
  const card = await page.request.get(`${site.url}/api/v1${frame}/card.png`);
  expect(card.headers()['content-type']).toBe('image/png');
  await fill(page, ana);
  await press(page, say('en', 'campaigns.sign.petition.button'));
  expect(await shown(page)).toContain(say('en', 'campaigns.thanks.text'));
  expect(await page.locator('main a[href*="wa.me"]').getAttribute('href')).toContain(
    encodeURIComponent(BLOCK),
  );
  await open(page, await linkMailed(site, ana.email, '/signatures/'));
  expect(await shown(page)).toContain(say('en', 'campaigns.own.goes', { group: vecinas.name }));
  await press(page, say('en', 'campaigns.own.confirm.button'));
});

test('whose person it is reads it exactly, the other by tens, and nothing is called more of so few', async () => {
  await open(rosa.page, `${site.url}${vecinas.path}/people`);
  expect(await shown(rosa.page)).toContain(ana.name);
  await open(amina.page, `${site.url}${EASTSIDE.path}/people`);
  expect(await shown(amina.page)).not.toContain(ana.name);
  await open(rosa.page, `${site.url}${vecinas.path}${campaign}`);
  const own = await shown(rosa.page, '#frames');
  expect(own).toContain(say('es', 'campaigns.frames.of-visits', { signed: 1, visits: 1, share: 100 }));
  expect(own).toContain(say('es', 'campaigns.frames.honest'));
  await open(amina.page, `${site.url}${campaign}/manage`);
  const row = await shown(amina.page, '#frames tbody tr:nth-child(2)');
  expect(row).toContain(say('en', 'coalitions.few'));
  expect(row).not.toContain(say('en', 'campaigns.frames.of-visits', { signed: 1, visits: 1, share: 100 }));
});

test('another site shows its form, and what is reported is the campaign', async () => {
  const { page } = await visitor(browser, onPhone);
  const code = short.split('/').at(-1);
  await open(page, `${site.url}/embed${frame}?l=${code}`);
  expect(await shown(page)).toContain(BLOCK);
  expect(await shown(page)).toContain(say('en', 'campaigns.frames.counts-for'));
  await open(page, `${site.url}${frame}`);
  await follow(page, say('en', 'reports.link.campaign'));
  expect(await shown(page)).toContain(BLOCK);
});

test('the home group takes it off, and its link leads to the campaign; a form that was open is kept as it was typed', async () => {
  const { page } = amina;
  const signer = (await visitor(browser, onPhone)).page;
  await open(signer, `${site.url}${frame}`);
  await open(page, `${site.url}${campaign}/manage`);
  await insist(page, say('en', 'campaigns.frames.take-off'));
  const stranger = (await visitor(browser, onPhone)).page;
  // What strangers see is remembered for two seconds.
  await expect
    .poll(async () => (await stranger.goto(`${site.url}${frame}`))?.status(), { timeout: 20_000 })
    .toBe(404);
  await open(stranger, short);
  expect(new URL(stranger.url()).pathname).toBe(campaign);
  await fill(signer, bo);
  await press(signer, say('en', 'campaigns.sign.petition.button'));
  expect(await shown(signer)).toContain(say('en', 'error.campaigns.owner-changed'));
  expect(await shown(signer, 'h1')).toContain(LIBRARY);
  expect(await signer.inputValue('[name="email"]')).toBe(bo.email);
  await press(signer, say('en', 'campaigns.sign.petition.button'));
  expect(await shown(signer)).toContain(say('en', 'campaigns.thanks.text'));
});

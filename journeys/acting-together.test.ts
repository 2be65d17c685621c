import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { EASTSIDE, follow, onPhone, shown, slugOf, startValley, insist } from './coalition-steps.ts';
import type { Named, Person } from './coalition-steps.ts';
import { overhear } from './listening.ts';
import type { RunningSite } from './site.ts';
import { fill, linkMailed, open, press } from './steps.ts';

const TITLE = 'Keep the market open';
/** What strangers see is remembered for a second or two. */
const SOON = { timeout: 20_000 };
/** A worker writes it. */
const WRITTEN = { timeout: 30_000, interval: 500 };
const ana = { name: 'Ana Ruiz', email: 'ana@mail.test' };
const bo = { name: 'Bo Lin', email: 'bo@mail.test' };

let browser: Browser;
let site: RunningSite;
let amina: Person;
let rosa: Person;
let sam: Person;
let vecinas: Named;
let riders: Named;
/** The campaign's path, and the short address that the Vecinas have for it. */
let campaign: string;
let short: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, sam, vecinas, riders } = await startValley(browser));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('an organizer begins a campaign where each signer chooses, and asks two groups to stand with it', async () => {
  const { page } = amina;
  await open(page, `${site.url}${EASTSIDE.path}/campaigns/new`);
  await fill(page, { title: TITLE, ask: 'The city decides on the 9th.' });
  await page.getByLabel(say('en', 'campaigns.field.sharing.choice')).check();
  await press(page, say('en', 'campaigns.create'));
  await press(page, say('en', 'campaigns.manage.publish'));
  campaign = new URL(page.url()).pathname.replace(/\/manage$/, '');
  for (const group of [vecinas, riders]) {
    await open(page, `${site.url}${campaign}/manage?find=${encodeURIComponent(group.name)}#sponsors`);
    await page.getByLabel(group.name, { exact: true }).check();
    await fill(page, { word: 'With us on the 9th?' });
    await press(page, say('en', 'campaigns.manage.sponsors.ask'));
    expect(await shown(page, '#sponsors ~ ul')).toContain(group.name);
  }
});

test('each hears of it in its own language, answers with a word, and gets a link of its own', async () => {
  for (const [person, group, word] of [
    [rosa, vecinas, 'Con todas.'],
    [sam, riders, 'معكم.'],
  ] as const) {
    const { page, language } = person;
    const subject = say(language, 'mail.campaigns.sponsor-asked.subject', {
      group: EASTSIDE.name,
      title: TITLE,
    });
    const asked = await site.mailbox.waitFor(
      (one) => one.to.includes(person.email) && one.subject === subject,
    );
    expect(asked.text).toContain('With us on the 9th?');
    await open(page, /http:\/\/\S+\/groups\/\S+/.exec(asked.text)?.[0] ?? '');
    expect(await shown(page)).toContain('With us on the 9th?');
    await fill(page, { word });
    await page
      .locator('main button', { hasText: `${say(language, 'campaigns.sponsorships.accept')}: ${TITLE}` })
      .click();
    await expectNoBarriers(page);
    await follow(page, say(language, 'campaigns.sponsorships.open'));
    const own = page.locator('tbody tr', { hasText: group.name });
    expect(await own.textContent()).toContain(say(language, 'campaigns.alongside.own'));
    if (person === rosa) short = (await own.locator('a[href*="/go/"]').getAttribute('href')) ?? '';
  }
  await open(amina.page, `${site.url}${campaign}/manage`);
  expect(await shown(amina.page)).toContain(say('en', 'campaigns.wrote', { word: 'Con todas.' }));
});

test('a stranger with an old phone who comes by a group’s link reads whose they will be, and ticks another', async () => {
  const { page } = await visitor(browser, onPhone);
  await open(page, short);
  const told = { group: vecinas.name, home: EASTSIDE.name };
  expect(await shown(page, '#sign ~ form')).toContain(say('en', 'campaigns.sign.owner.link', told));
  const boxes = page.locator('fieldset input[type="checkbox"]');
  expect(await boxes.count()).toBe(2);
  for (const box of await boxes.all()) expect(await box.isChecked()).toBe(false);
  await page.getByLabel(riders.name).check();
  await sign(page, ana);
  await open(page, await linkMailed(site, ana.email, '/signatures/'));
  await press(page, say('en', 'campaigns.own.confirm.button'));
  expect(await shown(page)).toContain(riders.name);
});

test('their name is with the two groups they chose, and nowhere with the one that runs the campaign', async () => {
  const people = async ({ page }: Person, { path }: Named) => {
    await open(page, `${site.url}${path}/people`);
    return shown(page);
  };
  expect(await people(amina, EASTSIDE)).not.toContain(ana.name);
  for (const page of ['manage', 'manage/names']) {
    await open(amina.page, `${site.url}${campaign}/${page}`);
    expect(await amina.page.content()).not.toContain(ana.name);
  }
  for (const path of [`${campaign}/signatures`, `${campaign}/numbers`, `${EASTSIDE.path}/people`]) {
    const answer = await amina.page.request.get(`${site.url}/api/v1${path}`);
    expect(await answer.text()).not.toMatch(/Ana Ruiz|ana@mail/);
  }
  const file = await amina.page.request.post(`${site.url}/api/v1${campaign}/names/exports`, {
    headers: { origin: site.url },
  });
  expect([file.status(), (await file.text()).includes('Ana')]).toEqual([200, false]);

  const ids = await site.database.pool.query<{ topic: string }>(
    `select 'campaign:' || id as topic from campaigns union all select 'signature:' || id from signatures
      union all select 'channel:' || channel.id from channels channel join groups home on home.id = channel.group_id
        where home.slug = $1`,
    [slugOf(EASTSIDE)],
  );
  const session = (await amina.page.context().cookies()).find(({ name }) => name === 'session');
  const topics = ids.rows.map(({ topic }) => topic);
  const frames = await overhear(site.url, { token: session?.value ?? '', topics });
  expect(frames.length).toBeGreaterThanOrEqual(topics.length);
  expect(frames.join()).not.toMatch(/Ana Ruiz|ana@mail/);

  expect(await people(rosa, vecinas)).toContain(ana.name);
  expect(await people(sam, riders)).toContain(ana.name);
  const { rows } = await site.database.pool.query<{ slug: string; given: string | null }>(
    `select home.slug, consent.given from people person join groups home on home.id = person.group_id
      left join consents consent on consent.person_id = person.id and consent.purpose = 'updates'
      where person.email = $1 order by home.slug = $2`,
    [ana.email, slugOf(riders)],
  );
  expect(rows).toEqual([
    { slug: slugOf(vecinas), given: null },
    { slug: slugOf(riders), given: 'yes' },
  ]);
});

test('each group reads its own figure exactly, and that of the other as fewer than ten', async () => {
  const figures = async ({ page, language }: Person, { path }: Named, of: Named) => {
    await open(page, `${site.url}${path}${campaign}`);
    const signed = say(language, 'campaigns.alongside.signed');
    return page
      .locator('tbody tr', { hasText: of.name })
      .first()
      .locator(`td[data-label="${signed}"]`)
      .textContent();
  };
  expect(await figures(rosa, vecinas, vecinas)).toBe('1');
  expect(await figures(amina, EASTSIDE, vecinas)).toBe(say('en', 'coalitions.few'));
  expect(await figures(sam, riders, vecinas)).toBe(say('ar', 'coalitions.few'));
  const { page } = await visitor(browser, onPhone);
  await open(page, `${site.url}${campaign}`);
  expect(await shown(page, 'aside')).toContain(say('en', 'campaigns.brought-by-tens'));
});

test('the home group lets those who stand with it post, and one does under its own name, which stays named', async () => {
  const own = `${site.url}${vecinas.path}${campaign}`;
  await open(rosa.page, own);
  expect(await shown(rosa.page)).toContain(say('es', 'campaigns.alongside.news.closed'));
  await open(amina.page, `${site.url}${campaign}/manage`);
  await amina.page.getByLabel(say('en', 'campaigns.manage.sponsors.post')).check();
  await press(amina.page, say('en', 'site.save'));
  expect(await amina.page.getByLabel(say('en', 'campaigns.manage.sponsors.post')).isChecked()).toBe(true);

  await open(rosa.page, own);
  await fill(rosa.page, { title: 'Asamblea en la plaza', body: 'El **jueves** a las siete.' });
  await press(rosa.page, say('es', 'campaigns.news.post'));
  expect(await shown(rosa.page)).toContain(say('es', 'campaigns.alongside.news.posted'));
  const told = say('en', 'mail.campaigns.sponsor-posted.subject', { group: vecinas.name, title: TITLE });
  await site.mailbox.waitFor((one) => one.to.includes(amina.email) && one.subject === told);

  const { page } = await visitor(browser, onPhone);
  await open(page, `${site.url}${campaign}`);
  const word = page.locator('li', { hasText: 'Asamblea en la plaza' });
  const by = say('en', 'campaigns.updates.by', { group: vecinas.name, home: EASTSIDE.name });
  expect(await word.textContent()).toContain(by);
  expect(await word.locator('a', { hasText: vecinas.name }).getAttribute('href')).toBe(vecinas.path);
  expect(await word.locator('strong').textContent()).toBe('jueves');
  expect(await word.locator('form').count()).toBe(0);
});

test('either side takes it off the page and puts it back, and nobody else sees it meanwhile', async () => {
  const { page } = await visitor(browser, onPhone);
  const isSeen = async () => {
    await open(page, `${site.url}${campaign}`);
    return (await shown(page)).includes('Asamblea en la plaza');
  };
  for (const [person, off] of [
    [amina, 'home'],
    [rosa, 'writer'],
  ] as const) {
    const { page: own, language } = person;
    const doing = (name: 'take-off' | 'put-back') =>
      own
        .locator('li', { hasText: 'Asamblea en la plaza' })
        .locator('button', { hasText: say(language, `campaigns.updates.${name}`) });
    await open(own, `${site.url}${campaign}`);
    await doing('take-off').click();
    await expectNoBarriers(own);
    expect(await shown(own)).toContain(say(language, `campaigns.updates.off.${off}`));
    await expect.poll(isSeen, SOON).toBe(false);
    await doing('put-back').click();
    await expectNoBarriers(own);
    await expect.poll(isSeen, SOON).toBe(true);
  }
});

test('a form that was open while its group left is kept as it was typed, and says whose one will be now', async () => {
  const { page } = await visitor(browser, onPhone);
  await open(page, short);
  await open(rosa.page, `${site.url}${vecinas.path}/campaigns`);
  await insist(rosa.page, say('es', 'campaigns.sponsorships.leave'));

  await sign(page, bo);
  expect(await shown(page)).toContain(say('en', 'error.campaigns.owner-changed'));
  expect(await page.inputValue('[name="email"]')).toBe(bo.email);
  expect(await shown(page, '#sign ~ form')).toContain(
    say('en', 'campaigns.sign.owner.home', { group: EASTSIDE.name }),
  );
  await press(page, say('en', 'campaigns.sign.petition.button'));
  await open(page, await linkMailed(site, bo.email, '/signatures/'));
  await press(page, say('en', 'campaigns.own.confirm.button'));
  await open(amina.page, `${site.url}${EASTSIDE.path}/people`);
  expect(await shown(amina.page)).toContain(bo.name);
  // What the group wrote is its word still, and is read as such.
  await open(page, `${site.url}${campaign}`);
  const by = say('en', 'campaigns.updates.by', { group: vecinas.name, home: EASTSIDE.name });
  expect(await shown(page)).toContain(by);
});

test('the campaign is counted by a press, and everybody reads how it is checked', async () => {
  await tenMoreSign();
  const { page } = amina;
  await open(page, `${site.url}${campaign}/manage`);
  await press(page, say('en', 'campaigns.proof.take'));
  expect(new URL(page.url()).pathname).toBe(`${campaign}/proof`);
  await expect
    .poll(async () => {
      await open(page, `${site.url}${campaign}/proof`);
      return page.locator('section.panel code').count();
    }, WRITTEN)
    .toBe(1);
  const fingerprint = (await page.locator('section.panel code').textContent()) ?? '';
  expect(fingerprint).toMatch(/^[0-9a-f]{64}$/);

  const { page: stranger } = await visitor(browser, onPhone);
  await open(stranger, `${site.url}${campaign}`);
  await stranger.locator(`a[href="${campaign}/proof"]`).click();
  await expectNoBarriers(stranger);
  expect(await shown(stranger)).toContain(fingerprint);
  expect(await stranger.locator('form[action*="take"]').count()).toBe(0);
  const list = (await stranger.locator('a[href$=".txt"]').first().getAttribute('href')) ?? '';
  const text = await (await stranger.request.get(site.url + list)).text();
  expect(text).toContain(`fingerprint: ${fingerprint}`);
  const script = await stranger.request.get(`${site.url}/count-check.mjs`);
  expect([script.status(), await script.text()]).toEqual([
    200,
    expect.stringContaining('groundwork-count-1'),
  ]);

  await open(sam.page, `${site.url}${riders.path}${campaign}`);
  await expectNoBarriers(sam.page);
  expect(await shown(sam.page)).toContain(fingerprint.slice(0, 4));
  // One of the last hour is given instead of another.
  await press(sam.page, say('ar', 'campaigns.proof.take'));
  expect(await sam.page.locator('tbody tr').count()).toBe(1);
});

async function tenMoreSign() {
  await site.database.pool.query(
    `with made as (insert into people (id, group_id, name, language, source)
        select gen_random_uuid(), group_id, 'Signer', 'en', 'signature' from campaigns, generate_series(1, 10)
        where slug = $1 returning id, group_id)
      insert into signatures (id, group_id, campaign_id, person_id, kind, name, confirmed_at)
      select gen_random_uuid(), made.group_id, campaigns.id, made.id, 'signature', 'Signer', now()
      from made, campaigns where slug = $1`,
    [campaign.split('/').at(-1)],
  );
}

async function sign(page: Page, typed: { name: string; email: string }) {
  await fill(page, typed);
  await press(page, say('en', 'campaigns.sign.petition.button'));
}

import { say } from '@groundwork/words';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import { EASTSIDE, follow, onPhone, shown, startValley } from './coalition-steps.ts';
import type { Named, Person } from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { dayFromNow, fill, linkMailed, open, press } from './steps.ts';

const TITLE = 'Keep the market open';
/** The first sweep of a worker that has just begun. */
const SWEPT = { timeout: 60_000, interval: 1_000 };
const ana = { name: 'Ana Ruiz', email: 'ana@mail.test' };

let browser: Browser;
let site: RunningSite;
let amina: Person;
let rosa: Person;
let vecinas: Named;
let campaign: string;
let short: string;
let sealed: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, vecinas } = await startValley(browser));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('a campaign shares in proportion, and a group that says yes reads the sealed seed before anybody signs', async () => {
  const { page } = amina;
  await open(page, `${site.url}${EASTSIDE.path}/campaigns/new`);
  await fill(page, { title: TITLE, ask: 'The city decides on the 9th.' });
  await page.getByLabel(say('en', 'campaigns.field.sharing.proportional')).check();
  await press(page, say('en', 'campaigns.create'));
  await press(page, say('en', 'campaigns.manage.publish'));
  campaign = new URL(page.url()).pathname.replace(/\/manage$/, '');
  await open(page, `${site.url}${campaign}/manage?find=${encodeURIComponent(vecinas.name)}#sponsors`);
  await page.getByLabel(vecinas.name, { exact: true }).check();
  await press(page, say('en', 'campaigns.manage.sponsors.ask'));

  await open(rosa.page, `${site.url}${vecinas.path}/campaigns`);
  await rosa.page
    .locator('main button', { hasText: `${say('es', 'campaigns.sponsorships.accept')}: ${TITLE}` })
    .click();
  await expectNoBarriers(rosa.page);
  await follow(rosa.page, say('es', 'campaigns.sponsorships.open'));
  await expectNoBarriers(rosa.page);
  expect(await shown(rosa.page)).toContain(say('es', 'campaigns.draws.none'));
  sealed = (await rosa.page.locator('#draws ~ p code').textContent()) ?? '';
  expect(sealed).toMatch(/^[0-9a-f]{64}$/);
  const own = rosa.page.locator('tbody tr', { hasText: vecinas.name });
  short = (await own.locator('a[href*="/go/"]').getAttribute('href')) ?? '';
});

test('a stranger with an old phone ticks the one box, reads that it waits, and can take it back', async () => {
  const { page } = await visitor(browser, onPhone);
  await open(page, short);
  const box = page.getByLabel(say('en', 'campaigns.sign.any'));
  expect(await box.isChecked()).toBe(false);
  expect(await shown(page, '#sign ~ form')).toContain(EASTSIDE.name);
  await box.check();
  await fill(page, ana);
  await press(page, say('en', 'campaigns.sign.petition.button'));
  await open(page, await linkMailed(site, ana.email, '/signatures/'));
  expect(await page.getByLabel(say('en', 'campaigns.sign.any')).isChecked()).toBe(true);
  await press(page, say('en', 'campaigns.own.confirm.button'));
  const waits = say('en', 'campaigns.own.affirmed.proportional', { groups: EASTSIDE.name });
  expect(await shown(page)).toContain(waits);
  await press(page, say('en', 'campaigns.own.affirmed.back'));
  expect(await shown(page)).not.toContain(waits);
  await open(amina.page, `${site.url}${EASTSIDE.path}/people`);
  expect(await shown(amina.page)).not.toContain(ana.name);
});

test('a day after its end each group has as many as it brought, and draws the lots again by itself', async () => {
  await tenSayYes();
  const { page } = amina;
  await open(page, `${site.url}${campaign}/manage`);
  await page.locator('summary', { hasText: say('en', 'campaigns.manage.end') }).click();
  expect(await shown(page)).toContain(say('en', 'campaigns.manage.end.proportional'));
  await page.getByLabel(say('en', 'campaigns.manage.outcome.won')).check();
  await press(page, say('en', 'campaigns.manage.end.button'));
  await site.pass('25 hours');

  const own = `${site.url}${vecinas.path}${campaign}`;
  const list = rosa.page.locator('#draws ~ p a[href$=".txt"]');
  await expect
    .poll(async () => {
      await open(rosa.page, own);
      return list.count();
    }, SWEPT)
    .toBe(1);
  await expectNoBarriers(rosa.page);
  const path = (await list.getAttribute('href')) ?? '';
  const lots = await (await rosa.page.request.get(site.url + path)).text();
  const people = await rosa.page.request.post(`${own}/draws/people`, { headers: { origin: site.url } });
  const script = await (await rosa.page.request.get(`${site.url}/draw-check.mjs`)).text();
  const said = runBeside({ 'list.txt': lots, 'people.csv': await people.text(), 'draw-check.mjs': script });
  expect(said).toContain('Lots: 10. Drawn: 1.');
  expect(said).toContain('These lots were drawn by the seed that you wrote down.');

  await open(rosa.page, `${site.url}${vecinas.path}/people`);
  expect(await shown(rosa.page)).toContain('Signer');
  // Of whom she was told to take it back, nobody heard; and a list is no other group's.
  await open(page, `${site.url}${EASTSIDE.path}/people`);
  expect(await shown(page)).not.toContain(ana.name);
  expect((await page.request.get(site.url + path)).status()).toBe(403);
});

test('an organization signs a letter by who speaks for it, reads what it signs, and everybody reads its name', async () => {
  const { page } = amina;
  await open(page, `${site.url}${EASTSIDE.path}/campaigns/new`);
  await fill(page, {
    title: 'No branch closes',
    ask: 'We ask the council to wait.',
    story: 'To the council.',
  });
  await page.getByLabel(say('en', 'campaigns.field.action.sign_on')).check();
  await press(page, say('en', 'campaigns.create'));
  await press(page, say('en', 'campaigns.manage.publish'));
  const letter = new URL(page.url()).pathname.replace(/\/manage$/, '');

  await open(rosa.page, `${site.url}${letter}`);
  await follow(rosa.page, say('es', 'campaigns.sign.sign_on.button'));
  await expectNoBarriers(rosa.page);
  expect(await shown(rosa.page)).toContain('To the council.');
  const decision = 'Asamblea del lunes, 31 a 2.';
  await fill(rosa.page, { decision, decidedOn: dayFromNow(30) });
  await rosa.page.locator('main form button.primary').click();
  expect(await shown(rosa.page)).toContain(say('es', 'error.campaigns.decided-later'));
  expect(await rosa.page.inputValue('[name="decision"]')).toBe(decision);
  await fill(rosa.page, { decidedOn: dayFromNow(-5) });
  await rosa.page.locator('main form button.primary').click();
  await expectNoBarriers(rosa.page);
  expect(
    await rosa.page.locator('summary', { hasText: say('es', 'campaigns.sign-on.take-back') }).count(),
  ).toBe(1);
  const told = say('en', 'mail.campaigns.sponsor-signed.subject', {
    group: vecinas.name,
    title: 'No branch closes',
  });
  await site.mailbox.waitFor((one) => one.to.includes(amina.email) && one.subject === told);

  const { page: stranger } = await visitor(browser, onPhone);
  await open(stranger, `${site.url}${letter}`);
  expect(await shown(stranger, '#signed-on ~ ul')).toContain(vecinas.name);
  expect(await shown(stranger)).not.toContain(decision);
  expect(await stranger.locator('[name="email"]').count()).toBe(0);
  await open(page, `${site.url}${letter}/manage`);
  expect(await shown(page)).toContain(decision);
  await open(page, `${site.url}${letter}/edit`);
  await fill(page, { ask: 'We ask for something else.' });
  await press(page, say('en', 'site.save'));
  expect(await shown(page)).toContain(say('en', 'error.campaigns.letter-signed'));
});

/** Ten people of the home group, who said yes to any. */
async function tenSayYes() {
  await site.database.pool.query(`with made as (
      insert into people (id, group_id, name, email, language, source)
      select gen_random_uuid(), group_id, 'Signer ' || one, 'signer' || one || '@mail.test', 'en', 'signature'
      from campaigns, generate_series(1, 10) one returning id, group_id, name, email),
    signed as (
      insert into signatures (id, group_id, campaign_id, person_id, kind, name, confirmed_at)
      select gen_random_uuid(), made.group_id, campaigns.id, made.id, 'signature', made.name, now()
      from made, campaigns returning id, person_id)
    insert into signature_shares (signature_id, group_id, email, proven_at)
    select signed.id, beside.group_id, made.email, now()
    from signed join made on made.id = signed.person_id, campaign_sponsors beside`);
}

function runBeside(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'shared-campaigns-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const asked = ['draw-check.mjs', 'list.txt', 'people.csv', sealed];
  return execFileSync(process.execPath, asked, { cwd: folder, encoding: 'utf8' });
}

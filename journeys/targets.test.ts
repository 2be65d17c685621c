import { say } from '@groundwork/words';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from './browser.ts';
import { COALITION, EASTSIDE, isGone, shown, slugOf, startValley, unfold } from './coalition-steps.ts';
import type { Named, Person } from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { dayFromNow, fill, knock, open, press } from './steps.ts';

const MAYOR = { name: 'Dana Price', office: 'Mayor' };
const PROMISE = 'No closing before the vote.';

let browser: Browser;
let site: RunningSite;
let amina: Person;
let rosa: Person;
let sam: Person;
let vecinas: Named;
/** The target's page for the first group. */
let page: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, sam, vecinas } = await startValley(browser));
  await unite();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('whoever publishes for a group puts up who decides, in the list of the coalition', async () => {
  await open(amina.page, `${site.url}${EASTSIDE.path}/targets`);
  expect(await shown(amina.page)).toContain(say('en', 'targets.empty'));
  await amina.page
    .locator('main a', { hasText: say('en', 'targets.add') })
    .first()
    .click();
  await fill(amina.page, { ...MAYOR, area: 'Riverton', email: 'mayor@city.example.org' });
  await press(amina.page, say('en', 'targets.add.do'));
  page = new URL(amina.page.url()).pathname;
  expect(page).toMatch(/^\/groups\/eastside-tenants-union\/targets\/[0-9a-f-]{36}$/);
  expect(await shown(amina.page, 'aside')).toContain('mayor@city.example.org');
});

test('she writes down what was asked and promised, and a note; who is of another group reads all but the note', async () => {
  await unfold(amina.page, say('en', 'targets.ask.new'));
  await fill(amina.page, { what: 'Keep the branch open.', askedOn: dayFromNow(-20) });
  await fill(amina.page, { promise: PROMISE, dueOn: dayFromNow(-3) });
  await press(amina.page, say('en', 'targets.ask.do'));
  await fill(amina.page, { body: 'Listens to nurses.' });
  await press(amina.page, say('en', 'targets.note.do'));
  expect(await shown(amina.page, '#notes')).toContain('Listens to nurses.');
  await open(rosa.page, `${site.url}${vecinas.path}/targets`);
  await rosa.page.locator('main a', { hasText: MAYOR.name }).click();
  const read = await shown(rosa.page);
  expect(read).toContain(PROMISE);
  expect(read).toContain(EASTSIDE.name);
  expect(read).not.toContain('nurses');
  // Nobody of hers wrote it, so nothing of it is hers to change.
  expect(await rosa.page.getByText(say('es', 'targets.ask.change')).count()).toBe(0);
});

test('for whoever is in neither group the page is not there, nor for strangers', async () => {
  await isGone(sam.page, site.url + page);
  await isGone(sam.page, `${site.url}/targets/${page.split('/').at(-1)}`);
  const { context } = { context: await browser.newContext() };
  const answer = await (await context.newPage()).goto(site.url + page);
  expect(new URL(answer?.url() ?? '').pathname).toBe('/sign-in');
  await context.close();
});

test('a promise whose day has passed stands on the group’s page, and is gone from there once somebody said what came of it', async () => {
  await open(amina.page, site.url + EASTSIDE.path);
  expect(await shown(amina.page)).toContain(PROMISE);
  await amina.page.locator('main a', { hasText: MAYOR.name }).first().click();
  await fill(amina.page, { word: 'The doors were shut on Monday.' });
  await press(amina.page, say('en', 'targets.outcome.broken'));
  expect(await shown(amina.page, '#asks')).toContain('The doors were shut on Monday.');
  await open(amina.page, site.url + EASTSIDE.path);
  expect(await shown(amina.page)).not.toContain(PROMISE);
});

test('campaigns of two groups that are addressed to her meet on the coalition’s page, for those who publish', async () => {
  for (const [{ page: own }, group] of [
    [amina, EASTSIDE],
    [rosa, vecinas],
  ] as const) {
    const data = { title: `Of ${slugOf(group)}`, ask: 'The council votes.', action: 'petition' };
    const { slug } = await knock(site, own, { method: 'POST', path: `${group.path}/campaigns`, data });
    await open(own, `${site.url}/campaigns/${slug}/edit`);
    await fill(own, { targetId: page.split('/').at(-1) ?? '', decidesOn: dayFromNow(9) });
    await own.locator('main button.primary').click();
    const out = await knock(site, own, { method: 'PUT', path: `/campaigns/${slug}/publication` });
    await open(own, `${site.url}/campaigns/${out.slug}`);
    expect(await shown(own)).toContain(`${MAYOR.name}, ${MAYOR.office}`);
  }
  await open(rosa.page, site.url + COALITION.path);
  const common = rosa.page.locator('section[aria-labelledby="common-ground"]');
  for (const words of [MAYOR.name, say('es', 'targets.common.day')])
    expect(await common.textContent()).toContain(words);
  await open(sam.page, site.url + COALITION.path);
  expect(await sam.page.locator('#common-ground').count()).toBe(0);
});

/** The first group begins a coalition, and the second is in it. */
async function unite() {
  const asked = { name: COALITION.name, group: slugOf(EASTSIDE), mandate: 'Decide with the others.' };
  const data = { ...asked, termEndsOn: dayFromNow(300) };
  const { slug: draft } = await knock(site, amina.page, { method: 'POST', path: '/coalitions', data });
  const { pool } = site.database;
  const { rows } = await pool.query<{ id: string }>('select id from groups where name = $1', [
    COALITION.name,
  ]);
  await knock(site, amina.page, { method: 'PUT', path: `/site/groups/${rows[0]?.id}/vouching` });
  const { slug } = await knock(site, amina.page, { method: 'GET', path: `/groups/${draft}` });
  const invited = {
    method: 'POST',
    path: `/coalitions/${slug}/invitations`,
    data: { group: slugOf(vecinas) },
  };
  await knock(site, amina.page, invited);
  const answer = { method: 'PUT', path: `${vecinas.path}/coalitions/${slug}/decision` };
  await knock(site, rosa.page, { ...answer, data: { decision: 'accepted' } });
}

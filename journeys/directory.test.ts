import { say } from '@groundwork/words';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoBarriers, openBrowser, visitor } from './browser.ts';
import {
  arrives,
  EASTSIDE,
  follow,
  isGone,
  joins,
  onPhone,
  shown,
  slugOf,
  startValley,
  unfold,
  type Named,
  type Person,
} from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { dayFromNow, fill, knock, open, press } from './steps.ts';

const COALITION = { name: 'Valley Housing Coalition', slug: 'valley-housing-coalition' };
const VAN = 'Our van, with a driver';
const ROOM = 'Un local para cuarenta personas';

let browser: Browser;
let site: RunningSite;
let amina: Person;
let rosa: Person;
let sam: Person;
let luz: Person;
let vecinas: Named;
let riders: Named;
/** The address of what was put up last. */
let listing: string;

beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, sam, vecinas, riders } = await startValley(browser));
  luz = await arrives(browser, site, { name: 'Luz Ortega', email: 'luz@valley.test', language: 'es' });
  await joins(site, luz, vecinas);
  await unite();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('an organizer puts something up by a form that keeps what was typed, and says beside a field why it is refused', async () => {
  const { page } = amina;
  await open(page, `${site.url}/directory`);
  expect(await shown(page)).toContain(say('en', 'directory.empty'));
  await follow(page, say('en', 'directory.put-up'));
  // Whoever publishes for one group alone is not asked for which.
  await follow(page, EASTSIDE.name);
  await page.locator('main form[method="post"]').evaluate((form) => form.setAttribute('novalidate', ''));
  await page.locator('input[name="side"][value="offer"]').check();
  await page.locator(`input[name="coalition"][value="${COALITION.slug}"]`).check();
  const typed = {
    thing: 'vehicle',
    title: VAN,
    details: 'Eight seats and a ramp.',
    howMany: 'one',
    place: 'The valley',
  };
  await fill(page, { ...typed, endsOn: dayFromNow(500) });
  await press(page, say('en', 'directory.new.submit'));
  expect(await page.textContent('#field-endsOn-error')).toBe(say('en', 'error.directory.ends-on'));
  for (const [name, value] of Object.entries(typed))
    expect(await page.inputValue(`main [name="${name}"]`), name).toBe(value);
  expect(await page.isChecked('input[name="side"][value="offer"]')).toBe(true);
  expect(await page.isChecked(`input[name="coalition"][value="${COALITION.slug}"]`)).toBe(true);

  await fill(page, { endsOn: dayFromNow(60) });
  await press(page, say('en', 'directory.new.submit'));
  expect(await shown(page)).toContain(say('en', 'directory.done.up'));
  expect(await shown(page)).toContain(say('en', 'directory.for', { coalition: COALITION.name }));
  listing = new URL(page.url()).pathname;
});

test('who is in a group of the coalition finds it and its coalition’s page shows it; a stranger and a group apart do not', async () => {
  await open(luz.page, `${site.url}/directory`);
  expect(await shown(luz.page)).toContain(VAN);
  await open(luz.page, `${site.url}/groups/${COALITION.slug}`);
  await follow(luz.page, `${say('es', 'coalitions.all')}: ${say('es', 'directory.title')}`);
  await follow(luz.page, VAN);
  expect(await shown(luz.page)).toContain(say('es', 'directory.answer.none'));
  const { page: stranger } = await visitor(browser, onPhone);
  await open(stranger, `${site.url}/directory`);
  expect(await shown(stranger)).toContain(say('en', 'directory.empty.stranger'));
  for (const page of [stranger, sam.page]) await isGone(page, site.url + listing);
  await open(sam.page, `${site.url}/directory`);
  expect(await shown(sam.page)).not.toContain(VAN);
});

test('another group answers in its name, the two hear of each other by mail, and it is done', async () => {
  await open(rosa.page, site.url + listing);
  await fill(rosa.page, { word: 'Para la audiencia del jueves.' });
  await press(rosa.page, say('es', 'directory.answer.offer'));
  expect(await shown(rosa.page)).toContain(say('es', 'directory.done.answered'));
  expect(await shown(rosa.page, '#answers')).toContain(rosa.name);

  await open(amina.page, await mailed(amina, 'answered', vecinas));
  const answers = await shown(amina.page, '#answers');
  for (const words of [vecinas.name, 'Para la audiencia del jueves.']) expect(answers).toContain(words);
  expect(answers).not.toContain(rosa.name);
  await amina.page.locator('#answers form[action^="?/take"] [name="word"]').fill('Be at the gate at four.');
  await pressBeginning(amina.page, say('en', 'directory.take'));
  expect(await shown(amina.page)).toContain(say('en', 'directory.done.taken'));

  await open(rosa.page, await mailed(rosa, 'taken', EASTSIDE));
  expect(await shown(rosa.page, '#answers')).toContain('Be at the gate at four.');
  expect(await shown(rosa.page, '#answers')).not.toContain(amina.name);
  await open(luz.page, `${site.url}/directory`);
  expect(await shown(luz.page)).toContain(say('es', 'directory.state.taken'));
  await open(rosa.page, site.url + listing);
  await pressBeginning(rosa.page, say('es', 'directory.fulfil'));
  expect(await shown(rosa.page)).toContain(say('es', 'directory.over.fulfilled'));
  await mailed(amina, 'fulfilled', vecinas);
  await isGone(luz.page, site.url + listing);
});

test('what is over is put up again by its group, from the list of its own', async () => {
  await open(amina.page, `${site.url}${EASTSIDE.path}/directory`);
  expect(await shown(amina.page)).toContain(say('en', 'directory.own.empty'));
  await follow(amina.page, say('en', 'directory.own.over'));
  await follow(amina.page, VAN);
  await fill(amina.page, { endsOn: dayFromNow(30) });
  await press(amina.page, say('en', 'directory.reopen'));
  expect(await shown(amina.page)).toContain(say('en', 'directory.done.reopened'));
  await open(luz.page, site.url + listing);
});

test('what is for everybody, a stranger finds by its kind, and a group of no coalition answers in Arabic and takes it back', async () => {
  await open(rosa.page, `${site.url}${vecinas.path}`);
  await follow(rosa.page, say('es', 'groups.nav.directory'));
  await follow(rosa.page, say('es', 'directory.new.need'));
  await fill(rosa.page, { thing: 'room', title: ROOM });
  await press(rosa.page, say('es', 'directory.new.submit'));
  listing = new URL(rosa.page.url()).pathname;

  const { page: stranger } = await visitor(browser, onPhone);
  await open(stranger, `${site.url}/directory`);
  await fill(stranger, { side: 'need', thing: 'room' });
  await press(stranger, say('en', 'directory.filter.do'));
  await follow(stranger, ROOM);
  expect(await shown(stranger)).toContain(say('en', 'directory.answer.sign-in'));
  for (const { name } of [rosa, luz]) expect(await stranger.content()).not.toContain(name);
  await open(stranger, `${site.url}/directory?thing=food`);
  expect(await shown(stranger)).toContain(say('en', 'directory.empty.found'));
  await open(stranger, `${site.url}${vecinas.path}`);
  expect(await shown(stranger)).toContain(ROOM);

  await open(sam.page, site.url + listing);
  await fill(sam.page, { word: 'قاعتنا يوم الخميس.' });
  await press(sam.page, say('ar', 'directory.answer.need'));
  await mailed(rosa, 'answered', riders, ROOM);
  await open(sam.page, `${site.url}${riders.path}/directory`);
  expect(await shown(sam.page)).toContain(say('ar', 'directory.answer.state.offered'));
  await follow(sam.page, ROOM);
  await unfold(sam.page, say('ar', 'directory.withdraw'));
  await press(sam.page, say('ar', 'directory.withdraw'));
  expect(await shown(sam.page)).toContain(say('ar', 'directory.done.withdrawn'));
  await mailed(rosa, 'withdrawn', riders, ROOM);
});

test('an answer is declined with a word, and what is closed is gone for everybody else', async () => {
  await open(sam.page, site.url + listing);
  await fill(sam.page, { word: 'قاعتنا يوم الجمعة.' });
  await press(sam.page, say('ar', 'directory.answer.need'));
  await open(rosa.page, site.url + listing);
  await unfold(rosa.page, say('es', 'directory.decline'));
  await rosa.page.locator('form[action^="?/decline"] [name="word"]').first().fill('Es demasiado lejos.');
  await press(rosa.page, say('es', 'directory.decline'));
  expect(await shown(rosa.page)).toContain(say('es', 'directory.done.declined'));
  await mailed(sam, 'declined', vecinas, ROOM);
  await unfold(rosa.page, say('es', 'directory.close.need'));
  await press(rosa.page, say('es', 'directory.close.need'));
  expect(await shown(rosa.page)).toContain(say('es', 'directory.done.closed'));
  await isGone(luz.page, site.url + listing);
  await open(sam.page, site.url + listing);
  expect(await shown(sam.page)).toContain(say('ar', 'directory.over.group'));
  expect(await shown(sam.page)).toContain('Es demasiado lejos.');
});

/** A coalition of Eastside and Vecinas, which a steward of the site begins. */
async function unite() {
  const data = {
    ...{ name: COALITION.name, group: slugOf(EASTSIDE), visibility: 'public' },
    ...{ mandate: 'Speak for the tenants.', termEndsOn: dayFromNow(300) },
  };
  await knock(site, amina.page, { method: 'POST', path: '/coalitions', data });
  const path = `/coalitions/${COALITION.slug}/invitations`;
  await knock(site, amina.page, { method: 'POST', path, data: { group: slugOf(vecinas) } });
  await knock(site, rosa.page, {
    ...{ method: 'PUT', path: `${vecinas.path}/coalitions/${COALITION.slug}/decision` },
    data: { decision: 'accepted', answers: [] },
  });
}

/** Where the mail of such news leads, in the language of who gets it. */
async function mailed(
  { email, language }: Person,
  news: 'answered' | 'taken' | 'declined' | 'fulfilled' | 'withdrawn',
  group: Named,
  title = VAN,
): Promise<string> {
  const subject = say(language, `mail.directory.${news}.subject`, { group: group.name, title });
  const { text } = await site.mailbox.waitFor((one) => one.to.includes(email) && one.subject === subject);
  return /http:\/\/\S+\/directory\/[0-9a-f-]+/.exec(text)?.[0] ?? '';
}

/** Presses the first button that begins so: who cannot see it hears in its other words which group is meant. */
async function pressBeginning(page: Page, words: string) {
  await page.locator('main button', { hasText: words }).first().click();
  await expectNoBarriers(page);
}

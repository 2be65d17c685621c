import { say, type Language } from '@groundwork/words';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import {
  authorOf,
  EASTSIDE,
  follow,
  insist,
  isGone,
  onPhone,
  shown,
  slugOf,
  startValley,
  unfold,
  writes,
  type Named,
  type Person,
} from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { fill, open, press } from './steps.ts';

const COUNT = 2_000;
/** So many providers of mailboxes: none is given more than it would be at first. */
const PROVIDERS = 40;
const ABOUT = 'The market and the rent there';
const LETTERS = [
  'Rents at the market: sign',
  'Come to the hearing',
  'Listen in on the radio',
  'One more',
] as const;
const [SIGN, HEARING, , FOURTH] = LETTERS;

let browser: Browser;
let site: RunningSite;
/** The steward of the group whose people hear, and of the one that writes. */
let amina: Person;
let rosa: Person;
let sam: Person;
let vecinas: Named;
let riders: Named;
/** The page of the agreement as each of the two opens it. */
let ours: string;
let theirs: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, sam, vecinas, riders } = await startValley(browser));
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('a steward proposes an agreement by a form that keeps what was typed, and the other group reads the terms', async () => {
  const { page } = rosa;
  await open(page, `${site.url}${vecinas.path}/compacts`);
  expect(await shown(page)).toContain(say('es', 'compacts.of.empty'));
  await follow(page, say('es', 'compacts.new'));
  await fill(page, { with: `${site.url}/groups/nobody-there`, about: ABOUT, noticeHours: '24' });
  await press(page, say('es', 'compacts.propose'));
  expect(await page.textContent('#field-with-error')).toBe(say('es', 'error.compacts.no-group'));
  expect(await page.inputValue('[name="about"]')).toBe(ABOUT);
  await fill(page, { with: site.url + EASTSIDE.path, word: 'Para el mercado.' });
  await press(page, say('es', 'compacts.propose'));
  expect(await shown(page)).toContain(say('es', 'compacts.done.proposed'));
  theirs = new URL(page.url()).pathname;

  ours = await mailed(amina, 'mail.compacts.proposed.subject', { group: vecinas.name });
  await open(amina.page, site.url + ours);
  const terms = { group: EASTSIDE.name, writer: vecinas.name, about: ABOUT, count: 3, hours: 24 };
  for (const words of [say('en', 'compacts.terms', terms), 'Para el mercado.', rosa.name])
    expect(await shown(amina.page)).toContain(words);
  await isGone(sam.page, `${site.url}${riders.path}/compacts/${theirs.split('/').at(-1)}`);
});

test('they talk about it in a channel that opened with it, and agree; both read who signed', async () => {
  await follow(amina.page, say('en', 'compacts.channel'));
  const room = amina.page.url();
  await writes(amina, 'Who writes the first one?');
  await open(rosa.page, room);
  expect(await authorOf(rosa, 'Who writes the first one?')).toBe(`${amina.name} · ${EASTSIDE.name}`);
  await isGone(sam.page, room);

  await open(amina.page, site.url + ours);
  await press(amina.page, say('en', 'compacts.yes'));
  expect(await shown(amina.page)).toContain(say('en', 'compacts.done.agreed'));
  for (const [{ page }, path] of [
    [amina, ours],
    [rosa, theirs],
  ] as const) {
    await open(page, site.url + path);
    for (const name of [amina.name, rosa.name]) expect(await shown(page, '.facts')).toContain(name);
  }
});

test('a letter is asked for, a change is asked for and made, and a yes is given with how many get it', async () => {
  await bringPeople();
  await asksFor(SIGN);
  expect(await shown(rosa.page)).toContain(say('es', 'compacts.done.asked'));
  const asked = await mailed(amina, 'mail.compacts.use-asked.subject', { group: vecinas.name, title: SIGN });
  await open(amina.page, site.url + asked);
  await follow(amina.page, SIGN);
  await unfold(amina.page, say('en', 'compacts.use.change'));
  await amina.page.locator('#word-change').fill('Say which stalls.');
  await amina.page.locator('details[open] button').click();
  expect(await shown(amina.page)).toContain(say('en', 'compacts.done.wished'));

  await open(rosa.page, site.url + theirs);
  await follow(rosa.page, SIGN);
  expect(await shown(rosa.page)).toContain('Say which stalls.');
  await unfold(rosa.page, say('es', 'compacts.use.rewrite'));
  await fill(rosa.page, { 'body-es': 'Firma por los puestos 9 a 14.' });
  await press(rosa.page, say('es', 'compacts.write.submit'));
  expect(await shown(rosa.page)).toContain(say('es', 'compacts.done.asked'));
  expect(await shown(rosa.page)).not.toContain('Say which stalls.');

  await open(amina.page, site.url + ours);
  await follow(amina.page, SIGN);
  expect(await shown(amina.page)).toContain('puestos 9 a 14');
  expect(await shown(amina.page)).toContain(say('en', 'compacts.use.reach', { count: COUNT }));
  await press(amina.page, say('en', 'compacts.yes'));
  expect(await shown(amina.page)).toContain(say('en', 'compacts.done.use-agreed'));
});

test('the fourth use of three is refused by the clause, on both screens', async () => {
  await asksFor(HEARING);
  await asksFor(LETTERS[2]);
  await asksFor(FOURTH);
  expect(await shown(rosa.page)).toContain(say('es', 'error.compacts.clause.most-a-year', { count: 3 }));
  expect(await rosa.page.inputValue('[name="subject-es"]')).toBe(FOURTH);
  for (const [{ page, language }, path] of [
    [amina, ours],
    [rosa, theirs],
  ] as const) {
    await open(page, site.url + path);
    const row = page.locator('#ledger tbody tr', { hasText: FOURTH });
    const said = ((await row.textContent()) ?? '').replaceAll(/\s+/g, ' ');
    expect(said).toContain(say(language, 'compacts.use.state.refused'));
    expect(said).toContain(say(language, 'compacts.clause.most-a-year', { count: 3 }));
    expect(await shown(page)).toContain(say(language, 'compacts.used', { count: 3, most: 3 }));
  }
});

test('at its moment it goes to two thousand people under both names, and what nobody answered lapses', async () => {
  await site.pass('25 hours');
  const got = () => site.mailbox.mails().filter(({ subject }) => subject === SIGN);
  await expect
    .poll(() => new Set(got().flatMap(({ to }) => to)).size, { timeout: 240_000, interval: 1_000 })
    .toBe(COUNT);
  const names = { group: EASTSIDE.name, writer: vecinas.name };
  for (const { from, text } of got()) {
    expect(from).toContain(say('en', 'compositions.from-writer', names));
    expect(text.replaceAll(/\s+/g, ' ')).toContain(say('en', 'compositions.by-writer', names));
  }
  const sent = async () => {
    await open(amina.page, site.url + ours);
    return (await amina.page.locator('#ledger tbody tr', { hasText: SIGN }).textContent()) ?? '';
  };
  await site.pass('10 minutes');
  await expect.poll(sent, { timeout: 120_000, interval: 2_000 }).toContain('2,000');
  const lapsed = amina.page.locator('#ledger tbody tr', { hasText: HEARING });
  expect(await lapsed.textContent()).toContain(say('en', 'compacts.use.state.lapsed'));
  await open(rosa.page, site.url + theirs);
  const row = rosa.page.locator('#ledger tbody tr', { hasText: SIGN });
  expect(await row.textContent()).toContain(say('es', 'coalitions.about', { count: COUNT }));
  expect(await rosa.page.content()).not.toMatch(/reader\d+@|\/mailings\//);
});

test('a reader ends the letters of the one that wrote it, and goes on hearing from their own', async () => {
  const mail = site.mailbox.mails().find(({ subject }) => subject === SIGN);
  const link = /http:\/\/\S+\/unsubscribe\/\S+/.exec(mail?.text ?? '')?.[0] ?? '';
  const { page } = await visitor(browser, onPhone);
  await open(page, link);
  const names = { group: EASTSIDE.name, writer: vecinas.name };
  await press(page, say('en', 'people.writer.stop', names));
  expect(await shown(page)).toContain(say('en', 'people.writer.stopped', names));
  const said = await site.database.pool.query<{ given: string; refused: number }>(
    `select given, (select count(*)::int from writer_refusals own where own.person_id = person.id) as refused
      from people person join consents on consents.person_id = person.id where person.email = $1`,
    [mail?.to[0]],
  );
  expect(said.rows).toEqual([{ given: 'yes', refused: 1 }]);
});

test('one asks how many people both have, the other says yes, and both read about how many, and what that hides', async () => {
  await site.database.pool.query(
    `insert into people (id, group_id, email, name, language, source, added_at)
      select gen_random_uuid(), own.id, email, 'Reader', 'es', 'import', now() - interval '40 days'
      from groups own, (select email from people where email like 'reader%' order by email limit 70) known
      where own.slug = $1`,
    [slugOf(vecinas)],
  );
  await site.database.pool.query(`update people set added_at = now() - interval '40 days'`);
  await open(rosa.page, site.url + theirs);
  await rosa.page.getByLabel(say('es', 'compacts.overlap.show')).check();
  await press(rosa.page, say('es', 'compacts.overlap.ask'));
  expect(await shown(rosa.page)).toContain(say('es', 'compacts.done.asked'));
  await open(amina.page, site.url + ours);
  expect(await shown(amina.page)).toContain(say('en', 'compacts.overlap.asked', { group: vecinas.name }));
  expect(await shown(amina.page)).toContain(say('en', 'compacts.overlap.asked.shown'));
  await unfold(amina.page, say('en', 'compacts.overlap.hides'));
  expect(await shown(amina.page)).toContain(say('en', 'compacts.overlap.shows.lists'));
  await press(amina.page, say('en', 'compacts.overlap.yes'));
  expect(await shown(amina.page)).toContain(say('en', 'compacts.done.overlap-agreed'));
  // Seventy are in both, of which a lot takes up to nine.
  const rounded = (language: Language) =>
    [60, 70].map((count) => say(language, 'coalitions.about', { count }));
  for (const [{ page, language }, path] of [
    [amina, ours],
    [rosa, theirs],
  ] as const) {
    const said = async () => {
      await open(page, site.url + path);
      const text = await shown(page, '#overlap');
      return rounded(language).some((about) => text.includes(about));
    };
    await expect.poll(said, { timeout: 60_000, interval: 1_000 }).toBe(true);
    expect(await shown(page, '#ledger')).toContain(say(language, 'compacts.overlap'));
    expect(await page.content()).not.toMatch(/reader\d+@/);
  }
});

test('either side ends it, and both go on reading the ledger', async () => {
  await open(amina.page, site.url + ours);
  await insist(amina.page, say('en', 'compacts.end'));
  expect(await shown(amina.page)).toContain(say('en', 'compacts.done.ended'));
  await site.pass('31 days');
  await open(rosa.page, site.url + theirs);
  expect(await shown(rosa.page)).toContain(say('es', 'compacts.state.over'));
  expect(await shown(rosa.page, '#ledger')).toContain(SIGN);
  expect(await rosa.page.locator('#write').count()).toBe(0);
});

/** Rosa asks for a letter on the page of the agreement. */
async function asksFor(title: string): Promise<void> {
  await open(rosa.page, site.url + theirs);
  await fill(rosa.page, { 'subject-es': title, 'body-es': 'Los puestos se quedan. Ven.' });
  await press(rosa.page, say('es', 'compacts.write.submit'));
}

/** So many of the group's people who agreed to hear from it, who read English. */
async function bringPeople(): Promise<void> {
  await site.database.pool.query(
    `with made as (
      insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), home.id, 'reader' || n || '@town' || n % ${PROVIDERS} || '.example', 'Reader ' || n, 'en', 'hand'
      from groups home, generate_series(1, ${COUNT}) n where home.slug = $1 returning id, group_id)
    insert into consents (person_id, group_id, way, purpose, given, how)
    select id, group_id, 'email', 'updates', 'yes', 'organizer' from made`,
    [EASTSIDE.path.split('/').at(-1)],
  );
}

type Told = 'mail.compacts.proposed.subject' | 'mail.compacts.use-asked.subject';

/** The page to which the mail of such news leads. */
async function mailed(
  { email, language }: { email: string; language: Language },
  news: Told,
  words: Record<string, string>,
): Promise<string> {
  const subject = say(language, news, words);
  const { text } = await site.mailbox.waitFor((one) => one.to.includes(email) && one.subject === subject);
  return new URL(/http:\/\/\S+\/groups\/\S+/.exec(text)?.[0] ?? '').pathname;
}

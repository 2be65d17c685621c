import { say } from '@groundwork/words';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import {
  insist,
  COALITION,
  EASTSIDE,
  isGone,
  onItsSide,
  onPhone,
  shown,
  slugOf,
  startValley,
  type Named,
  type Person,
} from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { dayFromNow, fill, knock, open, press } from './steps.ts';

/** On both lists, and on one alone. */
const [BOTH, APART] = [60, 30];
/** So many providers of mailboxes: none is given more than it would be at first. */
const PROVIDERS = 30;
const [FIRST, SECOND] = ['Rents at the market', 'Los puestos se quedan'];
/** The page where its groups stand, with what it proposes. */
const PROPOSAL = `${COALITION.path}/groups`;

let browser: Browser;
let site: RunningSite;
let amina: Person;
let rosa: Person;
let sam: Person;
let vecinas: Named;
let riders: Named;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, sam, vecinas, riders } = await startValley(browser));
  await unite();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('a coalition proposes how many mails a week somebody gets, by a form that says beside the field why it is refused', async () => {
  const { page } = amina;
  await open(page, site.url + PROPOSAL);
  expect(await shown(page, '#budget')).toContain(say('en', 'coalitions.budget.none'));
  await fill(page, { mostAWeek: '15' });
  await press(page, say('en', 'coalitions.budget.propose'));
  expect(await page.locator('#field-mostAWeek-error').count()).toBe(1);
  await fill(page, { mostAWeek: '1' });
  await press(page, say('en', 'coalitions.budget.propose'));
  expect(await shown(page)).toContain(say('en', 'coalitions.done.budget'));
  expect(await shown(page, '#budget')).toContain(say('en', 'coalitions.budget.keepers.none'));
});

test('each group keeps it by its own yes, from the mail that asks for it, and all groups of the coalition read which', async () => {
  for (const [person, group] of [
    [amina, EASTSIDE],
    [rosa, vecinas],
  ] as const) {
    const { email, language, page } = person;
    const subject = say(language, 'mail.coalitions.budget-proposed.subject', { coalition: COALITION.name });
    const { text } = await site.mailbox.waitFor((one) => one.to.includes(email) && one.subject === subject);
    await open(page, /http:\/\/\S+\/groups\/\S+/.exec(text)?.[0] ?? '');
    expect(new URL(page.url()).pathname).toBe(onItsSide(group));
    await press(page, say(language, 'coalitions.budget.own.yes', { count: 1 }));
    expect(await shown(page)).toContain(say(language, 'coalitions.done.budget-kept'));
    expect(await shown(page, '#budget')).toContain(person.name);
  }
  await open(sam.page, site.url + PROPOSAL);
  for (const { name } of [EASTSIDE, vecinas]) expect(await shown(sam.page, '#budget')).toContain(name);
  expect(await shown(sam.page, '#budget')).not.toContain(riders.name);
  const { page: stranger } = await visitor(browser, onPhone);
  await open(stranger, site.url + PROPOSAL);
  expect(await stranger.locator('#budget').count()).toBe(0);
  await isGone(rosa.page, site.url + onItsSide(EASTSIDE));
});

test('whoever had theirs gets none, at the mail server; the group reads about how many, and nowhere who', async () => {
  await bringPeople(EASTSIDE, 0, BOTH);
  await bringPeople(vecinas, 0, BOTH + APART);
  await sendsToAll(amina, EASTSIDE, FIRST);
  await expect.poll(() => got(FIRST).size, { timeout: 120_000, interval: 500 }).toBe(BOTH);

  const mailing = await sendsToAll(rosa, vecinas, SECOND);
  await expect.poll(() => got(SECOND).size, { timeout: 120_000, interval: 500 }).toBe(APART);
  const { page } = rosa;
  const all = say('es', 'mailings.sent.got', { count: BOTH + APART });
  await expect
    .poll(async () => (await open(page, site.url + mailing), shown(page)), {
      timeout: 60_000,
      interval: 1_000,
    })
    .toContain(all);
  const said = /al menos a (\d+) de estas personas/.exec(await shown(page))?.[1];
  expect([BOTH - 10, BOTH]).toContain(Number(said));
  for (const [email] of [...got(FIRST)].slice(0, 3)) expect([...got(SECOND).keys()]).not.toContain(email);
  // Each of them stands there as if they had got it.
  const { rows } = await site.database.pool.query<{ id: string; isHeld: boolean }>(
    `select person.id, person.name < 'Reader 06' as "isHeld" from people person join groups home on home.id = person.group_id
     where home.slug = $1 and person.name in ('Reader 05', 'Reader 75') order by person.name`,
    [slugOf(vecinas)],
  );
  const lines = [];
  for (const { id } of rows) {
    await open(page, `${site.url}${vecinas.path}/people/${id}`);
    lines.push(await shown(page));
  }
  expect(lines).toHaveLength(2);
  for (const line of lines)
    expect(line).toContain(say('es', 'people.history.mailed-budgeted', { label: SECOND }));
});

test('a group takes its yes back by a press, and writes as before', async () => {
  const { page } = rosa;
  await open(page, site.url + onItsSide(vecinas));
  await press(page, say('es', 'coalitions.budget.own.drop'));
  expect(await shown(page)).toContain(say('es', 'coalitions.done.budget-dropped'));
  await sendsToAll(rosa, vecinas, 'Otra vez');
  await expect.poll(() => got('Otra vez').size, { timeout: 120_000, interval: 500 }).toBe(BOTH + APART);
});

test('an empty field ends nothing; whoever proposes it ends it for all by a press that asks first', async () => {
  const { page } = amina;
  await open(page, site.url + PROPOSAL);
  await page
    .locator('#budget form')
    .first()
    .evaluate((form) => form.setAttribute('novalidate', ''));
  await fill(page, { mostAWeek: '' });
  await press(page, say('en', 'coalitions.budget.propose'));
  expect(await page.locator('#field-mostAWeek-error').count()).toBe(1);
  expect(await shown(page, '#budget')).toContain(EASTSIDE.name);
  await insist(page, say('en', 'coalitions.budget.end'));
  expect(await shown(page)).toContain(say('en', 'coalitions.done.budget-ended'));
  expect(await shown(page, '#budget')).toContain(say('en', 'coalitions.budget.none'));
});

/** The three groups are in one coalition, which the first of them began. */
async function unite() {
  const term = { mandate: 'Speak for us.', termEndsOn: dayFromNow(300) };
  const begun = { name: COALITION.name, group: slugOf(EASTSIDE), ...term };
  const draft = await knock(site, amina.page, { method: 'POST', path: '/coalitions', data: begun });
  const { rows } = await site.database.pool.query<{ id: string }>('select id from groups where name = $1', [
    COALITION.name,
  ]);
  expect(draft.slug).toBeTruthy();
  await knock(site, amina.page, { method: 'PUT', path: `/site/groups/${rows[0]?.id}/vouching` });
  for (const [{ page }, group] of [
    [rosa, vecinas],
    [sam, riders],
  ] as const) {
    const asked = { group: slugOf(group) };
    const path = `/coalitions/${slugOf(COALITION)}/invitations`;
    await knock(site, amina.page, { method: 'POST', path, data: asked });
    const yes = { decision: 'accepted', answers: [] };
    const own = `${group.path}/coalitions/${slugOf(COALITION)}/decision`;
    await knock(site, page, { method: 'PUT', path: own, data: yes });
  }
}

/** People of a group who agreed to hear from it, from one number to another. */
async function bringPeople(group: Named, from: number, to: number): Promise<void> {
  await site.database.pool.query(
    `with made as (
      insert into people (id, group_id, email, name, language, source)
      select gen_random_uuid(), home.id, 'reader' || n || '@town' || n % ${PROVIDERS} || '.example',
        'Reader ' || lpad(n::text, 2, '0'), home.language, 'hand'
      from groups home, generate_series($2::int, $3::int - 1) n where home.slug = $1 returning id, group_id)
    insert into consents (person_id, group_id, way, purpose, given, how)
    select id, group_id, 'email', 'updates', 'yes', 'organizer' from made`,
    [slugOf(group), from, to],
  );
}

/** Writes to all who agreed, and lets the ten minutes pass. Answers where the mailing is. */
async function sendsToAll({ page }: Person, group: Named, subject: string): Promise<string> {
  const written = { lines: 'only:mailable', subject, body: 'Come and see.' };
  const path = `${group.path}/mailings`;
  const made = (await knock(site, page, { method: 'POST', path, data: written })) as {
    slug: string;
    id: string;
  };
  const mailing = `${group.path}/mailings/${made.id}`;
  await open(page, site.url + mailing);
  await knock(site, page, { method: 'PUT', path: `${mailing}/sending`, data: { when: 'now', count: 1_000 } });
  await site.pass('11 minutes');
  return mailing;
}

/** The mailboxes that a letter reached, by its subject. */
function got(subject: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const mail of site.mailbox.mails())
    if (mail.subject === subject) for (const to of mail.to) counts.set(to, (counts.get(to) ?? 0) + 1);
  return counts;
}

import { say, type Language } from '@groundwork/words';
import { dateFormat } from '@groundwork/words/dates';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser, visitor } from './browser.ts';
import {
  arrives,
  authorOf,
  COALITION,
  EASTSIDE,
  follow,
  isGone,
  joins,
  mailed,
  onItsSide,
  onPhone,
  openChannel,
  saysYes,
  shown,
  slugOf,
  startValley,
  unfold,
  writes,
  type Named,
  type Person,
} from './coalition-steps.ts';
import type { RunningSite } from './site.ts';
import { dayFromNow, fill, knock, open, press } from './steps.ts';

const ZONE = 'America/New_York';
const QUESTION = 'Who decides in your group?';
const REASON = 'You copied a list of names.';
const names = (group: Named) => ({ group: group.name, coalition: COALITION.name });

let browser: Browser;
let site: RunningSite;
let amina: Person;
let rosa: Person;
let luz: Person;
let sam: Person;
let marta: Person;
let cleo: Person;
let vecinas: Named;
let riders: Named;
/** The event that is called a council: what names it. */
let council: string;
beforeAll(async () => {
  browser = await openBrowser();
  ({ site, amina, rosa, sam, vecinas, riders } = await startValley(browser));
  await knock(site, amina.page, { method: 'PATCH', path: EASTSIDE.path, data: { joining: 'open' } });
  luz = await arrives(browser, site, { name: 'Luz Ortega', email: 'luz@valley.test', language: 'es' });
  marta = await arrives(browser, site, { name: 'Marta Ríos', email: 'marta@valley.test', language: 'es' });
  cleo = await arrives(browser, site, { name: 'Cleo Park', email: 'cleo@valley.test', language: 'en' });
  for (const member of [luz, marta]) await joins(site, member, vecinas);
  await joins(site, cleo, EASTSIDE);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test('a steward begins a coalition by a form that keeps what was typed, and says beside a field why it is refused', async () => {
  const { page } = amina;
  await open(page, `${site.url}/groups`);
  await follow(page, say('en', 'coalitions.start'));
  const summary = 'Housing for everyone who lives here.';
  await fill(page, { name: COALITION.name, summary, mandate: '  ' });
  await press(page, say('en', 'coalitions.new.submit'));
  expect(await page.textContent('#field-mandate-error')).toBe(say('en', 'error.field.required'));
  expect(await page.inputValue('[name="name"]')).toBe(COALITION.name);

  // As a browser sends it that knows no days.
  await page.locator('main form[method="post"]').evaluate((form) => form.setAttribute('novalidate', ''));
  await fill(page, { mandate: 'Speak for the tenants.', termEndsOn: dayFromNow(-2) });
  await press(page, say('en', 'coalitions.new.submit'));
  expect(await page.textContent('#field-termEndsOn-error')).toBe(say('en', 'error.coalitions.term'));
  for (const [name, value] of Object.entries({
    ...{ name: COALITION.name, summary, group: slugOf(EASTSIDE) },
    ...{ mandate: 'Speak for the tenants.', termEndsOn: dayFromNow(-2) },
  }))
    expect(await page.inputValue(`main [name="${name}"]`), name).toBe(value);

  await fill(page, { termEndsOn: dayFromNow(300) });
  await press(page, say('en', 'coalitions.new.submit'));
  expect(new URL(page.url()).pathname).toBe(COALITION.path);
  expect(await shown(page)).toContain(say('en', 'coalitions.in.speaks'));
});

test('a group that is invited by the address of its page answers the question and says yes', async () => {
  await open(amina.page, `${site.url}${COALITION.path}/settings`);
  await fill(amina.page, { 'question-0': QUESTION });
  await press(amina.page, say('en', 'site.save'));
  expect(await shown(amina.page)).toContain(say('en', 'site.saved'));
  await open(amina.page, `${site.url}${COALITION.path}/groups`);
  await fill(amina.page, { group: site.url + vecinas.path, word: 'We are stronger with you.' });
  await press(amina.page, say('en', 'coalitions.invite.submit'));
  expect(await shown(amina.page)).toContain(say('en', 'coalitions.done.invited'));
  expect(await shown(amina.page, '#door')).toContain(vecinas.name);

  const invitation = await mailed(site, rosa, 'invited', vecinas);
  expect(invitation.text).toContain('We are stronger with you.');
  await open(rosa.page, invitation.link);
  expect(await shown(rosa.page)).toContain(QUESTION);
  await fill(rosa.page, { 'answer-0': 'La asamblea, cada martes.' });
  await saysYes(rosa, COALITION);
  expect(new URL(rosa.page.url()).pathname).toBe(onItsSide(vecinas));
  expect(await shown(rosa.page)).toContain(say('es', 'coalitions.done.in'));
  await mailed(site, amina, 'accepted', vecinas);
});

test('it names a member who speaks for it, and who sees by the mail who else speaks', async () => {
  await open(rosa.page, site.url + onItsSide(vecinas));
  const mandate = 'Votar por las puestas de mercado.';
  await unfold(rosa.page, say('es', 'coalitions.name'));
  await fill(rosa.page, { accountId: luz.name, mandate, termEndsOn: dayFromNow(200) });
  await press(rosa.page, say('es', 'coalitions.name.submit'));
  expect(await shown(rosa.page)).toContain(say('es', 'coalitions.done.named'));

  await open(luz.page, (await mailed(site, luz, 'delegate-named', vecinas)).link);
  await follow(luz.page, COALITION.name);
  await follow(luz.page, `${say('es', 'coalitions.all')}: ${say('es', 'coalitions.delegates')}`);
  const own = luz.page.locator('main .rows > li', { hasText: luz.name });
  expect(await own.textContent()).toContain(say('es', 'groups.members.you'));
  expect(await own.textContent()).toContain(mandate);
  expect(await shown(luz.page)).toContain(amina.name);
});

test('a group asks to come in with an answer, the coalition says yes, and strangers see three groups and nobody’s name', async () => {
  await open(sam.page, `${site.url}${COALITION.path}`);
  await follow(sam.page, say('ar', 'coalitions.join'));
  await fill(sam.page, { 'answer-0': 'كل من يركب معنا.' });
  await press(sam.page, say('ar', 'coalitions.apply.submit'));
  expect(new URL(sam.page.url()).pathname).toBe(`${riders.path}/coalitions`);
  expect(await shown(sam.page)).toContain(say('ar', 'coalitions.done.applied'));

  await open(amina.page, (await mailed(site, amina, 'applied', riders)).link);
  const door = await shown(amina.page, '#door');
  for (const words of [riders.name, QUESTION, 'كل من يركب معنا.']) expect(door).toContain(words);
  await saysYes(amina, riders);
  expect(await shown(amina.page)).toContain(say('en', 'coalitions.done.accepted'));
  await mailed(site, sam, 'accepted', riders);

  const { page: stranger } = await visitor(browser, onPhone);
  await open(stranger, `${site.url}${COALITION.path}`);
  const groups = await stranger.locator('section[aria-labelledby="us"] h3').allTextContents();
  expect(groups.map((name) => name.trim()).sort()).toEqual([EASTSIDE.name, vecinas.name, riders.name].sort());
  expect(await shown(stranger, '#calendar')).toBe(say('en', 'coalitions.calendar'));
  expect(await shown(stranger)).toContain(say('en', 'coalitions.join.text'));
  for (const { name } of [amina, rosa, luz, sam]) expect(await stranger.content()).not.toContain(name);
  await open(stranger, `${site.url}${COALITION.path}/delegates`);
  expect(new URL(stranger.url()).pathname).toBe('/sign-in');
});

test('in its channel for everyone people are called as in their group, which stands beside the name', async () => {
  await openChannel(site, marta, 'everyone');
  await writes(marta, '¿Quién trae las mesas?');
  await openChannel(site, amina, 'everyone');
  expect(await authorOf(amina, '¿Quién trae las mesas?')).toBe(`${marta.name} · ${vecinas.name}`);
  await writes(amina, 'We bring four.');
  await openChannel(site, marta, 'everyone');
  expect(await authorOf(marta, 'We bring four.')).toContain(amina.name);
});

test('a group is suspended for a reason that it is told, reads nothing from then on, and is let in again', async () => {
  const channel = await openChannel(site, sam, 'everyone');
  await open(amina.page, `${site.url}${COALITION.path}/groups`);
  await follow(amina.page, `${say('en', 'coalitions.manage')}: ${riders.name}`);
  await unfold(amina.page, say('en', 'coalitions.suspend'));
  await amina.page.locator('#reason-suspend').fill(REASON);
  await press(amina.page, say('en', 'coalitions.suspend'));
  expect(await shown(amina.page)).toContain(say('en', 'coalitions.done.suspended'));
  await isGone(sam.page, channel);

  const told = await mailed(site, sam, 'suspended', riders);
  expect(told.text).toContain(REASON);
  await open(sam.page, told.link);
  await follow(sam.page, `${say('ar', 'coalitions.of.look')}: ${COALITION.name}`);
  expect(new URL(sam.page.url()).pathname).toBe(onItsSide(riders));
  const theirs = await shown(sam.page, '#record');
  for (const words of [say('ar', 'coalitions.step.suspended', names(riders)), REASON])
    expect(theirs).toContain(words);
  expect(theirs).not.toContain(amina.name);
  const ours = await shown(amina.page, '#record');
  for (const words of [say('en', 'coalitions.step.suspended', names(riders)), REASON, amina.name])
    expect(ours).toContain(words);
  expect(ours).not.toContain(sam.name);

  await press(amina.page, say('en', 'coalitions.let-in'));
  expect(await shown(amina.page)).toContain(say('en', 'coalitions.done.resumed'));
  await open(sam.page, (await mailed(site, sam, 'resumed', riders)).link);
  await open(sam.page, channel);
});

test('a group calls back who speaks for it, who is no member of the coalition from then on', async () => {
  const room = await openChannel(site, luz, 'delegates');
  await open(rosa.page, site.url + onItsSide(vecinas));
  await unfold(rosa.page, say('es', 'coalitions.recall'));
  expect(await shown(rosa.page)).toContain(say('es', 'coalitions.recall.text', { name: luz.name }));
  await press(rosa.page, say('es', 'coalitions.recall'));
  expect(await shown(rosa.page)).toContain(say('es', 'coalitions.done.recalled'));
  expect(await shown(rosa.page)).toContain(say('es', 'coalitions.speak.empty'));
  await isGone(luz.page, room);
  await mailed(site, luz, 'delegate-recalled', vecinas);
  await open(luz.page, site.url + COALITION.path);
  expect(await shown(luz.page)).toContain(say('es', 'coalitions.in.reached'));
  await open(luz.page, `${site.url}${COALITION.path}/delegates`);
  expect(await shown(luz.page)).not.toContain(luz.name);
});

test('after a council somebody who spoke there reports to their group, whose members read it', async () => {
  await open(sam.page, site.url + onItsSide(riders));
  await unfold(sam.page, say('ar', 'coalitions.name'));
  await fill(sam.page, { accountId: sam.name, mandate: 'تحدث باسمنا.' });
  await press(sam.page, say('ar', 'coalitions.name.submit'));
  council = await aCouncil();

  await site.pass('2 days');
  await open(amina.page, (await mailed(site, amina, 'report-due', EASTSIDE)).link);
  await follow(amina.page, `${say('en', 'coalitions.of.look')}: ${COALITION.name}`);
  await unfold(amina.page, say('en', 'coalitions.reports.write'));
  await fill(amina.page, { text: 'We voted for the march, and I said yes.' });
  await press(amina.page, say('en', 'coalitions.reports.submit'));
  expect(await shown(amina.page)).toContain(say('en', 'coalitions.done.told'));
  await open(cleo.page, site.url + onItsSide(EASTSIDE));
  const heard = await shown(cleo.page, '#reports');
  expect(heard).toContain('We voted for the march, and I said yes.');
  expect(heard).toContain(amina.name);
  expect(heard).not.toContain(say('en', 'coalitions.reports.change'));
});

test('a group that hears nothing of it sees by when it is to, and a week later since when it waits', async () => {
  await mailed(site, sam, 'report-due', riders);
  await open(sam.page, site.url + onItsSide(riders));
  const by = { date: await dueDay('ar') };
  expect(await shown(sam.page, '#reports')).toContain(say('ar', 'coalitions.reports.due', by));

  await site.pass('8 days');
  await open(sam.page, site.url + onItsSide(riders));
  const since = { date: await dueDay('ar') };
  expect(await shown(sam.page, '#reports')).toContain(say('ar', 'coalitions.reports.overdue', since));
  await open(amina.page, `${site.url}${COALITION.path}/councils`);
  const reported = say('en', 'coalitions.councils.reported', { owed: 2, reported: 1 });
  expect(await shown(amina.page)).toContain(reported);
});

test('a group that leaves reads what was between the two, and nothing else is offered', async () => {
  await open(sam.page, site.url + onItsSide(riders));
  await unfold(sam.page, say('ar', 'coalitions.leave'));
  await press(sam.page, say('ar', 'coalitions.leave'));
  expect(await shown(sam.page)).toContain(say('ar', 'coalitions.done.left'));
  await open(sam.page, site.url + onItsSide(riders));
  const names = { group: riders.name, coalition: COALITION.name };
  expect(await shown(sam.page)).toContain(say('ar', 'coalitions.step.left', names));
  expect(await shown(sam.page)).not.toContain(say('ar', 'coalitions.name'));
  expect(await shown(sam.page)).not.toContain(say('ar', 'coalitions.leave'));
});

/** An event of the coalition, tomorrow, that is called a council: what names it. */
async function aCouncil(): Promise<string> {
  const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 16);
  const data = {
    ...{ title: 'Council of the valley', starts: at(24), ends: at(26), timeZone: ZONE },
    ...{ held: 'in-person', placeName: 'Union hall', address: '12 Linden Street' },
  };
  const made = await knock(site, amina.page, { method: 'POST', path: `${COALITION.path}/events`, data });
  const path = `/events/${made.slug}/publication`;
  const { slug } = await knock(site, amina.page, { method: 'PUT', path });
  await open(amina.page, `${site.url}${COALITION.path}/councils`);
  await fill(amina.page, { council: slug });
  await press(amina.page, say('en', 'coalitions.councils.call.submit'));
  expect(await shown(amina.page)).toContain(say('en', 'coalitions.done.called'));
  expect(await shown(amina.page)).toContain(say('en', 'coalitions.councils.coming'));
  return slug;
}

/** The last day on which a group may hear of it without waiting. */
async function dueDay(language: Language): Promise<string> {
  const { rows } = await site.database.pool.query<{ due: Date }>(
    `select ends_at + interval '7 days' as due from events where slug = $1`,
    [council],
  );
  return dateFormat(language, ZONE, 'day').format(rows[0]?.due);
}

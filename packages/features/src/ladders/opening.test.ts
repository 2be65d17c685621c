import { expect, test } from 'vitest';
import { say } from '@groundwork/words';
import { sql } from 'drizzle-orm';
import { anEvent } from '../events/fixtures.ts';
import { aMember } from '../groups/fixtures.ts';
import { aField, fillValues } from '../people/fields/fixtures.ts';
import { aPerson } from '../people/fixtures.ts';
import { aLadderWriter } from './fixtures.ts';

test('what is in the way of opening is said at its step', async () => {
  const { site, group, begin, says, add, open, look, asOrganizer, steward } = await aLadderWriter();
  const colleague = await aMember(site, group, 'organizer');
  const ladder = await begin();
  const faults = async () => (await look(ladder)).faults.map(({ code, weight }) => `${weight} ${code}`);
  expect(await faults()).toEqual(['stop no-steps']);
  await add(ladder, { does: 'wait', days: 3 });
  expect(await faults()).toEqual(['stop no-deed']);
  await says(ladder, { begins: 'joined' });
  const event = await anEvent(site, { group });
  await add(ladder, { does: 'hand', to: colleague.id, note: 'Ring.' });
  await add(ladder, { does: 'branch', asks: 'did', deed: 'came', thing: event.id });
  await asOrganizer.post(`${ladder}/steps`, { does: 'send' });
  await add(ladder, { does: 'wait', days: 3 });
  await site.as(steward).delete(`/groups/${group.slug}/members/${colleague.id}`);
  await site.db.execute(sql`delete from events`);
  expect((await faults()).sort()).toEqual([
    ...['look branch-empty', 'look wait-last'],
    ...['stop colleague-gone', 'stop letter-faults', 'stop thing-gone'],
  ]);
  expect(await open(ladder)).toMatchObject({ status: 409, body: { code: 'ladders.faults' } });
});

test('an invitation shows the nearest event, and another letter does not', async () => {
  const { group, begin, open, look, asOrganizer } = await aLadderWriter();
  const ladder = await begin();
  const write = async (does: string, body: string) => {
    const { body: made } = await asOrganizer.post(`${ladder}/steps`, { does });
    const text = { subject: 'Come', preheader: '', body, version: does === 'invite' ? 1 : 0 };
    await asOrganizer.put(`/groups/${group.slug}/mailings/${made.letterId}/texts/en`, text);
  };
  await write('invite', 'Come along.');
  await write('send', 'Come.\n\n{{event nearest}}');
  expect((await look(ladder)).faults.map(({ code }) => code)).toEqual(['no-nearest', 'nearest-in-letter']);
  expect((await open(ladder)).status).toBe(409);
});

test('a mailing to many shows no nearest event', async () => {
  const { group, asOrganizer } = await aLadderWriter();
  const mailings = `/groups/${group.slug}/mailings`;
  const { body } = await asOrganizer.post(mailings, {
    ...{ subject: 'Come', body: '{{event nearest}}', lines: 'only:mailable' },
  });
  const { body: checks } = await asOrganizer.get(`${mailings}/${body.id}/checks`);
  expect(checks.rows.map(({ code }: { code: string }) => code)).toContain('no-event');
});

test('where many begin at once, a second one opens it', async () => {
  const { site, group, begin, says, add, open, look, steward, organizer, asOrganizer } =
    await aLadderWriter();
  await site.as(steward).put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: null, lookAbove: 2 });
  await site.work();
  const ladder = await begin();
  await says(ladder, { begins: 'joined', purpose: 'membership', takesEarlier: true });
  await add(ladder, { does: 'send' });
  expect((await open(ladder, 3)).body).toEqual({ is: 'asked' });
  expect(await look(ladder)).toMatchObject({
    ...{ state: 'draft', openingAsked: { isMine: true, by: organizer.name } },
  });
  expect((await open(ladder, 3)).body).toEqual({ is: 'asked' });
  expect((await site.as(steward).put(`${ladder}/opening`, { count: 3 })).body).toEqual({ is: 'open' });
  expect((await asOrganizer.get(ladder)).body.state).toBe('active');
});

test('what was changed after somebody asked has to be asked for anew, also where it is a letter', async () => {
  const { site, group, begin, says, add, open, look, steward } = await aLadderWriter();
  await site.as(steward).put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: null, lookAbove: 2 });
  await site.work();
  const ladder = await begin();
  const beginning = { begins: 'joined', purpose: 'membership', takesEarlier: true };
  await says(ladder, beginning);
  await add(ladder, { does: 'send' });
  await open(ladder, 3);
  await add(ladder, { does: 'tag', tag: 'new' });
  expect((await look(ladder)).openingAsked).toBe(null);
  await open(ladder, 3);
  const letter = `/groups/${group.slug}/mailings/${(await look(ladder)).steps[0]?.letter?.id}`;
  await site
    .as(steward)
    .put(`${letter}/texts/en`, { subject: 'Other', preheader: '', body: 'Other.', version: 1 });
  expect((await look(ladder)).openingAsked).toBe(null);
  expect((await site.as(steward).put(`${ladder}/opening`, { count: 3 })).body).toEqual({ is: 'asked' });
});

test('where the last 90 days would have brought many letters, a second one opens it too', async () => {
  const { site, group, begin, says, add, open, steward, pass } = await aLadderWriter();
  await site.as(steward).put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: null, lookAbove: 2 });
  await pass(1);
  const ladder = await begin();
  await says(ladder, { begins: 'joined', purpose: 'membership' });
  await add(ladder, { does: 'send' });
  expect((await open(ladder)).body).toEqual({ is: 'asked' });
  expect((await site.as(steward).put(`${ladder}/opening`, { count: 0 })).body).toEqual({ is: 'open' });
});

test('the welcome ladder is whole: it can be opened as it is, and greets in three languages', async () => {
  const { site, group, begin, open, look, mailed, later, pass, leave } = await aLadderWriter();
  const ladder = await begin({ template: 'welcome' });
  const { faults, steps } = await look(ladder);
  expect(faults).toEqual([]);
  expect(steps.flatMap(({ letter }) => letter?.languages ?? [])).toHaveLength(12);
  await open(ladder);
  const ana = await aMember(site, group);
  await later();
  await site.db.execute(sql`update people set language = 'ar' where account_id = ${ana.id}`);
  expect((await mailed()).map(({ subject }) => subject)).toEqual(['Good that you are here']);
  await leave();
  await anEvent(site, { group, inHours: 24 * 12 });
  await later();
  await pass(4);
  expect((await mailed()).map(({ subject }) => subject)).toEqual([
    'Good that you are here',
    say('ar', 'ladders.welcome.invite.subject'),
  ]);
});

test('where a second look is asked for, many presses at once keep nobody, and open it once', async () => {
  const { site, group, begin, says, add, open, steward } = await aLadderWriter();
  await site.as(steward).put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: null, lookAbove: 100 });
  const ladder = await begin();
  await says(ladder, { begins: 'joined' });
  await add(ladder, { does: 'tag', tag: 'new' });
  const pressed = await Promise.all(Array.from({ length: 30 }, () => open(ladder)));
  const statuses = pressed.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 29 }, () => 403)]);
});

test('what stands on a field that only stewards see is counted and opened by them, and named to nobody else', async () => {
  const { site, group, path, steward, look } = await aLadderWriter();
  const asSteward = site.as(steward);
  const home = `/groups/${group.slug}`;
  const field = await aField(site, { slug: group.slug, steward }, { name: 'Papers', sees: 'stewards' });
  const ana = await aPerson(site, group);
  await fillValues(site, steward, { path: home + '/people', personId: ana.id, values: { [field]: 'none' } });
  const line = `only:field:field=${field}:does=is:value=none`;
  const segment = await asSteward.post(`${home}/segments`, { name: 'Without papers', lines: line });
  expect(segment.status).toBe(201);
  const ladder = `${path}/${(await asSteward.post(path, {})).body.id}`;
  const beginning = { name: 'Care', begins: 'segment', segment: segment.body.id, takesEarlier: true };
  await asSteward.put(ladder, { ...beginning, purpose: 'updates' });
  await asSteward.post(`${ladder}/steps`, { does: 'branch', asks: 'line', line });
  await asSteward.post(`${ladder}/steps`, { does: 'tag', tag: 'care' });
  expect(
    (await asSteward.get(ladder)).body.faults.filter(({ weight }: { weight: string }) => weight === 'stop'),
  ).toEqual([]);
  expect((await asSteward.get(`${ladder}/dry-run`)).body.earlierCount).toBe(1);
  expect((await asSteward.put(`${ladder}/opening`, { count: 1 })).status).toBe(200);
  expect((await asSteward.get(ladder)).body.steps[0].question.line.about).toBe('Papers');
  expect((await look(ladder)).steps[0]?.question?.line?.about).toBe(null);
});

import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { NOBODY } from '../context.ts';
import { beginMeasure, endMeasureOf } from '../groups/measures/actions.ts';
import { aPerson } from '../people/fixtures.ts';
import { aReminder } from './fixtures.ts';

test('of an open ladder nothing changes, but it can be made a draft of another', async () => {
  const { ladder, asOrganizer, path, look } = await aReminder();
  const [step] = (await look(ladder)).steps;
  const beginning = { name: 'Other', begins: 'joined', takesEarlier: false, purpose: 'updates' };
  expect((await asOrganizer.put(ladder, beginning)).status).toBe(403);
  expect((await asOrganizer.post(`${ladder}/steps`, { does: 'wait', days: 1 })).status).toBe(403);
  expect((await asOrganizer.delete(`${ladder}/steps/${step?.id}`)).status).toBe(403);
  expect((await asOrganizer.delete(ladder)).status).toBe(403);
  const letter = `/groups/${path.split('/')[2]}/mailings/${step?.letter?.id}`;
  const text = { subject: 'Other', preheader: '', body: 'Other.', version: 1 };
  expect((await asOrganizer.put(`${letter}/texts/en`, text)).status).toBe(403);
  const copy = await asOrganizer.post(path, { copyOf: ladder.split('/').at(-1) });
  const copied = await look(`${path}/${copy.body.id}`);
  expect(copied.state).toBe('draft');
  expect(copied.steps.map(({ does, letter: own }) => [does, own?.subject])).toEqual([
    ['send', 'We miss you'],
    ['wait', undefined],
  ]);
});

test('closed to newcomers, those on it go on and nobody begins; then it is over by itself', async () => {
  const { ladder, asOrganizer, fallSilent, silent, site, group, mailed, leave, pass, look } =
    await aReminder();
  await fallSilent();
  expect((await mailed()).map(({ to }) => to)).toEqual([silent[0]?.email]);
  await asOrganizer.put(`${ladder}/closing`);
  await aPerson(site, group, { isSubscribed: true });
  await leave();
  await pass(1);
  await pass(6);
  expect((await look(ladder)).state).toBe('ended');
  await pass(31);
  expect((await mailed()).length).toBeLessThanOrEqual(1);
});

test('let in again, those begin who came to be so since', async () => {
  const { ladder, asOrganizer, look, site, group, mailed, pass } = await aReminder(0);
  await asOrganizer.put(`${ladder}/closing`);
  const before = await aPerson(site, group, { isSubscribed: true });
  expect((await asOrganizer.delete(`${ladder}/closing`)).status).toBe(204);
  expect((await look(ladder)).state).toBe('active');
  await pass(31);
  expect((await mailed()).map(({ to }) => to)).toContain(before.email);
});

test('stopped, nobody goes on and what waits is taken back; it goes on with those whom it did not reach', async () => {
  const { ladder, asOrganizer, fallSilent, silent, mailed, look, pass, later } = await aReminder(3);
  await fallSilent();
  expect(await mailed()).toHaveLength(3);
  expect((await asOrganizer.put(`${ladder}/stop`)).status).toBe(204);
  expect(await mailed()).toHaveLength(0);
  await pass(1);
  expect(await mailed()).toHaveLength(0);
  const { isStopped, steps } = await look(ladder);
  expect([isStopped, steps[0]?.standingCount]).toEqual([true, 3]);
  await asOrganizer.delete(`${ladder}/stop`);
  await later();
  expect((await mailed()).map(({ to }) => to).sort()).toEqual(silent.map(({ email }) => email).sort());
});

test('however long it was stopped, it goes on with those whom it did not reach, and with nobody who has the letter', async () => {
  const { site, ladder, asOrganizer, fallSilent, silent, mailed, leave, pass, later, look } =
    await aReminder(2);
  await fallSilent();
  await site.db.execute(
    sql`update mails set state = 'sent', finished_at = now() where person_id = ${silent[0]?.id}`,
  );
  await asOrganizer.put(`${ladder}/stop`);
  await pass(40);
  await site.db.execute(sql`delete from mails where state = 'sent'`);
  await asOrganizer.delete(`${ladder}/stop`);
  await later();
  expect((await mailed()).map(({ to }) => to)).toEqual([silent[1]?.email]);
  await leave();
  await later();
  const [letter] = (await look(ladder)).steps;
  expect(letter?.outcomes).toEqual(
    expect.arrayContaining([
      { outcome: 'unsent', count: 1 },
      { outcome: 'done', count: 1 },
    ]),
  );
});

test('a group that goes takes its ladders with it', async () => {
  const { site, group, fallSilent } = await aReminder();
  await fallSilent();
  await site.db.execute(sql`delete from groups where id = ${group.id}`);
  const { rows } = await site.db.execute(
    sql`select from ladders union all select from climbers union all select from rungs`,
  );
  expect(rows).toEqual([]);
});

test('while it is stopped its letter can be put right', async () => {
  const { ladder, asOrganizer, fallSilent, mailed, look, later, group } = await aReminder();
  await fallSilent();
  await asOrganizer.put(`${ladder}/stop`);
  const letterId = (await look(ladder)).steps[0]?.letter?.id;
  const text = { subject: 'Put right', preheader: '', body: 'Be there.', version: 1 };
  expect((await asOrganizer.put(`/groups/${group.slug}/mailings/${letterId}/texts/en`, text)).status).toBe(
    204,
  );
  await asOrganizer.delete(`${ladder}/stop`);
  await later();
  expect((await mailed()).map(({ subject }) => subject)).toEqual(['Put right']);
});

test('it does not go on while a letter of it is not ready, and says so at its step', async () => {
  const { ladder, asOrganizer, fallSilent, mailed, look, later, group } = await aReminder();
  await fallSilent();
  await asOrganizer.put(`${ladder}/stop`);
  const letter = `/groups/${group.slug}/mailings/${(await look(ladder)).steps[0]?.letter?.id}`;
  const write = (body: string, version: number) =>
    asOrganizer.put(`${letter}/texts/en`, { subject: 'Put right', preheader: '', body, version });
  for (const [body, version, code] of [
    ['', 1, 'letter-faults'],
    ['Come.\n\n{{event nearest}}', 2, 'nearest-in-letter'],
  ] as const) {
    await write(body, version);
    const refused = await asOrganizer.delete(`${ladder}/stop`);
    expect([refused.status, refused.body.code]).toEqual([409, 'ladders.faults']);
    expect((await look(ladder)).faults.map((fault) => fault.code)).toEqual([code]);
  }
  await write('Be there.', 3);
  expect((await asOrganizer.delete(`${ladder}/stop`)).body).toEqual({ is: 'open' });
  await later();
  expect(await mailed()).toHaveLength(1);
});

test('where a second look is asked for, what was put right goes on once somebody else presses too', async () => {
  const { site, ladder, asOrganizer, steward, fallSilent, mailed, look, later, group } = await aReminder(3);
  await fallSilent();
  await site.as(steward).put(`/groups/${group.slug}/mailing-rules`, { mostAWeek: null, lookAbove: 2 });
  const goOn = async () => (await asOrganizer.delete(`${ladder}/stop`)).body;
  await asOrganizer.put(`${ladder}/stop`);
  expect(await goOn()).toEqual({ is: 'open' });
  await later();
  await asOrganizer.put(`${ladder}/stop`);
  const letter = `/groups/${group.slug}/mailings/${(await look(ladder)).steps[0]?.letter?.id}`;
  await asOrganizer.put(`${letter}/texts/en`, {
    subject: 'Other',
    preheader: '',
    body: 'Other.',
    version: 1,
  });
  for (let n = 0; n < 2; n++) {
    expect(await goOn()).toEqual({ is: 'asked' });
    expect(await look(ladder)).toMatchObject({ isStopped: true, openingAsked: { isMine: true } });
  }
  await later();
  expect(await mailed()).toEqual([]);
  expect((await site.as(steward).delete(`${ladder}/stop`)).body).toEqual({ is: 'open' });
  expect(await look(ladder)).toMatchObject({ isStopped: false, openingAsked: null });
  await later();
  expect((await mailed()).map(({ subject }) => subject)).toEqual(['Other', 'Other', 'Other']);
});

test('ended, what waits is withdrawn and nobody goes on', async () => {
  const { ladder, asOrganizer, fallSilent, mailed, look, pass } = await aReminder(2);
  await fallSilent();
  await asOrganizer.put(`${ladder}/ending`);
  expect(await mailed()).toEqual([]);
  const { state, steps, standingCount } = await look(ladder);
  expect([state, standingCount, steps[0]?.outcomes]).toEqual(['ended', 0, [{ outcome: 'ended', count: 2 }]]);
  await pass(31);
  expect(await mailed()).toEqual([]);
});

test('while its group is frozen nobody goes on, and afterwards it waits for somebody to say so', async () => {
  const { site, group, steward, asOrganizer, ladder, fallSilent, mailed, later, look } = await aReminder();
  const ctx = site.ctx({ ...NOBODY, ...steward });
  const frozen = { groupId: group.id, kind: 'frozen' as const };
  await ctx.change((tx) => beginMeasure(tx, ctx, { ...frozen, reason: 'spam' }));
  await fallSilent();
  expect(await mailed()).toEqual([]);
  await ctx.change((tx) => endMeasureOf(tx, ctx, frozen));
  await later();
  expect(await mailed()).toEqual([]);
  expect((await look(ladder)).isStopped).toBe(true);
  await asOrganizer.delete(`${ladder}/stop`);
  await later();
  expect(await mailed()).toHaveLength(1);
});

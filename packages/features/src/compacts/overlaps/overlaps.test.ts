import { newId } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aMember } from '../../groups/fixtures.ts';
import { aSite, type TestSite } from '../../testing.ts';
import { aCompact, anOverlap, type ACompact } from '../fixtures.ts';
import { roundedOverlap } from './counting.ts';

const ask = (site: TestSite, { writer, writerPath }: ACompact, body: object = {}) =>
  site.as(writer.steward).post(`${writerPath}/overlaps`, body);
const decide = (site: TestSite, { group }: ACompact, { path }: { path: string }, body: object) =>
  site.as(group.steward).put(`${path}/decision`, body);

/** What both sides read of it; what each may do set apart. */
async function seen(site: TestSite, { group, writer, path, writerPath }: ACompact) {
  const [theirs, ours] = [
    (await site.as(group.steward).get(`${path}/overlaps`)).body,
    (await site.as(writer.steward).get(`${writerPath}/overlaps`)).body,
  ];
  expect({ ...theirs, can: null }).toEqual({ ...ours, can: null });
  return { ...ours, can: { group: theirs.can, writer: ours.can } };
}

type Listed = { from: number; to: number; days?: number; set?: string };

/** Puts `p1@`, `p2@` … on a group's list, as many days ago as is said. */
async function onList(site: TestSite, { id }: { id: string }, { from, to, days = 40 }: Listed) {
  const rows = Array.from({ length: to - from + 1 }, (_, at) => ({ id: newId(), n: from + at }));
  await site.db.execute(sql`insert into people (id, group_id, email, name, language, source, added_at)
    select (row ->> 'id')::uuid, ${id}::uuid, 'p' || (row ->> 'n') || '@lists.example', 'P', 'en', 'import',
      now() - make_interval(days => ${days}::int)
    from jsonb_array_elements(${JSON.stringify(rows)}::jsonb) row`);
}

async function counted(site: TestSite, compact: ACompact): Promise<number | null> {
  const use = await anOverlap(site, compact);
  expect((await decide(site, compact, use, { decision: 'agreed' })).status).toBe(204);
  await site.work();
  const { open, last } = await seen(site, compact);
  expect(open).toBeNull();
  expect(last).toMatchObject({ kind: 'overlap', state: 'counted' });
  return last.inCommon;
}

test('with a yes of both it is counted once, rounded, and both read the same, also in the ledger', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  await onList(site, compact.group, { from: 1, to: 140 });
  await onList(site, compact.writer, { from: 41, to: 200 });
  const { status, body } = await ask(site, compact);
  expect(status).toBe(201);
  expect(await seen(site, compact)).toMatchObject({
    open: { state: 'asked', askedSide: 'writer', askedBy: compact.writer.steward.name },
    can: {
      group: { agree: true, decline: true, takeBack: false },
      writer: { agree: false, decline: false, takeBack: true },
    },
  });
  const path = `${compact.path}/overlaps/${body.id}`;
  expect((await decide(site, compact, { path }, { decision: 'agreed' })).status).toBe(204);
  await site.work();
  const { last, nextAt, can } = await seen(site, compact);
  // A hundred are in both, of which the lot takes up to nine.
  expect([90, 100]).toContain(last.inCommon);
  expect(new Date(nextAt).getTime()).toBeGreaterThan(Date.now() + 29 * 86_400_000);
  expect(can).toMatchObject({ group: { ask: false }, writer: { ask: false } });
  const [row] = (await site.as(compact.group.steward).get(`${compact.path}/uses`)).body.rows;
  expect(row).toMatchObject({
    kind: 'overlap',
    state: 'counted',
    inCommon: last.inCommon,
    got: { count: null },
  });
  expect((await site.as(compact.group.steward).get(compact.path)).body.used).toEqual({
    count: 0,
    waitingCount: 0,
  });
  const mails = (await site.mails()).filter(({ toAddress }) => toAddress === compact.writer.steward.email);
  expect(mails.map(({ subject }) => subject)).toContain(
    `Counted: people in common with ${compact.group.name}`,
  );
});

test('below fifty no number is said, and nothing that tells how many are missing', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  await onList(site, compact.group, { from: 1, to: 49 });
  await onList(site, compact.writer, { from: 1, to: 49 });
  expect(await counted(site, compact)).toBeNull();
});

test('who came lately, said no to sharing or to all contact, or has no address is not counted', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  await onList(site, compact.group, { from: 1, to: 300 });
  await onList(site, compact.writer, { from: 1, to: 60 });
  await onList(site, compact.writer, { from: 61, to: 120, days: 29 });
  await onList(site, compact.writer, { from: 121, to: 180 });
  await onList(site, compact.writer, { from: 181, to: 240 });
  const numbered = (from: number, to: number) =>
    sql`substring(email from 'p([0-9]+)@')::int between ${from} and ${to}`;
  await site.db.execute(sql`insert into consents (group_id, person_id, way, purpose, given, how, words)
    select group_id, id, 'any', 'sharing', 'no', 'import', 'Do not share' from people
    where group_id = ${compact.writer.id} and ${numbered(121, 180)}`);
  await site.db.execute(sql`update people set do_not_contact = true
    where group_id = ${compact.group.id} and ${numbered(181, 240)}`);
  // Sixty are left, of which the lot takes up to nine.
  expect([50, 60]).toContain(await counted(site, compact));
});

test('it is asked at most once in thirty days by the two together, and a no holds as long', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const back = await aCompact(site, { group: compact.writer, writer: compact.group });
  const use = await anOverlap(site, compact);
  expect(await ask(site, compact)).toMatchObject({ status: 409, body: { code: 'compacts.overlap-open' } });
  expect((await decide(site, compact, use, { decision: 'declined' })).status).toBe(422);
  expect((await decide(site, compact, use, { decision: 'declined', word: 'Not now.' })).status).toBe(204);
  for (const either of [compact, back])
    expect(await ask(site, either)).toMatchObject({
      status: 409,
      body: { code: 'compacts.clause.too-soon' },
    });
  const [row] = (await site.as(compact.group.steward).get(`${compact.path}/uses`)).body.rows;
  expect(row).toMatchObject({ kind: 'overlap', state: 'refused', clause: 'too-soon' });
  await site.db.execute(sql`update compact_uses set answered_at = answered_at - interval '30 days'`);
  expect((await ask(site, back)).status).toBe(201);
});

test('two yeses at the same moment, one each way, count once', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const back = await aCompact(site, { group: compact.writer, writer: compact.group });
  const [one, other] = [await anOverlap(site, compact), await anOverlap(site, back)];
  const replies = await Promise.all([
    decide(site, compact, one, { decision: 'agreed' }),
    decide(site, back, other, { decision: 'agreed' }),
  ]);
  expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test('only the side that was asked says yes, by another person; only the one that asked takes it back', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const use = await anOverlap(site, compact);
  const own = await site.as(compact.writer.steward).put(`${use.writerPath}/decision`, { decision: 'agreed' });
  expect(own.status).toBe(403);
  expect((await site.as(compact.group.steward).delete(use.path)).status).toBe(403);
  const organizer = await aMember(site, compact.group, 'organizer');
  expect((await site.as(organizer).put(`${use.path}/decision`, { decision: 'agreed' })).status).toBe(403);
  // Whoever is a steward of both cannot agree with themselves.
  const manager = await aMember(site, compact.group, 'steward', compact.writer.steward);
  const both = await site.as(manager).put(`${use.path}/decision`, { decision: 'agreed' });
  expect(both).toMatchObject({ status: 409, body: { code: 'compacts.takes-two' } });
  expect((await site.as(compact.writer.steward).delete(use.writerPath)).status).toBe(204);
  expect(await decide(site, compact, use, { decision: 'agreed' })).toMatchObject({
    status: 409,
    body: { code: 'compacts.use-decided' },
  });
  const apart = await anOverlap(site, await aCompact(site));
  expect((await site.as(compact.group.steward).get(apart.path.replace(/\/[^/]+$/, ''))).status).toBe(404);
});

test('it lapses without an answer in fourteen days, and with the agreement', async () => {
  const site = await aSite();
  const compact = await aCompact(site, { terms: { endingDays: 0 } });
  const use = await anOverlap(site, compact);
  await site.db.execute(sql`update compact_uses set goes_at = now() - interval '1 minute'`);
  expect((await decide(site, compact, use, { decision: 'agreed' })).status).toBe(409);
  await site.sweep('compacts.settle');
  const clauses = async () =>
    (await site.as(compact.group.steward).get(`${compact.path}/uses`)).body.rows.map(
      ({ state, clause }: { state: string; clause: string }) => [state, clause],
    );
  expect(await clauses()).toEqual([['lapsed', 'unanswered']]);
  await anOverlap(site, compact);
  await site.as(compact.group.steward).put(`${compact.path}/ending`, {});
  expect((await clauses())[0]).toEqual(['lapsed', 'ended']);
  expect(await ask(site, compact)).toMatchObject({ status: 409, body: { code: 'compacts.clause.ended' } });
});

test('nothing is counted once the site’s stewards froze one of the two', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const use = await anOverlap(site, compact);
  expect((await decide(site, compact, use, { decision: 'agreed' })).status).toBe(204);
  await site.db.execute(sql`update groups set frozen_at = now() where id = ${compact.writer.id}`);
  await site.work();
  const [row] = (await site.as(compact.group.steward).get(`${compact.path}/uses`)).body.rows;
  expect(row).toMatchObject({ state: 'stopped', inCommon: null });
});

test('a letter is not answered at the door of a count, nor the other way round', async () => {
  const site = await aSite();
  const compact = await aCompact(site);
  const use = await anOverlap(site, compact);
  const asLetter = use.path.replace('overlaps', 'uses');
  expect((await site.as(compact.group.steward).get(asLetter)).status).toBe(404);
  expect(
    (await site.as(compact.group.steward).put(`${asLetter}/decision`, { decision: 'agreed' })).status,
  ).toBe(404);
});

test('what is said is never more than there are, never more than eighteen fewer, and tells one person more in a tenth of cases', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000_000 }), (count) => {
      const told = Array.from({ length: 10 }, (_, lot) => roundedOverlap(count, lot));
      for (const one of told) {
        if (one === null) expect(count).toBeLessThan(50 + 9);
        else expect([one % 10, one >= 50, one <= count, one > count - 19]).toEqual([0, true, true, true]);
      }
      const more = Array.from({ length: 10 }, (_, lot) => roundedOverlap(count + 1, lot));
      expect(told.filter((one, lot) => one !== more[lot]).length).toBeLessThanOrEqual(1);
    }),
  );
});

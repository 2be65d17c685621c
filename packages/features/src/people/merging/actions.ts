import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import type { Subject } from '../../subject.ts';
import { lockAdding } from '../additions/locks.ts';
import { noteByHand } from '../history/actions.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { consents, people } from '../tables.ts';
import { narrower, type AnswerRow } from './answers.ts';
import { joinBrought } from './brought.ts';
import { columnsOfPeople, readShape } from './catalog.ts';
import type { MergeInput } from './contract.ts';
import type { KeptOfMerge, KeptRow } from './kept.ts';
import { firstsOf, repoint, type Mover } from './moving.ts';
import { compareParts } from './parts.ts';
import {
  addPoints,
  dropRepeated,
  emailOriginIn,
  keepApart,
  mergedRow,
  standAside,
  withOrigins,
} from './pieces.ts';
import { readAnswers } from './queries.ts';
import { personMerges } from './tables.ts';

/**
 * Makes two records of one human one. The one with an account stays, else the older one; what names the other names it from
 * then on, and what parts them again is kept for a while.
 */
export async function mergePeople(
  ctx: Context,
  subjects: Subject[],
  { slug, personId, ...asked }: MergeInput & { slug: string; personId: string },
): Promise<{ personId: string; mergeId: string }> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'merge', group);
  if (personId === asked.otherId) throw new Conflict('people.merge-same');
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'merges', group.id);
    await lockAdding(tx, group.id);
    const { stays, goes } = await lockTwo(tx, group.id, [personId, asked.otherId]);
    const [intoId, goneId] = [String(stays.id), String(goes.id)];
    const taken = await partsTaken(tx, { groupId: group.id, intoId, goneId }, asked.chosen);
    const records = [await withOrigins(tx, stays), await withOrigins(tx, goes)];
    const mover: Mover = { tx, catalog: await readShape(tx), firsts: firstsOf(subjects), steps: [] };
    const answers = await mergeAnswers(tx, intoId, goneId);
    const broughtBy = await joinBrought(mover, { stays, goes });
    await standAside(mover, { intoId, goneId }, taken);
    await keepApart(mover, { groupId: group.id, intoId, goneId });
    for (const place of columnsOfPeople(subjects))
      await repoint(mover, { ...place, from: goneId, to: intoId });
    const merged = mergedRow(stays, goes, taken);
    const after = await takeIn(mover, { ...merged, email_origin: emailOriginIn(records, merged) }, goneId);
    await addPoints(mover, after, { records, broughtBy });
    await dropRepeated(mover, after);
    const mergeId = newId();
    const kept: KeptOfMerge = { gone: goes, before: stays, after, answers, steps: mover.steps };
    await tx
      .insert(personMerges)
      .values({ id: mergeId, groupId: group.id, goneId, intoId, mergedBy: ctx.viewer.id, kept });
    await noteByHand(tx, ctx, { groupId: group.id, personId: intoId, kind: 'merged' });
    note(tx, ctx, 'people.merged', { groupId: group.id, id: intoId }, { goneId, mergeId });
    return { personId: intoId, mergeId };
  });
}

/** Both records, held in the order of their ids: whoever merges or erases them meanwhile waits, and finds what became of it. */
async function lockTwo(tx: Transaction, groupId: string, ids: [string, string]) {
  const { rows } = await tx.execute<{ row: KeptRow }>(sql`
    select to_jsonb(people) - 'search' as row from ${people}
    where ${and(eq(people.groupId, groupId), sql`${people.id} in (${ids[0]}, ${ids[1]})`)}
    order by id for update`);
  const [stays, goes] = rows
    .map(({ row }) => row)
    .sort(
      (one, other) =>
        Number(one.account_id === null) - Number(other.account_id === null) || compareAge(one, other),
    );
  if (!stays || !goes) throw new NotFound('person');
  if (goes.account_id !== null) throw new Conflict('people.merge-accounts');
  return { stays, goes };
}

function compareAge(one: KeptRow, other: KeptRow): number {
  const age = (row: KeptRow) => Date.parse(String(row.added_at));
  return age(one) - age(other) || (String(one.id) < String(other.id) ? -1 : 1);
}

/** The parts that are taken from the record that goes: as chosen, else what is offered first. */
async function partsTaken(
  tx: Transaction,
  { groupId, intoId, goneId }: Record<'groupId' | 'intoId' | 'goneId', string>,
  chosen: MergeInput['chosen'],
): Promise<Set<string>> {
  const parts = await compareParts(tx, { stays: intoId, goes: goneId, groupId });
  const said = new Map(chosen.map((one) => [one.part, one.personId]));
  const taken = parts.filter(({ part, preferred, isFixed }) => {
    const from = isFixed ? undefined : said.get(part);
    return from === undefined ? preferred === 'goes' : from === goneId;
  });
  return new Set(taken.map(({ part }) => part));
}

async function mergeAnswers(
  tx: Transaction,
  intoId: string,
  goneId: string,
): Promise<KeptOfMerge['answers']> {
  const [before, gone] = [await readAnswers(tx, intoId), await readAnswers(tx, goneId)];
  const after = narrower(before, gone).map((answer) => ({ ...answer, person_id: intoId }));
  await tx.delete(consents).where(sql`${consents.personId} in (${intoId}, ${goneId})`);
  await putAnswers(tx, after);
  return { before, gone, after };
}

export async function putAnswers(tx: Transaction, answers: (AnswerRow | KeptRow)[]): Promise<void> {
  await tx.execute(sql`insert into ${consents}
    select * from jsonb_populate_recordset(null::${consents}, ${JSON.stringify(answers)}::jsonb)`);
}

/** The record that stays becomes what both come to; the other, which nothing names any more, goes. */
async function takeIn({ tx, catalog }: Mover, merged: KeptRow, goneId: string): Promise<KeptRow> {
  await tx.delete(people).where(eq(people.id, goneId));
  return writePerson(tx, catalog.columns.get('people') ?? [], merged);
}

/** Writes a person's row as it is given; answers it as it is then. */
export async function writePerson(tx: Transaction, columns: string[], row: KeptRow): Promise<KeptRow> {
  const changes = columns
    .filter((column) => column !== 'id' && column !== 'group_id')
    .map((column) => sql`${sql.identifier(column)} = given.${sql.identifier(column)}`);
  const written = await tx.execute<{ row: KeptRow }>(sql`
    update ${people} set ${sql.join(changes, sql`, `)}
    from jsonb_populate_record(null::${people}, ${JSON.stringify(row)}::jsonb) given
    where ${people.id} = given.id returning to_jsonb(people) - 'search' as row`);
  const after = written.rows[0]?.row;
  if (!after) throw new Error('a locked row is there');
  return after;
}

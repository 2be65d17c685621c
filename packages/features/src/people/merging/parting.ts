import { newId, type Transaction } from '@groundwork/database';
import { and, desc, eq, isNotNull, lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { permit } from '../../policy.ts';
import { lockAdding } from '../additions/locks.ts';
import { noteByHand } from '../history/actions.ts';
import { personBy } from '../points.ts';
import { peoplePolicy } from '../policy.ts';
import { findPersonOf } from '../queries.ts';
import { consents, contactPoints, people } from '../tables.ts';
import { putAnswers, writePerson } from './actions.ts';
import { parted, type AnswerRow } from './answers.ts';
import { forgetUndone } from './brought.ts';
import { readShape, type DatabaseShape } from './catalog.ts';
import type { KeptOfMerge, KeptRow } from './kept.ts';
import { insertRow, stepBack } from './moving.ts';
import { isPartable, PARTABLE_DAYS, readAnswers } from './queries.ts';
import { personMerges } from './tables.ts';

type Which = { slug: string; personId: string; mergeId: string };

/**
 * Parts two records again: both as they were, and what happened since stays with the one that stayed. Of several, the last
 * one merged is parted first. Answers the id of the one that is there again.
 */
export async function partPeople(
  ctx: Context,
  { slug, personId, mergeId }: Which,
): Promise<{ personId: string }> {
  const { group } = await findPersonOf(ctx, slug, personId);
  permit(peoplePolicy, 'merge', group);
  return ctx.change(async (tx) => {
    await lockAdding(tx, group.id);
    const now = await lockOne(tx, personId);
    const { kept, goneId } = await takeMerge(tx, personId, mergeId);
    const catalog = await readShape(tx);
    const added = kept.steps.filter(({ did }) => did === 'added');
    for (const step of added.toReversed()) await stepBack(tx, catalog, step);
    await bringBack(tx, catalog, kept, now);
    for (const step of kept.steps.toReversed()) if (step.did !== 'added') await stepBack(tx, catalog, step);
    await forgetUndone(tx, [personId, goneId]);
    await partAnswers(tx, kept, { personId, goneId });
    for (const id of [personId, goneId])
      await noteByHand(tx, ctx, { groupId: group.id, personId: id, kind: 'parted' });
    note(tx, ctx, 'people.parted', { groupId: group.id, id: personId }, { goneId, mergeId });
    return { personId: goneId };
  });
}

/** Forgets what parts records that were merged too long ago. */
export async function forgetMerges(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const isOld = lt(personMerges.at, sql`now() - make_interval(days => ${PARTABLE_DAYS})`);
    const old = await tx
      .update(personMerges)
      .set({ kept: null })
      .where(and(isNotNull(personMerges.kept), isOld))
      .returning({ groupId: personMerges.groupId });
    for (const [groupId, { length: count }] of Map.groupBy(old, (one) => one.groupId))
      note(tx, null, 'people.merges-forgotten', { groupId }, { count });
  });
}

async function lockOne(tx: Transaction, personId: string): Promise<KeptRow> {
  const { rows } = await tx.execute<{ row: KeptRow }>(sql`
    select to_jsonb(people) - 'search' as row from ${people} where ${eq(people.id, personId)} for update`);
  if (!rows[0]) throw new NotFound('person');
  return rows[0].row;
}

async function takeMerge(tx: Transaction, personId: string, mergeId: string) {
  const merges = await tx
    .select({
      id: personMerges.id,
      goneId: personMerges.goneId,
      kept: personMerges.kept,
      isOpen: isPartable().mapWith(Boolean),
    })
    .from(personMerges)
    .where(eq(personMerges.intoId, personId))
    .orderBy(desc(personMerges.at), desc(personMerges.id))
    .for('update');
  const place = merges.findIndex(({ id }) => id === mergeId);
  const merge = merges[place];
  if (!merge) throw new NotFound('merge');
  const { kept, goneId } = merge;
  if (!kept || !merge.isOpen) throw new Conflict('people.part-too-late');
  if (place > 0) throw new Conflict('people.part-newest-first');
  await tx.delete(personMerges).where(eq(personMerges.id, mergeId));
  return { kept, goneId };
}

/** The row of each as it was, but for what was changed since. */
async function bringBack(
  tx: Transaction,
  catalog: DatabaseShape,
  { gone, before, after }: KeptOfMerge,
  now: KeptRow,
) {
  const columns = catalog.columns.get('people') ?? [];
  const own = Object.fromEntries(
    columns.map((column) => {
      const isSince = JSON.stringify(now[column]) !== JSON.stringify(after[column]);
      return [column, isSince ? now[column] : before[column]];
    }),
  );
  // What became the first one of somebody is the other's again.
  if (own.email === gone.email && gone.email !== null) own.email = before.email;
  // A standing no that was said since is one of both: nobody knows which of them it was meant for.
  const isNoSince = now.do_not_contact === true && after.do_not_contact !== true;
  await writePerson(tx, columns, own);
  if (typeof gone.email === 'string')
    await freeEmail(tx, { groupId: String(gone.group_id), personId: String(own.id), email: gone.email });
  await insertRow(tx, catalog, 'people', { ...gone, ...(isNoSince && { do_not_contact: true }) });
  await tx.execute(sql`update ${people} set contact_account_id = null where id = ${gone.id}
    and not exists (select from accounts where id = contact_account_id)`);
  for (const kind of ['email', 'phone'] as const)
    if (before[kind] !== null && own[kind] !== before[kind])
      await keepFurther(tx, own, { kind, value: before[kind] });
}

/** Where something else became their first one since, what was it before the merge is a further one. */
async function keepFurther(
  tx: Transaction,
  own: KeptRow,
  point: { kind: 'email' | 'phone'; value: unknown },
) {
  const { kind, value } = point;
  await tx.execute(sql`
    insert into ${contactPoints} (id, group_id, person_id, kind, value, source)
    select ${newId()}::uuid, group_id, id, ${kind}, ${value}, 'unknown' from ${people}
    where id = ${own.id} and ${own[kind]}::text is not null on conflict do nothing`);
}

type Freed = Record<'groupId' | 'personId' | 'email', string>;
async function freeEmail(tx: Transaction, { groupId, personId, email }: Freed) {
  const isFurther = and(eq(contactPoints.personId, personId), eq(contactPoints.value, email));
  await tx.delete(contactPoints).where(isFurther);
  const { rows } = await tx.execute<{ id: string | null }>(sql`select ${personBy(groupId, email)} as id`);
  if (rows[0]?.id) throw new Conflict('people.part-email-taken');
}

async function partAnswers(
  tx: Transaction,
  { answers }: KeptOfMerge,
  { personId, goneId }: Record<'personId' | 'goneId', string>,
) {
  const now = await readAnswers(tx, personId);
  const { stays, goes } = parted(answers as Record<'gone' | 'before' | 'after', AnswerRow[]>, now);
  await tx.delete(consents).where(eq(consents.personId, personId));
  await putAnswers(tx, [
    ...stays.map((answer) => ({ ...answer, person_id: personId })),
    ...goes.map((answer) => ({ ...answer, person_id: goneId })),
  ]);
}

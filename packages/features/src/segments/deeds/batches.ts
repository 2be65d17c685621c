import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { findFieldsSeen } from '../../people/fields/queries.ts';
import { personFields } from '../../people/fields/tables.ts';
import { readValue } from '../../people/fields/values.ts';
import { changeOf, takingBackOf, type RunningDeed } from './changes.ts';
import { gather, holdDeed } from './gathering.ts';
import { deedPeople, peopleDeeds } from './tables.ts';
import { deedHistory } from './telling.ts';

type Deed = typeof peopleDeeds.$inferSelect;
const BATCH = 2_000;

/**
 * Does a deed to everyone it is about, 2,000 at a time in a transaction that also marks them: a worker that takes over from
 * a killed one goes on there. Whom it is about is found when it begins.
 */
export async function applyDeed(ctx: Context, deedId: string): Promise<void> {
  await inBatches(ctx, async (tx) => {
    const deed = await holdDeed(tx, deedId, 'asked');
    if (!deed) return false;
    if (!deed.isGathered) return (await gather(tx, deed)) >= 0;
    // Its file is written outside of any transaction: files/actions.ts.
    if (deed.kind === 'export') return false;
    if (await applyBatch(tx, await withField(tx, deed))) return true;
    await finish(tx, deed, 'done');
    note(tx, deed.askedBy, 'segments.deed-done', deed, { changedCount: deed.changedCount });
    return false;
  });
}

/** Takes back what a deed changed, of those who are as it left them; whom it did not change it leaves. */
export async function undoDeed(ctx: Context, deedId: string, askedBy: string | null): Promise<void> {
  await inBatches(ctx, async (tx) => {
    const deed = await holdDeed(tx, deedId, 'undo-asked');
    if (!deed) return false;
    if (await undoBatch(tx, await withField(tx, deed), askedBy)) return true;
    await finish(tx, deed, 'undone');
    note(tx, deed.askedBy, 'segments.deed-undone', deed, { undoneCount: deed.undoneCount });
    return false;
  });
}

/** One transaction after the other, while there is more to do. */
async function inBatches(ctx: Context, work: (tx: Transaction) => Promise<boolean>) {
  while (await ctx.change(work));
}

async function finish(tx: Transaction, { id }: Deed, state: 'done' | 'undone') {
  await tx.update(peopleDeeds).set({ state, finishedAt: new Date() }).where(eq(peopleDeeds.id, id));
}

/**
 * The deed with the field that it fills in, held so that nobody fills it in meanwhile. Null where it is gone, or was taken
 * from the sight of whoever asked, or what it is to hold is none of its values any more: then it is filled in for nobody.
 */
async function withField(tx: Transaction, deed: Deed): Promise<RunningDeed> {
  const { fieldId, groupId: id, seesAll, value, isClearing } = deed;
  if (!fieldId || (value === null && !isClearing)) return { ...deed, field: null };
  await tx
    .select({ id: personFields.id })
    .from(personFields)
    .where(eq(personFields.id, fieldId))
    .for('no key update');
  const field = (await findFieldsSeen(tx, { id, seesAll })).find((one) => one.id === fieldId);
  if (value === null) return { ...deed, field: field ?? null };
  const read = field && readValue(field, value);
  return { ...deed, field: field && read && 'value' in read && read.value === value ? field : null };
}

/** Answers whether there was anybody left to do it to. */
async function applyBatch(tx: Transaction, deed: RunningDeed): Promise<boolean> {
  const { rows } = await tx.execute<{ done: number }>(sql`
    with batch as (
      select person_id from ${deedPeople} where deed_id = ${deed.id} and is_changed is null
      order by person_id limit ${BATCH}),
    ${changeOf(deed)},
    marked as (
      update ${deedPeople} done set is_changed = changed.person_id is not null, before = changed.before
      from batch left join changed using (person_id)
      where done.deed_id = ${deed.id} and done.person_id = batch.person_id returning is_changed)
    ${deedHistory(deed, deed.askedBy)}
    update ${peopleDeeds} set
      done_count = done_count + (select count(*) from marked),
      changed_count = changed_count + (select count(*) from marked where is_changed)
    where id = ${deed.id} returning (select count(*) from marked)::int as done`);
  return (rows[0]?.done ?? 0) > 0;
}

async function undoBatch(tx: Transaction, deed: RunningDeed, askedBy: string | null): Promise<boolean> {
  const { rows } = await tx.execute<{ done: number }>(sql`
    with batch as (
      select person_id, before from ${deedPeople} where deed_id = ${deed.id} and is_changed
      order by person_id limit ${BATCH}),
    ${takingBackOf(deed)},
    forgotten as (
      delete from ${deedPeople} where deed_id = ${deed.id} and person_id in (select person_id from batch)
      returning person_id)
    ${deedHistory(deed, askedBy)}
    update ${peopleDeeds} set undone_count = undone_count + (select count(*) from changed)
    where id = ${deed.id} returning (select count(*) from forgotten)::int as done`);
  return (rows[0]?.done ?? 0) > 0;
}

import type { Transaction } from '@groundwork/database';
import { eq, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { MOST_TAGS } from '../../people/contract.ts';
import { people } from '../../people/tables.ts';
import { listPeople } from '../tables.ts';
import { gather, holdDeed } from './gathering.ts';
import { deedPeople, peopleDeeds } from './tables.ts';

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
    if (await applyBatch(tx, deed)) return true;
    await finish(tx, deed, 'done');
    note(tx, deed.askedBy, 'segments.deed-done', deed, { changedCount: deed.changedCount });
    return false;
  });
}

/** Takes back what a deed changed, of those who are as it left them; whom it did not change it leaves. */
export async function undoDeed(ctx: Context, deedId: string): Promise<void> {
  await inBatches(ctx, async (tx) => {
    const deed = await holdDeed(tx, deedId, 'undo-asked');
    if (!deed) return false;
    if (await undoBatch(tx, deed)) return true;
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

/** Answers whether there was anybody left to do it to. */
async function applyBatch(tx: Transaction, deed: Deed): Promise<boolean> {
  const { rows } = await tx.execute<{ done: number }>(sql`
    with batch as (
      select person_id from ${deedPeople} where deed_id = ${deed.id} and is_changed is null
      order by person_id limit ${BATCH}),
    changed as (${changeOf(deed, deed.kind)}),
    marked as (
      update ${deedPeople} set is_changed = person_id in (select person_id from changed)
      where deed_id = ${deed.id} and person_id in (select person_id from batch) returning is_changed)
    update ${peopleDeeds} set
      done_count = done_count + (select count(*) from marked),
      changed_count = changed_count + (select count(*) from marked where is_changed)
    where id = ${deed.id} returning (select count(*) from marked)::int as done`);
  return (rows[0]?.done ?? 0) > 0;
}

async function undoBatch(tx: Transaction, deed: Deed): Promise<boolean> {
  const { rows } = await tx.execute<{ done: number }>(sql`
    with batch as (
      select person_id from ${deedPeople} where deed_id = ${deed.id} and is_changed
      order by person_id limit ${BATCH}),
    changed as (${changeOf(deed, OPPOSITES[deed.kind])}),
    forgotten as (
      delete from ${deedPeople} where deed_id = ${deed.id} and person_id in (select person_id from batch)
      returning person_id)
    update ${peopleDeeds} set undone_count = undone_count + (select count(*) from changed)
    where id = ${deed.id} returning (select count(*) from forgotten)::int as done`);
  return (rows[0]?.done ?? 0) > 0;
}

const OPPOSITES = {
  tag: 'untag',
  untag: 'tag',
  list: 'unlist',
  unlist: 'list',
  export: 'export',
} as const satisfies Record<Deed['kind'], Deed['kind']>;

/** What a kind of deed changes of a batch; answers the ids of those who were not so before. */
function changeOf({ groupId, tag, listId }: Deed, kind: Deed['kind']): SQL {
  const isOfBatch = sql`person_id in (select person_id from batch)`;
  switch (kind) {
    case 'tag':
      return sql`update ${people} set tags = tags || ${tag}::text
        where id in (select person_id from batch) and not tags @> array[${tag}::text] and cardinality(tags) < ${MOST_TAGS}
        returning id as person_id`;
    case 'untag':
      return sql`update ${people} set tags = array_remove(tags, ${tag}::text)
        where id in (select person_id from batch) and tags @> array[${tag}::text] returning id as person_id`;
    case 'list':
      return sql`insert into ${listPeople} (group_id, list_id, person_id)
        select ${groupId}::uuid, ${listId}::uuid, person_id from batch
        on conflict do nothing returning person_id`;
    case 'unlist':
      return sql`delete from ${listPeople} where list_id = ${listId} and ${isOfBatch} returning person_id`;
    case 'export':
      return sql`select person_id from batch where false`;
  }
}

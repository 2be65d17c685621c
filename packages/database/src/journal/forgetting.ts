import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { firstIdOf } from './moments.ts';
import { journal, journalUndelivered } from './tables.ts';

export type Forgetting = {
  /** What is older goes, whatever its kind, but for the `lasting`. */
  allBefore: Date;
  lasting: string[];
  /** What is older goes if it is of one of `kinds`. */
  kindsBefore: Date;
  kinds: string[];
};

/**
 * Deletes entries past their time, oldest first, a batch in each transaction; never one that waits to be delivered.
 * It walks the primary key once, so it needs no index that every change would have to write. Returns how many.
 */
export async function forgetEntries(db: Database, asked: Forgetting, batch = 5_000): Promise<number> {
  let forgotten = 0;
  for (let last: string | null = '00000000-0000-0000-0000-000000000000'; last !== null;) {
    const step = await forgetBatch(db, { ...asked, after: last, batch });
    forgotten += step.count;
    last = step.last;
  }
  return forgotten;
}

type Batch = Forgetting & { after: string; batch: number };

/** `last`: where the next batch begins; null after the last one. */
async function forgetBatch(db: Database, given: Batch) {
  const { allBefore, lasting, kindsBefore, kinds, after, batch } = given;
  const end = allBefore > kindsBefore ? allBefore : kindsBefore;
  const { rows } = await db.execute<{ count: number; last: string | null }>(sql`
    with stretch as (
      select id, kind from ${journal} where id > ${after} and id < ${firstIdOf(end)} order by id limit ${batch}
    ), forgotten as (
      delete from ${journal} entry using stretch where entry.id = stretch.id
        and (entry.id < ${firstIdOf(allBefore)} and entry.kind <> all(${sql.param(lasting)}::text[])
          or entry.kind = any(${sql.param(kinds)}::text[]) and entry.id < ${firstIdOf(kindsBefore)})
        and not exists (select from ${journalUndelivered} waiting where waiting.entry_id = entry.id)
      returning entry.id
    )
    select (select count(*)::int from forgotten) as count, (select id from stretch order by id desc limit 1) as last`);
  return rows[0] ?? { count: 0, last: null };
}

import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { note } from '../journal.ts';
import { groups } from '../groups/tables.ts';
import { personHistory } from './tables.ts';

/** Days for which is known which letters to many somebody was sent. */
export const MAILED_DAYS = 365;

/**
 * The condition that a line of history says which letter somebody was sent, or what came back of it: nothing that they did. In these words, so that
 * the index of such lines serves.
 */
export function isOfMail(kind: SQLWrapper): SQL {
  return sql`${kind} in ('mailed', 'mail-refused', 'mail-returned', 'mail-put-off', 'mail-blocked', 'complained')`;
}

/**
 * The kind of a line of history, as it is shown: of a letter for which the budget of a coalition held, everybody's line says that
 * it may not have gone to them.
 */
export const kindShown = sql<string>`case when ${personHistory.isBudgeted} then 'mailed-budgeted' else ${personHistory.kind} end`;

/** Forgets which letters to many people were sent long ago. `batch` bounds one statement's. */
export async function forgetMailed(ctx: Context, batch = 10_000): Promise<void> {
  let forgotten: number;
  do forgotten = await forgetSome(ctx, batch);
  while (forgotten > 0);
}

async function forgetSome({ change }: Context, batch: number): Promise<number> {
  return change(async (tx) => {
    const { rows } = await tx.execute<{ groupId: string; count: number }>(sql`
      with gone as (
        delete from ${personHistory} where id in (
          select line.id from ${groups}, lateral (
            select id from ${personHistory} own
            where own.group_id = ${groups.id} and ${isOfMail(sql`own.kind`)}
              and own.at < now() - make_interval(days => ${MAILED_DAYS})
            order by own.at limit ${batch}) line
          limit ${batch})
        returning group_id)
      select group_id as "groupId", count(*)::int as count from gone group by group_id`);
    for (const { groupId, count } of rows) note(tx, null, 'people.mails-forgotten', { groupId }, { count });
    return rows.length;
  });
}

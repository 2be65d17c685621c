import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { climbers } from '../../people/climbing/tables.ts';
import { personHistory } from '../../people/tables.ts';
import type { Scope } from '../../segments/conditions.ts';
import { begunBy, EVER } from '../beginnings.ts';
import type { Rung } from '../paths.ts';
import { ladders } from '../tables.ts';
import { dueOn } from './arriving.ts';

/** So many begin in one transaction. */
const AT_ONCE = 20_000;
/** What was committed late, or is told by another worker, is found when it is looked again. */
const OVERLAP = sql`interval '1 hour'`;

type Beginning = Pick<
  typeof ladders.$inferSelect,
  'id' | 'groupId' | 'name' | 'trigger' | 'beginsSince' | 'lookedUntil' | 'openedAt'
> & { mostAtOnce: number | null };

/** More would begin at once than anybody agreed to: nobody of them does. */
export class ManyBegin extends Error {}

/**
 * Lets those begin who came to be so since it was looked last, each once. Answers whether all did: else there are more. Throws
 * ManyBegin. The caller holds the ladder.
 */
export async function letBegin(
  tx: Transaction,
  ladder: Beginning,
  first: Rung,
  scope: Scope,
): Promise<boolean> {
  const { id, groupId, trigger, mostAtOnce } = ladder;
  const since = sql`(select coalesce(greatest(own.looked_until - ${OVERLAP}, own.begins_since), '-infinity')
    from ${ladders} own where own.id = ${id})`;
  const { rows } = await tx.execute<{ count: number }>(sql`
    with begun as (
      insert into ${climbers} (ladder_id, group_id, person_id, state, rung_id, began_at, due_at)
      select ${id}::uuid, ${groupId}::uuid, fit.person_id, 'standing', ${first.step.id}::uuid,
        greatest(fit.at, ${ladder.openedAt}::timestamptz), ${dueOn(first.step.does)}
      from (${begunBy(trigger, { groupId, since, scope })}) fit
      where not exists (select from ${climbers} known where known.ladder_id = ${id} and known.person_id = fit.person_id)
      order by fit.person_id limit ${AT_ONCE}
      on conflict do nothing returning person_id
    ), told as (
      insert into ${personHistory} (id, group_id, person_id, kind, subject_id, label)
      select gen_random_uuid(), ${groupId}::uuid, person_id, 'began-ladder', ${id}::uuid, ${ladder.name} from begun
    ) select count(*)::int as count from begun`);
  const count = rows[0]?.count ?? 0;
  if (mostAtOnce !== null && count > mostAtOnce) throw new ManyBegin();
  const isAll = count < AT_ONCE;
  await tx
    .update(ladders)
    .set({ beganCount: sql`${ladders.beganCount} + ${count}`, ...(isAll && { lookedUntil: sql`now()` }) })
    .where(eq(ladders.id, id));
  return isAll;
}

/**
 * Of a segment nothing says since when somebody is in it. Those who are in it when the ladder is opened, or lets newcomers begin
 * again, are written down, and begin once they have been out of it; unless those are to begin too.
 */
export async function lookWhoIsIn(
  tx: Transaction,
  { id, groupId, trigger, beginsSince, lookedUntil }: Beginning,
  scope: Scope,
): Promise<void> {
  const isIn = begunBy(trigger, { groupId, since: EVER, scope });
  await tx
    .delete(climbers)
    .where(
      and(
        eq(climbers.ladderId, id),
        eq(climbers.state, 'earlier'),
        sql`not exists (select from (${isIn}) fit where fit.person_id = ${climbers.personId})`,
      ),
    );
  const isFirstLook = beginsSince !== null && (lookedUntil === null || lookedUntil < beginsSince);
  if (!isFirstLook) return;
  await tx.execute(sql`
    insert into ${climbers} (ladder_id, group_id, person_id, state, began_at)
    select ${id}::uuid, ${groupId}::uuid, fit.person_id, 'earlier', fit.at
    from (${isIn}) fit on conflict do nothing`);
}

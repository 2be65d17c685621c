import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { listCarriers } from '../../groups/carriers.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { permit } from '../../policy.ts';
import type { Subject } from '../../subject.ts';
import { forgetPerson } from '../erasing.ts';
import { peoplePolicy } from '../policy.ts';
import { findPersonOf } from '../queries.ts';
import { people } from '../tables.ts';
import { DAYS_AHEAD, isQuiet } from './quiet.ts';
import { peopleForgetting } from './tables.ts';

/** Small enough that nobody waits for its locks. */
const BATCH = 500;

/**
 * Tells organizers of people of whom their group has heard nothing for long, 30 days before they are forgotten; then forgets
 * those whose days are over. Nobody is forgotten of whom organizers were not told.
 */
export async function forgetQuietPeople(ctx: Context, subjects: Subject[], batch = BATCH): Promise<void> {
  await ctx.change((tx) => dropHeardOf(tx, subjects));
  while ((await ctx.change((tx) => announce(tx, ctx, { subjects, batch }))) === batch);
  while ((await ctx.change((tx) => forgetDue(tx, ctx, { subjects, batch }))) === batch);
}

/** An organizer keeps somebody: they are as one who was just seen. */
export async function keepPerson(ctx: Context, slug: string, personId: string): Promise<void> {
  const { group } = await findPersonOf(ctx, slug, personId);
  permit(peoplePolicy, 'correct', group);
  await ctx.change(async (tx) => {
    await tx
      .update(people)
      .set({ lastSeenAt: sql`now()` })
      .where(eq(people.id, personId));
    await tx.delete(peopleForgetting).where(eq(peopleForgetting.personId, personId));
    note(tx, ctx, 'people.kept', { groupId: group.id, id: personId });
  });
}

type Sweep = { subjects: Subject[]; batch: number };

/** Whoever was heard of meanwhile is not to be forgotten any more, nor is anybody of a group that keeps people longer now. */
async function dropHeardOf(tx: Transaction, subjects: Subject[]): Promise<void> {
  await tx.execute(sql`
    delete from ${peopleForgetting} using ${people}, ${groups}
    where ${people.id} = ${peopleForgetting.personId} and ${groups.id} = ${people.groupId}
      and not ${isQuiet(subjects, { ahead: DAYS_AHEAD })}`);
}

async function announce(tx: Transaction, ctx: Context, { subjects, batch }: Sweep): Promise<number> {
  const { rows } = await tx.execute<{ groupId: string }>(sql`
    insert into ${peopleForgetting} (person_id, group_id, due_at)
    select found.id, found.group_id, now() + make_interval(days => ${DAYS_AHEAD}::int)
    from ${groups} cross join lateral (
      select ${people.id}, ${people.groupId} from ${people}
      where ${people.groupId} = ${groups.id} and ${isQuiet(subjects, { ahead: DAYS_AHEAD })}
        and not exists (select from ${peopleForgetting} told where told.person_id = ${people.id})
      order by ${people.lastSeenAt}, ${people.id} limit ${batch}
    ) found
    where ${groups.forgetAfterMonths} is not null
    limit ${batch}
    on conflict do nothing
    returning group_id as "groupId"`);
  for (const [groupId, { length: count }] of Map.groupBy(rows, (one) => one.groupId)) {
    note(tx, null, 'people.forgetting-announced', { groupId }, { count });
    await tellOrganizers(tx, ctx, groupId);
  }
  return rows.length;
}

async function tellOrganizers(tx: Transaction, ctx: Context, groupId: string): Promise<void> {
  const carriers = await listCarriers(tx, groupId, 'see_people');
  await tell(tx, ctx, 'people.forgetting-ahead', ...carriers);
}

async function forgetDue(tx: Transaction, ctx: Context, { subjects, batch }: Sweep): Promise<number> {
  const { rows } = await tx.execute<{ id: string; groupId: string; refuses: boolean }>(sql`
    select ${people.id}, ${people.groupId} as "groupId", ${people.doNotContact} as refuses
    from ${peopleForgetting} join ${people} on ${people.id} = ${peopleForgetting.personId}
      join ${groups} on ${groups.id} = ${people.groupId}
    where ${peopleForgetting.dueAt} <= now() and ${isQuiet(subjects, { ahead: 0 })}
    order by ${people.groupId}, ${people.id} limit ${batch} for update of people skip locked`);
  const ids = rows.map(({ id }) => id);
  for (const { keepCounts } of subjects) if (ids.length > 0) await keepCounts?.(tx, ids);
  for (const { id, groupId, refuses } of rows)
    await forgetPerson(tx, ctx, { id, groupId, actorId: null, no: refuses ? 'meant' : 'if-said' });
  for (const [groupId, { length: count }] of Map.groupBy(rows, (one) => one.groupId))
    note(tx, null, 'people.forgotten', { groupId }, { count });
  return rows.length;
}

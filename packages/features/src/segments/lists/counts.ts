import type { Queryable } from '@groundwork/database';
import { eq, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { findPeopleHolder } from '../../people/queries.ts';
import { people } from '../../people/tables.ts';
import { isLeftBy } from '../conditions.ts';
import { withinTime } from '../time-limit.ts';
import type { Line } from '../lines.ts';
import { viewingOf, savedOf, scopeFor, type Viewing } from '../queries.ts';
import { listPeople, segments } from '../tables.ts';

/** More lines than these are not counted beside each other: planning them takes longer than they are worth. */
const MOST_COUNTED = 60;

/** How many are in each saved segment and on each list: those that can be counted within so many milliseconds. */
export async function countSaved(ctx: Context, slug: string, milliseconds: number) {
  const group = await findPeopleHolder(ctx, slug);
  const count = (work: (tx: Queryable) => Promise<Counted[]>) => withinTime(ctx, milliseconds, work);
  const [onLists, inSegments] = await Promise.all([
    count((tx) => countLists(tx, group.id)),
    count((tx) => countSegments(tx, viewingOf(group))),
  ]);
  return [...(onLists ?? []), ...(inSegments ?? [])];
}

type Counted = { id: string; count: number };

function countLists(tx: Queryable, groupId: string): Promise<Counted[]> {
  return tx
    .select({ id: listPeople.listId, count: sql<number>`count(*)::int` })
    .from(listPeople)
    .where(eq(listPeople.groupId, groupId))
    .groupBy(listPeople.listId);
}

async function countSegments(tx: Queryable, viewing: Viewing): Promise<Counted[]> {
  const { groupId } = viewing;
  const rows = await tx
    .select({ id: segments.id, lines: segments.lines })
    .from(segments)
    .where(eq(segments.groupId, groupId))
    .orderBy(sql`lower(${segments.name})`);
  const counted = firstOf(rows);
  if (counted.length === 0) return [];
  const saved = await savedOf({ db: tx }, groupId);
  const single = [...saved.values()].flat().filter(({ who }) => who.is !== 'within');
  const scope = { ...(await scopeFor({ db: tx }, viewing, single)), saved };
  const counts: SQL[] = counted.map(({ lines }) => sql`count(*) filter (where ${isLeftBy(lines, scope)})`);
  const answer = await tx.execute<{ counts: string[] }>(
    sql`select array[${sql.join(counts, sql`, `)}] as counts from ${people} where ${people.groupId} = ${groupId}`,
  );
  return counted.map(({ id }, index) => ({ id, count: Number(answer.rows[0]?.counts[index] ?? 0) }));
}

function firstOf<Row extends { lines: Line[] }>(rows: Row[]): Row[] {
  let lineCount = 0;
  return rows.filter(({ lines }) => {
    // A line that stands on another segment is as long as that.
    lineCount += lines.reduce((sum, { who }) => sum + (who.is === 'within' ? 10 : 1), 0);
    return lineCount <= MOST_COUNTED;
  });
}

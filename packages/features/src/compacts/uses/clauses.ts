import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { Conflict } from '../../errors.ts';
import { groups } from '../../groups/tables.ts';
import type { Clause, LetterField } from '../bounds.ts';
import type { SeenCompact, SeenVersion } from '../queries.ts';
import { compacts, compactUses } from '../tables.ts';

type Sought = { terms: SeenVersion; fields: LetterField[]; useId?: string };

/** What counts for the year: asked for, agreed to, or gone out, in whole or in part. */
const COUNTED = ['asked', 'agreed', 'sent', 'stopped'] as const;

/**
 * By what of the terms a use is refused that is asked for now, under the lock of the agreement; null: it is not. `useId` is one that
 * takes its own place. Counted is each 365 days up to the moment when it would go out.
 */
export async function findBroken(
  tx: Transaction,
  { id, ...compact }: SeenCompact,
  { terms, fields, useId }: Sought,
): Promise<Clause | null> {
  const over = overBy(compact);
  if (over) return over;
  const goesAt = sql`(now() + make_interval(hours => ${terms.noticeHours}::int))`;
  const isCounted = and(
    eq(compactUses.compactId, id),
    eq(compactUses.kind, 'letter'),
    inArray(compactUses.state, [...COUNTED]),
    sql`${compactUses.goesAt} > ${goesAt} - interval '365 days'`,
    useId === undefined ? undefined : ne(compactUses.id, useId),
  );
  const [found] = await tx
    .select({
      isBeyondEnd: sql<boolean>`coalesce(${goesAt} >= ${compacts.endsAt}, false)`,
      isBeyondUntil: sql<boolean>`(${goesAt} at time zone ${groups.timeZone})::date > ${terms.until}::date`,
    })
    .from(compacts)
    .innerJoin(groups, eq(groups.id, compacts.groupId))
    .where(eq(compacts.id, id));
  if (found?.isBeyondEnd) return 'ended';
  if (found?.isBeyondUntil) return 'until';
  if (fields.some((field) => !terms.fields.includes(field))) return 'fields';
  return (await tx.$count(compactUses, isCounted)) >= terms.mostAYear ? 'most-a-year' : null;
}

/** By what an agreement is over, if it is. */
export function overBy({ isRunning, hasEnded }: Pick<SeenCompact, 'isRunning' | 'hasEnded'>) {
  if (isRunning) return null;
  return hasEnded ? 'ended' : 'until';
}

/** What was agreed last, in force or not; before there is any, there is nothing to be refused by. */
export function lastAgreed({ agreed }: Pick<SeenCompact, 'agreed'>): SeenVersion {
  if (!agreed) throw new Conflict('compacts.not-in-force');
  return agreed;
}

/** The refusal that names what of the terms a use is outside of. */
export function outsideOf(clause: Clause, { mostAYear, noticeHours }: SeenVersion): Conflict {
  return new Conflict(`compacts.clause.${clause}`, { count: mostAYear, hours: noticeHours });
}

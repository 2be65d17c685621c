import type { Transaction } from '@groundwork/database';
import { and, eq, isNull, lt, or, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { trySpend, type Limit } from '../limits/limits.ts';
import { enoughMarks } from '../mailings/marks/marking.ts';
import { people } from '../people/tables.ts';
import { withinTime } from '../segments/time-limit.ts';
import { BUDGETED_FROM, saidCount } from './budget.ts';
import type { SeenComposition } from './queries.ts';
import { fateOf, isChosen } from './reach.ts';
import { compositionBudgets } from './tables.ts';

/** So many numbers a day are worked out for a group, whatever it asks about: each is drawn anew, and many would wear the lot out. */
const ESTIMATES: Limit = { name: 'compositions.estimates', count: 12, minutes: 24 * 60 };
/** Within this time a mailing's number stays what it was, whatever is changed about whom it is for. */
const HOUR = sql`interval '1 hour'`;
const MOST_MS = 10_000;

/** What may be said of those whom a budget passes over: down to the ten, null for fewer; and when that was worked out. */
export type Estimate = { count: number | null; at: Date };

/**
 * How many of those that a composition goes to now the budgets pass over. Worked out once an hour for each mailing and some times
 * a day for each group; in between it is what it was. Null: it is not known.
 */
export async function estimatePassedOver(
  ctx: Context,
  composition: SeenComposition,
): Promise<Estimate | null> {
  const { id, groupId, budgets, lines } = composition;
  if (budgets.length === 0 || lines === null) return null;
  const known = await readEstimate(ctx, id);
  if (known?.isFresh) return known;
  // Spent before anything is counted, and by each who asks at the same time.
  if ((await trySpend(ctx, { limit: ESTIMATES, key: groupId })) !== null) return known;
  const counted = await withinTime(ctx, MOST_MS, async (tx) =>
    (await claim(tx, composition)) ? keepEstimate(tx, id, await countOf(ctx, tx, composition)) : null,
  );
  return counted ?? readEstimate(ctx, id);
}

async function readEstimate({ db }: Pick<Context, 'db'>, id: string) {
  const [known] = await db
    .select({
      count: compositionBudgets.estimate,
      at: compositionBudgets.estimatedAt,
      isFresh: sql<boolean>`${compositionBudgets.estimatedAt} > now() - ${HOUR}`,
    })
    .from(compositionBudgets)
    .where(eq(compositionBudgets.compositionId, id));
  return known?.at ? { ...known, at: known.at } : null;
}

/** Of several who ask at once one counts: the others wait for its row, and find it fresh. */
async function claim(tx: Transaction, { id, groupId }: SeenComposition): Promise<boolean> {
  const row = { compositionId: id, groupId, estimatedAt: sql`now()` };
  const isOld = lt(compositionBudgets.estimatedAt, sql`now() - ${HOUR}`);
  const claimed = await tx
    .insert(compositionBudgets)
    .values(row)
    .onConflictDoUpdate({
      target: compositionBudgets.compositionId,
      set: { estimatedAt: sql`now()` },
      setWhere: or(isNull(compositionBudgets.estimatedAt), isOld),
    })
    .returning({ id: compositionBudgets.compositionId });
  return claimed.length > 0;
}

async function keepEstimate(tx: Transaction, id: string, count: number): Promise<Estimate> {
  const estimate = saidCount(count);
  const [kept] = await tx
    .update(compositionBudgets)
    .set({ estimate })
    .where(eq(compositionBudgets.compositionId, id))
    .returning({ at: compositionBudgets.estimatedAt });
  return { count: estimate, at: kept?.at ?? new Date() };
}

/** One query, however many there are: whom it goes to, and of these who had enough. */
async function countOf(ctx: Context, tx: Transaction, composition: SeenComposition): Promise<number> {
  const { groupId, budgets } = composition;
  const isOne = and(
    eq(people.groupId, groupId),
    await isChosen(tx, composition),
    sql`${fateOf(composition)} is null`,
  );
  const { joined, isEnough } = enoughMarks(ctx, budgets);
  const { rows } = await tx.execute<{ all: number; enough: number }>(sql`
    select count(*)::int as all, (count(*) filter (where ${isEnough}))::int as enough
    from ${people} ${joined} where ${isOne}`);
  const [counted] = rows;
  return counted && counted.all >= BUDGETED_FROM ? counted.enough : 0;
}

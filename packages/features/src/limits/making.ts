import type { Transaction } from '@groundwork/database';
import { inArray } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { QuotaReached } from '../errors.ts';
import { askOf, waitsFor, type Spend } from './limits.ts';
import { limitsOf, type QuotaName } from './quotas.ts';
import { columnsOf, type SpendColumns } from './statement.ts';
import { allowances } from './tables.ts';

/** What is made, and how much of it; 1 of each that is only named. */
type Made = QuotaName | Partial<Record<QuotaName, number>>;
type Whose = { per: 'account' | 'group'; subjectId: string };

/**
 * Counts that the viewer makes something, in the transaction that makes it, so that what is rolled back was not made.
 * Throws QuotaReached, with the minutes until the next, when it is more than their account or the group may make, and
 * more than a steward of the site allowed on top. Once per transaction, and before what many wait for.
 */
export async function spendQuota(ctx: Context, tx: Transaction, made: Made, groupId?: string): Promise<void> {
  const whose: Whose[] = [{ per: 'account', subjectId: ctx.viewer.id }];
  if (groupId) whose.push({ per: 'group', subjectId: groupId });
  const spends = whose.flatMap((one) => spendsOf(one, typeof made === 'string' ? { [made]: 1 } : made));
  const refused = await refusedOf(ctx, tx, spends);
  if (refused.length === 0) return;
  const [first] = await refusedOf(ctx, tx, await raise(tx, refused));
  if (first) throw new QuotaReached(first.per, first.minutes);
}

/**
 * The same of one thing that only accounts are held to, as the columns of a statement that spends within itself. Where
 * that is refused, `spendQuota` decides: it knows what was allowed on top.
 */
export function quotaColumns({ settings, viewer }: Context, made: QuotaName): SpendColumns {
  const spends = spendsOf({ per: 'account', subjectId: viewer.id }, { [made]: 1 });
  return columnsOf(spends.map((one) => [askOf(settings.secret, one)]));
}

type QuotaSpend = Spend & Whose;

function spendsOf(whose: Whose, costs: Partial<Record<QuotaName, number>>): QuotaSpend[] {
  return Object.entries(costs).flatMap(([name, cost]) =>
    limitsOf(name as QuotaName, whose.per).map((limit) => ({ ...whose, limit, key: whose.subjectId, cost })),
  );
}

/** Those that were not let through, the longest wait first. */
async function refusedOf(ctx: Context, tx: Transaction, spends: QuotaSpend[]) {
  const waits = await waitsFor(ctx, spends, tx);
  const refused = spends.flatMap((one, place) => {
    const minutes = waits[place];
    return minutes ? [{ ...one, minutes }] : [];
  });
  return refused.sort((one, other) => other.minutes - one.minutes);
}

/** What was allowed on top is looked up only when it is needed, which is seldom. */
async function raise(tx: Transaction, spends: QuotaSpend[]): Promise<QuotaSpend[]> {
  const subjects = spends.map(({ subjectId }) => subjectId);
  const given = await tx.select().from(allowances).where(inArray(allowances.subjectId, subjects));
  return spends.map((one) => {
    const times = given.find(({ subjectId }) => subjectId === one.subjectId)?.times ?? 1;
    return { ...one, limit: { ...one.limit, count: one.limit.count * times } };
  });
}

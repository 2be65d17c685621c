import type { Transaction } from '@groundwork/database';
import type { House } from '../context.ts';
import { TooMany } from '../errors.ts';
import { limitKey } from './keys.ts';
import { spendTogether } from './rounds.ts';
import { spendAll, type SpendRequest } from './statement.ts';

/**
 * So many within so many minutes: all at once, or one after another, each free again `minutes / count` after the one
 * before (GCRA, the generic cell rate algorithm of ATM Forum TM 4.0). `name` is unlike any other limit's and stays: it
 * is part of what is counted.
 */
export type Limit = { name: string; count: number; minutes: number };

/** `key` says whom it counts: an address, an account's id. Only a keyed hash of it is kept. `cost` is 1 unless told. */
export type Spend = { limit: Limit; key: string; cost?: number };

export type Ground = Pick<House, 'db' | 'settings'>;

/**
 * Spends of one limit or several; throws TooMany, with the minutes until it is worth trying again, unless all let it
 * through. In a transaction, a rollback gives back what was spent, and others who spend the same key wait for its end:
 * so what everyone shares (a site's ceiling) is spent outside. Several in one transaction go in one call, and a limit
 * is spent either always inside or always outside: then nobody waits for each other.
 */
export async function spend(ground: Ground, spends: Spend | Spend[], tx?: Transaction): Promise<void> {
  const minutes = await trySpend(ground, spends, tx);
  if (minutes !== null) throw new TooMany(minutes);
}

/**
 * The same, answering null when all let it through, else the minutes until it is worth trying again. What some let
 * through is spent even when others did not.
 */
export async function trySpend(
  ground: Ground,
  spends: Spend | Spend[],
  tx?: Transaction,
): Promise<number | null> {
  return longest(await waitsFor(ground, [spends].flat(), tx));
}

/** The same, answering for each by itself: null when it was let through. */
export async function waitsFor(
  { db, settings }: Ground,
  spends: Spend[],
  tx?: Transaction,
): Promise<(number | null)[]> {
  const asks = spends.map((one) => askOf(settings.secret, one));
  const outcomes = tx ? await spendAll(tx, asks) : await spendTogether(db, asks);
  return outcomes.map(({ isGranted, seconds }) => (isGranted ? null : Math.max(1, Math.ceil(seconds / 60))));
}

function longest(waits: (number | null)[]): number | null {
  const refusals = waits.filter((wait) => wait !== null);
  return refusals.length === 0 ? null : Math.max(...refusals);
}

/** What a statement asks of the table. What costs more than there is ever room for takes all of it. */
export function askOf(secret: string, { limit, key, cost = 1 }: Spend): SpendRequest {
  const { name, count, minutes } = limit;
  return {
    key: limitKey(secret, name, key),
    count,
    cost: Math.min(cost, count),
    secondsEach: (minutes * 60) / count,
  };
}

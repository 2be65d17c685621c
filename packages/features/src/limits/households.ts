import { neighbourhoodsOf } from './addresses.ts';
import { trySpend, type Ground, type Limit, type Spend } from './limits.ts';

/** What one knock from an address spends: its household's limit, then that of the households around it. */
export function householdSpends(limit: Limit, address: string): Spend[] {
  return neighbourhoodsOf(address).map(({ key, size }) => ({
    limit: { ...limit, count: limit.count * size },
    key,
  }));
}

/**
 * How many minutes to wait, or null. One after the other: whom a smaller one refuses takes nothing from the neighbours.
 */
export async function waitInTurn(ground: Ground, spends: Spend[]): Promise<number | null> {
  for (const one of spends) {
    const minutes = await trySpend(ground, one);
    if (minutes !== null) return minutes;
  }
  return null;
}

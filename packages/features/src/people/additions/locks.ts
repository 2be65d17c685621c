import type { Transaction } from '@groundwork/database';
import { lockPhones } from '../phones.ts';
import { lockSuppressions } from '../suppressions.ts';

/**
 * Until this transaction ends, nobody else adds people to this group by their numbers and nobody is erased from it. Before
 * any row is touched, and in the order in which lists lock the same: so no two wait for each other.
 */
export async function lockAdding(tx: Transaction, groupId: string): Promise<void> {
  await lockPhones(tx, groupId);
  await lockSuppressions(tx, groupId);
}

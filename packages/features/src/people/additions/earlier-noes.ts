import type { Transaction } from '@groundwork/database';
import type { House } from '../../context.ts';
import { findSuppressed } from '../suppressions.ts';
import { consents } from '../tables.ts';

/**
 * Whoever said no to the group's mail and was erased has said no also as somebody new: that is written down with them, and
 * nobody else's word makes a yes of it. Whether there was such a no. After lockAdding.
 */
export async function keepEarlierNo(
  tx: Transaction,
  house: House,
  { groupId, id: personId, email }: { groupId: string; id: string; email: string },
): Promise<boolean> {
  const saidAt = (await findSuppressed(tx, house, { groupId, addresses: [email] })).get(email);
  if (saidAt === undefined) return false;
  const no = { groupId, personId, way: 'email', purpose: 'updates', given: 'no', how: 'earlier' } as const;
  await tx
    .insert(consents)
    .values({ ...no, at: new Date(saidAt) })
    .onConflictDoNothing();
  return true;
}

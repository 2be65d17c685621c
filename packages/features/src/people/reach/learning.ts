import type { Transaction } from '@groundwork/database';
import { personAddresses } from '../tables.ts';

type Whose = { personId: string; groupId: string };

/** A postcode that somebody gave with a deed of theirs, or on paper. What was known of where they live stays. Answers whether it came. */
export async function learnPostcode(
  tx: Transaction,
  { personId, groupId }: Whose,
  postcode: string,
): Promise<boolean> {
  const learnt = await tx
    .insert(personAddresses)
    .values({ personId, groupId, postcode })
    .onConflictDoNothing({ target: personAddresses.personId });
  return learnt.rowCount === 1;
}

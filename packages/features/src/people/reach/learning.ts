import type { Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import { personAddresses } from '../tables.ts';

type Whose = { personId: string; groupId: string };

/** A postcode that somebody gave with a deed of theirs, whose mailbox is proven. What was known of where they live stays. */
export async function learnPostcode(
  tx: Transaction,
  { personId, groupId }: Whose,
  postcode: string,
): Promise<void> {
  await tx
    .insert(personAddresses)
    .values({ personId, groupId, postcode })
    .onConflictDoUpdate({
      target: personAddresses.personId,
      set: { postcode },
      setWhere: sql`${personAddresses.postcode} is null and ${personAddresses.street} is null and ${personAddresses.city} is null`,
    });
}

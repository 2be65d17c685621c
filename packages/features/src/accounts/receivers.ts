import type { Queryable } from '@groundwork/database';
import { and, eq, not } from 'drizzle-orm';
import { isSuspended } from './queries.ts';
import { accounts } from './tables.ts';

/** An account as a notice reaches it, among the columns of a query. */
export const accountReceiver = {
  account: accounts.id,
  email: accounts.email,
  language: accounts.language,
  timeZone: accounts.timeZone,
};

/** One account as a notice reaches it; nobody, where it may not come in. */
export async function findReceiver(db: Queryable, accountId: string) {
  const [receiver] = await db
    .select(accountReceiver)
    .from(accounts)
    .where(and(eq(accounts.id, accountId), not(isSuspended(accounts.id))));
  return receiver;
}

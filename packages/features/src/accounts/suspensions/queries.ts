import type { Queryable } from '@groundwork/database';
import { eq, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { Refusal } from '../../errors.ts';
import { accountSuspensions } from './tables.ts';

/** The condition "the account in this column is suspended". */
export function isSuspended(accountId: AnyPgColumn): SQL<boolean> {
  return sql<boolean>`exists (select from ${accountSuspensions} shut where shut.account_id = ${accountId})`;
}

/** Throws 403 (accounts.suspended): said to the owner only, who has shown that they are. */
export async function refuseSuspended(db: Queryable, accountId: string): Promise<void> {
  if (await findSuspension(db, accountId)) throw new Refusal(403, { code: 'accounts.suspended' });
}

/** Why and since when an account is suspended, or null. */
export async function findSuspension(db: Queryable, accountId: string) {
  const [suspension] = await db
    .select({ reason: accountSuspensions.reason, suspendedAt: accountSuspensions.suspendedAt })
    .from(accountSuspensions)
    .where(eq(accountSuspensions.accountId, accountId));
  return suspension ?? null;
}

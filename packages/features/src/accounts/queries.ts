import type { Queryable } from '@groundwork/database';
import { desc, eq, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../context.ts';
import { NotFound, Refusal } from '../errors.ts';
import { accounts, accountSuspensions, emailChanges, sessions } from './tables.ts';

const MOST_SESSIONS = 100;

/** The viewer's own account. */
export async function findOwnAccount({ db, viewer }: Context) {
  const [account] = await db
    .select({
      id: accounts.id,
      name: accounts.name,
      email: accounts.email,
      newEmail: sql<
        string | null
      >`case when ${emailChanges.expiresAt} > now() then ${emailChanges.email} end`,
      language: accounts.language,
      timeZone: accounts.timeZone,
      createdAt: accounts.createdAt,
    })
    .from(accounts)
    .leftJoin(emailChanges, eq(emailChanges.accountId, accounts.id))
    .where(eq(accounts.id, viewer.id));
  if (!account) throw new NotFound('account');
  return account;
}

/** The viewer's own browsers that are signed in, last used first. */
export async function listOwnSessions({ db, viewer }: Context) {
  return db
    .select({
      key: sessions.key,
      createdAt: sessions.createdAt,
      lastSeenOn: sessions.lastSeenOn,
      isThisOne: sql<boolean>`${sessions.id} = ${viewer.sessionId}`,
    })
    .from(sessions)
    .where(
      sql`${sessions.accountId} = ${viewer.id} and ${sessions.expiresAt} > now()
      and ${sessions.createdAt} > now() - interval '90 days'`,
    )
    .orderBy(desc(sessions.lastSeenOn), desc(sessions.createdAt))
    .limit(MOST_SESSIONS);
}

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

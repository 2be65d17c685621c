import { desc, eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { emailChanges } from './emails/tables.ts';
import { accounts, sessions } from './tables.ts';

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

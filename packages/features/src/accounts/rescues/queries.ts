import { eq, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import type { House } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isSuspended } from '../queries.ts';
import { accounts, sessions, siteStewards } from '../tables.ts';

/** One account in short, for whoever runs the server and was asked for help: no names, no groups. Throws NotFound. */
export async function findAccountSummary({ db }: Pick<House, 'db'>, email: string) {
  const [account] = await db
    .select({
      id: accounts.id,
      createdAt: accounts.createdAt,
      language: accounts.language,
      isSuspended: isSuspended(accounts.id),
      isSiteSteward: sql<boolean>`${siteStewards.accountId} is not null`,
      sessionCount: sql<number>`(select count(*)::int from ${sessions} where ${sessions.accountId} = ${accounts.id})`,
      lastSeenOn: sql<
        string | null
      >`(select max(${sessions.lastSeenOn})::text from ${sessions} where ${sessions.accountId} = ${accounts.id})`,
    })
    .from(accounts)
    .leftJoin(siteStewards, eq(siteStewards.accountId, accounts.id))
    .where(eq(accounts.email, asStored(email)));
  if (!account) throw new NotFound('account');
  return account;
}

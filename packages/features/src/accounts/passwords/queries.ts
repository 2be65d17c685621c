import { and, eq, gt, sql } from 'drizzle-orm';
import type { Queryable } from '@groundwork/database';
import { hashToken } from '../../site/tokens.ts';
import { LinkEnded } from '../links.ts';
import { accounts } from '../tables.ts';
import { passwordResets } from './tables.ts';

/** Whose password the holder of this link may set. */
export async function findReset({ db }: { db: Queryable }, token: string) {
  const [reset] = await db
    .select({ email: accounts.email, id: accounts.id, name: accounts.name })
    .from(passwordResets)
    .innerJoin(accounts, eq(accounts.id, passwordResets.accountId))
    .where(isUsable(token));
  if (!reset) throw new LinkEnded();
  return reset;
}

export function isUsable(token: string) {
  return and(eq(passwordResets.tokenHash, hashToken(token)), gt(passwordResets.expiresAt, sql`now()`));
}

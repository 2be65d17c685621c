import { and, eq, gt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { hashToken } from '../../site/tokens.ts';
import { LinkEnded } from '../links.ts';
import { emailChanges } from '../tables.ts';

/** The new email that the holder of this link may prove. */
export async function findEmailChange({ db }: Context, token: string) {
  const [change] = await db.select({ email: emailChanges.email }).from(emailChanges).where(isAsked(token));
  if (!change) throw new LinkEnded();
  return change;
}

export function isAsked(token: string) {
  return and(eq(emailChanges.tokenHash, hashToken(token)), gt(emailChanges.expiresAt, sql`now()`));
}

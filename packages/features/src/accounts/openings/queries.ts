import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { hashToken } from '../../site/tokens.ts';
import { LinkEnded } from '../links.ts';
import { accounts, siteStewards } from '../tables.ts';
import { accountOpenings } from './tables.ts';

/** The account that the holder of this link asked for. */
export async function findOpening({ db }: Context, token: string) {
  const [opening] = await db
    .select({ name: accountOpenings.name, email: accountOpenings.email, intent: accountOpenings.intent })
    .from(accountOpenings)
    .where(isOpen(token));
  if (!opening) throw new LinkEnded();
  return { ...opening, intent: opening.intent?.deed ?? null };
}

/** The clock of whoever looks after the site: the best guess for someone who did not say where they are. */
export async function findHomeZone({ db }: Context): Promise<string> {
  const [first] = await db
    .select({ timeZone: accounts.timeZone })
    .from(siteStewards)
    .innerJoin(accounts, eq(accounts.id, siteStewards.accountId))
    .orderBy(asc(siteStewards.grantedAt))
    .limit(1);
  return first?.timeZone ?? 'UTC';
}

export function isOpen(token: string) {
  return and(eq(accountOpenings.tokenHash, hashToken(token)), gt(accountOpenings.expiresAt, sql`now()`));
}

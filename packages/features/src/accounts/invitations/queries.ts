import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { hashToken } from '../../site/tokens.ts';
import { LinkEnded } from '../links.ts';
import { accountInvitations } from './tables.ts';

/** The invitation behind a link that can still be used. */
export async function findUsableInvitation({ db }: Context, token: string) {
  const [invitation] = await db
    .select({ id: accountInvitations.id, email: accountInvitations.email })
    .from(accountInvitations)
    .where(
      and(
        eq(accountInvitations.tokenHash, hashToken(token)),
        isNull(accountInvitations.usedAt),
        gt(accountInvitations.expiresAt, sql`now()`),
      ),
    );
  if (!invitation) throw new LinkEnded();
  return invitation;
}

const newestFirst = keyset('desc', accountInvitations.madeAt, accountInvitations.id);

/** The site's invitations, newest first. */
export async function listAccountInvitations({ db }: Context, { after, limit = 20 }: PageQuery) {
  const rows = await db
    .select({
      id: accountInvitations.id,
      email: accountInvitations.email,
      madeAt: accountInvitations.madeAt,
      expiresAt: accountInvitations.expiresAt,
      usedAt: accountInvitations.usedAt,
      cursor: newestFirst.cursor,
    })
    .from(accountInvitations)
    .where(newestFirst.after(after))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

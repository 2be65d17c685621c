import { and, desc, eq, isNull, not, sql } from 'drizzle-orm';
import { isSuspended } from '../../accounts/suspensions/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { pageOf, readCursor, type PageQuery } from '../../paging.ts';
import { hashToken } from '../../site/tokens.ts';
import { shownName } from '../members/queries.ts';
import { groupPolicy } from '../policy.ts';
import { card, findGroup, ownMembership } from '../queries.ts';
import { groupBans, groupInvitations, groups, memberships } from '../tables.ts';

/** What a token opens, or NotFound: it was revoked, never was, or its holder is banned from that group. */
export async function findInvitation({ db, viewer }: Context, token: string) {
  const [invitation] = await db
    .select({ id: groupInvitations.id, state, group: { ...card, myRole: memberships.role } })
    .from(groupInvitations)
    .innerJoin(groups, eq(groups.id, groupInvitations.groupId))
    .leftJoin(memberships, ownMembership(viewer))
    .where(
      and(
        eq(groupInvitations.tokenHash, hashToken(token)),
        isNull(groups.hiddenAt),
        not(isSuspended(groupInvitations.madeBy)),
        sql`not exists (select from ${groupBans} ban where ban.group_id = ${groups.id} and ban.account_id = ${viewer.id})`,
      ),
    );
  if (!invitation) throw new NotFound('invitation');
  return invitation;
}

/** A group's invitations, newest first; for those who manage its members. */
export async function listInvitations(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.manageMembers(group)) throw new NotFound('invitations');
  const cursor = readCursor(after, 2);
  const rows = await ctx.db
    .select({ ...row, state })
    .from(groupInvitations)
    .leftJoin(accounts, eq(accounts.id, groupInvitations.madeBy))
    .leftJoin(
      memberships,
      and(eq(memberships.groupId, group.id), eq(memberships.accountId, groupInvitations.madeBy)),
    )
    .where(
      and(
        eq(groupInvitations.groupId, group.id),
        cursor
          ? sql`(${groupInvitations.madeAt}, ${groupInvitations.id}) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(groupInvitations.madeAt), desc(groupInvitations.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ cursorAt, id }) => [cursorAt, id]);
}

const state = sql<'open' | 'expired' | 'used-up'>`case
  when ${groupInvitations.expiresAt} <= now() then 'expired'
  when ${groupInvitations.useCount} >= ${groupInvitations.useLimit} then 'used-up'
  else 'open' end`;

const row = {
  id: groupInvitations.id,
  madeByName: shownName(),
  madeAt: groupInvitations.madeAt,
  expiresAt: groupInvitations.expiresAt,
  useLimit: groupInvitations.useLimit,
  useCount: groupInvitations.useCount,
  cursorAt: sql<string>`${groupInvitations.madeAt}::text`,
};

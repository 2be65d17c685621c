import type { Queryable } from '@groundwork/database';
import { and, eq, isNotNull, isNull, not, sql, type SQL } from 'drizzle-orm';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context, Viewer } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { findSite } from '../../site/queries.ts';
import { hashToken } from '../../site/tokens.ts';
import { groupPolicy } from '../policy.ts';
import { cardColumns, findGroup, isFrozen } from '../queries.ts';
import { shownName, standing, standingOf } from '../standing.ts';
import { groupBans, groups } from '../tables.ts';
import { groupInvitationAddressees, groupInvitations } from './tables.ts';
import type { InvitationQuery } from './contract.ts';

/** What a token opens, or NotFound: it was revoked, never was, or its holder is banned from that group. */
export function findInvitation(ctx: Context, token: string) {
  return findOne(ctx, eq(groupInvitations.tokenHash, hashToken(token)));
}

/** The same for who showed the token before. */
export function findInvitationById(ctx: Asker, id: string) {
  return findOne(ctx, eq(groupInvitations.id, id));
}

export type Invitation = Awaited<ReturnType<typeof findInvitation>>;

/** Whether it lets a new person open an account: of a group that someone vouched for, also where these are by invitation. */
export async function opensAccounts({ db }: Context, { group }: Pick<Invitation, 'group'>): Promise<boolean> {
  const { opening } = await findSite({ db });
  return opening === 'anyone' || (opening === 'invited' && group.isVouched);
}

type Asker = { db: Queryable; viewer: Viewer };

async function findOne({ db, viewer }: Asker, isIt: SQL) {
  const [invitation] = await db
    .select({
      id: groupInvitations.id,
      madeBy: groupInvitations.madeBy,
      state,
      addressee: { email: groupInvitationAddressees.email, role: groupInvitationAddressees.role },
      group: { ...cardColumns, myRole: standing.role, isVouched, isFrozen },
    })
    .from(groupInvitations)
    .innerJoin(groups, eq(groups.id, groupInvitations.groupId))
    .leftJoin(groupInvitationAddressees, eq(groupInvitationAddressees.invitationId, groupInvitations.id))
    .leftJoin(...standingOf(viewer.id))
    .where(
      and(
        isIt,
        isNull(groups.hiddenAt),
        not(isSuspended(groupInvitations.madeBy)),
        sql`not exists (select from ${groupBans} ban where ban.group_id = ${groups.id} and ban.account_id = ${viewer.id})`,
      ),
    );
  if (!invitation) throw new NotFound('invitation');
  return invitation;
}

/** A group's links, or its invitations by mail that nobody used yet, newest first; for those who manage its members. */
export async function listInvitations(
  ctx: Context,
  slug: string,
  { after, limit = 20, isMailed = false }: InvitationQuery,
) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.manageMembers(group)) throw new NotFound('invitations');
  const rows = await ctx.db
    .select({ ...row, state })
    .from(groupInvitations)
    .leftJoin(groupInvitationAddressees, eq(groupInvitationAddressees.invitationId, groupInvitations.id))
    .leftJoin(accounts, eq(accounts.id, groupInvitations.madeBy))
    .leftJoin(...standingOf(groupInvitations.madeBy, group.id))
    .where(
      and(
        eq(groupInvitations.groupId, group.id),
        isMailed ? isWaiting : isNull(groupInvitationAddressees.email),
        newestFirst.after(after),
      ),
    )
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

const state = sql<'open' | 'expired' | 'used-up'>`case
  when ${groupInvitations.expiresAt} <= now() or ${groupInvitations.madeBy} is null then 'expired'
  when ${groupInvitations.useCount} >= ${groupInvitations.useLimit} then 'used-up'
  else 'open' end`;

const isWaiting = and(isNotNull(groupInvitationAddressees.email), eq(groupInvitations.useCount, 0));
const isVouched = sql<boolean>`${groups.vouchedAt} is not null`;

const newestFirst = keyset('desc', groupInvitations.madeAt, groupInvitations.id);

const row = {
  id: groupInvitations.id,
  madeByName: shownName(),
  madeAt: groupInvitations.madeAt,
  expiresAt: groupInvitations.expiresAt,
  useLimit: groupInvitations.useLimit,
  useCount: groupInvitations.useCount,
  addressee: { email: groupInvitationAddressees.email, role: groupInvitationAddressees.role },
  cursor: newestFirst.cursor,
};

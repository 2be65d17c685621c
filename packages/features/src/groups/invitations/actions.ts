import { newId, type Transaction } from '@groundwork/database';
import { and, eq, gt, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { hashToken, newToken } from '../../site/tokens.ts';
import { changeGroup } from '../locks.ts';
import { addMember } from '../members/actions.ts';
import { groupInvitationAddressees, groupInvitations } from './tables.ts';
import type { NewInvitation } from './contract.ts';
import { endInvitations } from './ending.ts';
import { findInvitation, findInvitationById, type Invitation } from './queries.ts';

/** Makes a link that lets whoever holds it in. The token is given out this once; only its hash is kept. */
export async function makeInvitation(ctx: Context, slug: string, { days, useLimit }: NewInvitation) {
  const token = newToken();
  return changeGroup(ctx, slug, 'invite', async (tx, group) => {
    await spendQuota(ctx, tx, 'invitations', group.id);
    const id = newId();
    const expiresAt = new Date(Date.now() + days * 86_400_000);
    await tx.insert(groupInvitations).values({
      id,
      groupId: group.id,
      tokenHash: hashToken(token),
      madeBy: ctx.viewer.id,
      expiresAt,
      useLimit: useLimit ?? null,
    });
    note(tx, ctx, 'groups.invitation-made', { groupId: group.id, id });
    return { id, url: `${ctx.settings.publicUrl}/invitations/${token}`, expiresAt };
  });
}

/** The link opens nothing from now on. */
export async function revokeInvitation(ctx: Context, slug: string, id: string): Promise<void> {
  await changeGroup(ctx, slug, 'manageMembers', async (tx, group) => {
    const revoked = await endInvitations(tx, group.id, eq(groupInvitations.id, id));
    if (revoked.length === 0) throw new NotFound('invitation');
    note(tx, ctx, 'groups.invitation-revoked', { groupId: group.id, id });
  });
}

/**
 * The viewer comes in by an invitation, and learns into which group. Whoever is already in costs no use of it. Many at
 * once never exceed its limit; over it, or after its time, it is refused (409 groups.invitation-over).
 */
export async function acceptInvitation(ctx: Context, token: string): Promise<{ slug: string }> {
  return accept(ctx, await findInvitation(ctx, token));
}

/** The same for whom it was kept, by its id, until they were signed in. */
export async function acceptInvitationById(ctx: Context, id: string): Promise<void> {
  await accept(ctx, await findInvitationById(ctx, id));
}

async function accept(ctx: Context, invitation: Invitation) {
  const { group } = invitation;
  if (group.myRole !== null) return group;
  await ctx.change((tx) => enterBy(tx, invitation, ctx.viewer));
  return group;
}

/**
 * Makes an account a member by an invitation, in the caller's transaction. The role it gives is for the mailbox that it
 * was mailed to: to whomever it is passed on, it makes a member.
 */
export async function enterBy(
  tx: Transaction,
  { id, group, addressee }: Invitation,
  account: { id: string; email: string },
): Promise<void> {
  const role = addressee?.email === account.email ? addressee.role : 'member';
  const isNew = await addMember(tx, { groupId: group.id, accountId: account.id, way: 'invited', role });
  if (!isNew) return;
  await useInvitation(tx, id);
  note(tx, account.id, 'groups.invitation-accepted', { groupId: group.id, id });
}

/** Forgets links that ended more than `days` ago, and sooner those that name a mailbox. */
export async function forgetEndedInvitations({ db }: Context, days = 90, mailedDays = 30): Promise<void> {
  const isMailed = sql`exists (select from ${groupInvitationAddressees} addressee
    where addressee.invitation_id = ${groupInvitations.id})`;
  await db
    .delete(groupInvitations)
    .where(
      lt(
        groupInvitations.expiresAt,
        sql`now() - make_interval(days => case when ${isMailed} then ${mailedDays}::int else ${days}::int end)`,
      ),
    );
}

async function useInvitation(tx: Transaction, id: string) {
  const isLeft = or(
    isNull(groupInvitations.useLimit),
    lt(groupInvitations.useCount, groupInvitations.useLimit),
  );
  const used = await tx
    .update(groupInvitations)
    .set({ useCount: sql`${groupInvitations.useCount} + 1` })
    .where(
      and(
        eq(groupInvitations.id, id),
        isNotNull(groupInvitations.madeBy),
        gt(groupInvitations.expiresAt, sql`now()`),
        isLeft,
      ),
    )
    .returning({ id: groupInvitations.id });
  if (used.length === 0) throw new Conflict('groups.invitation-over');
}

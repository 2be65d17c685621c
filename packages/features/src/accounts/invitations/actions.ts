import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { tell } from '../../notices/actions.ts';
import { hashToken, newToken } from '../../site/tokens.ts';
import type { InvitationMade, InvitationRequest } from '../contract.ts';
import { hoursFromNow, invitationPath, LinkEnded } from '../links.ts';
import { accountInvitations } from './tables.ts';

const TWO_WEEKS_HOURS = 14 * 24;

/** Invites one account to this site; with an email, its owner is written to and nobody else can use it. */
export async function invite(ctx: Context, { email, language }: InvitationRequest): Promise<InvitationMade> {
  const token = newToken();
  const invitation = { id: newId(), email: email ? asStored(email) : null, tokenHash: hashToken(token) };
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'site-invitations');
    const expiresAt = hoursFromNow(TWO_WEEKS_HOURS);
    await tx.insert(accountInvitations).values({ ...invitation, madeBy: ctx.viewer.id, expiresAt });
    note(tx, ctx, 'accounts.invited', invitation.id);
    const to = { typed: 'form' as const, email: invitation.email, language: language ?? ctx.language };
    await tell(tx, ctx, 'accounts.invitation', { to, id: invitation.id, token });
  });
  return { id: invitation.id, url: `${ctx.settings.publicUrl}${invitationPath(token)}` };
}

/** Takes an invitation back; what was opened with it stays. */
export async function withdrawInvitation(ctx: Context, invitationId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const withdrawn = await tx
      .delete(accountInvitations)
      .where(eq(accountInvitations.id, invitationId))
      .returning();
    if (withdrawn.length === 0) throw new NotFound('invitation');
    note(tx, ctx, 'accounts.invitation-withdrawn', invitationId);
  });
}

/** Uses an invitation up. Throws LinkEnded when another opening was faster. */
export async function useInvitation(tx: Transaction, invitationId: string): Promise<void> {
  const used = await tx
    .update(accountInvitations)
    .set({ usedAt: sql`now()` })
    .where(and(eq(accountInvitations.id, invitationId), isNull(accountInvitations.usedAt)))
    .returning({ id: accountInvitations.id });
  if (used.length === 0) throw new LinkEnded();
}

import { newId } from '@groundwork/database';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { hashToken, newToken } from '../../site/tokens.ts';
import { emailKey } from '../emails/keys.ts';
import { hoursFromNow } from '../links.ts';
import { passwordResets } from '../passwords/tables.ts';
import { forgiveEveryone } from '../sign-ins/attempts.ts';
import { liftSuspension, signOutEverywhere, suspendAccount } from '../suspensions/actions.ts';
import { findAccountSummary } from './queries.ts';

/**
 * A link that sets a new password within the hour, for an account whose mail does not arrive; whoever runs the server
 * hands it over. Earlier wrong passwords are forgiven. It is on record. Throws NotFound.
 */
export async function makeResetLink(ctx: Context, email: string): Promise<string> {
  const { id } = await findAccountSummary(ctx, email);
  const token = newToken();
  const key = emailKey(ctx, email);
  await ctx.change(async (tx) => {
    const reset = { id: newId(), accountId: id, emailKey: key, tokenHash: hashToken(token) };
    await tx.insert(passwordResets).values({ ...reset, expiresAt: hoursFromNow(1) });
    await forgiveEveryone(tx, ctx, email);
    note(tx, null, 'accounts.reset-link-made', id);
  });
  return `${ctx.settings.publicUrl}/reset-password/${token}`;
}

/** Signs an account out everywhere, and returns where it was signed in. It is on record. Throws NotFound. */
export async function endEverySession(ctx: Context, email: string): Promise<number> {
  const { id } = await findAccountSummary(ctx, email);
  return signOutEverywhere(ctx, id);
}

/** Suspends an account, or lifts it; its owner hears why. It is on record. Throws NotFound, and Conflict for the last site steward. */
export async function suspendByEmail(ctx: Context, email: string, reason: string | null): Promise<void> {
  const { id } = await findAccountSummary(ctx, email);
  await (reason === null ? liftSuspension(ctx, id) : suspendAccount(ctx, id, reason));
}

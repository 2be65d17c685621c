import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { speak, type Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { mustNotBeLastSiteSteward } from '../actions.ts';
import { accountReceiver } from '../receivers.ts';
import { emailChanges, accounts, sessions, siteStewards, accountSuspensions } from '../tables.ts';
import { accountOpenings } from '../openings/tables.ts';
import { passwordResets } from '../passwords/tables.ts';
import { sessionEnded } from '../sessions.ts';

/**
 * Shuts an account out: it is signed out everywhere, its links end, and it cannot sign in until this is lifted. Its
 * owner is told why by mail. Again with other words changes the reason. Nobody suspends themselves, nor the last
 * steward of the site (409).
 */
export async function suspendAccount(ctx: Context, accountId: string, reason: string): Promise<void> {
  if (accountId === ctx.viewer.id) throw new Conflict('accounts.suspend-yourself');
  await ctx.change(async (tx) => {
    const to = await holdAccount(tx, accountId);
    if (await isSiteSteward(tx, accountId)) await mustNotBeLastSiteSteward(tx);
    const given = { reason: reason.trim(), suspendedBy: ctx.viewer.signedIn ? ctx.viewer.id : null };
    await tx
      .insert(accountSuspensions)
      .values({ accountId, ...given })
      .onConflictDoUpdate({ target: accountSuspensions.accountId, set: given });
    await tx.delete(passwordResets).where(eq(passwordResets.accountId, accountId));
    await tx.delete(emailChanges).where(eq(emailChanges.accountId, accountId));
    await tx.delete(accountOpenings).where(eq(accountOpenings.email, to.email));
    const count = await signOut(tx, accountId);
    const id = note(tx, ctx, 'accounts.suspended', accountId, { count });
    await tell(tx, ctx, 'accounts.suspended', { to, id, reason });
  });
}

/** Lets an account in again, and tells its owner. Throws NotFound when it was not suspended. */
export async function liftSuspension(ctx: Context, accountId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const lifted = await tx
      .delete(accountSuspensions)
      .where(eq(accountSuspensions.accountId, accountId))
      .returning({ id: accountSuspensions.accountId });
    if (lifted.length === 0) throw new NotFound('suspension');
    const to = await holdAccount(tx, accountId);
    const id = note(tx, ctx, 'accounts.suspension-lifted', accountId);
    await tell(tx, ctx, 'accounts.suspension-lifted', { to, id });
  });
}

/** Signs an account out everywhere. Returns where it was signed in. Throws NotFound. */
export async function signOutEverywhere(ctx: Context, accountId: string): Promise<number> {
  return ctx.change(async (tx) => {
    await holdAccount(tx, accountId);
    const count = await signOut(tx, accountId);
    note(tx, ctx, 'accounts.sessions-ended', accountId, { count });
    return count;
  });
}

async function signOut(tx: Transaction, accountId: string): Promise<number> {
  const ended = await tx
    .delete(sessions)
    .where(eq(sessions.accountId, accountId))
    .returning({ key: sessions.key });
  speak(tx, sessionEnded(accountId));
  return ended.length;
}

/** Locked, so that nobody signs in between the look and the deed. */
async function holdAccount(tx: Transaction, accountId: string) {
  const [account] = await tx
    .select(accountReceiver)
    .from(accounts)
    .where(eq(accounts.id, accountId))
    .for('update');
  if (!account) throw new NotFound('account');
  return account;
}

async function isSiteSteward(tx: Transaction, accountId: string) {
  return (await tx.$count(siteStewards, eq(siteStewards.accountId, accountId))) > 0;
}

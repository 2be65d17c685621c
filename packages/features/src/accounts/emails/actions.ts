import { newId, type Transaction } from '@groundwork/database';
import { eq, lt, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { Invalid, TooMany } from '../../errors.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { reopenMailbox } from '../../outbox/shut-mailboxes.ts';
import { hashToken, newToken } from '../../site/tokens.ts';
import { endOtherSessions } from '../actions.ts';
import type { EmailChange } from '../contract.ts';
import { hoursFromNow, LinkEnded } from '../links.ts';
import { passwordResets } from '../passwords/tables.ts';
import { mustKnowPassword } from '../sign-ins/actions.ts';
import { accounts, emailChanges } from '../tables.ts';
import { isAsked } from './queries.ts';

/**
 * Asks to move the viewer's account to another email, which is written to; so is the old one, while there is still
 * time to stop it. An email that has an account gets another mail, and the asker cannot tell.
 */
export async function askToChangeEmail(ctx: Context, { email: asked, password }: EmailChange): Promise<void> {
  const email = asStored(asked);
  if (email === ctx.viewer.email) throw new Invalid([{ name: 'email', code: 'accounts.email-same' }]);
  await mustKnowPassword(ctx, password, 'password');
  const token = newToken();
  await ctx.change(async (tx) => {
    await keepChange(tx, { accountId: ctx.viewer.id, email, tokenHash: hashToken(token) });
    await writeToBoth(tx, ctx, { email, token });
  });
}

/** The new email is proven: from now on it is the account's. Throws LinkEnded when the link was used or is too old. */
export async function confirmEmailChange(ctx: Context, token: string): Promise<void> {
  await ctx.change(async (tx) => {
    const [change] = await tx.delete(emailChanges).where(isAsked(token)).returning();
    if (!change) throw new LinkEnded();
    const { accountId, email } = change;
    await tx.update(accounts).set({ email }).where(eq(accounts.id, accountId));
    reopenMailbox(tx, ctx, email);
    // Whoever had the old mailbox may have signed in with it.
    await endOtherSessions(tx, { viewer: { ...ctx.viewer, id: accountId } });
    // Links to reset the password that rest in the old mailbox end with it.
    await tx.delete(passwordResets).where(eq(passwordResets.accountId, accountId));
    note(tx, accountId, 'accounts.email-changed', accountId);
  });
}

/** One change at a time, and one mail a minute: the newest replaces what was asked before. */
async function keepChange(tx: Transaction, change: { accountId: string; email: string; tokenHash: string }) {
  const asked = { ...change, expiresAt: hoursFromNow(24) };
  const saved = await tx
    .insert(emailChanges)
    .values(asked)
    .onConflictDoUpdate({
      target: emailChanges.accountId,
      set: { ...asked, askedAt: sql`now()` },
      setWhere: lt(emailChanges.askedAt, sql`now() - interval '1 minute'`),
    })
    .returning({ accountId: emailChanges.accountId });
  if (saved.length === 0) throw new TooMany(1);
}

async function writeToBoth(
  tx: Transaction,
  ctx: Context,
  { email, token }: { email: string; token: string },
) {
  const { id, language } = ctx.viewer;
  const typed = { to: { typed: 'form' as const, email, language }, id: newId() };
  const taken = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email));
  if (taken.length > 0) await tell(tx, ctx, 'accounts.email-taken', typed);
  else await tell(tx, ctx, 'accounts.email-change', { ...typed, token });
  const to = { account: id, email: ctx.viewer.email, language };
  await tell(tx, ctx, 'accounts.email-moving', { to, id: typed.id, email });
}

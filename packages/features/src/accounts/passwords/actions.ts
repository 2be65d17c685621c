import { newId, type Transaction } from '@groundwork/database';
import type { Language } from '@groundwork/words';
import { and, eq, gt, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import { speak, type Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { reopenMailbox } from '../../outbox/shut-mailboxes.ts';
import { hashToken, newToken } from '../../site/tokens.ts';
import { endOtherSessions } from '../actions.ts';
import type { PasswordChange } from '../contract.ts';
import { emailKey } from '../emails/keys.ts';
import { emailChanges, accounts, sessions } from '../tables.ts';
import { hoursFromNow, LinkEnded } from '../links.ts';
import { mustKnowPassword } from '../sign-ins/actions.ts';
import { forgiveEveryone } from '../sign-ins/attempts.ts';
import { sessionEnded, startSession } from '../sessions.ts';
import { isSuspended } from '../queries.ts';
import { hashPassword } from './hashing.ts';
import { listKnown } from './known.ts';
import type { NamesAround } from '../above.ts';
import { findReset, isUsable } from './queries.ts';
import { mustBeHardToGuess } from './strength.ts';
import { passwordResets } from './tables.ts';

const MAILS_AN_HOUR = 3;

/** Mails a link to set a new password, or the news that this email has no account; the asker cannot tell which. */
export async function askForReset(ctx: Context, asked: string): Promise<void> {
  const email = asStored(asked);
  const key = emailKey(ctx, email);
  const token = newToken();
  await ctx.change(async (tx) => {
    const [account] = await tx
      .select({ id: accounts.id, language: accounts.language, isSuspended: isSuspended(accounts.id) })
      .from(accounts)
      .where(eq(accounts.email, email));
    const reset = { id: newId(), accountId: account?.id ?? null, emailKey: key, tokenHash: hashToken(token) };
    const language = account?.language ?? ctx.language;
    const owner = !account ? 'unknown' : account.isSuspended ? 'suspended' : 'known';
    if (await mayBeWritten(tx, key))
      await tellAsker(tx, ctx, { id: reset.id, email, language, token, owner });
    if (owner === 'suspended') reset.accountId = null;
    await tx.insert(passwordResets).values({ ...reset, expiresAt: hoursFromNow(1) });
  });
}

/** Sets a new password by a link, ends every session and starts one here, whose token is returned with its email. */
export async function resetPassword(
  ctx: Context,
  { token, password, namesAround }: { token: string; password: string; namesAround: NamesAround },
): Promise<{ token: string; email: string }> {
  const { email, ...account } = await findReset(ctx, token);
  const known = await listKnown(ctx, account, namesAround);
  await mustBeHardToGuess(password, { email, known, field: 'password' });
  const passwordHash = await hashPassword(password);
  const accountId = await ctx.change(async (tx) => {
    const [reset] = await tx
      .delete(passwordResets)
      .where(isUsable(token))
      .returning({ id: passwordResets.accountId });
    if (!reset?.id) throw new LinkEnded();
    reopenMailbox(tx, ctx, email);
    await tx.delete(sessions).where(eq(sessions.accountId, reset.id));
    speak(tx, sessionEnded(reset.id));
    await setPassword(tx, ctx, { accountId: reset.id, passwordHash });
    return reset.id;
  });
  return { token: await startSession(ctx, accountId), email };
}

/** Changes the viewer's password, and signs them out everywhere else. */
export async function changePassword(
  ctx: Context,
  { currentPassword, newPassword, namesAround }: PasswordChange & { namesAround: NamesAround },
): Promise<void> {
  const known = await listKnown(ctx, ctx.viewer, namesAround);
  await mustBeHardToGuess(newPassword, { email: ctx.viewer.email, known, field: 'newPassword' });
  await mustKnowPassword(ctx, currentPassword, 'currentPassword');
  const passwordHash = await hashPassword(newPassword);
  await ctx.change(async (tx) => {
    await endOtherSessions(tx, ctx);
    await setPassword(tx, ctx, { accountId: ctx.viewer.id, passwordHash });
  });
}

/** Whoever knew the old password loses what they may have begun with it: links to reset, a move to another email. */
async function setPassword(
  tx: Transaction,
  ctx: Context,
  { accountId, passwordHash }: { accountId: string; passwordHash: string },
) {
  const [account] = await tx
    .update(accounts)
    .set({ passwordHash })
    .where(eq(accounts.id, accountId))
    .returning();
  if (!account) throw new LinkEnded();
  await tx.delete(passwordResets).where(eq(passwordResets.accountId, accountId));
  await tx.delete(emailChanges).where(eq(emailChanges.accountId, accountId));
  await forgiveEveryone(tx, ctx, account.email);
  const id = note(tx, accountId, 'accounts.password-changed', accountId);
  const to = { account: accountId, email: account.email, language: account.language };
  await tell(tx, ctx, 'accounts.password-changed', { to, id });
}

/** The row of this request is not written yet; earlier ones of the last hour are. */
async function mayBeWritten(tx: Transaction, key: string) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 1))`);
  const lately = and(
    eq(passwordResets.emailKey, key),
    gt(passwordResets.askedAt, sql`now() - interval '1 hour'`),
  );
  return (await tx.$count(passwordResets, lately)) < MAILS_AN_HOUR;
}

type Asked = {
  id: string;
  email: string;
  language: Language;
  token: string;
  owner: 'known' | 'unknown' | 'suspended';
};
function tellAsker(tx: Transaction, ctx: Context, { id, email, language, token, owner }: Asked) {
  const typed = owner === 'unknown' ? 'form' : 'account';
  const asked = { to: { typed, email, language } as const, id };
  if (owner === 'known') return tell(tx, ctx, 'accounts.reset', { ...asked, token });
  return tell(tx, ctx, `accounts.reset-${owner}`, asked);
}

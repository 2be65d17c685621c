import { eq } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import type { Context } from '../../context.ts';
import { Invalid, Refusal } from '../../errors.ts';
import type { SignIn } from '../contract.ts';
import { passwordMatches } from '../passwords/hashing.ts';
import { endSession, startSession } from '../sessions.ts';
import { refuseSuspended } from '../queries.ts';
import { accounts } from '../tables.ts';
import { countAttempt, forgiveAttempts } from './attempts.ts';

/**
 * Signs in and returns the new session's token. A wrong password and an email without an account get the same answer
 * (401) after the same work; too many in a row wait (429). Only the right password hears that the account is suspended.
 */
export async function signIn(
  ctx: Context,
  { email, password, device }: SignIn & { device: string | null },
): Promise<string> {
  await countAttempt(ctx, { email, device });
  const [account] = await ctx.db
    .select({ id: accounts.id, passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.email, asStored(email)));
  const isRight = await passwordMatches(account?.passwordHash ?? null, password);
  if (!account || !isRight) throw new Refusal(401, { code: 'accounts.wrong-sign-in' });
  await refuseSuspended(ctx.db, account.id);
  await forgiveAttempts(ctx.db, ctx, { email, device });
  if (ctx.viewer.sessionId) await endSession(ctx, ctx.viewer.sessionId);
  return startSession(ctx, account.id);
}

/** Throws 422 at `field` unless this is the viewer's password. Counts as an attempt: a stolen session cannot guess on. */
export async function mustKnowPassword(ctx: Context, password: string, field: string): Promise<void> {
  const { id, email, sessionId: session } = ctx.viewer;
  await countAttempt(ctx, { email, session });
  const [account] = await ctx.db
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.id, id));
  const isRight = await passwordMatches(account?.passwordHash ?? null, password);
  if (!isRight) throw new Invalid([{ name: field, code: 'accounts.password-wrong' }]);
  await forgiveAttempts(ctx.db, ctx, { email, session });
}

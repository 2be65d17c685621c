import { newId, type Transaction } from '@groundwork/database';
import type { Language } from '@groundwork/words';
import { and, eq, ne, not } from 'drizzle-orm';
import { asStored } from '../addresses.ts';
import { speak, type Context } from '../context.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { note } from '../journal.ts';
import { isTimeZone } from '../site/time-zones.ts';
import type { AccountChange } from './contract.ts';
import { isSuspended } from './queries.ts';
import { sessionEnded } from './sessions.ts';
import { accounts, sessions, siteStewards } from './tables.ts';

type Face = { email: string; name: string; language: Language; timeZone: string };

/** Opens an account whose email is proven, with a password that was checked and hashed before. */
export async function addAccount(
  tx: Transaction,
  { email, name, language, timeZone }: Face,
  passwordHash: string,
) {
  const account = { id: newId(), email: asStored(email), name: name.trim(), language, timeZone };
  await tx.insert(accounts).values({ ...account, passwordHash });
  note(tx, account.id, 'accounts.opened', account.id);
  return account;
}

/** Makes an account one of those that look after this site. Answers the entry of it; null: it is one already. */
export async function grantSiteSteward(
  tx: Transaction,
  accountId: string,
  grantedBy: string | null = null,
): Promise<string | null> {
  const granted = await tx
    .insert(siteStewards)
    .values({ accountId, grantedBy })
    .onConflictDoNothing()
    .returning({ accountId: siteStewards.accountId });
  return granted.length === 0 ? null : note(tx, grantedBy, 'accounts.site-steward-granted', accountId);
}

/** Changes the viewer's own name, language or time zone. */
export async function changeAccount(
  ctx: Context,
  { name, language, timeZone }: AccountChange,
): Promise<void> {
  if (timeZone !== undefined) mustBeTimeZone(timeZone);
  const change = {
    ...(name && { name: name.trim() }),
    ...(language && { language }),
    ...(timeZone && { timeZone }),
  };
  if (Object.keys(change).length === 0) return;
  await ctx.change(async (tx) => {
    await tx.update(accounts).set(change).where(eq(accounts.id, ctx.viewer.id));
    note(tx, ctx, 'accounts.changed', ctx.viewer.id);
  });
}

/** Signs one of the viewer's own browsers out. */
export async function endOwnSession(ctx: Context, key: string): Promise<void> {
  const mine = and(eq(sessions.key, key), eq(sessions.accountId, ctx.viewer.id));
  await ctx.change(async (tx) => {
    const [ended] = await tx.delete(sessions).where(mine).returning({ key: sessions.key });
    if (!ended) throw new NotFound('session');
    speak(tx, sessionEnded(ctx.viewer.id));
    note(tx, ctx, 'accounts.session-ended', key);
  });
}

/** Signs the account out everywhere but here. */
export async function endOtherSessions(tx: Transaction, { viewer }: Pick<Context, 'viewer'>): Promise<void> {
  const others = and(eq(sessions.accountId, viewer.id), ne(sessions.id, viewer.sessionId ?? ''));
  await tx.delete(sessions).where(others);
  speak(tx, sessionEnded(viewer.id));
}

/** Refuses (422) a zone that no clock knows. */
export function mustBeTimeZone(timeZone: string): void {
  if (!isTimeZone(timeZone)) throw new Invalid([{ name: 'timeZone', code: 'accounts.no-such-zone' }]);
}

/** Refuses (409) to leave the site with no steward who can come in. The rows stay locked, so two who go at once cannot both be second to last. */
export async function mustNotBeLastSiteSteward(tx: Transaction) {
  const stewards = await tx
    .select({ id: siteStewards.accountId })
    .from(siteStewards)
    .where(not(isSuspended(siteStewards.accountId)))
    .orderBy(siteStewards.accountId)
    .for('update');
  if (stewards.length < 2) throw new Conflict('accounts.last-site-steward');
}

import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { grantSiteSteward, mustNotBeLastSiteSteward } from '../accounts/actions.ts';
import { findReceiver } from '../accounts/receivers.ts';
import { accounts, siteStewards } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { Forbidden, NotFound } from '../errors.ts';
import { note } from '../journal.ts';
import { tell } from '../notices/actions.ts';

/** Makes someone with an account look after the site as well. Safe to do twice. */
export async function addSteward(ctx: Context, accountId: string): Promise<void> {
  await ctx.change(async (tx) => {
    await mustBeSteward(tx, ctx.viewer.id);
    const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId));
    if (!account) throw new NotFound('account');
    const entryId = await grantSiteSteward(tx, accountId, ctx.viewer.id);
    if (entryId) await tellSteward(tx, ctx, 'accounts.site-steward-granted', { accountId, entryId });
  });
}

/** Someone looks after the site no longer; the last one stays. */
export async function removeSteward(ctx: Context, accountId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const ended = await tx
      .select({ id: siteStewards.accountId })
      .from(siteStewards)
      .where(eq(siteStewards.accountId, accountId));
    if (ended.length === 0) throw new NotFound('steward');
    await mustNotBeLastSiteSteward(tx);
    await mustBeSteward(tx, ctx.viewer.id);
    await tx.delete(siteStewards).where(eq(siteStewards.accountId, accountId));
    const entryId = note(tx, ctx, 'accounts.site-steward-ended', accountId);
    await tellSteward(tx, ctx, 'accounts.site-steward-ended', { accountId, entryId });
  });
}

type StewardNews = 'accounts.site-steward-granted' | 'accounts.site-steward-ended';

/** Tells somebody whether they look after the site; nobody of what they did themselves. */
async function tellSteward(
  tx: Transaction,
  ctx: Context,
  news: StewardNews,
  { accountId, entryId }: { accountId: string; entryId: string },
): Promise<void> {
  const to = accountId === ctx.viewer.id ? null : await findReceiver(tx, accountId);
  if (to) await tell(tx, ctx, news, { to, entryId });
}

/** Refuses (403) whose own stewardship was ended while they waited. It is not ended until this is done. */
async function mustBeSteward(tx: Transaction, accountId: string) {
  const own = await tx
    .select({ id: siteStewards.accountId })
    .from(siteStewards)
    .where(eq(siteStewards.accountId, accountId))
    .for('key share');
  if (own.length === 0) throw new Forbidden();
}

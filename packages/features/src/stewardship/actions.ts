import { eq } from 'drizzle-orm';
import { grantSiteSteward, mustNotBeLastSiteSteward } from '../accounts/actions.ts';
import { accounts, siteStewards } from '../accounts/tables.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { note } from '../journal.ts';

/** Makes someone with an account look after the site as well. Safe to do twice. */
export async function addSteward(ctx: Context, accountId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const [account] = await tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.id, accountId));
    if (!account) throw new NotFound('account');
    await grantSiteSteward(tx, accountId, ctx.viewer.id);
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
    await tx.delete(siteStewards).where(eq(siteStewards.accountId, accountId));
    await note(tx, ctx, 'accounts.site-steward-ended', accountId);
  });
}

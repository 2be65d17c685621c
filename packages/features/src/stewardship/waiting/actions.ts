import { and, exists, inArray, isNull, lt, not, or, sql } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts, siteStewards } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { isNoAlly } from '../../groups/listed.ts';
import { groups } from '../../groups/tables.ts';
import { tell } from '../../notices/actions.ts';

/**
 * Tells the site's stewards that groups wait for a word of theirs: each once a day at most, and only when one came since
 * they were told.
 */
export async function tellOfWaiting(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const due = await tx
      .update(siteStewards)
      .set({ toldOfGroupsAt: sql`now()` })
      .where(and(isTimeAgain, exists(tx.select({ id: groups.id }).from(groups).where(cameSince)), mayRead))
      .returning({ id: siteStewards.accountId });
    if (due.length === 0) return;
    const count = await tx.$count(groups, and(isNull(groups.vouchedAt), isNoAlly));
    const ids = due.map(({ id }) => id);
    const receivers = await tx.select(accountReceiver).from(accounts).where(inArray(accounts.id, ids));
    const at = new Date();
    await tell(tx, ctx, 'stewardship.groups-wait', ...receivers.map((to) => ({ to, count, at })));
  });
}

const isTimeAgain = or(
  isNull(siteStewards.toldOfGroupsAt),
  lt(siteStewards.toldOfGroupsAt, sql`now() - interval '1 day'`),
);
/** A minute more: what was being started while they were told counts as well. */
const cameSince = and(
  isNull(groups.vouchedAt),
  isNoAlly,
  sql`${groups.createdAt} > coalesce(${siteStewards.toldOfGroupsAt} - interval '1 minute', '-infinity')`,
);
const mayRead = not(isSuspended(siteStewards.accountId));

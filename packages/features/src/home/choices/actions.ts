import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { groupLoudness, noticeChoices, noticeRows } from '../../notices/tables.ts';
import type { Choices, LoudnessChoice } from './contract.ts';

/** From now on the viewer is told so. What waits to be mailed by what they chose before goes with their next mail, or never. */
export async function chooseWays(ctx: Context, { isSilent, ...asked }: Choices): Promise<void> {
  const { quietFrom, quietUntil } = asked;
  if ((quietFrom === null) !== (quietUntil === null))
    throw new Invalid([
      { name: quietFrom === null ? 'quietFrom' : 'quietUntil', code: 'notices.quiet-both' },
    ]);
  if (quietFrom !== null && quietFrom === quietUntil)
    throw new Invalid([{ name: 'quietUntil', code: 'notices.quiet-same' }]);
  const silentUntil = isSilent ? sql`now() + interval '1 day'` : null;
  const chosen = { ...asked, ...(isSilent !== undefined && { silentUntil }) };
  await ctx.change(async (tx) => {
    await tx
      .insert(noticeChoices)
      .values({ accountId: ctx.viewer.id, ...chosen })
      .onConflictDoUpdate({ target: noticeChoices.accountId, set: chosen });
    if (isSilent) await holdBack(tx, ctx.viewer.id);
  });
}

async function holdBack(tx: Transaction, accountId: string) {
  await tx
    .update(noticeRows)
    .set({ mailAt: sql`greatest(${noticeRows.mailAt}, now() + interval '1 day')` })
    .where(and(eq(noticeRows.accountId, accountId), isNotNull(noticeRows.mailAt)));
}

/** How loud one of the viewer's groups is for them. What a quiet one has to say is not mailed any more. */
export async function chooseLoudness(
  ctx: Context,
  slug: string,
  { loudness }: LoudnessChoice,
): Promise<void> {
  const group = await findGroup(ctx, slug);
  if (group.myRole === null) throw new NotFound('group');
  const own = { accountId: ctx.viewer.id, groupId: group.id };
  const isOwn = and(eq(groupLoudness.accountId, own.accountId), eq(groupLoudness.groupId, own.groupId));
  await ctx.change(async (tx) => {
    if (loudness === 'important') await tx.delete(groupLoudness).where(isOwn);
    else
      await tx
        .insert(groupLoudness)
        .values({ ...own, loudness })
        .onConflictDoUpdate({ target: [groupLoudness.accountId, groupLoudness.groupId], set: { loudness } });
    if (loudness !== 'quiet') return;
    await tx
      .update(noticeRows)
      .set({ mailAt: null })
      .where(and(eq(noticeRows.accountId, own.accountId), eq(noticeRows.groupId, own.groupId)));
  });
}

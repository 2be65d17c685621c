import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import type { SeenGroup } from '../../groups/queries.ts';
import { nameIn } from '../../groups/standing.ts';
import { tell } from '../../notices/actions.ts';
import { peopleViews } from './tables.ts';

type Share = { viewId: string; accountId: string; sharedAt: Date };

/** Tells a member which view was shared with them, and by whom: nothing of anybody who is in it. */
export async function tellOfShare(
  tx: Transaction,
  ctx: Context,
  group: SeenGroup,
  { viewId, accountId, sharedAt }: Share,
): Promise<void> {
  const [shared] = await tx
    .select({
      to: accountReceiver,
      name: peopleViews.name,
      sharer: nameIn(sql`${ctx.viewer.id}::uuid`, peopleViews.groupId),
    })
    .from(peopleViews)
    .innerJoin(accounts, eq(accounts.id, accountId))
    .where(eq(peopleViews.id, viewId));
  if (!shared) return;
  const { to, name, sharer } = shared;
  const about = { id: viewId, name, groupId: group.id, groupName: group.name, slug: group.slug };
  await tell(tx, ctx, 'segments.view-shared', { to, about, sharer: sharer ?? group.name, sharedAt });
}

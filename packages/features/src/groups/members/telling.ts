import { newId, type Transaction } from '@groundwork/database';
import { findReceiver } from '../../accounts/receivers.ts';
import type { Context } from '../../context.ts';
import { tell } from '../../notices/actions.ts';

type OfMember = { group: { id: string; name: string; slug: string }; accountId: string };

/** Tells somebody how they stand in a group from now on; nobody is told of what they did themselves. */
export async function tellMember(
  tx: Transaction,
  ctx: Context,
  news: 'groups.role-given' | 'groups.put-out' | 'groups.ban-lifted',
  { group, accountId }: OfMember,
): Promise<void> {
  if (accountId === ctx.viewer.id) return;
  const to = await findReceiver(tx, accountId);
  if (!to) return;
  const about = { id: group.id, groupId: group.id, name: group.name, slug: group.slug };
  await tell(tx, ctx, news, { to, about, entryId: newId() });
}

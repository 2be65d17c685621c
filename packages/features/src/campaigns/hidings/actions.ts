import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { note } from '../../journal.ts';
import { shutLinks } from '../../links/actions.ts';
import { linkHolders } from '../addresses.ts';
import { campaigns } from '../tables.ts';

/** What was decided about a campaign, by whom, and why. Whether they may was asked where it was decided. */
type Decided = { id: string; actorId: string; reason: string };

/**
 * Keeps a campaign from everyone but those who moderate in its group, until it is shown again. It takes no names; what is being
 * mailed to those who signed finds it hidden, and is stopped.
 */
export async function hideCampaign(tx: Transaction, { id, actorId, reason }: Decided): Promise<void> {
  const [hidden] = await tx
    .update(campaigns)
    .set({ hiddenAt: sql`coalesce(${campaigns.hiddenAt}, now())`, hiddenReason: reason })
    .where(eq(campaigns.id, id))
    .returning({ groupId: campaigns.groupId, slug: campaigns.slug });
  if (!hidden) return;
  const { groupId, slug } = hidden;
  await shutLinks(tx, await linkHolders(tx, { id, groupId }), { path: `/campaigns/${slug}`, isShut: true });
  note(tx, actorId, 'campaigns.hidden', { groupId, id });
}

/** Shows it to everyone who could see it before. */
export async function showCampaign(tx: Transaction, { id, actorId }: Omit<Decided, 'reason'>): Promise<void> {
  const [shown] = await tx
    .update(campaigns)
    .set({ hiddenAt: null, hiddenReason: null })
    .where(and(eq(campaigns.id, id), isNotNull(campaigns.hiddenAt)))
    .returning({ groupId: campaigns.groupId, slug: campaigns.slug });
  if (!shown) return;
  const { groupId, slug } = shown;
  await shutLinks(tx, await linkHolders(tx, { id, groupId }), { path: `/campaigns/${slug}`, isShut: false });
  note(tx, actorId, 'campaigns.shown', { groupId, id });
}

import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { note } from '../../journal.ts';
import { listings } from '../tables.ts';

/** What was decided about a listing, by whom, and why. Whether they may was asked where it was decided. */
type Decided = { id: string; actorId: string; reason: string };

/** Keeps a listing from everyone but its own group, until it is shown again. */
export async function hideListing(tx: Transaction, { id, actorId, reason }: Decided): Promise<void> {
  const [hidden] = await tx
    .update(listings)
    .set({ hiddenAt: sql`coalesce(${listings.hiddenAt}, now())`, hiddenReason: reason })
    .where(eq(listings.id, id))
    .returning({ groupId: listings.groupId });
  if (hidden) note(tx, actorId, 'directory.hidden', { groupId: hidden.groupId, id });
}

/** Shows it to everyone who could see it before. */
export async function showListing(tx: Transaction, { id, actorId }: Omit<Decided, 'reason'>): Promise<void> {
  const [shown] = await tx
    .update(listings)
    .set({ hiddenAt: null, hiddenReason: null })
    .where(and(eq(listings.id, id), isNotNull(listings.hiddenAt)))
    .returning({ groupId: listings.groupId });
  if (shown) note(tx, actorId, 'directory.shown', { groupId: shown.groupId, id });
}

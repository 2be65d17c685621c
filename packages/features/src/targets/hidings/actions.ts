import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { targets } from '../../groups/targets/tables.ts';
import { note } from '../../journal.ts';

/** What was decided about a target, by whom, and why. Whether they may was asked where it was decided. */
type Decided = { id: string; actorId: string; reason: string };

/** Keeps a target from everyone but those whose it is, until it is shown again. */
export async function hideTarget(tx: Transaction, { id, actorId, reason }: Decided): Promise<void> {
  const [hidden] = await tx
    .update(targets)
    .set({ hiddenAt: sql`coalesce(${targets.hiddenAt}, now())`, hiddenReason: reason })
    .where(eq(targets.id, id))
    .returning({ groupId: targets.groupId });
  if (hidden?.groupId) note(tx, actorId, 'targets.hidden', { groupId: hidden.groupId, id });
}

/** Shows it to everyone who found it before. */
export async function showTarget(tx: Transaction, { id, actorId }: Omit<Decided, 'reason'>): Promise<void> {
  const [shown] = await tx
    .update(targets)
    .set({ hiddenAt: null, hiddenReason: null })
    .where(and(eq(targets.id, id), isNotNull(targets.hiddenAt)))
    .returning({ groupId: targets.groupId });
  if (shown?.groupId) note(tx, actorId, 'targets.shown', { groupId: shown.groupId, id });
}

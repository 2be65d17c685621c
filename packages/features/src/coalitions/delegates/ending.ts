import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { dropMember } from '../../groups/members/actions.ts';
import { note, type Actor } from '../../journal.ts';
import { askReadersAgain } from '../../messaging/readers/actions.ts';
import { delegates } from '../tables.ts';
import { listSpeaking, type Speaking } from './queries.ts';

type Ended = { how: 'recalled' | 'term' | 'group'; coalitionId: string };

/** Somebody speaks for their group no more: they are no member of the coalition then, on every process at once. */
export async function endSpeaking(
  tx: Transaction,
  actor: Actor,
  { id, groupId, accountId }: Speaking,
  { how, coalitionId }: Ended,
): Promise<void> {
  await tx
    .update(delegates)
    .set({ endedAt: sql`now()`, endedHow: how, endToldAt: sql`now()` })
    .where(eq(delegates.id, id));
  // The membership went with it, by a trigger; what hangs on one goes here.
  await dropMember(tx, coalitionId, accountId);
  note(tx, actor, 'groups.removed', { groupId: coalitionId, id: accountId });
  note(tx, actor, 'coalitions.delegate-ended', { groupId: coalitionId, id: groupId }, { accountId, how });
}

type Sides = { coalition: { id: string }; group: { id: string } };

/** A group is about to be in a coalition no more: nobody speaks for it, and nobody of it listens there. */
export async function endDelegatesOf(
  tx: Transaction,
  actor: Actor,
  { coalition, group }: Sides,
): Promise<void> {
  for (const spoken of await listSpeaking(tx, coalition.id, group.id))
    await endSpeaking(tx, actor, spoken, { how: 'group', coalitionId: coalition.id });
  await askReadersAgain(tx, coalition.id);
}

import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note, theGroup } from '../../journal.ts';
import { withdrawMailOf } from '../../outbox/actions.ts';
import { tellCarriers } from '../carriers.ts';
import { groupMeasures, groups } from '../tables.ts';

export type MeasureKind = 'hidden' | 'frozen';

/**
 * Hides a group from everyone but its stewards, or freezes it: nothing new is written, mailed or joined. Its stewards
 * are told why; mail that it promised and that waits is taken back. Again with other words changes the reason. Whether
 * the viewer may was asked before.
 */
export async function beginMeasure(
  tx: Transaction,
  ctx: Context,
  { groupId, kind, reason }: { groupId: string; kind: MeasureKind; reason: string },
): Promise<void> {
  const given = { reason, takenBy: ctx.viewer.id };
  await tx
    .insert(groupMeasures)
    .values({ groupId, kind, ...given })
    .onConflictDoUpdate({ target: [groupMeasures.groupId, groupMeasures.kind], set: given });
  await tx
    .update(groups)
    .set(since(kind, sql`now()`))
    .where(eq(groups.id, groupId));
  const withdrawnCount = await withdrawMailOf(tx, groupId);
  const entryId = note(tx, ctx, `groups.${kind}`, theGroup(groupId), { withdrawnCount });
  await tellCarriers(tx, ctx, `groups.${kind}`, { groupId, reason, entryId, responsibility: 'manage_group' });
}

/** Ends what was held against a group, and tells its stewards. False when it was not. */
export async function endMeasureOf(
  tx: Transaction,
  ctx: Context,
  { groupId, kind }: { groupId: string; kind: MeasureKind },
): Promise<boolean> {
  const ended = await tx
    .delete(groupMeasures)
    .where(and(eq(groupMeasures.groupId, groupId), eq(groupMeasures.kind, kind)))
    .returning({ groupId: groupMeasures.groupId });
  if (ended.length === 0) return false;
  await tx.update(groups).set(since(kind, null)).where(eq(groups.id, groupId));
  const news = kind === 'hidden' ? 'groups.shown' : 'groups.thawed';
  const entryId = note(tx, ctx, news, theGroup(groupId));
  await tellCarriers(tx, ctx, news, { groupId, entryId, responsibility: 'manage_group' });
  return true;
}

function since(kind: MeasureKind, at: ReturnType<typeof sql> | null) {
  return kind === 'hidden' ? { hiddenAt: at } : { frozenAt: at };
}

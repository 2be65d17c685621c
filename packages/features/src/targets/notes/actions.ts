import { newId } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { changeTarget } from '../actions.ts';
import type { NamedTarget } from '../queries.ts';
import { targetNotes } from '../tables.ts';

/** A group writes down what it keeps in mind about a target. Answers its id. */
export async function writeTargetNote(
  ctx: Context,
  named: NamedTarget,
  body: string,
): Promise<{ id: string }> {
  return changeTarget(ctx, named, 'note', async (tx, { id: targetId, groupId }) => {
    await spendQuota(ctx, tx, 'target-notes', groupId);
    const id = newId();
    await tx
      .insert(targetNotes)
      .values({ id, targetId, groupId, body: body.trim(), writtenBy: ctx.viewer.id });
    note(tx, ctx, 'targets.noted', { groupId, id: targetId }, { noteId: id });
    return { id };
  });
}

/** Erases one of the group's own; another's is not there. */
export async function removeTargetNote(
  ctx: Context,
  { noteId, ...named }: NamedTarget & { noteId: string },
): Promise<void> {
  await changeTarget(ctx, named, 'note', async (tx, { id: targetId, groupId }) => {
    const isOwn = and(
      eq(targetNotes.id, noteId),
      eq(targetNotes.targetId, targetId),
      eq(targetNotes.groupId, groupId),
    );
    const removed = await tx.delete(targetNotes).where(isOwn).returning({ id: targetNotes.id });
    if (removed.length === 0) throw new NotFound('note');
    note(tx, ctx, 'targets.note-removed', { groupId, id: targetId }, { noteId });
  });
}

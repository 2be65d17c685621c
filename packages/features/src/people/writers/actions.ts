import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { noteHistory } from '../actions.ts';
import { findWriter, type WriterPlace } from './queries.ts';
import { writerRefusals } from './tables.ts';

/** No letters of this writer, or these again, by the link in each of them; safe to do twice. Their own group’s mail goes on. */
export async function answerWriter(ctx: Context, place: WriterPlace, isWanted: boolean): Promise<void> {
  const { personId, groupId, writerId, name } = await findWriter(ctx, place);
  await ctx.change(async (tx) => {
    const isIt = and(eq(writerRefusals.personId, personId), eq(writerRefusals.writerId, writerId));
    const changed = isWanted
      ? await tx.delete(writerRefusals).where(isIt)
      : await tx.insert(writerRefusals).values({ personId, groupId, writerId }).onConflictDoNothing();
    if (!changed.rowCount) return;
    const kind = isWanted ? 'wanted-writer' : 'refused-writer';
    noteHistory(tx, { personId, groupId, kind, subjectId: writerId, label: name });
    note(tx, null, 'people.mail-preferred', { groupId, id: personId });
  });
}

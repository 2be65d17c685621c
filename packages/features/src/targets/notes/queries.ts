import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { nameIn } from '../../groups/standing.ts';
import { targets } from '../../groups/targets/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { findTarget, type NamedTarget } from '../queries.ts';
import { targetNotes } from '../tables.ts';

const newestFirst = keyset('desc', targetNotes.id);

/** What the group that asks keeps in mind about a target, and no other group's. */
export async function listTargetNotes(ctx: Context, named: NamedTarget, { after, limit = 20 }: PageQuery) {
  const { id, groupId } = await findTarget(ctx, named);
  const rows = await ctx.db
    .select({
      id: targetNotes.id,
      body: targetNotes.body,
      writtenBy: nameIn(targetNotes.writtenBy, targetNotes.groupId),
      writtenAt: targetNotes.writtenAt,
      cursor: newestFirst.cursor,
    })
    .from(targetNotes)
    .innerJoin(targets, eq(targets.id, targetNotes.targetId))
    .where(and(eq(targetNotes.targetId, id), eq(targetNotes.groupId, groupId), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

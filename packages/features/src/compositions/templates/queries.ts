import { and, eq, or } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { listTexts, refuseOthers } from '../queries.ts';
import { compositions } from '../tables.ts';

/** A template that mailings of this group can begin with, as it is typed: its own, or one that is offered to every group. */
export async function findTemplate(ctx: Context, slug: string, id: string) {
  const group = refuseOthers({ ...(await findGroup(ctx, slug)), given: [] });
  const mayBegin = or(eq(compositions.groupId, group.id), compositions.isOffered);
  const [template] = await ctx.db
    .select({ id: compositions.id, isOffered: compositions.isOffered, groupId: compositions.groupId })
    .from(compositions)
    .where(and(eq(compositions.id, id), compositions.isTemplate, mayBegin));
  if (!template) throw new NotFound('template');
  const { groupId, ...read } = template;
  return { ...read, isOwn: groupId === group.id, texts: await listTexts(ctx, id), group };
}

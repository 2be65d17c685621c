import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { nameIn } from '../../groups/standing.ts';
import { findFields } from '../../people/fields/queries.ts';
import { findPeopleHolder } from '../../people/queries.ts';
import { viewingOf, nameLines, scopeFor } from '../queries.ts';
import { lists } from '../tables.ts';
import { fileOfDeed } from './prepared-files.ts';
import { deedPolicy } from './policy.ts';
import { peopleDeeds } from './tables.ts';

/** A deed over people, for those who may do one in its group, and see the field that it fills in. */
export async function findDeed(ctx: Context, slug: string, deedId: string) {
  const group = await findDoer(ctx, slug);
  const [found] = await ctx.db
    .select({
      id: peopleDeeds.id,
      kind: peopleDeeds.kind,
      lines: peopleDeeds.lines,
      tag: peopleDeeds.tag,
      listId: peopleDeeds.listId,
      listName: lists.name,
      fieldId: peopleDeeds.fieldId,
      value: peopleDeeds.value,
      isClearing: peopleDeeds.isClearing,
      format: peopleDeeds.format,
      askedBy: peopleDeeds.askedBy,
      file: fileOfDeed,
      contactName: nameIn(peopleDeeds.contactAccountId, peopleDeeds.groupId),
      state: peopleDeeds.state,
      totalCount: peopleDeeds.totalCount,
      doneCount: peopleDeeds.doneCount,
      changedCount: peopleDeeds.changedCount,
      undoneCount: peopleDeeds.undoneCount,
      finishedAt: peopleDeeds.finishedAt,
      isRecent,
    })
    .from(peopleDeeds)
    .leftJoin(lists, eq(lists.id, peopleDeeds.listId))
    .where(and(eq(peopleDeeds.groupId, group.id), eq(peopleDeeds.id, deedId)));
  if (!found) throw new NotFound('deed');
  const { fieldId, ...rest } = found;
  const fields = fieldId ? await findFields(ctx.db, group) : [];
  const field = fields.find(({ id }) => id === fieldId) ?? null;
  if (fieldId && !field) throw new NotFound('deed');
  const lines = found.lines ?? [];
  const named = await nameLines(ctx, await scopeFor(ctx, viewingOf(group), lines), lines);
  return { ...rest, field, named, group };
}
export type SeenDeed = Awaited<ReturnType<typeof findDeed>>;

/** As long as it is known whom it changed. */
export function mayBeUndone({
  kind,
  state,
  isRecent,
}: Pick<SeenDeed, 'kind' | 'state' | 'isRecent'>): boolean {
  return kind !== 'export' && state === 'done' && isRecent;
}

/** Whether the file that was prepared is there, and the viewer's own to have. */
export function mayDownload(
  { viewer }: Pick<Context, 'viewer'>,
  { file, askedBy, group }: SeenDeed,
): boolean {
  return file !== null && askedBy === viewer.id && deedPolicy.export(group);
}

/** The group, for those who may do something to many of its people at once. */
export async function findDoer(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  if (!deedPolicy.see(group)) throw new NotFound('deeds');
  return group;
}

/** As long as what a deed changed is known. */
export const DAYS_KEPT = 30;
const isRecent = sql<boolean>`${peopleDeeds.madeAt} > now() - make_interval(days => ${sql.raw(String(DAYS_KEPT))})`;

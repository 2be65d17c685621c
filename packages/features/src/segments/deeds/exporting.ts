import { eq, sql, type SQL } from 'drizzle-orm';
import type { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { writePeople, type ExportFormat } from '../../people/exports/actions.ts';
import { people } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { gather, holdDeed } from './gathering.ts';
import { deedPolicy } from './policy.ts';
import { findDeed } from './queries.ts';
import { deedPeople, peopleDeeds } from './tables.ts';

/** Whom a deed of this kind is about, as a file. On record before the first row leaves; again, it is the same people. */
export async function exportFound(
  ctx: Context,
  slug: string,
  { deedId, format = 'csv' }: { deedId: string; format?: ExportFormat },
): Promise<{ fileName: string; type: string; file: Readable }> {
  const { group, kind } = await findDeed(ctx, slug, deedId);
  permit(deedPolicy, 'export', group);
  if (kind !== 'export') throw new Conflict('segments.deed-state');
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    const deed = await holdDeed(tx, deedId, 'draft');
    if (!deed) throw new Conflict('segments.deed-state');
    const count = await gather(tx, deed);
    // Who was in a file is known for as long from the day it was taken (takings.ts).
    await tx.update(peopleDeeds).set({ finishedAt: new Date() }).where(eq(peopleDeeds.id, deedId));
    note(tx, ctx, 'segments.found-exported', { groupId: group.id, id: deedId }, { count });
  });
  return {
    fileName: foundFileName(group, format),
    ...(await writePeople(ctx, group, { among: amongDeed(deedId), format })),
  };
}

/** What a file of those found is called. */
export function foundFileName({ slug }: { slug: string }, format: ExportFormat): string {
  return `${slug}-people-found.${format}`;
}

/** Whom a deed is about, as a condition on `people`. */
export function amongDeed(deedId: string): SQL {
  return sql`${people.id} in (select person_id from ${deedPeople} where deed_id = ${deedId})`;
}

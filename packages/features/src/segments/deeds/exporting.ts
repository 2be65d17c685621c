import { sql } from 'drizzle-orm';
import type { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { writePeople } from '../../people/exports/actions.ts';
import { people } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { gather, holdDeed } from './gathering.ts';
import { deedPolicy } from './policy.ts';
import { findDeed } from './queries.ts';
import { deedPeople } from './tables.ts';

/** Whom a deed of this kind is about, as CSV. On record before the first row leaves; again, it is the same people. */
export async function exportFound(
  ctx: Context,
  slug: string,
  deedId: string,
): Promise<{ fileName: string; csv: Readable }> {
  const { group, kind } = await findDeed(ctx, slug, deedId);
  permit(deedPolicy, 'export', group);
  if (kind !== 'export') throw new Conflict('segments.deed-state');
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    const deed = await holdDeed(tx, deedId, 'draft');
    if (!deed) throw new Conflict('segments.deed-state');
    const count = await gather(tx, deed);
    note(tx, ctx, 'segments.found-exported', { groupId: group.id, id: deedId }, { count });
  });
  const among = sql`${people.id} in (select person_id from ${deedPeople} where deed_id = ${deedId})`;
  const { file } = await writePeople(ctx, group, { among });
  return { fileName: `${group.slug}-people-found.csv`, csv: file };
}

import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { groupPolicy } from '../../groups/policy.ts';
import { findGroup } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { copyOut, inert, utc, withMark } from '../../people/exports/copying.ts';
import { permit } from '../../policy.ts';
import { listings } from '../tables.ts';

const HEADER = 'side,kind,title,details,how_many,place,ends_on,for,listed_at_utc,closed_at_utc,closed_how\n';

/** Everything a group needs and offers, and needed and offered, as CSV, one line each, oldest first. It is on record before it leaves. */
export async function exportListings(ctx: Context, slug: string): Promise<{ fileName: string; csv: Buffer }> {
  const group = await findGroup(ctx, slug);
  permit(groupPolicy, 'exportPeople', group);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    note(tx, ctx, 'directory.exported', theGroup(group.id));
  });
  const csv = withMark(HEADER, await copyOut(ctx.db, linesOf(group.id)));
  return { fileName: `${group.slug}-needs-and-offers.csv`, csv };
}

function linesOf(groupId: string) {
  const l = listings;
  const whom = sql`case when ${l.isForAll} then 'everyone' else coalesce(${inert(groups.name)}, '') end`;
  return sql`select ${l.side}, ${l.thing}, ${inert(l.title)}, ${inert(l.details)}, ${inert(l.howMany)}, ${inert(l.place)},
    ${l.endsOn}, ${whom}, ${utc(l.listedAt)}, ${utc(l.closedAt)}, ${l.closedHow}
    from ${l} left join ${groups} on ${eq(groups.id, l.coalitionId)}
    where ${eq(l.groupId, groupId)} order by ${asc(l.listedAt)}, ${asc(l.id)}`;
}

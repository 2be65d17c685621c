import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { groupPolicy } from '../../groups/policy.ts';
import { findGroup } from '../../groups/queries.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { copyOut, inert, utc, withMark } from '../../people/exports/copying.ts';
import { permit } from '../../policy.ts';
import { attendances } from '../checkin/tables.ts';
import { events, rsvps } from '../tables.ts';

const HEADER =
  'title,slug,state,starts_at_utc,ends_at_utc,time_zone,held,place,address,online_url,summary,about,capacity,going,came,did_not_come\n';

/** Everything a group wrote for its events, drafts too, as CSV, one line an event, oldest first. It is on record before it leaves. */
export async function exportEvents(ctx: Context, slug: string): Promise<{ fileName: string; csv: Buffer }> {
  const group = await findGroup(ctx, slug);
  permit(groupPolicy, 'exportPeople', group);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    const { id: groupId } = group;
    note(tx, ctx, 'events.exported', theGroup(groupId));
  });
  const csv = withMark(HEADER, await copyOut(ctx.db, linesOf(group.id)));
  return { fileName: `${group.slug}-events.csv`, csv };
}

function linesOf(groupId: string) {
  const e = events;
  return sql`select ${inert(e.title)}, ${e.slug}, ${e.state}, ${utc(e.startsAt)}, ${utc(e.endsAt)}, ${e.timeZone},
    ${e.held}, ${inert(e.placeName)}, ${inert(e.address)}, ${inert(e.onlineUrl)}, ${inert(e.summary)}, ${inert(e.about)},
    ${e.capacity}, (select coalesce(sum(1 + ${rsvps.guestCount}), 0) from ${rsvps}
      where ${rsvps.eventId} = ${e.id} and ${rsvps.state} = 'going'),
    (select coalesce(sum(1 + ${attendances.guestCount}), 0) from ${attendances}
      where ${attendances.eventId} = ${e.id} and ${attendances.state} = 'attended'),
    (select count(*) from ${attendances} where ${attendances.eventId} = ${e.id} and ${attendances.state} = 'no_show')
    from ${e} where ${eq(e.groupId, groupId)} order by ${asc(e.startsAt)}, ${asc(e.id)}`;
}

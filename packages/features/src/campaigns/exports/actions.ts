import { asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { groupPolicy } from '../../groups/policy.ts';
import { findGroup } from '../../groups/queries.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { copyOut, inert, utc, withMark } from '../../people/exports/copying.ts';
import { permit } from '../../policy.ts';
import { campaignFrames } from '../frames/tables.ts';
import { signatureCount } from '../queries.ts';
import { campaigns } from '../tables.ts';

const HEADER =
  'title,slug,state,action,ask,story,pledge,target,place,decides_on,issues,goal,signatures,starts_on,ends_on,created_at_utc,published_at_utc\n';

/** Everything a group wrote for its campaigns, drafts too, as CSV, one line a campaign, oldest first; then one for each frame it tells. It is on record before it leaves. */
export async function exportCampaigns(
  ctx: Context,
  slug: string,
): Promise<{ fileName: string; csv: Buffer }> {
  const group = await findGroup(ctx, slug);
  permit(groupPolicy, 'exportPeople', group);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    const { id: groupId } = group;
    note(tx, ctx, 'campaigns.exported', theGroup(groupId));
  });
  const csv = withMark(HEADER, await copyOut(ctx.db, linesOf(group.id)));
  return { fileName: `${group.slug}-campaigns.csv`, csv };
}

function linesOf(groupId: string) {
  const [c, f] = [campaigns, campaignFrames];
  return sql`(select ${inert(c.title)}, ${c.slug}, ${c.state}, ${c.action}, ${inert(c.ask)}, ${inert(c.story)},
    ${inert(c.pledgeText)}, ${inert(c.target)}, ${inert(c.place)}, ${c.decidesOn}, ${inert(sql`nullif(array_to_string(${c.issues}, ', '), '')`)}, ${c.goal}, ${signatureCount},
    ${c.startsOn}, ${c.endsOn}, ${utc(c.createdAt)}, ${utc(c.publishedAt)}
    from ${c} where ${eq(c.groupId, groupId)} order by ${asc(c.createdAt)}, ${asc(c.id)})
    union all (select ${inert(f.title)}, ${c.slug} || '/frames/' || ${f.slug}, ${f.state}, 'frame', ${inert(f.ask)}, ${inert(f.story)},
    null, null, null, null, ${inert(sql`nullif(array_to_string(${f.issues}, ', '), '')`)}, null, null, null, null,
    ${utc(f.createdAt)}, ${utc(f.publishedAt)}
    from ${f} join ${c} on ${eq(c.id, f.campaignId)}
    where coalesce(${f.sponsorId}, ${c.groupId}) = ${groupId} order by ${asc(f.createdAt)}, ${asc(f.id)})`;
}

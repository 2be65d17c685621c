import { and, desc, eq, sql } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { groupPolicy } from '../../groups/policy.ts';
import { copyOut } from '../../people/exports/copying.ts';
import { permit } from '../../policy.ts';
import { findCampaign } from '../queries.ts';
import { sponsorPolicy } from '../sponsors/policy.ts';
import { isCarrier } from '../shares/queries.ts';
import { campaigns } from '../tables.ts';
import { campaignDraws, campaignLots } from './tables.ts';

/** What fell to a group that carries a campaign, newest draw first, for those who publish for it. */
export async function listDraws(ctx: Context, groupSlug: string, slug: string) {
  const { group, campaign } = await findDealing(ctx, groupSlug, slug);
  const rows = await ctx.db
    .select({ ...drawn })
    .from(campaignDraws)
    .where(isOf(campaign.id, group.id))
    .orderBy(desc(campaignDraws.id))
    .limit(100);
  return { commitment: campaign.commitment, rows, can: { export: groupPolicy.exportPeople(group) } };
}

/** The list of a draw, with the seed by which everybody can draw it again; docs/drawn-by-lot.md says how it is read. */
export async function openDrawFile(
  ctx: Context,
  groupSlug: string,
  { slug, id }: { slug: string; id: string },
) {
  const { group, campaign } = await findDealing(ctx, groupSlug, slug);
  const [draw] = await ctx.db
    .select({ ...drawn, seed: campaigns.drawSeed })
    .from(campaignDraws)
    .innerJoin(campaigns, eq(campaigns.id, campaignDraws.campaignId))
    .where(and(eq(campaignDraws.id, id), isOf(campaign.id, group.id)));
  if (!draw) throw new NotFound('file');
  const heading = [
    'groundwork-draw-1',
    `address: ${ctx.settings.publicUrl}/campaigns/${campaign.slug}`,
    `campaign: ${campaign.id}`,
    `group: ${group.id}`,
    `draw: ${draw.id}`,
    `at: ${draw.drawnAt.toISOString()}`,
    `brought: ${draw.broughtCount}`,
    `before: ${draw.beforeCount}`,
    `lots: ${draw.lotCount}`,
    `drawn: ${draw.drawnCount}`,
    `seed: ${draw.seed}`,
    `commitment: ${campaign.commitment}`,
  ];
  const lots = await copyOut(
    ctx.db,
    sql`select encode(lot, 'hex') from ${campaignLots} where draw_id = ${draw.id} order by lot`,
    { isWhole: true },
  );
  return {
    fileName: `${campaign.slug}-draw-${draw.drawnAt.toISOString().slice(0, 10)}.txt`,
    csv: Readable.from([`${heading.join('\n')}\n\n`, lots], { objectMode: false }),
  };
}

/** A campaign that shares in proportion, and the group for which the viewer asks: its home group, or one that stands with it. */
async function findDealing(ctx: Context, groupSlug: string, slug: string) {
  const group = await findGroup(ctx, groupSlug);
  permit(sponsorPolicy, 'see', group);
  const { id: campaignId } = await findCampaign(ctx, slug);
  const [campaign] = await ctx.db
    .select({
      ...{ id: campaigns.id, slug: campaigns.slug },
      commitment: sql<string>`encode(sha256(convert_to(${campaigns.drawSeed}::text, 'UTF8')), 'hex')`,
    })
    .from(campaigns)
    .innerJoin(groups, isCarrier)
    .where(and(eq(campaigns.id, campaignId), eq(campaigns.sharing, 'proportional'), eq(groups.id, group.id)));
  if (!campaign) throw new NotFound('campaign');
  return { group, campaign };
}

function isOf(campaignId: string, groupId: string) {
  return and(eq(campaignDraws.campaignId, campaignId), eq(campaignDraws.groupId, groupId));
}

const { id, drawnAt, broughtCount, beforeCount, lotCount, drawnCount } = campaignDraws;
const drawn = { id, drawnAt, broughtCount, beforeCount, lotCount, drawnCount };

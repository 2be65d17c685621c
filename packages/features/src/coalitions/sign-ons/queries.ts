import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import { campaignPolicy, takesSignOns } from '../../campaigns/policy.ts';
import { findCampaign, type SeenCampaign } from '../../campaigns/queries.ts';
import { letterHash } from '../../campaigns/sign-ons.ts';
import { campaigns, campaignSignOns } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isListed } from '../../groups/listed.ts';
import { visibleTo } from '../../groups/queries.ts';
import { carries, standingOf } from '../../groups/standing.ts';
import { coalitionReach, groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { delegates } from '../tables.ts';

const firstFirst = keyset('asc', campaignSignOns.signedAt, campaignSignOns.groupId);

/** The groups under a letter, first who signed first. */
export async function listSignOns(ctx: Context, slug: string, { after, limit = 50 }: PageQuery) {
  const campaign = await findLetter(ctx, slug);
  const mayRead = campaignPolicy.count(campaign);
  const rows = await ctx.db
    .select({
      ...{ slug: groups.slug, name: groups.name, logoTerms: campaignSignOns.logoTerms },
      formerName: sql<string | null>`nullif(${campaignSignOns.signedAs}, ${groups.name})`,
      pictureKey: sql<string | null>`case when ${campaignSignOns.showsLogo} then ${groups.pictureKey} end`,
      signedAt: campaignSignOns.signedAt,
      decision: sql<string | null>`case when ${mayRead} then ${campaignSignOns.decision} end`,
      decidedOn: sql<string | null>`case when ${mayRead} then ${campaignSignOns.decidedOn} end`,
      cursor: firstFirst.cursor,
    })
    .from(campaignSignOns)
    .innerJoin(groups, eq(groups.id, campaignSignOns.groupId))
    .where(
      and(
        eq(campaignSignOns.campaignId, campaign.id),
        isNull(campaignSignOns.takenBackAt),
        isListed(),
        firstFirst.after(after),
      ),
    )
    .orderBy(...firstFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** The groups for which the viewer may sign a letter, or has signed it, and what the letter says. */
export async function listOwnSignOns(ctx: Context, slug: string) {
  const campaign = await findLetter(ctx, slug);
  const [[said], rows] = await Promise.all([
    ctx.db.select({ letter: letterHash }).from(campaigns).where(eq(campaigns.id, campaign.id)),
    ctx.db
      .select({
        ...{ slug: groups.slug, name: groups.name, pictureKey: groups.pictureKey, isListed: isListed() },
        signedAt:
          sql<Date | null>`case when ${campaignSignOns.takenBackAt} is null then ${campaignSignOns.signedAt} end`.mapWith(
            campaignSignOns.signedAt,
          ),
        decision: sql<string>`coalesce(${campaignSignOns.decision}, '')`,
        decidedOn: campaignSignOns.decidedOn,
        showsLogo: sql<boolean>`coalesce(${campaignSignOns.showsLogo}, false)`,
        logoTerms: sql<string>`coalesce(${campaignSignOns.logoTerms}, '')`,
      })
      .from(groups)
      .leftJoin(...standingOf(ctx.viewer.id))
      .leftJoin(
        campaignSignOns,
        and(eq(campaignSignOns.groupId, groups.id), eq(campaignSignOns.campaignId, campaign.id)),
      )
      .where(and(visibleTo(ctx), or(carries('manage_group'), isSpokenForBy(ctx, campaign))))
      .orderBy(asc(groups.name), asc(groups.id))
      .limit(100),
  ]);
  if (!said) throw new NotFound('campaign');
  return { letter: said.letter, isOpen: takesSignOns(campaign), rows };
}

/** A campaign that is a letter for organizations to sign. */
export async function findLetter(ctx: Context, slug: string): Promise<SeenCampaign> {
  const campaign = await findCampaign(ctx, slug);
  if (campaign.action !== 'sign_on') throw new NotFound('campaign');
  return campaign;
}

/**
 * The condition over `groups` that the viewer speaks for one in a coalition whose letter it is, or whose group's: as its delegate,
 * until their term is over.
 */
export function isSpokenForBy({ viewer }: Pick<Context, 'viewer'>, { groupId: homeId }: { groupId: string }) {
  return sql<boolean>`exists (select from ${delegates} speaking
    where speaking.group_id = ${groups.id} and speaking.account_id = ${viewer.id} and speaking.ended_at is null
      and speaking.term_ends_on >= (now() at time zone ${groups.timeZone})::date
      and (speaking.coalition_id = ${homeId} or exists (select from ${coalitionReach} reach
        where reach.coalition_id = speaking.coalition_id and reach.group_id = ${homeId})))`;
}

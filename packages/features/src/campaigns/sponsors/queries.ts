import type { Language } from '@groundwork/words';
import { and, asc, desc, eq, isNotNull, ne, or, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { findGroup, listedFor, visibleTo, type ReadContext } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { type SeenCampaign, isShown } from '../queries.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { sponsorPolicy } from './policy.ts';

/** The groups that stand with a campaign, as far as this viewer may know of them. */
export async function listSponsors({ db, viewer }: ReadContext, campaignId: string) {
  return db
    .select({ slug: groups.slug, name: groups.name })
    .from(campaignSponsors)
    .innerJoin(groups, eq(groups.id, campaignSponsors.groupId))
    .where(
      and(
        eq(campaignSponsors.campaignId, campaignId),
        isNotNull(campaignSponsors.acceptedAt),
        listedFor({ viewer }),
      ),
    )
    .orderBy(asc(campaignSponsors.acceptedAt))
    .limit(100);
}

/**
 * The groups that were asked, with or without their answer, for the campaign's organizers: as far as they may know of
 * them, since a group may have turned private after it was asked.
 */
export async function listInvitedSponsors({ db, viewer }: Context, campaign: SeenCampaign) {
  permit(campaignPolicy, 'count', campaign);
  return db
    .select({
      slug: groups.slug,
      name: groups.name,
      invitedAt: campaignSponsors.invitedAt,
      acceptedAt: campaignSponsors.acceptedAt,
    })
    .from(campaignSponsors)
    .innerJoin(groups, eq(groups.id, campaignSponsors.groupId))
    .where(and(eq(campaignSponsors.campaignId, campaign.id), visibleTo({ viewer })))
    .orderBy(asc(campaignSponsors.invitedAt))
    .limit(100);
}

/**
 * What a group is asked to stand with and stands with, for its organizers: being asked lets them know of it, as it was
 * when they were asked. What became of it since, they read where they may see its group.
 */
export async function listSponsorships(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  permit(sponsorPolicy, 'see', group);
  const isSeen = visibleTo(ctx);
  const asked = (part: 'title' | 'ask' | 'groupName', now: PgColumn) =>
    sql<string>`case when ${isSeen} then ${now} else ${campaignSponsors.asked} ->> ${part} end`;
  return ctx.db
    .select({
      campaignSlug: campaigns.slug,
      title: asked('title', campaigns.title),
      ask: asked('ask', campaigns.ask),
      groupSlug: groups.slug,
      groupName: asked('groupName', groups.name),
      language: sql<Language | null>`case when ${isSeen} then ${groups.language} end`,
      invitedAt: campaignSponsors.invitedAt,
      acceptedAt: campaignSponsors.acceptedAt,
    })
    .from(campaignSponsors)
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(
      and(
        eq(campaignSponsors.groupId, group.id),
        ne(campaigns.state, 'draft'),
        isShown,
        or(isSeen, isNotNull(campaignSponsors.asked)),
      ),
    )
    .orderBy(desc(campaignSponsors.invitedAt))
    .limit(100);
}

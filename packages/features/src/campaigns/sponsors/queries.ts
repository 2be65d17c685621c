import { and, asc, desc, eq, isNotNull, ne } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { findGroup, listedFor, type Asker } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import type { SeenCampaign } from '../queries.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { sponsorPolicy } from './policy.ts';

/** The groups that stand with a campaign, as far as this viewer may know of them. */
export async function listSponsors({ db, viewer }: Asker, campaignId: string) {
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

/** All groups that were asked, with or without their answer, for the campaign's organizers. */
export async function listInvitedSponsors({ db }: Context, campaign: SeenCampaign) {
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
    .where(eq(campaignSponsors.campaignId, campaign.id))
    .orderBy(asc(campaignSponsors.invitedAt))
    .limit(100);
}

/** What a group is asked to stand with and stands with, for its organizers: being asked lets them know of it. */
export async function listSponsorships(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  permit(sponsorPolicy, 'see', group);
  return ctx.db
    .select({
      campaignSlug: campaigns.slug,
      title: campaigns.title,
      ask: campaigns.ask,
      groupSlug: groups.slug,
      groupName: groups.name,
      invitedAt: campaignSponsors.invitedAt,
      acceptedAt: campaignSponsors.acceptedAt,
    })
    .from(campaignSponsors)
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(and(eq(campaignSponsors.groupId, group.id), ne(campaigns.state, 'draft')))
    .orderBy(desc(campaignSponsors.invitedAt))
    .limit(100);
}

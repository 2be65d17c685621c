import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { spendQuota } from '../../limits/making.ts';
import { findGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { permit } from '../../policy.ts';
import { permitCampaignDeed } from '../actions.ts';
import { findCampaign, isCampaignAt, isShown } from '../queries.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { sponsorPolicy } from './policy.ts';

/** Asks another group to stand with a campaign. Asking twice is asking once. */
export async function inviteSponsor(ctx: Context, slug: string, groupSlug: string): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('inviteSponsors', campaign);
  const group = await findGroup(ctx, groupSlug);
  if (group.id === campaign.groupId) throw new Conflict('campaigns.own-sponsor');
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'sponsors', campaign.groupId);
    const asked = { title: campaign.title, ask: campaign.ask, groupName: campaign.groupName };
    const invited = await tx
      .insert(campaignSponsors)
      .values({ campaignId: campaign.id, groupId: group.id, asked, invitedBy: ctx.viewer.id })
      .onConflictDoNothing()
      .returning({ groupId: campaignSponsors.groupId });
    if (invited.length === 0) return;
    note(tx, ctx, 'campaigns.sponsor-invited', campaign, { sponsorId: group.id });
  });
}

/** The campaign's organizers end a sponsorship, asked or accepted. */
export async function dropSponsor(ctx: Context, slug: string, groupSlug: string): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('dropSponsors', campaign);
  const group = await findGroup(ctx, groupSlug);
  await endSponsorship(ctx, campaign.id, group.id);
}

/** A group stands with a campaign it was asked to. */
export async function acceptSponsorship(ctx: Context, groupSlug: string, slug: string): Promise<void> {
  const { group, campaign } = await findSponsorship(ctx, groupSlug, slug);
  await ctx.change(async (tx) => {
    const accepted = await tx
      .update(campaignSponsors)
      .set({ acceptedAt: sql`now()` })
      .where(
        and(
          eq(campaignSponsors.campaignId, campaign.id),
          eq(campaignSponsors.groupId, group.id),
          isNull(campaignSponsors.acceptedAt),
        ),
      )
      .returning({ groupId: campaignSponsors.groupId });
    if (accepted.length === 0) return;
    note(tx, ctx, 'campaigns.sponsor-accepted', { groupId: group.id, id: campaign.id });
  });
}

/** A group says no, or no longer. */
export async function leaveSponsorship(ctx: Context, groupSlug: string, slug: string): Promise<void> {
  const { group, campaign } = await findSponsorship(ctx, groupSlug, slug);
  await endSponsorship(ctx, campaign.id, group.id);
}

async function endSponsorship(ctx: Context, campaignId: string, groupId: string) {
  await ctx.change(async (tx) => {
    const ended = await tx
      .delete(campaignSponsors)
      .where(and(eq(campaignSponsors.campaignId, campaignId), eq(campaignSponsors.groupId, groupId)))
      .returning({ groupId: campaignSponsors.groupId });
    if (ended.length === 0) return;
    note(tx, ctx, 'campaigns.sponsor-left', { groupId, id: campaignId });
  });
}

/** The invitation makes a campaign known to the invited group's publishers, even one of a private group. */
async function findSponsorship(ctx: Context, groupSlug: string, slug: string) {
  const group = await findGroup(ctx, groupSlug);
  permit(sponsorPolicy, 'answer', group);
  const [campaign] = await ctx.db
    .select({ id: campaigns.id })
    .from(campaignSponsors)
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .where(and(eq(campaignSponsors.groupId, group.id), isCampaignAt(slug), isShown));
  if (!campaign) throw new NotFound('campaign');
  return { group, campaign };
}

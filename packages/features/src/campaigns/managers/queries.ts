import { asc, eq } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { shownName, standingOf } from '../../groups/standing.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { campaignManagers } from '../tables.ts';

/** The members who run a campaign, under the face they show in its group; for whoever runs it. */
export async function listManagers(ctx: Context, slug: string) {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'count', campaign);
  return ctx.db
    .select({
      accountId: campaignManagers.accountId,
      name: shownName(),
      responsibilities: campaignManagers.responsibilities,
    })
    .from(campaignManagers)
    .innerJoin(...standingOf(campaignManagers.accountId, campaignManagers.groupId))
    .innerJoin(accounts, eq(accounts.id, campaignManagers.accountId))
    .where(eq(campaignManagers.campaignId, campaign.id))
    .orderBy(asc(campaignManagers.addedAt), asc(campaignManagers.accountId));
}

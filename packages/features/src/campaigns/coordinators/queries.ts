import { asc, eq } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { mayGive, type Responsibility } from '../../groups/responsibilities.ts';
import { shownName, standingOf } from '../../groups/standing.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { campaignCoordinators } from '../tables.ts';
import { GIVEN_FOR_CAMPAIGN } from './contract.ts';

/** The members who run a campaign, under the face they show in its group, and what the viewer may give; for whoever runs it. */
export async function listCoordinators(ctx: Context, slug: string) {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'count', campaign);
  const rows = await ctx.db
    .select({
      accountId: campaignCoordinators.accountId,
      name: shownName(),
      responsibilities: campaignCoordinators.responsibilities,
    })
    .from(campaignCoordinators)
    .innerJoin(...standingOf(campaignCoordinators.accountId, campaignCoordinators.groupId))
    .innerJoin(accounts, eq(accounts.id, campaignCoordinators.accountId))
    .where(eq(campaignCoordinators.campaignId, campaign.id))
    .orderBy(asc(campaignCoordinators.addedAt), asc(campaignCoordinators.accountId));
  const mayChange = (given: readonly Responsibility[]) =>
    campaignPolicy.nameCoordinators(campaign) && mayGive(campaign, given);
  return {
    rows: rows.map((row) => ({ ...row, can: { remove: mayChange(row.responsibilities) } })),
    mayGive: GIVEN_FOR_CAMPAIGN.filter((one) => mayChange([one])),
  };
}

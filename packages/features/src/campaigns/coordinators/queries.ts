import { asc, eq, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { mayGive, type Responsibility } from '../../groups/responsibilities.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { shownName, standingOf } from '../../groups/standing.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { campaignCoordinators, campaigns } from '../tables.ts';
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

/**
 * What an account carries for one campaign alone, while it is out and not hidden; empty, and never null, for all but its
 * coordinators.
 */
export function givenFor(accountId: SQLWrapper | string, campaignId: SQLWrapper): SQL<Responsibility[]> {
  return sql<Responsibility[]>`coalesce((select own.responsibilities from ${campaignCoordinators} own
    join ${campaigns} run on run.id = own.campaign_id
    where own.campaign_id = ${campaignId} and own.account_id = ${accountId}
      and run.state <> 'draft' and run.hidden_at is null), '{}')`;
}

/** Whether the viewer may write to those who signed one of a group's campaigns, whichever. */
export async function writesForSome({ db, viewer }: ReadContext, groupId: string): Promise<boolean> {
  const given = givenFor(viewer.id, campaignCoordinators.campaignId);
  const { rows } = await db.execute(sql`select from ${campaignCoordinators}
    where ${campaignCoordinators.groupId} = ${groupId} and ${campaignCoordinators.accountId} = ${viewer.id}
      and 'contact_people' = any(${given}) limit 1`);
  return rows.length > 0;
}

import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { refuseBeyond } from '../../groups/members/actions.ts';
import { findMember } from '../../groups/members/queries.ts';
import { RESPONSIBILITIES } from '../../groups/responsibilities.ts';
import { note } from '../../journal.ts';
import { permitNow } from '../actions.ts';
import { findCampaign } from '../queries.ts';
import { campaignManagers } from '../tables.ts';
import type { ManagerInput } from './contract.ts';

/**
 * Gives a member of the group responsibilities for this one campaign, in the place of those given before. Nobody gives
 * what they do not carry in the group (403 groups.role-beyond), so nobody who has them for one campaign passes them on.
 */
export async function nameManager(
  ctx: Context,
  { slug, accountId }: Record<'slug' | 'accountId', string>,
  { responsibilities: asked = ['publish'] }: ManagerInput,
): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitNow('nameManagers', campaign);
  const given = new Set<string>(['publish', ...asked]);
  const responsibilities = RESPONSIBILITIES.filter((one) => given.has(one));
  refuseBeyond(campaign, responsibilities);
  await findMember(ctx, campaign.groupId, accountId);
  await ctx.change(async (tx) => {
    await tx
      .insert(campaignManagers)
      .values({ campaignId: campaign.id, groupId: campaign.groupId, accountId, responsibilities })
      .onConflictDoUpdate({
        target: [campaignManagers.campaignId, campaignManagers.accountId],
        set: { responsibilities },
      });
    await note(tx, ctx, 'campaigns.manager-named', campaign, { accountId, responsibilities });
  });
}

/** Takes a campaign out of somebody's hands. */
export async function removeManager(ctx: Context, slug: string, accountId: string): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitNow('nameManagers', campaign);
  await ctx.change(async (tx) => {
    const removed = await tx
      .delete(campaignManagers)
      .where(and(eq(campaignManagers.campaignId, campaign.id), eq(campaignManagers.accountId, accountId)))
      .returning({ accountId: campaignManagers.accountId });
    if (removed.length === 0) throw new NotFound('manager');
    await note(tx, ctx, 'campaigns.manager-removed', campaign, { accountId });
  });
}

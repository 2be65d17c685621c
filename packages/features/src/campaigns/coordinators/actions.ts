import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import { refuseBeyond } from '../../groups/members/actions.ts';
import { findMember } from '../../groups/members/queries.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { RESPONSIBILITIES } from '../../groups/responsibilities.ts';
import { note } from '../../journal.ts';
import { permitCampaignDeed } from '../actions.ts';
import { findCampaign } from '../queries.ts';
import { campaignCoordinators } from '../tables.ts';
import type { CoordinatorInput } from './contract.ts';

/**
 * Gives a member of the group responsibilities for this one campaign, in the place of those given before. Nobody gives
 * what they do not carry in the group (403 groups.role-beyond), so nobody who has them for one campaign passes them on.
 */
export async function nameCoordinator(
  ctx: Context,
  { slug, accountId }: Record<'slug' | 'accountId', string>,
  { responsibilities: asked = ['publish'] }: CoordinatorInput,
): Promise<void> {
  const given = new Set<string>(['publish', ...asked]);
  const responsibilities = RESPONSIBILITIES.filter((one) => given.has(one));
  await changeUnderLock(
    ctx,
    (asker) => findNaming(asker, slug),
    async (tx, campaign) => {
      refuseBeyond(campaign, responsibilities);
      await findMember({ db: tx }, campaign.groupId, accountId);
      await tx
        .insert(campaignCoordinators)
        .values({ campaignId: campaign.id, groupId: campaign.groupId, accountId, responsibilities })
        .onConflictDoUpdate({
          target: [campaignCoordinators.campaignId, campaignCoordinators.accountId],
          set: { responsibilities },
        });
      await note(tx, ctx, 'campaigns.coordinator-named', campaign, { accountId, responsibilities });
    },
  );
}

/** Takes a campaign out of somebody's hands. */
export async function removeCoordinator(ctx: Context, slug: string, accountId: string): Promise<void> {
  await changeUnderLock(
    ctx,
    (asker) => findNaming(asker, slug),
    async (tx, campaign) => {
      const removed = await tx
        .delete(campaignCoordinators)
        .where(
          and(
            eq(campaignCoordinators.campaignId, campaign.id),
            eq(campaignCoordinators.accountId, accountId),
          ),
        )
        .returning({ accountId: campaignCoordinators.accountId });
      if (removed.length === 0) throw new NotFound('coordinator');
      await note(tx, ctx, 'campaigns.coordinator-removed', campaign, { accountId });
    },
  );
}

/** The campaign, if the viewer may say who runs it. */
async function findNaming(asker: ReadContext, slug: string) {
  const campaign = await findCampaign(asker, slug);
  permitCampaignDeed('nameCoordinators', campaign);
  return campaign;
}

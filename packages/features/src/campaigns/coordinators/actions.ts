import { newId, type Transaction } from '@groundwork/database';
import { and, eq, lt, sql } from 'drizzle-orm';
import { findReceiver } from '../../accounts/receivers.ts';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { changeUnderLock } from '../../groups/locks.ts';
import { refuseBeyond } from '../../groups/members/actions.ts';
import { findMember } from '../../groups/members/queries.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { RESPONSIBILITIES } from '../../groups/responsibilities.ts';
import { note, type Entry } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { permitCampaignDeed } from '../actions.ts';
import { findCampaign } from '../queries.ts';
import { campaignCoordinators } from '../tables.ts';
import type { CoordinatorInput } from './contract.ts';

/**
 * Gives a member of the group responsibilities for this one campaign, in the place of those given before. Nobody gives
 * or takes what they do not carry in the group (403 groups.role-beyond), so nobody who has them for one campaign passes
 * them on; and nobody gives them to themselves (409 campaigns.coordinator-yourself), to have them when their role is gone.
 */
export async function nameCoordinator(
  ctx: Context,
  { slug, accountId }: Record<'slug' | 'accountId', string>,
  { responsibilities: asked = ['publish'] }: CoordinatorInput,
): Promise<void> {
  const given = new Set<string>(['publish', ...asked]);
  const responsibilities = RESPONSIBILITIES.filter((one) => given.has(one));
  await changeUnderLock(ctx, toName(slug), async (tx, campaign) => {
    if (accountId === ctx.viewer.id) throw new Conflict('campaigns.coordinator-yourself');
    await findMember({ db: tx }, campaign.groupId, accountId);
    const before = await findGiven(tx, campaign.id, accountId);
    refuseBeyond(campaign, [...before, ...responsibilities]);
    await tx
      .insert(campaignCoordinators)
      .values({ campaignId: campaign.id, groupId: campaign.groupId, accountId, responsibilities })
      .onConflictDoUpdate({
        target: [campaignCoordinators.campaignId, campaignCoordinators.accountId],
        set: { responsibilities, addedAt: sql`now()` },
      });
    note(tx, ctx, 'campaigns.coordinator-named', campaign, { accountId, responsibilities });
    const to = before.length === 0 ? await findReceiver(tx, accountId) : null;
    const { id, groupId, title } = campaign;
    const named = { about: { id, groupId }, title, slug: campaign.slug, entryId: newId() };
    if (to) await tell(tx, ctx, 'campaigns.coordinator-named', { to, ...named });
  });
}

/** Takes a campaign out of somebody's hands. */
export async function removeCoordinator(ctx: Context, slug: string, accountId: string): Promise<void> {
  await changeUnderLock(ctx, toName(slug), async (tx, campaign) => {
    const given = await findGiven(tx, campaign.id, accountId);
    if (given.length === 0) throw new NotFound('coordinator');
    refuseBeyond(campaign, given);
    await tx.delete(campaignCoordinators).where(isCoordinator(campaign.id, accountId));
    const entryId = note(tx, ctx, 'campaigns.coordinator-removed', campaign, { accountId });
    const to = accountId === ctx.viewer.id ? null : await findReceiver(tx, accountId);
    const { id, groupId, title } = campaign;
    if (to)
      await tell(tx, ctx, 'campaigns.coordinator-removed', { to, about: { id, groupId }, title, entryId });
  });
}

/** Whoever carries less in a group than they did runs no campaign of it, until somebody names them anew. */
export async function endCoordinating(ctx: Context, { groupId, subjectId, at }: Entry): Promise<void> {
  if (!groupId || !subjectId) return;
  await ctx.change(async (tx) => {
    const theirs = and(
      eq(campaignCoordinators.accountId, subjectId),
      eq(campaignCoordinators.groupId, groupId),
      lt(campaignCoordinators.addedAt, at),
    );
    const ended = await tx
      .delete(campaignCoordinators)
      .where(theirs)
      .returning({ id: campaignCoordinators.campaignId });
    for (const { id } of ended)
      note(tx, ctx, 'campaigns.coordinator-removed', { groupId, id }, { accountId: subjectId });
  });
}

/** What somebody was given for a campaign; nothing, if they do not run it. */
async function findGiven(tx: Transaction, campaignId: string, accountId: string) {
  const [found] = await tx
    .select({ responsibilities: campaignCoordinators.responsibilities })
    .from(campaignCoordinators)
    .where(isCoordinator(campaignId, accountId));
  return found?.responsibilities ?? [];
}

function isCoordinator(campaignId: string, accountId: string) {
  return and(eq(campaignCoordinators.campaignId, campaignId), eq(campaignCoordinators.accountId, accountId));
}

/** Finds the campaign, if the viewer may say who runs it. */
function toName(slug: string) {
  return async (asker: ReadContext) => {
    const campaign = await findCampaign(asker, slug);
    permitCampaignDeed('nameCoordinators', campaign);
    return campaign;
  };
}

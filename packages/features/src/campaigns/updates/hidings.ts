import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign, isCampaignAt } from '../queries.ts';
import { sponsorPolicy } from '../sponsors/policy.ts';
import { tellUnposted } from '../sponsors/telling.ts';
import { campaigns } from '../tables.ts';
import { isFromKnown } from './queries.ts';
import { campaignUpdates } from './tables.ts';

type OneUpdate = { id: string; isOff: boolean };

/**
 * Those who run a campaign take news off its page, whoever wrote it, or put back what they took off. What a decision about a report
 * hid is shown again only where that is taken back.
 */
export async function hideUpdate(ctx: Context, slug: string, { id, isOff }: OneUpdate): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'hideNews', campaign);
  if (!isOff) refuseFrozen(campaign);
  await ctx.change(async (tx) => {
    const [update] = await tx
      .select({
        hiddenAt: campaignUpdates.hiddenAt,
        hiddenReason: campaignUpdates.hiddenReason,
        sponsorId: campaignUpdates.sponsorId,
      })
      .from(campaignUpdates)
      .innerJoin(campaigns, eq(campaigns.id, campaignUpdates.campaignId))
      .where(and(eq(campaignUpdates.id, id), eq(campaigns.id, campaign.id), isFromKnown(ctx.viewer)))
      .for('update', { of: campaignUpdates });
    if (!update) throw new NotFound('update');
    if (!isOff && update.hiddenReason !== null) throw new Conflict('campaigns.hidden-by-report');
    if ((update.hiddenAt !== null) === isOff) return;
    await tx
      .update(campaignUpdates)
      .set({ hiddenAt: isOff ? sql`now()` : null })
      .where(eq(campaignUpdates.id, id));
    const { groupId, groupName, title } = campaign;
    noteHiding(tx, ctx, { id, isOff, groupId, campaignId: campaign.id });
    const { sponsorId } = update;
    if (isOff && sponsorId !== null)
      await tellUnposted(tx, ctx, {
        updateId: id,
        title,
        groupId: sponsorId,
        group: groupName,
        slug: campaign.slug,
      });
  });
}

/** A group takes what it wrote off a campaign's page, also once it stands with it no longer, or puts it back. */
export async function withdrawUpdate(
  ctx: Context,
  { slug, campaign }: { slug: string; campaign: string },
  { id, isOff }: OneUpdate,
): Promise<void> {
  const group = await findGroup(ctx, slug);
  permit(sponsorPolicy, isOff ? 'withdraw' : 'post', group);
  await ctx.change(async (tx) => {
    const [update] = await tx
      .select({ withdrawnAt: campaignUpdates.withdrawnAt, campaignId: campaigns.id })
      .from(campaignUpdates)
      .innerJoin(campaigns, eq(campaigns.id, campaignUpdates.campaignId))
      .where(and(eq(campaignUpdates.id, id), eq(campaignUpdates.sponsorId, group.id), isCampaignAt(campaign)))
      .for('update', { of: campaignUpdates });
    if (!update) throw new NotFound('update');
    if ((update.withdrawnAt !== null) === isOff) return;
    await tx
      .update(campaignUpdates)
      .set({ withdrawnAt: isOff ? sql`now()` : null })
      .where(eq(campaignUpdates.id, id));
    noteHiding(tx, ctx, { id, isOff, groupId: group.id, campaignId: update.campaignId });
  });
}

/** What was decided about news that somebody reported, by whom, and why. Whether they may was asked where it was decided. */
type Decided = { id: string; actorId: string; reason: string };

/** Takes reported news off its page. */
export async function hideReportedUpdate(tx: Transaction, { id, actorId, reason }: Decided): Promise<void> {
  const hiding = { hiddenAt: sql`coalesce(${campaignUpdates.hiddenAt}, now())`, hiddenReason: reason };
  const [hidden] = await tx
    .update(campaignUpdates)
    .set(hiding)
    .where(eq(campaignUpdates.id, id))
    .returning({ campaignId: campaignUpdates.campaignId });
  if (hidden) await noteDecided(tx, actorId, { id, isOff: true, ...hidden });
}

/** Puts it back. */
export async function showReportedUpdate(
  tx: Transaction,
  { id, actorId }: Omit<Decided, 'reason'>,
): Promise<void> {
  const [shown] = await tx
    .update(campaignUpdates)
    .set({ hiddenAt: null, hiddenReason: null })
    .where(and(eq(campaignUpdates.id, id), isNotNull(campaignUpdates.hiddenAt)))
    .returning({ campaignId: campaignUpdates.campaignId });
  if (shown) await noteDecided(tx, actorId, { id, isOff: false, ...shown });
}

type Hiding = OneUpdate & { groupId: string; campaignId: string };

function noteHiding(tx: Transaction, by: Context | string, { id, isOff, groupId, campaignId }: Hiding) {
  note(tx, by, isOff ? 'campaigns.update-hidden' : 'campaigns.update-shown', { groupId, id }, { campaignId });
}

/** In the home group's journal, whose page it is. */
async function noteDecided(tx: Transaction, actorId: string, update: Omit<Hiding, 'groupId'>) {
  const [home] = await tx
    .select({ groupId: campaigns.groupId })
    .from(campaigns)
    .where(eq(campaigns.id, update.campaignId));
  if (home) noteHiding(tx, actorId, { ...update, ...home });
}

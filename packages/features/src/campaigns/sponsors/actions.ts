import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { spendQuota } from '../../limits/making.ts';
import { findGroupOrAlly } from '../../groups/allies/queries.ts';
import { findGroup, isGroupAt } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { makeLink } from '../../links/actions.ts';
import { permit } from '../../policy.ts';
import { permitCampaignDeed } from '../actions.ts';
import { endFramesOf } from '../frames/publishing.ts';
import { findCampaign, isCampaignAt, isShown } from '../queries.ts';
import { awaits, endSponsoring, mayBeAskedAgain, wasAskedLately } from '../../sponsoring.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { sponsorPolicy } from './policy.ts';
import { tellHome, tellSponsor } from './telling.ts';

/**
 * Asks another group to stand with a campaign, with a word or without; or names an ally, who cannot answer yet. Asking twice is
 * asking once.
 */
export async function inviteSponsor(
  ctx: Context,
  slug: string,
  { groupSlug, word }: { groupSlug: string; word: string },
): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('inviteSponsors', campaign);
  const group = await findGroupOrAlly(ctx, groupSlug, { id: campaign.groupId });
  if (group.id === campaign.groupId) throw new Conflict('campaigns.own-sponsor');
  const asked = { title: campaign.title, ask: campaign.ask, groupName: campaign.groupName };
  const asking = { asked, word, invitedBy: ctx.viewer.id };
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'sponsors', campaign.groupId);
    const pair = { campaignId: campaign.id, groupId: group.id };
    const toldLately = await tx.$count(campaignSponsors, and(isPair(pair), wasAskedLately(campaignSponsors)));
    const invited = await tx
      .insert(campaignSponsors)
      .values({ ...pair, ...asking })
      .onConflictDoUpdate({
        target: [campaignSponsors.campaignId, campaignSponsors.groupId],
        set: { ...asking, invitedAt: sql`now()`, declinedAt: null, leftAt: null, answer: '' },
        setWhere: mayBeAskedAgain(campaignSponsors),
      })
      .returning({ groupId: campaignSponsors.groupId });
    if (invited.length === 0) return refuseAskedInVain(tx, pair);
    const entryId = note(tx, ctx, 'campaigns.sponsor-invited', campaign, { sponsorId: group.id });
    // Of a draft they hear once it is out; of a question that was taken back and asked again, no second time.
    if (campaign.state === 'draft' || toldLately > 0) return;
    const { title, groupName } = campaign;
    await tellSponsor(tx, ctx, 'asked', {
      entryId,
      groupId: group.id,
      title,
      group: groupName,
      mayPost: campaign.sponsorsPost,
      word,
    });
  });
}

/** A group that was asked, also one that its campaign's organizers may not see any more. */
async function findAskedGroup({ db }: Context, campaignId: string, slug: string) {
  const [asked] = await db
    .select({ id: groups.id })
    .from(campaignSponsors)
    .innerJoin(groups, eq(groups.id, campaignSponsors.groupId))
    .where(and(eq(campaignSponsors.campaignId, campaignId), isGroupAt(slug)));
  return asked;
}

async function refuseAskedInVain(tx: Transaction, pair: Pair) {
  const declined = and(isPair(pair), isNotNull(campaignSponsors.declinedAt));
  if ((await tx.$count(campaignSponsors, declined)) > 0) throw new Conflict('campaigns.sponsor-said-no');
}

/** The campaign's organizers take back that they asked, or end a sponsorship. The people whom it brought stay its own. */
export async function dropSponsor(ctx: Context, slug: string, groupSlug: string): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('dropSponsors', campaign);
  const group =
    (await findAskedGroup(ctx, campaign.id, groupSlug)) ??
    (await findGroupOrAlly(ctx, groupSlug, { id: campaign.groupId }));
  await ctx.change(async (tx) => {
    const before = await endSponsoring(tx, campaignSponsors, {
      isPair: isPair({ campaignId: campaign.id, groupId: group.id }),
    });
    if (!before) return;
    await endFramesOf(tx, { campaignId: campaign.id, groupId: group.id });
    const entryId = note(tx, ctx, 'campaigns.sponsor-left', { groupId: group.id, id: campaign.id });
    const { title, groupName } = campaign;
    if (before === 'stood')
      await tellSponsor(tx, ctx, 'dropped', { entryId, groupId: group.id, title, group: groupName });
  });
}

/** A group says whether it stands with a campaign it was asked to. With its first yes it gets a link of its own. */
export async function answerSponsorship(
  ctx: Context,
  groupSlug: string,
  slug: string,
  { isYes, word }: { isYes: boolean; word: string },
): Promise<void> {
  const { group, campaign } = await findSponsorship(ctx, groupSlug, slug);
  const isWaiting = awaits(campaignSponsors, { isYes });
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'sponsors', group.id);
    const answered = await tx
      .update(campaignSponsors)
      .set({
        answer: word,
        ...(isYes
          ? { acceptedAt: sql`now()`, acceptedAs: group.name, declinedAt: null }
          : { declinedAt: sql`now()` }),
      })
      .where(and(isPair(pairOf(campaign, group)), isWaiting))
      .returning({ linkId: campaignSponsors.linkId });
    if (answered.length === 0) return;
    if (isYes && answered[0]?.linkId === null) await giveLink(tx, ctx, campaign, group);
    const kind = isYes ? 'campaigns.sponsor-accepted' : 'campaigns.sponsor-declined';
    const entryId = note(tx, ctx, kind, { groupId: group.id, id: campaign.id });
    await tellHome(tx, ctx, isYes ? 'accepted' : 'declined', {
      ...sidesOf(campaign, group),
      ...{ entryId, word },
    });
  });
}

/** A group stands with a campaign no longer. */
export async function leaveSponsorship(ctx: Context, groupSlug: string, slug: string): Promise<void> {
  const { group, campaign } = await findSponsorship(ctx, groupSlug, slug);
  await ctx.change(async (tx) => {
    const isOurs = isPair(pairOf(campaign, group));
    const before = await endSponsoring(tx, campaignSponsors, { isPair: isOurs, isLeaving: true });
    if (before !== 'stood') return;
    await endFramesOf(tx, pairOf(campaign, group));
    const entryId = note(tx, ctx, 'campaigns.sponsor-left', { groupId: group.id, id: campaign.id });
    await tellHome(tx, ctx, 'left', { ...sidesOf(campaign, group), entryId });
  });
}

type Pair = { campaignId: string; groupId: string };

function pairOf({ id: campaignId }: { id: string }, { id: groupId }: { id: string }): Pair {
  return { campaignId, groupId };
}

function isPair({ campaignId, groupId }: Pair) {
  return and(eq(campaignSponsors.campaignId, campaignId), eq(campaignSponsors.groupId, groupId));
}

type Served = Awaited<ReturnType<typeof findSponsorship>>['campaign'];

function sidesOf({ groupId: homeId, slug, title }: Served, { name: group }: { name: string }) {
  return { homeId, slug, title, group };
}

async function giveLink(tx: Transaction, ctx: Context, campaign: Served, group: { id: string }) {
  const { id: linkId } = await makeLink(tx, {
    groupId: group.id,
    path: `/campaigns/${campaign.slug}`,
    label: campaign.title,
    createdBy: ctx.viewer.id,
  });
  await tx
    .update(campaignSponsors)
    .set({ linkId })
    .where(isPair(pairOf(campaign, group)));
}

/** The invitation makes a campaign known to the invited group's publishers, even one of a private group. */
async function findSponsorship(ctx: Context, groupSlug: string, slug: string) {
  const group = await findGroup(ctx, groupSlug);
  permit(sponsorPolicy, 'answer', group);
  const [campaign] = await ctx.db
    .select({
      id: campaigns.id,
      groupId: campaigns.groupId,
      slug: campaigns.slug,
      title: sql<string>`coalesce(${campaignSponsors.asked} ->> 'title', ${campaigns.title})`,
    })
    .from(campaignSponsors)
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .where(
      and(
        eq(campaignSponsors.groupId, group.id),
        isNull(campaignSponsors.leftAt),
        isCampaignAt(slug),
        isShown,
        ne(campaigns.state, 'draft'),
      ),
    );
  if (!campaign) throw new NotFound('campaign');
  return { group, campaign };
}

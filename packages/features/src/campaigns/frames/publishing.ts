import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { isOut } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { makeLink } from '../../links/actions.ts';
import { links } from '../../links/tables.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { slugOf } from '../../site/new-slugs.ts';
import { draftId, draftSlug } from '../../slugs.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { changeFrame, holdFrames, noteFrame, permitFrameDeed } from './actions.ts';
import { refuseGaps } from './gaps.ts';
import { framePolicy } from './policy.ts';
import { findFrame, type SeenFrame } from './queries.ts';
import { campaignFrames, MOST_FRAMES } from './tables.ts';
import { tellHomeOfFrame, tellTeller } from './telling.ts';

type Place = { slug: string; frame: string };

/** A group that stands with a campaign asks its home group to let a frame out. */
export async function askForFrame(ctx: Context, { slug, frame: frameSlug }: Place): Promise<void> {
  const frame = await findFrame(ctx, slug, frameSlug);
  if (frame.state === 'asked' && frame.isWriter) return;
  permitFrameDeed('ask', frame);
  refuseGaps(frame);
  // Where strangers may not see the group, nobody could open its page.
  if ((await ctx.db.$count(groups, and(eq(groups.id, frame.tellerId), isOut))) === 0)
    throw new Conflict('campaigns.frame-private');
  await changeFrame(ctx, frame, async (tx) => {
    await spendQuota(ctx, tx, 'sponsors', frame.tellerId);
    await tx
      .update(campaignFrames)
      .set({ state: 'asked', withdrawnBy: null, askedAt: sql`now()`, answer: '', refusedAt: null })
      .where(eq(campaignFrames.id, frame.id));
    const entryId = noteFrame(tx, ctx, 'campaigns.frame-asked', frame);
    await tellHomeOfFrame(tx, ctx, frame, entryId);
  });
}

/** It takes its question back, to write on. */
export async function takeBackFrame(ctx: Context, { slug, frame: frameSlug }: Place): Promise<void> {
  const frame = await findFrame(ctx, slug, frameSlug);
  if (frame.state === 'draft' && frame.isWriter) return;
  permitFrameDeed('takeBack', frame);
  await changeFrame(ctx, frame, async (tx) => {
    await tx.update(campaignFrames).set({ state: 'draft' }).where(eq(campaignFrames.id, frame.id));
    noteFrame(tx, ctx, 'campaigns.frame-taken-back', frame);
  });
}

/**
 * The home group lets a frame out, its own or one it was asked for, under an address that can be read and with a link of the group that
 * tells it. What it says yes to is the `version` that it read.
 */
export async function publishFrame(
  ctx: Context,
  { slug, frame: frameSlug }: Place,
  { version }: { version: number },
): Promise<void> {
  const frame = await findFrame(ctx, slug, frameSlug);
  if (frame.state === 'published' && frame.runsHome) return;
  permitFrameDeed('publish', frame);
  if (frame.version !== version) throw new Conflict('campaigns.frame-changed');
  refuseGaps(frame);
  await changeFrame(ctx, frame, async (tx) => {
    await holdFrames(tx, frame.campaign.id);
    await holdStanding(tx, frame);
    const isOther = and(eq(campaignFrames.campaignId, frame.campaign.id), ne(campaignFrames.id, frame.id));
    const out = await tx.$count(campaignFrames, and(isOther, eq(campaignFrames.state, 'published')));
    if (out >= MOST_FRAMES) throw new Conflict('campaigns.frames-out', { most: MOST_FRAMES });
    const address = await giveFrameSlug(tx, frame);
    const linkId = await giveLink(tx, ctx, frame, address);
    await tx
      .update(campaignFrames)
      .set({
        ...{ state: 'published', withdrawnBy: null, slug: address, linkId },
        publishedAt: sql`coalesce(${campaignFrames.publishedAt}, now())`,
      })
      .where(eq(campaignFrames.id, frame.id));
    const entryId = noteFrame(tx, ctx, 'campaigns.frame-published', frame);
    if (!frame.isHomes) await tellTeller(tx, ctx, 'published', { frame, entryId });
  });
}

/** Holds that the group that tells it stands with the campaign: nobody ends that meanwhile. */
async function holdStanding(tx: Transaction, { campaign, sponsorId }: SeenFrame): Promise<void> {
  if (sponsorId === null) return;
  const isTheirs = and(eq(campaignSponsors.campaignId, campaign.id), eq(campaignSponsors.groupId, sponsorId));
  const stands = await tx
    .select({ groupId: campaignSponsors.groupId })
    .from(campaignSponsors)
    .where(and(isTheirs, isNotNull(campaignSponsors.acceptedAt)))
    .for('share');
  if (stands.length === 0) throw new Conflict('campaigns.frame-state');
}

/** The home group says no, with a word or without; whoever wrote it may change it and ask again. */
export async function refuseFrame(
  ctx: Context,
  { slug, frame: frameSlug }: Place,
  { word }: { word: string },
): Promise<void> {
  const frame = await findFrame(ctx, slug, frameSlug);
  permitFrameDeed('refuse', frame);
  await changeFrame(ctx, frame, async (tx) => {
    await tx
      .update(campaignFrames)
      .set({ state: 'draft', answer: word, refusedAt: sql`now()` })
      .where(eq(campaignFrames.id, frame.id));
    const entryId = noteFrame(tx, ctx, 'campaigns.frame-refused', frame);
    await tellTeller(tx, ctx, 'refused', { frame, entryId, word });
  });
}

/** Takes a frame off, by those who wrote it or those who answer for the campaign; its link leads to the campaign's page meanwhile. */
export async function withdrawFrame(ctx: Context, { slug, frame: frameSlug }: Place): Promise<void> {
  const frame = await findFrame(ctx, slug, frameSlug);
  if (frame.state === 'withdrawn')
    return permit(framePolicy, 'withdraw', { ...frame, state: 'published' as const });
  permitFrameDeed('withdraw', frame);
  const withdrawnBy = frame.isWriter ? 'writer' : 'home';
  await changeFrame(ctx, frame, async (tx) => {
    await takeOff(tx, { withdrawnBy, which: eq(campaignFrames.id, frame.id) });
    const entryId = noteFrame(tx, ctx, 'campaigns.frame-withdrawn', frame);
    if (withdrawnBy === 'home') await tellTeller(tx, ctx, 'withdrawn', { frame, entryId });
  });
}

/** What a group told of a campaign goes with it when it stands with that no longer; what it asked for is asked no more. */
export async function endFramesOf(
  tx: Transaction,
  { campaignId, groupId }: { campaignId: string; groupId: string },
): Promise<void> {
  const isTheirs = and(eq(campaignFrames.campaignId, campaignId), eq(campaignFrames.sponsorId, groupId));
  await takeOff(tx, { withdrawnBy: 'writer', which: and(isTheirs, eq(campaignFrames.state, 'published')) });
  await tx
    .update(campaignFrames)
    .set({ state: 'draft' })
    .where(and(isTheirs, eq(campaignFrames.state, 'asked')));
}

type TakenOff = { withdrawnBy: 'home' | 'writer'; which: ReturnType<typeof and> };

async function takeOff(tx: Transaction, { withdrawnBy, which }: TakenOff) {
  const off = await tx
    .update(campaignFrames)
    .set({ state: 'withdrawn', withdrawnBy })
    .where(which)
    .returning({ linkId: campaignFrames.linkId, campaignId: campaignFrames.campaignId });
  for (const { linkId, campaignId } of off) {
    if (linkId === null) continue;
    const page = sql`(select '/campaigns/' || told.slug from ${campaigns} told where told.id = ${campaignId})`;
    await tx.update(links).set({ path: page }).where(eq(links.id, linkId));
  }
}

/** The address that it had before, or the first that no other frame of its campaign has. */
async function giveFrameSlug(tx: Transaction, { id, slug, title, campaign }: SeenFrame): Promise<string> {
  if (slug !== draftSlug(id)) return slug;
  const stem = slugOf(title, 'campaign');
  const wanted = [stem, ...Array.from({ length: 2 * MOST_FRAMES }, (_, place) => `${stem}-${place + 2}`)];
  const taken = await tx
    .select({ slug: campaignFrames.slug })
    .from(campaignFrames)
    .where(eq(campaignFrames.campaignId, campaign.id));
  const free = wanted.find((one) => draftId(one) === null && !taken.some((other) => other.slug === one));
  // So many groups have one of this title here that it keeps the address of its draft.
  return free ?? slug;
}

async function giveLink(tx: Transaction, ctx: Context, frame: SeenFrame, address: string): Promise<string> {
  const path = `/campaigns/${frame.campaign.slug}/frames/${address}`;
  if (frame.linkId !== null) {
    await tx.update(links).set({ path }).where(eq(links.id, frame.linkId));
    return frame.linkId;
  }
  const label = frame.label || frame.title;
  const made = await makeLink(tx, { groupId: frame.tellerId, path, label, createdBy: ctx.viewer.id });
  return made.id;
}

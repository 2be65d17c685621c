import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { findGroup, type SeenGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { requirePicture } from '../../site/pictures/queries.ts';
import { proseOf } from '../../site/prose.ts';
import { draftSlug } from '../../slugs.ts';
import { permitCampaignDeed } from '../actions.ts';
import { findCampaign, type SeenCampaign } from '../queries.ts';
import { sponsorPolicy } from '../sponsors/policy.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import type { FrameChange, NewFrame } from './contract.ts';
import { framePolicy } from './policy.ts';
import { findFrame, type SeenFrame } from './queries.ts';
import { campaignFrames, MOST_FRAMES } from './tables.ts';

/** Begins a frame of the home group's as a draft that those who publish for it see. Answers its slug. */
export async function writeFrame(ctx: Context, slug: string, asked: NewFrame): Promise<string> {
  const campaign = await findCampaign(ctx, slug);
  permitCampaignDeed('tellFrames', campaign);
  return putFrame(ctx, { campaign, teller: { id: campaign.groupId, sponsorId: null }, asked });
}

/** Begins one of a group that stands with the campaign, which asks the home group once it is written. */
export async function writeSponsorFrame(
  ctx: Context,
  groupSlug: string,
  slug: string,
  asked: NewFrame,
): Promise<string> {
  const group = await findGroup(ctx, groupSlug);
  permit(sponsorPolicy, 'post', group);
  const campaign = await findCampaign(ctx, slug);
  await requireStanding(ctx, campaign, group);
  return putFrame(ctx, { campaign, teller: { id: group.id, sponsorId: group.id }, asked });
}

async function requireStanding({ db }: Context, campaign: SeenCampaign, group: SeenGroup) {
  const stands = and(
    eq(campaignSponsors.campaignId, campaign.id),
    eq(campaignSponsors.groupId, group.id),
    isNotNull(campaignSponsors.acceptedAt),
  );
  if ((await db.$count(campaignSponsors, stands)) === 0) throw new NotFound('campaign');
}

type Teller = { id: string; sponsorId: string | null };
type Put = { campaign: SeenCampaign; teller: Teller; asked: NewFrame };

async function putFrame(ctx: Context, { campaign, teller, asked }: Put): Promise<string> {
  // What organizations sign is its text.
  if (campaign.action === 'sign_on') throw new Conflict('campaigns.frame-of-letter');
  const written = { ...tidyFrame(asked), title: asked.title.trim(), ask: asked.ask.trim() };
  refuseShort(written);
  if (asked.pictureKey) await requirePicture(ctx, asked.pictureKey);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'frames', teller.id);
    await holdFrames(tx, campaign.id);
    const { sponsorId } = teller;
    const isOwn = sponsorId ? eq(campaignFrames.sponsorId, sponsorId) : isNull(campaignFrames.sponsorId);
    const kept = await tx.$count(campaignFrames, and(eq(campaignFrames.campaignId, campaign.id), isOwn));
    if (kept >= MOST_FRAMES) throw new Conflict('campaigns.frames-most', { most: MOST_FRAMES });
    const id = newId();
    const slug = draftSlug(id);
    const by = { createdBy: ctx.viewer.id };
    await tx
      .insert(campaignFrames)
      .values({ ...written, ...by, id, slug, sponsorId, campaignId: campaign.id });
    note(tx, ctx, 'campaigns.frame-written', { groupId: teller.id, id }, { campaignId: campaign.id });
    return slug;
  });
}

/** Whoever else writes or publishes one of the same campaign waits: so many are so many. */
export async function holdFrames(tx: Transaction, campaignId: string): Promise<void> {
  await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for('no key update');
}

/** Changes what a frame says. One that another group said yes to is taken off first. */
export async function editFrame(
  ctx: Context,
  place: { slug: string; frame: string },
  asked: FrameChange,
): Promise<void> {
  const frame = await findFrame(ctx, place.slug, place.frame);
  permitFrameDeed('edit', frame);
  const changes = tidyFrame(asked);
  refuseShort(changes);
  if (asked.pictureKey) await requirePicture(ctx, asked.pictureKey);
  await changeFrame(ctx, frame, async (tx) => {
    if (Object.keys(changes).length === 0) return;
    await tx
      .update(campaignFrames)
      .set({ ...changes, version: sql`${campaignFrames.version} + 1` })
      .where(eq(campaignFrames.id, frame.id));
    noteFrame(tx, ctx, 'campaigns.frame-edited', frame);
  });
}

/** Removes a draft that was never out. */
export async function removeFrame(ctx: Context, place: { slug: string; frame: string }): Promise<void> {
  const frame = await findFrame(ctx, place.slug, place.frame);
  permitFrameDeed('remove', frame);
  await changeFrame(ctx, frame, async (tx) => {
    await tx.delete(campaignFrames).where(eq(campaignFrames.id, frame.id));
    noteFrame(tx, ctx, 'campaigns.frame-removed', frame);
  });
}

/** Does something to a frame in the state in which the viewer saw it, or not at all (409). */
export async function changeFrame(
  ctx: Context,
  { id, state, version }: SeenFrame,
  change: (tx: Transaction) => Promise<void>,
): Promise<void> {
  await ctx.change(async (tx) => {
    const [now] = await tx
      .select({ state: campaignFrames.state, version: campaignFrames.version })
      .from(campaignFrames)
      .where(eq(campaignFrames.id, id))
      .for('update');
    if (now?.state !== state || now.version !== version) throw new Conflict('conflict');
    await change(tx);
  });
}

/** Whoever may never do it is refused as such (403); for who might, the state of things does not allow it now (409). */
export function permitFrameDeed(deed: keyof typeof framePolicy, frame: SeenFrame): void {
  if (framePolicy[deed](frame)) return;
  const states = ['draft', 'asked', 'published', 'withdrawn'] as const;
  const mayEver = states.some((state) =>
    (['home', 'writer'] as const).some((withdrawnBy) =>
      framePolicy[deed]({
        ...{ ...frame, state, withdrawnBy, stands: true, isFrozen: false, wasOut: false },
        ...{ campaignState: 'published', isCampaignHidden: false },
      }),
    ),
  );
  // The policy's own refusal: forbidden, or that a group is frozen.
  if (!mayEver || frame.isFrozen) permit(framePolicy, deed, frame);
  throw new Conflict('campaigns.frame-state');
}

type FrameKind =
  | 'campaigns.frame-edited'
  | 'campaigns.frame-removed'
  | 'campaigns.frame-asked'
  | 'campaigns.frame-taken-back'
  | 'campaigns.frame-published'
  | 'campaigns.frame-refused'
  | 'campaigns.frame-withdrawn';

/** In the journal of the group that tells it. */
export function noteFrame(tx: Transaction, ctx: Context, kind: FrameKind, frame: SeenFrame): string {
  const about = { groupId: frame.tellerId, id: frame.id };
  return note(tx, ctx, kind, about, { campaignId: frame.campaign.id });
}

/** Trimmed texts, issues in lower case and once. */
function tidyFrame({ title, ask, story, issues, label, pictureAlt, ...rest }: FrameChange) {
  return {
    ...rest,
    ...(title !== undefined && { title: title.trim() }),
    ...(ask !== undefined && { ask: ask.trim() }),
    ...(story !== undefined && storyOf(story)),
    ...(issues && { issues: [...new Set(issues.map((issue) => issue.trim().toLowerCase()))] }),
    ...(label !== undefined && { label: label.trim() }),
    ...(pictureAlt !== undefined && { pictureAlt: pictureAlt.trim() }),
  };
}

function storyOf(story: string) {
  const { html, of } = proseOf('story', story);
  return { story, storyHtml: html, storyHtmlOf: of };
}

function refuseShort({ title }: { title?: string }) {
  if (title !== undefined && title.length < 3)
    throw new Invalid([{ name: 'title', code: 'field.too-short', params: { min: 3 } }]);
}

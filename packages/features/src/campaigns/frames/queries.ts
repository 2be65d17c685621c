import type { Queryable } from '@groundwork/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isListed } from '../../groups/listed.ts';
import { isFrozen, isOut, visibleTo, type ReadContext } from '../../groups/queries.ts';
import { may } from '../../groups/responsibilities.ts';
import { carries, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { links } from '../../links/tables.ts';
import { freshHtml, type Prose } from '../../site/prose.ts';
import { draftId } from '../../slugs.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign, isCampaignAt, type SeenCampaign } from '../queries.ts';
import { findBringer } from '../sponsors/queries.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { campaignFrames } from './tables.ts';

/** The condition, over `campaign_frames` and `campaigns`, that a row of `groups` tells it. */
export const isTeller: SQL = sql`${groups.id} = coalesce(${campaignFrames.sponsorId}, ${campaigns.groupId})`;

/** The condition that whoever tells it is the home group, or stands with the campaign. */
export const tellerStands = sql<boolean>`(${campaignFrames.sponsorId} is null or exists (select from ${campaignSponsors} beside
  where beside.campaign_id = ${campaignFrames.campaignId} and beside.group_id = ${campaignFrames.sponsorId}
    and beside.accepted_at is not null))`;

/**
 * One frame as its viewer stands to it, with its campaign as they stand to that. Everybody who sees the campaign sees it while it is
 * out and may see the group that tells it; whoever writes it, always; those who answer for the campaign, from when they are asked.
 */
export async function findFrame(ctx: Context, slug: string, frameSlug: string) {
  const campaign = await findCampaign(ctx, slug);
  const [frame] = await ctx.db
    .select({ ...told, ...tellerFor(ctx) })
    .from(campaignFrames)
    .innerJoin(campaigns, eq(campaigns.id, campaignFrames.campaignId))
    .innerJoin(groups, isTeller)
    .leftJoin(...standingOf(ctx.viewer.id))
    .leftJoin(links, eq(links.id, campaignFrames.linkId))
    .where(and(eq(campaignFrames.campaignId, campaign.id), isFrameAt(frameSlug)));
  if (!frame || !isSeen(campaign, frame)) throw new NotFound('frame');
  const { stored, isTellerFrozen, ...whole } = frame;
  return {
    ...{ ...whole, ...sidesOf(campaign), campaign },
    isFrozen: campaign.isFrozen || isTellerFrozen,
    campaignState: campaign.state,
    isCampaignHidden: campaign.isHidden,
    storyHtml: await freshHtml(whole.story, stored, (prose) => storeStory(ctx.db, whole, prose)),
  };
}
export type SeenFrame = Awaited<ReturnType<typeof findFrame>>;

/** What a viewer is to a campaign's frames by what they carry in its home group, or for it alone. */
export function sidesOf(campaign: SeenCampaign) {
  return { runsHome: may(campaign, 'publish'), moderatesHome: campaignPolicy.hideNews(campaign) };
}

type Seen = { isWriter: boolean; isHomes: boolean; isTellerSeen: boolean; isTellerFrozen: boolean } & {
  state: string;
  stands: boolean;
  wasOut: boolean;
};
function isSeen(campaign: SeenCampaign, frame: Seen): boolean {
  const { state, isHomes } = frame;
  if (frame.isWriter) return true;
  if (!isHomes && !frame.isTellerSeen) return false;
  const { runsHome, moderatesHome } = sidesOf(campaign);
  if ((runsHome || moderatesHome) && (state === 'asked' || frame.wasOut || (isHomes && runsHome)))
    return true;
  return state === 'published' && frame.stands && (isHomes || !frame.isTellerFrozen);
}

/** The address that a draft of one had leads to it for good. */
function isFrameAt(slug: string) {
  const id = draftId(slug);
  return id === null ? eq(campaignFrames.slug, slug) : eq(campaignFrames.id, id);
}

const told = {
  id: campaignFrames.id,
  slug: campaignFrames.slug,
  label: campaignFrames.label,
  title: campaignFrames.title,
  ask: campaignFrames.ask,
  story: campaignFrames.story,
  stored: { html: campaignFrames.storyHtml, of: campaignFrames.storyHtmlOf },
  issues: campaignFrames.issues,
  pictureKey: campaignFrames.pictureKey,
  pictureAlt: campaignFrames.pictureAlt,
  state: campaignFrames.state,
  withdrawnBy: campaignFrames.withdrawnBy,
  version: campaignFrames.version,
  answer: campaignFrames.answer,
  sponsorId: campaignFrames.sponsorId,
  publishedAt: campaignFrames.publishedAt,
  wasOut: sql<boolean>`${campaignFrames.publishedAt} is not null`,
  isHomes: sql<boolean>`${campaignFrames.sponsorId} is null`,
  stands: tellerStands,
  linkId: campaignFrames.linkId,
  code: links.code,
};

function tellerFor({ viewer }: ReadContext) {
  return {
    tellerId: groups.id,
    tellerSlug: groups.slug,
    tellerName: groups.name,
    tellerLanguage: groups.language,
    isWriter: sql<boolean>`coalesce(${carries('publish')}, false)`,
    isTellerSeen: sql<boolean>`${visibleTo({ viewer })}`,
    isTellerListed: isListed(),
    isTellerFrozen: isFrozen,
  };
}

/**
 * The group beside the home group whose person signs here, null for the home group; and the frame on whose page they do. Who came by a
 * link of another group of the campaign is that one's also there; whoever came by none is the person of the group that tells the frame.
 */
export async function findBringing(
  { db }: Pick<ReadContext, 'db'>,
  slug: string,
  { code, frame = '' }: { code: string; frame?: string },
) {
  const [bringer, framed] = await Promise.all([
    findBringer({ db }, slug, code),
    frame === '' ? null : findFrameOut(db, { slug, frame, code: code.toLowerCase() }),
  ]);
  if (!framed) return { bringer, frameId: null };
  const { frameId, isHomes, cameByHomes, ...teller } = framed;
  return { frameId, bringer: bringer ?? (isHomes || cameByHomes ? null : teller) };
}

type Asked = { slug: string; frame: string; code: string };

async function findFrameOut(db: Queryable, { slug, frame, code }: Asked) {
  const [found] = await db
    .select({
      frameId: campaignFrames.id,
      isHomes: told.isHomes,
      id: groups.id,
      slug: groups.slug,
      name: groups.name,
      language: groups.language,
      cameByHomes: sql<boolean>`exists (select from ${links} came where came.code = ${code} and came.group_id = ${campaigns.groupId}
        and came.shut_at is null and (came.path = '/campaigns/' || ${campaigns.slug}
          or came.path like '/campaigns/' || ${campaigns.slug} || '/%'))`,
    })
    .from(campaignFrames)
    .innerJoin(campaigns, eq(campaigns.id, campaignFrames.campaignId))
    .innerJoin(groups, isTeller)
    .where(
      and(
        isCampaignAt(slug),
        isFrameAt(frame),
        eq(campaignFrames.state, 'published'),
        tellerStands,
        sql`(${told.isHomes} or (${isTellerOut}))`,
      ),
    );
  return found ?? null;
}

/** As for whoever comes by the link of a group that stands with a campaign (sponsors/queries.ts). */
const isTellerOut = sql<boolean>`(${isOut} and ${groups.frozenAt} is null)`;

/** What those read who decide about a report of a campaign: each frame that everybody may open, by its title and words. */
export async function listFrameWords({ db }: Pick<ReadContext, 'db'>, campaignId: string) {
  const rows = await db
    .select({ title: campaignFrames.title, ask: campaignFrames.ask, story: campaignFrames.story })
    .from(campaignFrames)
    .innerJoin(campaigns, eq(campaigns.id, campaignFrames.campaignId))
    .innerJoin(groups, isTeller)
    .where(
      and(
        eq(campaignFrames.campaignId, campaignId),
        eq(campaignFrames.state, 'published'),
        sql`(${told.isHomes} or ${isTellerOut})`,
      ),
    )
    .orderBy(campaignFrames.id)
    .limit(20);
  return rows.flatMap(({ title, ask, story }) => [title, ask, story]);
}

function storeStory(db: Queryable, { id, story }: { id: string; story: string }, { html, of }: Prose) {
  return db
    .update(campaignFrames)
    .set({ storyHtml: html, storyHtmlOf: of })
    .where(and(eq(campaignFrames.id, id), eq(campaignFrames.story, story)));
}

import type { Queryable } from '@groundwork/database';
import { and, desc, eq, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Context, Viewer } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup, listedFor, visibleTo, type ReadContext } from '../../groups/queries.ts';
import { carries, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { permit } from '../../policy.ts';
import { freshHtml } from '../../site/prose.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign, isPublishedOrMine, type SeenCampaign } from '../queries.ts';
import { sponsorPolicy } from '../sponsors/policy.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import { takesSponsorNews } from './policy.ts';
import { campaignUpdates } from './tables.ts';

/**
 * The condition that this viewer may know who wrote an update: the home group, or a group that is in their lists, as where
 * the groups of a campaign are named. What any other group wrote is not there.
 */
export function isFromKnown(viewer: Pick<Viewer, 'id'>): SQL {
  return sql`(${campaignUpdates.sponsorId} is null or exists (select from ${groups}
    where ${groups.id} = ${campaignUpdates.sponsorId} and ${listedFor({ viewer })}))`;
}

/** The condition that nobody took an update off its page. */
export const isOnPage: SQL | undefined = and(
  isNull(campaignUpdates.hiddenAt),
  isNull(campaignUpdates.withdrawnAt),
);

/** A campaign's news for its page, newest first; with what was taken off, for those who may put it back. */
export async function listCampaignNews({ db, viewer }: ReadContext, campaign: Paged) {
  const runsPage = campaignPolicy.hideNews(campaign);
  const rows = await db
    .select({
      id: campaignUpdates.id,
      title: campaignUpdates.title,
      body: campaignUpdates.body,
      stored: { html: campaignUpdates.bodyHtml, of: campaignUpdates.bodyHtmlOf },
      createdAt: campaignUpdates.createdAt,
      ...marks,
      slug: groups.slug,
      name: groups.name,
      language: groups.language,
      isWriter,
    })
    .from(campaignUpdates)
    .innerJoin(groups, isWrittenBy(campaign))
    .leftJoin(...standingOf(viewer.id))
    .where(
      and(
        eq(campaignUpdates.campaignId, campaign.id),
        isFromKnown(viewer),
        or(isOnPage, isWriter, runsPage ? isNull(campaignUpdates.withdrawnAt) : undefined),
      ),
    )
    .orderBy(desc(campaignUpdates.id))
    .limit(20);
  return Promise.all(
    rows.map(async ({ body, stored, ...update }) => ({
      ...update,
      runsPage,
      bodyHtml: await freshHtml(body, stored, (prose) => storeBody(db, update.id, prose)),
    })),
  );
}
/** What of a campaign decides which of its news its viewer sees. */
type Paged = { id: string; groupId: string } & Parameters<(typeof campaignPolicy)['hideNews']>[0];

export type PageUpdate = Awaited<ReturnType<typeof listCampaignNews>>[number];

/** The same news for those who run the campaign, and what they took off. */
export function listUpdates({ db, viewer }: Context, campaign: SeenCampaign) {
  permit(campaignPolicy, 'seeReach', campaign);
  return db
    .select({ ...posted, ...marks, slug: groups.slug, name: groups.name })
    .from(campaignUpdates)
    .innerJoin(groups, isWrittenBy(campaign))
    .where(
      and(
        eq(campaignUpdates.campaignId, campaign.id),
        isFromKnown(viewer),
        isNull(campaignUpdates.withdrawnAt),
      ),
    )
    .orderBy(desc(campaignUpdates.id))
    .limit(100);
}

/** One of the home group's as it was written, for those who run the campaign: another group's words are not theirs to mail. */
export async function findUpdate({ db }: Context, campaign: SeenCampaign, id: string) {
  permit(campaignPolicy, 'seeReach', campaign);
  const [update] = await db
    .select({ ...posted, body: campaignUpdates.body })
    .from(campaignUpdates)
    .where(
      and(
        eq(campaignUpdates.campaignId, campaign.id),
        eq(campaignUpdates.id, id),
        isNull(campaignUpdates.sponsorId),
      ),
    );
  if (!update) throw new NotFound('update');
  return update;
}

/** What a group posted on the page of a campaign that it stands with or stood, newest first, and whether it may post there now. */
export async function listSponsorUpdates(ctx: Context, groupSlug: string, slug: string) {
  const group = await findGroup(ctx, groupSlug);
  permit(sponsorPolicy, 'see', group);
  const campaign = await findCampaign(ctx, slug);
  const [sponsorship] = await ctx.db
    .select({ stands: sql<boolean>`${campaignSponsors.acceptedAt} is not null` })
    .from(campaignSponsors)
    .where(
      and(
        eq(campaignSponsors.campaignId, campaign.id),
        eq(campaignSponsors.groupId, group.id),
        isNotNull(campaignSponsors.acceptedAs),
      ),
    );
  if (!sponsorship) throw new NotFound('campaign');
  const rows = await ctx.db
    .select({ ...posted, ...marks })
    .from(campaignUpdates)
    .where(and(eq(campaignUpdates.campaignId, campaign.id), eq(campaignUpdates.sponsorId, group.id)))
    .orderBy(desc(campaignUpdates.id))
    .limit(100);
  const post = sponsorPolicy.post(group) && takesSponsorNews({ ...campaign, ...sponsorship });
  return { isOpen: campaign.sponsorsPost, can: { post }, rows };
}

/** Updates as news of the group that wrote them, each under its campaign's title and on its page. */
export function findNewsUpdates({ db, viewer }: ReadContext, ids: string[]) {
  return db
    .select({
      id: campaignUpdates.id,
      title: campaigns.title,
      url: sql<string>`'/campaigns/' || ${campaigns.slug} || '#update-' || ${campaignUpdates.id}`,
      isOff: sql<boolean>`(${campaigns.hiddenAt} is not null or not (${isOnPage}))`,
    })
    .from(campaignUpdates)
    .innerJoin(campaigns, eq(campaigns.id, campaignUpdates.campaignId))
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .leftJoin(...standingOf(viewer.id))
    .where(
      and(
        inArray(campaignUpdates.id, ids),
        visibleTo({ viewer }),
        isPublishedOrMine(viewer),
        isFromKnown(viewer),
      ),
    );
}

function isWrittenBy({ groupId }: { groupId: string }) {
  return sql`${groups.id} = coalesce(${campaignUpdates.sponsorId}, ${groupId}::uuid)`;
}

/** Of a sponsor's update, where the viewer's standing in its group is joined: that they publish for it. */
const isWriter = sql<boolean>`(${campaignUpdates.sponsorId} is not null and coalesce(${carries('publish')}, false))`;

const posted = {
  id: campaignUpdates.id,
  title: campaignUpdates.title,
  createdAt: campaignUpdates.createdAt,
};

const marks = {
  isSponsors: sql<boolean>`${campaignUpdates.sponsorId} is not null`,
  isHidden: sql<boolean>`${campaignUpdates.hiddenAt} is not null`,
  isWithdrawn: sql<boolean>`${campaignUpdates.withdrawnAt} is not null`,
};

function storeBody(db: Queryable, id: string, { html, of }: { html: string; of: string }) {
  return db.update(campaignUpdates).set({ bodyHtml: html, bodyHtmlOf: of }).where(eq(campaignUpdates.id, id));
}

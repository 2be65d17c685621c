import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { NotFound } from '../../errors.ts';
import { isListed } from '../../groups/listed.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { joinWords, type Reported } from '../../subject.ts';
import { findCampaign } from '../queries.ts';
import { campaigns } from '../tables.ts';
import { isOnPage } from './queries.ts';
import { campaignUpdates } from './tables.ts';

/**
 * The condition that those who decide about reports of a campaign's page may read an update there: the home group's, or that of a
 * group that everybody finds in lists. Whoever may see more does not show it to them by a report.
 */
export const isForAllToRead = or(
  isNull(campaignUpdates.sponsorId),
  sql`exists (select from ${groups} writer where writer.id = ${campaignUpdates.sponsorId} and ${isListed(sql`writer`)})`,
);

/** News on a campaign's page, whoever wrote it, for who sees the campaign. Those who answer for the page decide. */
export async function findReportedUpdate(asker: ReadContext, id: string): Promise<Reported> {
  const [update] = await asker.db
    .select({
      title: campaignUpdates.title,
      body: campaignUpdates.body,
      authorId: campaignUpdates.createdBy,
      isSponsors: sql<boolean>`${campaignUpdates.sponsorId} is not null`,
      slug: campaigns.slug,
      writer: groups.name,
    })
    .from(campaignUpdates)
    .innerJoin(campaigns, eq(campaigns.id, campaignUpdates.campaignId))
    .innerJoin(groups, sql`${groups.id} = coalesce(${campaignUpdates.sponsorId}, ${campaigns.groupId})`)
    .where(and(eq(campaignUpdates.id, id), isOnPage, isForAllToRead));
  if (!update) throw new NotFound('subject');
  const campaign = await findCampaign(asker, update.slug);
  return {
    id,
    key: id,
    title: update.title,
    url: `/campaigns/${campaign.slug}#update-${id}`,
    group: { id: campaign.groupId, slug: campaign.groupSlug, name: campaign.groupName },
    authorId: update.authorId,
    // Another group's word is under its name, so that nobody takes it for the home group's.
    authorName: update.isSponsors ? update.writer : null,
    words: campaign.isHidden ? null : joinWords(update.title, update.body),
    isOfGroup: !update.isSponsors,
  };
}

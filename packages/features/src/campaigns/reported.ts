import { and, desc, eq } from 'drizzle-orm';
import { findAuthorId } from '../accounts/authors.ts';
import type { ReadContext } from '../groups/queries.ts';
import { joinWords, type Reported } from '../subject.ts';
import { listFrameWords } from './frames/queries.ts';
import { findCampaign } from './queries.ts';
import { campaigns } from './tables.ts';
import { isOnPage } from './updates/queries.ts';
import { isForAllToRead } from './updates/reported.ts';
import { campaignUpdates } from './updates/tables.ts';

/** A campaign with what its page says, its latest news and its frames included, for who sees it. */
export async function findReportedCampaign(asker: ReadContext, slug: string): Promise<Reported> {
  const campaign = await findCampaign(asker, slug);
  const [[texts], news, frames, authorId] = await Promise.all([
    asker.db
      .select({ story: campaigns.story, target: campaigns.target, pledgeText: campaigns.pledgeText })
      .from(campaigns)
      .where(eq(campaigns.id, campaign.id)),
    asker.db
      .select({ title: campaignUpdates.title, body: campaignUpdates.body })
      .from(campaignUpdates)
      .where(and(eq(campaignUpdates.campaignId, campaign.id), isOnPage, isForAllToRead))
      .orderBy(desc(campaignUpdates.id))
      .limit(5),
    listFrameWords(asker, campaign.id),
    findAuthorId(asker, { kind: 'campaigns.created', id: campaign.id }),
  ]);
  const { title, ask } = campaign;
  const parts = [ask, texts?.target, texts?.pledgeText, texts?.story];
  return {
    id: campaign.id,
    key: campaign.slug,
    title,
    url: `/campaigns/${campaign.slug}`,
    group: { id: campaign.groupId, slug: campaign.groupSlug, name: campaign.groupName },
    authorId,
    words: campaign.isHidden
      ? null
      : joinWords(...parts, ...news.flatMap((one) => [one.title, one.body]), ...frames),
    isOfGroup: true,
  };
}

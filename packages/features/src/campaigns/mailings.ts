import { place } from '@groundwork/mail';
import { eq, sql } from 'drizzle-orm';
import { groups } from '../groups/tables.ts';
import type { MailingKind } from '../mailings/content.ts';
import { subscriptionSeal, unsubscribingBy } from '../people/queries.ts';
import { plainParagraphs } from '../site/plain-paragraphs.ts';
import { campaigns } from './tables.ts';
import { updateLetter } from './updates/letters.ts';
import { campaignUpdates } from './updates/tables.ts';

/**
 * An update, to those who signed: each with their own way out. None is begun any more; those that the version before began go
 * out to the last.
 */
export const updateMailings: MailingKind = {
  kind: 'campaigns.update',
  isOwed: false,
  async read(house, db, { aboutId }) {
    const [update] = await db
      .select({
        title: campaignUpdates.title,
        body: campaignUpdates.body,
        campaignTitle: campaigns.title,
        slug: campaigns.slug,
        isHidden: sql<boolean>`${campaigns.hiddenAt} is not null`,
        groupName: groups.name,
      })
      .from(campaignUpdates)
      .innerJoin(campaigns, eq(campaigns.id, campaignUpdates.campaignId))
      .innerJoin(groups, eq(groups.id, campaigns.groupId))
      .where(eq(campaignUpdates.id, aboutId));
    if (!update) return 'moot';
    if (update.isHidden) return 'hidden';
    const pageUrl = `${house.settings.publicUrl}/campaigns/${update.slug}`;
    const news = { ...update, paragraphs: plainParagraphs(update.body), pageUrl };
    return {
      write: (language) => updateLetter(language, news, unsubscribingBy(house, place('seal'))),
      values: ({ personId }) => ({ seal: subscriptionSeal(house, personId) }),
    };
  },
};

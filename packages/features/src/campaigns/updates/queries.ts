import type { Queryable } from '@groundwork/database';
import { desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { permit } from '../../policy.ts';
import { freshHtml } from '../../site/prose.ts';
import { campaignPolicy } from '../policy.ts';
import type { SeenCampaign } from '../queries.ts';
import { countReceivers } from '../signatures/queries.ts';
import { fates } from './mailed.ts';
import { campaignUpdates } from './tables.ts';

/** A campaign's news for its page, newest first. */
export async function listNews({ db }: { db: Queryable }, campaignId: string) {
  const rows = await db
    .select({
      id: campaignUpdates.id,
      title: campaignUpdates.title,
      body: campaignUpdates.body,
      kept: { html: campaignUpdates.bodyHtml, of: campaignUpdates.bodyHtmlOf },
      createdAt: campaignUpdates.createdAt,
    })
    .from(campaignUpdates)
    .where(eq(campaignUpdates.campaignId, campaignId))
    .orderBy(desc(campaignUpdates.id))
    .limit(20);
  return Promise.all(
    rows.map(async ({ body, kept, ...update }) => ({
      ...update,
      bodyHtml: await freshHtml(body, kept, ({ html, of }) =>
        db
          .update(campaignUpdates)
          .set({ bodyHtml: html, bodyHtmlOf: of })
          .where(eq(campaignUpdates.id, update.id)),
      ),
    })),
  );
}

/** The same news for those who wrote it, with how far the mail has gone. */
export async function listUpdates({ db }: Context, campaign: SeenCampaign) {
  permit(campaignPolicy, 'seeReach', campaign);
  const rows = await db
    .select({
      id: campaignUpdates.id,
      title: campaignUpdates.title,
      createdAt: campaignUpdates.createdAt,
      isMailed: campaignUpdates.isMailed,
      mailedAt: campaignUpdates.mailedAt,
      sentCount: campaignUpdates.sentCount,
      mailedUpTo: campaignUpdates.mailedUpTo,
      fates,
    })
    .from(campaignUpdates)
    .where(eq(campaignUpdates.campaignId, campaign.id))
    .orderBy(desc(campaignUpdates.id))
    .limit(100);
  // Few are under way at once, for seconds.
  const toCome = ({ isMailed, mailedAt, mailedUpTo }: (typeof rows)[number]) =>
    isMailed && mailedAt === null ? countReceivers({ db }, campaign.id, mailedUpTo) : 0;
  return Promise.all(rows.map(async (row) => ({ ...row, toComeCount: await toCome(row) })));
}

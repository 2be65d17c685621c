import type { Queryable } from '@groundwork/database';
import { desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { progress, progressOf, tells } from '../../mailings/queries.ts';
import { mailings } from '../../mailings/tables.ts';
import { permit } from '../../policy.ts';
import { freshHtml } from '../../site/prose.ts';
import { signers } from '../audiences.ts';
import { campaignPolicy } from '../policy.ts';
import type { SeenCampaign } from '../queries.ts';
import { campaignUpdates } from './tables.ts';

/** A campaign's news for its page, newest first. */
export async function listCampaignNews({ db }: { db: Queryable }, campaignId: string) {
  const rows = await db
    .select({
      id: campaignUpdates.id,
      title: campaignUpdates.title,
      body: campaignUpdates.body,
      stored: { html: campaignUpdates.bodyHtml, of: campaignUpdates.bodyHtmlOf },
      createdAt: campaignUpdates.createdAt,
    })
    .from(campaignUpdates)
    .where(eq(campaignUpdates.campaignId, campaignId))
    .orderBy(desc(campaignUpdates.id))
    .limit(20);
  return Promise.all(
    rows.map(async ({ body, stored, ...update }) => ({
      ...update,
      bodyHtml: await freshHtml(body, stored, ({ html, of }) =>
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
  const mayMail = campaignPolicy.mailNews(campaign);
  const rows = await db
    .select({
      id: campaignUpdates.id,
      title: campaignUpdates.title,
      createdAt: campaignUpdates.createdAt,
      mailing: progress,
    })
    .from(campaignUpdates)
    .leftJoin(mailings, tells('campaigns.update', campaignUpdates.id))
    .where(eq(campaignUpdates.campaignId, campaign.id))
    .orderBy(desc(campaignUpdates.id))
    .limit(100);
  // Few are under way at once, for seconds, or stopped.
  return Promise.all(
    rows.map(async ({ mailing, ...update }) => ({
      ...update,
      mailing: mailing && (await progressOf(db, signers, { ...mailing, mayMail })),
    })),
  );
}

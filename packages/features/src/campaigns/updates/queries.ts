import type { Queryable } from '@groundwork/database';
import { and, desc, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { permit } from '../../policy.ts';
import { freshHtml } from '../../site/prose.ts';
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

/** The same news for those who run the campaign. */
export function listUpdates({ db }: Context, campaign: SeenCampaign) {
  permit(campaignPolicy, 'seeReach', campaign);
  return db
    .select(posted)
    .from(campaignUpdates)
    .where(eq(campaignUpdates.campaignId, campaign.id))
    .orderBy(desc(campaignUpdates.id))
    .limit(100);
}

/** One of them as it was written, for those who run the campaign. */
export async function findUpdate({ db }: Context, campaign: SeenCampaign, id: string) {
  permit(campaignPolicy, 'seeReach', campaign);
  const [update] = await db
    .select({ ...posted, body: campaignUpdates.body })
    .from(campaignUpdates)
    .where(and(eq(campaignUpdates.campaignId, campaign.id), eq(campaignUpdates.id, id)));
  if (!update) throw new NotFound('update');
  return update;
}

const posted = {
  id: campaignUpdates.id,
  title: campaignUpdates.title,
  createdAt: campaignUpdates.createdAt,
};

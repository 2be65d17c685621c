import type { Queryable } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import { mayLead } from '../../campaigns/queries.ts';
import { campaigns } from '../../campaigns/tables.ts';
import { groups } from '../../groups/tables.ts';
import { findSite } from '../../site/queries.ts';
import { sites } from '../../site/tables.ts';

/** What the stewards have settled, as they edit it. A campaign that turned private since is not named even to them. */
export async function findSettings({ db }: { db: Queryable }) {
  const site = await findSite({ db });
  const [settings] = await db
    .select({ rules: sites.rules, frontCampaignId: sites.frontCampaignId, lookAbove: sites.lookAbove })
    .from(sites);
  const [frontCampaign] = settings?.frontCampaignId
    ? await db
        .select({ slug: campaigns.slug, title: campaigns.title })
        .from(campaigns)
        .innerJoin(groups, eq(groups.id, campaigns.groupId))
        .where(and(eq(campaigns.id, settings.frontCampaignId), mayLead))
    : [];
  const { rules = '', lookAbove = null } = settings ?? {};
  return { ...site, rules, lookAbove, frontCampaign: frontCampaign ?? null };
}

/** The id of a campaign that may lead the start page, by its slug; null when strangers do not come across it. */
export async function findLeading(db: Queryable, slug: string): Promise<string | null> {
  const [campaign] = await db
    .select({ id: campaigns.id })
    .from(campaigns)
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(and(eq(campaigns.slug, slug), mayLead));
  return campaign?.id ?? null;
}

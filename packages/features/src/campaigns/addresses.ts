import type { Transaction } from '@groundwork/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { groups } from '../groups/tables.ts';
import type { Entry } from '../journal.ts';
import { hideAddresses, moveLinks } from '../links/actions.ts';
import { draftSlug } from '../slugs.ts';
import { freeSlug, slugsFor } from '../site/new-slugs.ts';
import type { SeenCampaign } from './queries.ts';
import { campaigns, campaignSponsors } from './tables.ts';

type Addressed = Pick<SeenCampaign, 'id' | 'title' | 'slug' | 'groupId' | 'visibility' | 'isVouched'>;

/**
 * Gives a draft the address under which it goes out; links that were made to the draft lead on to it. Where nobody has
 * vouched for its group it is not out yet, and keeps the address of a draft.
 */
export async function giveCampaignSlug(tx: Transaction, campaign: Addressed): Promise<string> {
  const { id, title, slug: former, visibility, isVouched } = campaign;
  if (visibility === 'public' && !isVouched) return former;
  const wanted = slugsFor(title, { isPublic: visibility === 'public', noun: 'campaign' });
  const slug = await freeSlug(tx, campaigns.slug, wanted);
  await tx.update(campaigns).set({ slug }).where(eq(campaigns.id, id));
  await moveLinks(tx, await linkHolders(tx, campaign), [`/campaigns/${former}`, `/campaigns/${slug}`]);
  return slug;
}

/** The groups that have links to a campaign: its own, and those that stand with it or stood. */
export async function linkHolders(
  tx: Transaction,
  { id, groupId }: { id: string; groupId: string },
): Promise<string[]> {
  const sponsors = await tx
    .select({ groupId: campaignSponsors.groupId })
    .from(campaignSponsors)
    .where(eq(campaignSponsors.campaignId, id));
  return [groupId, ...sponsors.map((sponsor) => sponsor.groupId)];
}

/** Somebody vouched for a group: what it had published gets its address now. May run twice for one entry. */
export async function showCampaigns(ctx: Context, { groupId }: Entry): Promise<void> {
  await ctx.change(async (tx) => {
    const waiting = await tx
      .select({
        ...{ id: campaigns.id, title: campaigns.title, slug: campaigns.slug, groupId: campaigns.groupId },
        visibility: groups.visibility,
        isVouched: sql<boolean>`${groups.vouchedAt} is not null`,
      })
      .from(campaigns)
      .innerJoin(groups, eq(groups.id, campaigns.groupId))
      .where(and(sql`${groups.id} = ${groupId}`, ne(campaigns.state, 'draft')))
      .orderBy(campaigns.id);
    for (const campaign of waiting.filter(({ id, slug }) => slug === draftSlug(id)))
      await giveCampaignSlug(tx, campaign);
  });
}

/** A group turned private: its campaigns' addresses tell of nothing either. May run twice for one entry. */
export async function hideCampaigns(ctx: Context, { id, groupId }: Entry): Promise<void> {
  const holders = sql`(select sponsor.group_id from ${campaignSponsors} sponsor
    join ${campaigns} served on served.id = sponsor.campaign_id where served.group_id = ${groupId})`;
  const asked = { entryId: id, groupId, folder: '/campaigns/', holders };
  await ctx.change((tx) => hideAddresses(tx, campaigns, asked));
}

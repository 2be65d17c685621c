import { newId, type Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, NotFound } from '../../errors.ts';
import { findGroup, isFrozen, type SeenGroup } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit, refuseFrozen } from '../../policy.ts';
import { proseOf } from '../../site/prose.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign, type SeenCampaign } from '../queries.ts';
import { sponsorPolicy } from '../sponsors/policy.ts';
import { tellHome } from '../sponsors/telling.ts';
import { campaigns, campaignSponsors } from '../tables.ts';
import type { NewUpdate } from './contract.ts';
import { takesSponsorNews } from './policy.ts';
import { campaignUpdates } from './tables.ts';

/** Tells news of a campaign on its page. Who signed hears of it by a mailing, which is written for itself. */
export async function postUpdate(ctx: Context, slug: string, asked: NewUpdate) {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'tellNews', campaign);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'updates', campaign.groupId);
    return putUpdate(tx, ctx, { campaign, sponsorId: null, asked });
  });
}

/**
 * A group that stands with a campaign tells news of it on its page, under its own name, as long as the home group lets those who do.
 * The home group's organizers hear of it where they may know of the group, which is where they see the news.
 */
export async function postSponsorUpdate(ctx: Context, groupSlug: string, slug: string, asked: NewUpdate) {
  const group = await findGroup(ctx, groupSlug);
  permit(sponsorPolicy, 'post', group);
  const campaign = await findCampaign(ctx, slug);
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'updates', group.id);
    await holdPage(tx, campaign, group);
    const { entryId, ...update } = await putUpdate(tx, ctx, { campaign, sponsorId: group.id, asked });
    const { groupId: homeId, title } = campaign;
    if (isInLists(group))
      await tellHome(tx, ctx, 'posted', { homeId, slug: campaign.slug, title, group: group.name, entryId });
    return update;
  });
}

type Put = { campaign: SeenCampaign; sponsorId: string | null; asked: NewUpdate };

async function putUpdate(tx: Transaction, ctx: Context, { campaign, sponsorId, asked }: Put) {
  const body = asked.body.trim();
  const prose = proseOf('body', body);
  const groupId = sponsorId ?? campaign.groupId;
  const [update] = await tx
    .insert(campaignUpdates)
    .values({
      ...{ id: newId(), campaignId: campaign.id, sponsorId, title: asked.title.trim(), body },
      ...{ bodyHtml: prose.html, bodyHtmlOf: prose.of, createdBy: ctx.viewer.id },
    })
    .returning({
      id: campaignUpdates.id,
      title: campaignUpdates.title,
      createdAt: campaignUpdates.createdAt,
    });
  if (!update) throw new Error('an insert always returns its row');
  const about = { groupId, id: update.id };
  const entryId = note(tx, ctx, 'campaigns.update-posted', about, { campaignId: campaign.id });
  return { ...update, entryId };
}

/** Holds that the page takes the group's word now: nobody ends that meanwhile. Whoever does not stand with it finds nothing here. */
async function holdPage(tx: Transaction, campaign: { id: string }, group: { id: string }) {
  const [page] = await tx
    .select({
      sponsorsPost: campaigns.sponsorsPost,
      state: campaigns.state,
      isHidden: sql<boolean>`${campaigns.hiddenAt} is not null`,
      isFrozen,
    })
    .from(campaignSponsors)
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(
      and(
        eq(campaignSponsors.campaignId, campaign.id),
        eq(campaignSponsors.groupId, group.id),
        isNotNull(campaignSponsors.acceptedAt),
      ),
    )
    .for('share');
  if (!page) throw new NotFound('campaign');
  if (!page.sponsorsPost) throw new Forbidden('campaigns.sponsors-post-not');
  refuseFrozen(page);
  if (!takesSponsorNews({ ...page, stands: true })) throw new Conflict('campaigns.state');
}

function isInLists({ visibility, isVouched, isHidden }: SeenGroup) {
  return visibility === 'public' && isVouched && !isHidden;
}

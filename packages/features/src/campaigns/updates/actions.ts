import { newId } from '@groundwork/database';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { proseOf } from '../../site/prose.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import type { NewUpdate } from './contract.ts';
import { campaignUpdates } from './tables.ts';

/** Tells news of a campaign on its page. Who signed hears of it by a mailing, which is written for itself. */
export async function postUpdate(ctx: Context, slug: string, { title, body }: NewUpdate) {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'tellNews', campaign);
  const prose = proseOf('body', body.trim());
  return ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'updates', campaign.groupId);
    const [update] = await tx
      .insert(campaignUpdates)
      .values({
        id: newId(),
        campaignId: campaign.id,
        title: title.trim(),
        body: body.trim(),
        bodyHtml: prose.html,
        bodyHtmlOf: prose.of,
        createdBy: ctx.viewer.id,
      })
      .returning();
    if (!update) throw new Error('an insert always returns its row');
    note(
      tx,
      ctx,
      'campaigns.update-posted',
      { groupId: campaign.groupId, id: update.id },
      { campaignId: campaign.id },
    );
    return update;
  });
}

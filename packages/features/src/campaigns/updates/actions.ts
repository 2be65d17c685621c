import { newId } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { resumeMailing, startMailing, stopMailing } from '../../mailings/actions.ts';
import { tells } from '../../mailings/queries.ts';
import { mailings } from '../../mailings/tables.ts';
import { permit } from '../../policy.ts';
import { proseOf } from '../../site/prose.ts';
import { signers } from '../audiences.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import type { NewUpdate } from './contract.ts';
import { campaignUpdates } from './tables.ts';

/** Tells news of a campaign: at once on its page and, if asked, by mail from the worker. */
export async function postUpdate(ctx: Context, slug: string, { title, body, mail }: NewUpdate) {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'tellNews', campaign);
  if (mail) permit(campaignPolicy, 'mailNews', campaign);
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
    if (mail) {
      const audience = signers.of({ campaignId: campaign.id });
      await startMailing(tx, ctx, {
        groupId: campaign.groupId,
        kind: 'campaigns.update',
        aboutId: update.id,
        audience,
      });
    }
    return update;
  });
}

/** Stops the mailing of an update. */
export async function stopUpdate(ctx: Context, slug: string, updateId: string): Promise<void> {
  await stopMailing(ctx, await findUpdateMailing(ctx, slug, updateId));
}

/** Mails an update that was stopped to those whom it did not reach. */
export async function resumeUpdate(ctx: Context, slug: string, updateId: string): Promise<void> {
  await resumeMailing(ctx, await findUpdateMailing(ctx, slug, updateId));
}

/** The mailing of one of a campaign's updates, for those who may mail its news. */
async function findUpdateMailing(ctx: Context, slug: string, updateId: string): Promise<string> {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'mailNews', campaign);
  const [update] = await ctx.db
    .select({ mailingId: mailings.id })
    .from(campaignUpdates)
    .innerJoin(mailings, tells('campaigns.update', campaignUpdates.id))
    .where(and(eq(campaignUpdates.id, updateId), eq(campaignUpdates.campaignId, campaign.id)));
  if (!update) throw new NotFound('update');
  return update.mailingId;
}

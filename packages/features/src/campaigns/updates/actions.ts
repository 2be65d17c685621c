import { newId, type Transaction } from '@groundwork/database';
import { and, asc, eq, gt, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { spendQuota } from '../../limits/making.ts';
import { groups } from '../../groups/tables.ts';
import { note } from '../../journal.ts';
import { promiseMails, type MailPromise } from '../../outbox/actions.ts';
import { unsubscribing } from '../../people/queries.ts';
import { people } from '../../people/tables.ts';
import { permit } from '../../policy.ts';
import { plainParagraphs } from '../../site/plain-paragraphs.ts';
import { proseOf } from '../../site/prose.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { isReceiver } from '../signatures/queries.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns } from '../tables.ts';
import type { NewUpdate } from './contract.ts';
import { updateLetter } from './letters.ts';
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
        isMailed: mail,
      })
      .returning();
    if (!update) throw new Error('an insert always returns its row');
    await note(
      tx,
      ctx,
      'campaigns.update-posted',
      { groupId: campaign.groupId, id: update.id },
      { campaignId: campaign.id },
    );
    return update;
  });
}

/**
 * Promises the next few hundred mails of an update and asks for the rest through the journal, all in one transaction:
 * where it stopped is in the update's own row, so a crash or a job that runs twice neither skips nor repeats anyone.
 */
export async function mailUpdate(ctx: Context, updateId: string | null): Promise<void> {
  if (updateId === null) return;
  await ctx.change(async (tx) => {
    const update = await takeUpdate(tx, updateId);
    if (!update) return;
    const receivers = await nextReceivers(tx, update);
    const pageUrl = `${ctx.settings.publicUrl}/campaigns/${update.slug}`;
    const news = { ...update, paragraphs: plainParagraphs(update.body), pageUrl };
    const promises = receivers.flatMap(({ id, email: to, language }): MailPromise[] => {
      if (to === null) return [];
      const written = updateLetter(language, news, unsubscribing(ctx, id, language));
      return [{ key: `update:${updateId}:${id}`, to, language, groupId: update.groupId, ...written }];
    });
    await promiseMails(tx, promises);
    await goOn(tx, update, receivers);
  });
}

const BATCH = 500;

type Underway = NonNullable<Awaited<ReturnType<typeof takeUpdate>>>;
async function takeUpdate(tx: Transaction, updateId: string) {
  const [update] = await tx
    .select({
      id: campaignUpdates.id,
      title: campaignUpdates.title,
      body: campaignUpdates.body,
      mailedUpTo: campaignUpdates.mailedUpTo,
      mailCount: campaignUpdates.mailCount,
      campaignId: campaigns.id,
      campaignTitle: campaigns.title,
      slug: campaigns.slug,
      groupId: campaigns.groupId,
      groupName: groups.name,
    })
    .from(campaignUpdates)
    .innerJoin(campaigns, eq(campaigns.id, campaignUpdates.campaignId))
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .where(
      and(
        eq(campaignUpdates.id, updateId),
        eq(campaignUpdates.isMailed, true),
        isNull(campaignUpdates.mailedAt),
      ),
    )
    .for('update', { of: campaignUpdates });
  return update;
}

async function nextReceivers(tx: Transaction, { campaignId, mailedUpTo }: Underway) {
  return tx
    .select({ id: people.id, email: people.email, language: people.language })
    .from(signatures)
    .innerJoin(people, eq(people.id, signatures.personId))
    .where(and(isReceiver(campaignId), mailedUpTo === null ? undefined : gt(signatures.personId, mailedUpTo)))
    .orderBy(asc(signatures.personId))
    .limit(BATCH);
}

async function goOn(tx: Transaction, update: Underway, receivers: { id: string }[]) {
  const isLast = receivers.length < BATCH;
  await tx
    .update(campaignUpdates)
    .set({
      mailedUpTo: receivers.at(-1)?.id ?? update.mailedUpTo,
      mailCount: update.mailCount + receivers.length,
      mailedAt: isLast ? sql`now()` : null,
    })
    .where(eq(campaignUpdates.id, update.id));
  const kind = isLast ? 'campaigns.update-mailed' : 'campaigns.update-batch-mailed';
  await note(tx, null, kind, update, { campaignId: update.campaignId });
}

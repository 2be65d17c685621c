import { newId, type Transaction } from '@groundwork/database';
import { newFileKey } from '@groundwork/files';
import { and, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { TELLING_COUNT } from '../../groups/cards.ts';
import { may } from '../../groups/responsibilities.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { campaigns } from '../tables.ts';
import { findCounted } from './counted.ts';
import { countProofPolicy } from './policy.ts';
import { findProvable } from './queries.ts';
import { campaignProofs } from './tables.ts';

/** Each is a list of everybody who counts, to write and to keep: so many of one campaign in a day, whichever group asks. */
const MOST_A_DAY = 6;
/** One that is younger is as good as another. */
const FRESH = sql`interval '1 hour'`;
/** One that waits so long is asked of the worker once more. */
const LATE = sql`interval '10 minutes'`;

/** Asks the worker to count a campaign and to keep the list, or answers with the one of the last hour. */
export async function takeCountProof(ctx: Context, slug: string) {
  const campaign = await findProvable(ctx, slug);
  permit(countProofPolicy, 'take', campaign);
  if (campaign.state === 'draft' || campaign.isHidden) throw new Conflict('campaigns.state');
  return ctx.change(async (tx) => {
    const count = await lockCount(tx, campaign.id);
    if (count < TELLING_COUNT) throw new Conflict('campaigns.proof-too-few');
    const fresh = await findFresh(tx, campaign.id);
    if (fresh?.isLate) noteAsked(tx, ctx, { ...fresh, campaignId: campaign.id });
    if (fresh) return { id: fresh.id, state: fresh.state };
    const lately = and(
      eq(campaignProofs.campaignId, campaign.id),
      sql`${campaignProofs.askedAt} > now() - interval '1 day'`,
    );
    if ((await tx.$count(campaignProofs, lately)) >= MOST_A_DAY)
      throw new Conflict('campaigns.proofs-enough', { count: MOST_A_DAY });
    await spendQuota(ctx, tx, 'proofs');
    const [id, groupId] = [newId(), may(campaign, 'publish') ? campaign.groupId : campaign.sponsorId];
    await tx.insert(campaignProofs).values({
      ...{ id, campaignId: campaign.id, fileKey: newFileKey() },
      ...{ askedBy: ctx.viewer.id, askedFor: groupId },
    });
    noteAsked(tx, ctx, { id, groupId, campaignId: campaign.id });
    return { id, state: 'waiting' as const };
  });
}

function noteAsked(
  tx: Transaction,
  ctx: Context,
  { id, groupId, campaignId }: { id: string; groupId: string | null; campaignId: string },
) {
  note(tx, ctx, 'campaigns.proof-asked', { groupId, id }, { campaignId });
}

/** Of two who ask at once, the second is given what the first asked for. Nobody who signs waits for it. */
async function lockCount(tx: Transaction, campaignId: string): Promise<number> {
  await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(eq(campaigns.id, campaignId))
    .for('no key update');
  const counted = await findCounted(tx, campaignId);
  if (!counted) throw new NotFound('campaign');
  return counted.count;
}

async function findFresh(tx: Transaction, campaignId: string) {
  const [fresh] = await tx
    .select({
      id: campaignProofs.id,
      groupId: campaignProofs.askedFor,
      state: sql<
        'waiting' | 'counted'
      >`case when ${campaignProofs.countedAt} is null then 'waiting' else 'counted' end`,
      isLate: sql<boolean>`${campaignProofs.countedAt} is null and ${campaignProofs.askedAt} < now() - ${LATE}`,
    })
    .from(campaignProofs)
    .where(
      and(
        eq(campaignProofs.campaignId, campaignId),
        isNull(campaignProofs.failedAt),
        sql`(${campaignProofs.countedAt} is null or ${campaignProofs.countedAt} > now() - ${FRESH})`,
      ),
    )
    .orderBy(desc(campaignProofs.id))
    .limit(1);
  return fresh;
}

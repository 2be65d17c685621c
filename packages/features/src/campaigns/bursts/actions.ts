import type { Transaction } from '@groundwork/database';
import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { permit } from '../../policy.ts';
import { campaignPolicy } from '../policy.ts';
import { findCampaign } from '../queries.ts';
import { countSignature } from '../signatures/counting.ts';
import { signatures } from '../signatures/tables.ts';
import { campaigns } from '../tables.ts';
import { signatureBursts, signatureHolds } from './tables.ts';

/**
 * Releases what a burst holds: whose mailbox is proven counts, the others once it is. The same domain or link is trusted
 * for a week; what fell into the trap, or came from one household, is asked about anew.
 */
export async function releaseBurst(ctx: Context, slug: string, id: string): Promise<void> {
  await decide(ctx, { slug, id, kind: 'campaigns.burst-released' }, async (tx) => {
    await tx
      .update(signatureBursts)
      .set({ trustedAt: sql`now()` })
      .where(eq(signatureBursts.id, id));
    return setHolds(tx, id, { set: { releasedAt: sql`now()` }, from: WAITING });
  });
}

/** Refuses what a burst holds: it does not count, and is erased after 30 days unless this is taken back. */
export async function refuseBurst(ctx: Context, slug: string, id: string): Promise<void> {
  await decide(ctx, { slug, id, kind: 'campaigns.burst-refused' }, (tx) =>
    setHolds(tx, id, { set: { refusedAt: sql`now()` }, from: WAITING }),
  );
}

/** Takes a refusal back: what it refused waits again. */
export async function restoreBurst(ctx: Context, slug: string, id: string): Promise<void> {
  await decide(ctx, { slug, id, kind: 'campaigns.burst-restored' }, (tx) =>
    setHolds(tx, id, { set: { refusedAt: null }, from: isNotNull(signatureHolds.refusedAt) }),
  );
}

/** Counts what was released, some at a time, as if each had confirmed now. Safe to do twice. */
export async function countReleased(ctx: Context, burstId: string | null): Promise<void> {
  if (burstId === null) return;
  while ((await ctx.change((tx) => countBatch(tx, ctx, burstId))) === BATCH);
}

/** Small enough that nobody waits for its locks. */
const BATCH = 200;

const WAITING = and(isNull(signatureHolds.releasedAt), isNull(signatureHolds.refusedAt));

type Decided = 'campaigns.burst-released' | 'campaigns.burst-refused' | 'campaigns.burst-restored';
type Decision = { slug: string; id: string; kind: Decided };

async function decide(
  ctx: Context,
  { slug, id, kind }: Decision,
  apply: (tx: Transaction) => Promise<number>,
): Promise<void> {
  const campaign = await findCampaign(ctx, slug);
  permit(campaignPolicy, 'judgeHeld', campaign);
  await ctx.change(async (tx) => {
    const [burst] = await tx
      .select({ id: signatureBursts.id })
      .from(signatureBursts)
      .where(and(eq(signatureBursts.id, id), eq(signatureBursts.campaignId, campaign.id)))
      .for('update');
    if (!burst) throw new NotFound('burst');
    const count = await apply(tx);
    if (count === 0) return;
    note(tx, ctx, kind, { groupId: campaign.groupId, id }, { campaignId: campaign.id, count });
  });
}

type Step = { set: { releasedAt?: SQL; refusedAt?: SQL | null }; from: SQL | undefined };

async function setHolds(tx: Transaction, burstId: string, { set, from }: Step): Promise<number> {
  const moved = await tx
    .update(signatureHolds)
    .set(set)
    .where(and(eq(signatureHolds.burstId, burstId), from))
    .returning({ id: signatureHolds.signatureId });
  return moved.length;
}

async function countBatch(tx: Transaction, house: House, burstId: string): Promise<number> {
  const released = await tx
    .select({ ...noted, isProven: sql<boolean>`${signatureHolds.provenAt} is not null` })
    .from(signatureHolds)
    .innerJoin(signatures, eq(signatures.id, signatureHolds.signatureId))
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .where(and(eq(signatureHolds.burstId, burstId), isNotNull(signatureHolds.releasedAt)))
    .orderBy(asc(signatureHolds.signatureId))
    .limit(BATCH)
    .for('update', { of: [signatureHolds, signatures] });
  if (released.length === 0) return 0;
  for (const one of released) if (one.isProven && !one.isWithdrawn) await countSignature(tx, house, one);
  const ids = released.map(({ id }) => id);
  await tx.delete(signatureHolds).where(inArray(signatureHolds.signatureId, ids));
  return released.length;
}

const noted = {
  id: signatures.id,
  personId: signatures.personId,
  groupId: signatures.groupId,
  campaignId: signatures.campaignId,
  title: campaigns.title,
  sharing: campaigns.sharing,
  wantsUpdates: signatures.wantsUpdates,
  isWithdrawn: sql<boolean>`${signatures.withdrawnAt} is not null`,
};

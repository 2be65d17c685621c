import { newId, prepared, type Queryable, type Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { waitsFor } from '../../limits/limits.ts';
import { signatures } from '../signatures/tables.ts';
import { boundsOf, type Arrival, type Bound, type Likeness } from './judging.ts';
import { signatureBursts, signatureHolds } from './tables.ts';

/** What somebody filled in where no person sees a field. */
export const TRAP: Likeness = { cause: 'trap', subject: '' };

/**
 * Counts a signature that is about to count, and says what of it looks like a burst; null: nothing. Outside of any
 * transaction, since all who sign share the counts. What is usual is looked up only when a floor is passed.
 */
export async function weighArrival(ctx: Context, arrival: Arrival): Promise<Likeness | null> {
  const bounds = boundsOf(arrival);
  const [known, waits] = await Promise.all([
    listKnown(ctx.db, arrival.campaignId, bounds),
    waitsFor(ctx, bounds),
  ]);
  const isTrusted = ({ cause, subject }: Likeness) =>
    known.some((one) => one.isTrusted && one.cause === cause && one.subject === subject);
  const going = bounds.find(({ cause, subject }) =>
    known.some((one) => !one.isTrusted && one.cause === cause && one.subject === subject),
  );
  if (going) return going;
  const passed = bounds.filter((bound, place) => waits[place] !== null && !isTrusted(bound));
  return passed.length === 0 ? null : findStillPassed(ctx, arrival, passed);
}

type Held = { id: string; groupId: string; campaignId: string };

/** Holds a signature for the organizers, in the transaction that wrote it; one that is held already stays as it is. */
export async function holdSignature(
  tx: Transaction,
  { id, groupId, campaignId }: Held,
  { likeness: { cause, subject }, isProven }: { likeness: Likeness; isProven: boolean },
): Promise<void> {
  const [burst] = await tx
    .insert(signatureBursts)
    .values({ id: newId(), groupId, campaignId, cause, subject })
    .onConflictDoUpdate({
      target: [signatureBursts.campaignId, signatureBursts.cause, signatureBursts.subject],
      set: { lastAt: sql`now()` },
    })
    .returning({ id: signatureBursts.id, isNew: sql<boolean>`xmax = 0` });
  if (!burst) throw new Error('an upsert always returns its row');
  await tx
    .insert(signatureHolds)
    .values({ signatureId: id, burstId: burst.id, ...(isProven && { provenAt: sql`now()` }) })
    .onConflictDoUpdate({
      target: signatureHolds.signatureId,
      set: { provenAt: sql`coalesce(${signatureHolds.provenAt}, excluded.proven_at)` },
    });
  if (!burst.isNew) return;
  note(tx, null, 'campaigns.burst-began', { groupId, id: burst.id }, { campaignId, cause });
}

/** Keeps that the mailbox of a held signature is proven. */
export async function proveHold(tx: Transaction, signatureId: string): Promise<void> {
  await tx
    .update(signatureHolds)
    .set({ provenAt: sql`coalesce(${signatureHolds.provenAt}, now())` })
    .where(eq(signatureHolds.signatureId, signatureId));
}

/** A burst goes on while one comes a day; what was released is trusted for a week. */
const knownOf = prepared(
  (_, { campaignId, causes, subjects }: Sought) => sql<Likeness & { isTrusted: boolean }>`
    select cause, subject, coalesce(trusted_at > now() - interval '7 days', false) as "isTrusted"
    from ${signatureBursts}
    where campaign_id = ${campaignId} and subject <> ''
      and (cause, subject) in (select * from unnest(${causes}::text[], ${subjects}::text[]))
      and (trusted_at > now() - interval '7 days' or trusted_at is null and last_at > now() - interval '1 day')`,
);

type Sought = { campaignId: string; causes: string[]; subjects: string[] };

function listKnown(db: Queryable, campaignId: string, likenesses: Likeness[]) {
  const causes = likenesses.map(({ cause }) => cause);
  return knownOf(db, { campaignId, causes, subjects: likenesses.map(({ subject }) => subject) });
}

/** Of the counts that passed their floor, the first that is also far above what this campaign usually gets. */
async function findStillPassed(ctx: Context, arrival: Arrival, passed: Bound[]): Promise<Likeness | null> {
  const usual = await findUsualHour(ctx.db, arrival.campaignId);
  const raised = boundsOf(arrival, usual).filter((bound) =>
    passed.some(({ key, limit }) => key === bound.key && limit.name === bound.limit.name),
  );
  const waits = await waitsFor(ctx, raised);
  return raised.find((_, place) => waits[place] !== null) ?? null;
}

/** How many signatures began to count in an hour of the last week in which any did, this hour and the one before apart. */
async function findUsualHour(db: Queryable, campaignId: string): Promise<number> {
  const { rows } = await db.execute<{ usual: number }>(sql`
    select coalesce(count(*) / nullif(count(distinct date_trunc('hour', confirmed_at)), 0), 0)::int as usual
    from ${signatures}
    where campaign_id = ${campaignId} and stands
      and confirmed_at > now() - interval '7 days' and confirmed_at < now() - interval '2 hours'`);
  return rows[0]?.usual ?? 0;
}

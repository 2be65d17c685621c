import type { Transaction } from '@groundwork/database';
import { inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { forgetDeeds, forgetUntied } from '../../people/ties/actions.ts';
import { people } from '../../people/tables.ts';
import type { Subject } from '../../subject.ts';
import { signatureHolds } from '../bursts/tables.ts';
import { signatures } from './tables.ts';

/**
 * Erases signatures that nobody confirmed within a month of the last mail that asked, and whoever was known by that
 * alone: anyone can type an address, so they may never have heard of us. What was confirmed and waits for the organizers
 * stays until they decide, and as long again when they refuse.
 */
export async function forgetUnconfirmed(ctx: Context, subjects: Subject[]): Promise<void> {
  while ((await ctx.change((tx) => forgetBatch(tx, subjects))) === BATCH);
}

/** Small enough that nobody waits for its locks. */
const BATCH = 1_000;
const DAYS = 30;

async function forgetBatch(tx: Transaction, subjects: Subject[]): Promise<number> {
  const due = await lockDue(tx);
  if (due.length === 0) return 0;
  await tx.delete(signatures).where(
    inArray(
      signatures.id,
      due.map(({ id }) => id),
    ),
  );
  await forgetDeeds(tx, due, ['signed', 'withdrew']);
  const gone = await forgetUntied(
    tx,
    subjects,
    due.map(({ personId }) => personId),
  );
  for (const [groupId, { length: count }] of Map.groupBy(due, (one) => one.groupId)) {
    const peopleCount = gone.filter((person) => person.groupId === groupId).length;
    note(tx, null, 'campaigns.signatures-forgotten', { groupId }, { count, peopleCount });
  }
  return due.length;
}

/** Holds what is due with its people. Whom somebody holds already is acting just now: they are left for next time. */
async function lockDue(tx: Transaction) {
  const due = await tx.execute<{ id: string; groupId: string; personId: string; subjectId: string }>(sql`
    select signature.id, signature.group_id as "groupId", signature.person_id as "personId",
      signature.campaign_id as "subjectId"
    from ${signatures} signature join ${people} person on person.id = signature.person_id
    where signature.confirmed_at is null and signature.mailed_at < now() - make_interval(days => ${DAYS})
      and not exists (select from ${signatureHolds} hold where hold.signature_id = signature.id and hold.proven_at is not null
        and (hold.refused_at is null or hold.refused_at > now() - make_interval(days => ${DAYS})))
    limit ${BATCH} for update skip locked`);
  return due.rows;
}

import type { Transaction } from '@groundwork/database';
import { inParts, mostParts, partKey, removeParts } from '@groundwork/files/parts';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { createHash } from 'node:crypto';
import type { Context } from '../../context.ts';
import { TELLING_COUNT } from '../../groups/cards.ts';
import { note } from '../../journal.ts';
import { findCounted, type CountedCampaign } from './counted.ts';
import { giveCountKeys, leavesOf } from './leaves.ts';
import { campaignProofs } from './tables.ts';

/**
 * Counts a campaign and writes the list of what was counted, all as it was at one moment. Where the list is not as long as the public
 * count it is not kept, and nobody is shown a count that it does not bear out. A worker that takes over from a killed one writes
 * the same parts anew.
 */
export async function writeCountProof(ctx: Context, proofId: string | null): Promise<void> {
  if (proofId === null) return;
  const isWaiting = and(
    eq(campaignProofs.id, proofId),
    isNull(campaignProofs.countedAt),
    isNull(campaignProofs.failedAt),
  );
  const [proof] = await ctx.db.select().from(campaignProofs).where(isWaiting);
  if (!proof?.campaignId) return;
  await giveCountKeys(ctx, proof.campaignId);
  // Known before they are there, so that nothing stays that nobody would remove.
  const partCount = sql`greatest(${campaignProofs.partCount}, ${mostParts(await expectBytes(ctx, proof.campaignId))})`;
  await ctx.change((tx) => tx.update(campaignProofs).set({ partCount }).where(isWaiting));
  await ctx.db.transaction(async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    // Whoever comes second while the list is written has nothing to do.
    const [held] = await tx
      .select()
      .from(campaignProofs)
      .where(isWaiting)
      .for('update', { skipLocked: true });
    const counted = held?.campaignId && (await findCounted(tx, held.campaignId));
    if (!counted) return;
    const list = { hash: createHash('sha256'), length: 0, bytes: 0, partCount: 0 };
    for await (const part of inParts(textOf(tx, ctx, { counted, list }))) {
      await ctx.files.put(partKey(held.fileKey, list.partCount), part);
      list.partCount += 1;
      list.bytes += part.length;
    }
    await keep(tx, { proof: held, counted, list });
  });
}

type Proof = typeof campaignProofs.$inferSelect;
type List = { hash: ReturnType<typeof createHash>; length: number; bytes: number; partCount: number };

/** More than the list will be, also where some hundreds sign meanwhile. */
async function expectBytes({ db }: Context, campaignId: string): Promise<number> {
  const expected = await findCounted(db, campaignId);
  return ((expected?.count ?? 0) + 10_000) * LINE_BYTES;
}

/** A leaf of 64 digits, and its line's end. */
const LINE_BYTES = 65;
/** Leaves that are in memory at once. */
const AT_ONCE = 20_000;

/** The list as it is kept; docs/proof-of-count.md says how it is read. */
async function* textOf(
  tx: Transaction,
  { settings }: Context,
  { counted, list }: { counted: CountedCampaign; list: List },
): AsyncGenerator<string> {
  yield `${[
    'groundwork-count-1',
    `address: ${settings.publicUrl}/campaigns/${counted.slug}`,
    `campaign: ${counted.id}`,
    `counted: ${counted.at.toISOString()}`,
    `count: ${counted.count}`,
  ].join('\n')}\n\n`;
  await tx.execute(sql`declare listed_leaves no scroll cursor for ${leavesOf(counted.id)}`);
  for (;;) {
    const { rows } = await tx.execute<{ leaf: string }>(
      sql`fetch ${sql.raw(String(AT_ONCE))} from listed_leaves`,
    );
    if (rows.length === 0) break;
    const lines = rows.map(({ leaf }) => `${leaf}\n`).join('');
    list.hash.update(lines);
    list.length += rows.length;
    yield lines;
  }
  yield `\nfingerprint: ${list.hash.copy().digest('hex')}\n`;
}

async function keep(
  tx: Transaction,
  { proof, counted, list }: { proof: Proof; counted: CountedCampaign; list: List },
) {
  const { count } = counted;
  const isSound = list.length === count && count >= TELLING_COUNT;
  const { bytes, partCount } = list;
  const outcome = isSound
    ? { countedAt: counted.at, count, fingerprint: list.hash.digest('hex') }
    : { failedAt: counted.at };
  await tx
    .update(campaignProofs)
    .set({ ...outcome, bytes, partCount })
    .where(eq(campaignProofs.id, proof.id));
  const about = { groupId: proof.askedFor, id: proof.id };
  const data = { campaignId: counted.id, count };
  if (isSound) note(tx, proof.askedBy, 'campaigns.proof-counted', about, data);
  else note(tx, proof.askedBy, 'campaigns.proof-failed', about, { ...data, leafCount: list.length });
}

/** Of so many proofs of a campaign the list is kept: of those before them the count and the fingerprint, for who has the list. */
const LISTS_KEPT = 30;

/** Removes the lists of older proofs, of those that came to nothing, and of campaigns that are gone. Answers how many. */
export async function forgetProofFiles(ctx: Context): Promise<number> {
  const { rows: due } = await ctx.db.execute<{ id: string; key: string; partCount: number }>(sql`
    select id, file_key as key, part_count as "partCount" from (
      select *, row_number() over (partition by campaign_id, counted_at is null order by id desc) as place
      from ${campaignProofs} where removed_at is null) proof
    where (place > ${LISTS_KEPT} and counted_at is not null) or failed_at is not null or campaign_id is null
    limit 1000`);
  for (const { id, ...file } of due) {
    await removeParts(ctx.files, file);
    await ctx.change((tx) => forget(tx, id));
  }
  return due.length;
}

async function forget(tx: Transaction, id: string) {
  await tx
    .update(campaignProofs)
    .set({ removedAt: sql`now()` })
    .where(eq(campaignProofs.id, id));
  await tx.delete(campaignProofs).where(and(eq(campaignProofs.id, id), isNull(campaignProofs.campaignId)));
}

import { randomBytes, randomInt } from 'node:crypto';
import type { Queryable, Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { groups } from '../../groups/tables.ts';
import { note, type Entry } from '../../journal.ts';
import { people } from '../../people/tables.ts';
import { refusesSharing } from '../../people/writers/queries.ts';
import { LEAST_IN_COMMON, OVERLAP_DAYS } from '../bounds.ts';
import { lockCompact } from '../queries.ts';
import { compacts, compactUses, compactVersions } from '../tables.ts';
import { tellCompactSide } from '../telling.ts';

/** Counts what both sides said yes to. For the worker. */
export async function countOverlap(ctx: Context, { data }: Entry<'compacts.overlap-agreed'>): Promise<void> {
  const agreed = await findAgreed(ctx.db, data.useId);
  if (!agreed) return;
  await ctx.change(async (tx) => {
    await lockCompact(tx, agreed.compactId);
    const found = await findAgreed(tx, data.useId);
    if (!found) return;
    const about = { groupId: found.groupId, id: found.compactId };
    if (found.isOff) {
      await tx.update(compactUses).set({ state: 'stopped' }).where(eq(compactUses.id, data.useId));
      note(tx, null, 'compacts.use-stopped', about, { useId: data.useId });
      await tellOfStop(tx, ctx, found);
      return;
    }
    const inCommon = roundedOverlap(await countInCommon(tx, found), randomInt(10));
    await tx
      .update(compactUses)
      .set({ state: 'counted', inCommon, countedAt: sql`now()` })
      .where(eq(compactUses.id, data.useId));
    note(tx, null, 'compacts.overlap-counted', about, { useId: data.useId });
    const isGroup = found.askedSide === 'group';
    await tellCompactSide(tx, ctx, 'compacts.overlap-counted', {
      ...{ compactId: found.compactId, title: found.about },
      group: isGroup ? found.writerName : found.groupName,
      to: { groupId: isGroup ? found.groupId : found.writerId, responsibility: 'manage_group' },
    });
  });
}

/** Tells those who manage either group that it is not counted after all. */
async function tellOfStop(tx: Transaction, ctx: Context, found: Agreed): Promise<void> {
  const { compactId, groupId, writerId, groupName, writerName, about: title } = found;
  const sides = [
    { own: groupId, group: writerName },
    { own: writerId, group: groupName },
  ];
  for (const { own, group } of sides)
    await tellCompactSide(tx, ctx, 'compacts.overlap-stopped', {
      ...{ compactId, group, title },
      to: { groupId: own, responsibility: 'manage_group' },
    });
}

/**
 * What is said of a count: some of it taken off by lot, from none to nine, then down to the ten; null below fifty. By the lot one person
 * more does not show: nobody learns of one by adding forty-nine that they know are there.
 */
export function roundedOverlap(count: number, lot: number): number | null {
  const told = Math.floor((count - lot) / 10) * 10;
  return told >= LEAST_IN_COMMON ? told : null;
}

type Agreed = NonNullable<Awaited<ReturnType<typeof findAgreed>>>;
async function findAgreed(db: Queryable, useId: string) {
  const isOff = sql`(${groups.frozenAt} is not null or ${groups.hiddenAt} is not null)`;
  const [found] = await db
    .select({
      compactId: compacts.id,
      groupId: compacts.groupId,
      writerId: compacts.writerId,
      groupName: compacts.groupName,
      writerName: compacts.writerName,
      askedSide: compactUses.askedSide,
      about: sql<string>`(select own.about from ${compactVersions} own
        where own.compact_id = ${compacts.id} and own.number = ${compactUses.number})`,
      isOff: sql<boolean>`exists (select from ${groups}
        where ${groups.id} in (${compacts.groupId}, ${compacts.writerId}) and ${isOff})`,
    })
    .from(compactUses)
    .innerJoin(compacts, eq(compacts.id, compactUses.compactId))
    .where(and(eq(compactUses.id, useId), eq(compactUses.kind, 'overlap'), eq(compactUses.state, 'agreed')));
  return found;
}

/**
 * How many addresses stand in both lists, by hashes under a key that is made for this count and kept nowhere. Not of those who said no to
 * being passed on or to all contact, nor of who came to one of the two lately.
 */
async function countInCommon(
  tx: Transaction,
  { groupId, writerId }: { groupId: string; writerId: string },
): Promise<number> {
  const key = randomBytes(32).toString('hex');
  const { rows } = await tx.execute<{ count: number }>(sql`
    with ours as (${marksOf(groupId, key)}), theirs as (${marksOf(writerId, key)})
    select count(*)::int as count from ours join theirs using (mark)`);
  return rows[0]?.count ?? 0;
}

function marksOf(groupId: string, key: string): SQL {
  const isCounted = and(
    eq(people.groupId, groupId),
    isNotNull(people.email),
    eq(people.doNotContact, false),
    sql`${people.addedAt} <= now() - make_interval(days => ${OVERLAP_DAYS.known}::int)`,
    sql`not ${refusesSharing}`,
  );
  return sql`select sha256(decode(${key}, 'hex') || convert_to(${people.email}, 'UTF8')) as mark from ${people} where ${isCounted}`;
}

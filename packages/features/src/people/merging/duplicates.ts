import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { note } from '../../journal.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { spendQuota } from '../../limits/making.ts';
import type { PageQuery } from '../../paging.ts';
import { allowed, permit } from '../../policy.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { people } from '../tables.ts';
import { looks } from './likeness.ts';
import { duplicateCandidates, duplicateLooks, peopleApart } from './tables.ts';

/** Asks the worker to look for records of one human; accepted is durable. What an earlier look found is replaced. */
export async function askForDuplicates(ctx: Context, slug: string): Promise<void> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'merge', group);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'duplicate-looks', group.id);
    const begun = { stage: 'asked', foundCount: 0, askedAt: sql`now()`, finishedAt: null } as const;
    await tx
      .insert(duplicateLooks)
      .values({ groupId: group.id, ...begun })
      .onConflictDoUpdate({ target: duplicateLooks.groupId, set: begun });
    note(tx, ctx, 'people.duplicates-asked', { groupId: group.id });
  });
}

/** How far the last look is. */
export async function findDuplicateLook(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  const { stage, foundCount, askedAt, finishedAt } = duplicateLooks;
  const [look] = await ctx.db
    .select({ stage, foundCount, askedAt, finishedAt })
    .from(duplicateLooks)
    .where(eq(duplicateLooks.groupId, group.id));
  return { look: look ?? null, can: { merge: allowed(peoplePolicy, group).merge } };
}

/** Pairs that may be one human, as the last look found them, for those who may see the group's people. */
export async function listDuplicates(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findPeopleHolder(ctx, slug);
  const first = alias(people, 'first');
  const second = alias(people, 'second');
  const shown = ({ id, name, email, phone, addedAt }: typeof first | typeof second) => ({
    ...{ id, name, email, phone, addedAt },
  });
  const rows = await ctx.db
    .select({
      first: shown(first),
      second: shown(second),
      why: duplicateCandidates.why,
      cursor: byIds.cursor,
    })
    .from(duplicateCandidates)
    .innerJoin(first, eq(first.id, duplicateCandidates.firstId))
    .innerJoin(second, eq(second.id, duplicateCandidates.secondId))
    .where(and(eq(duplicateCandidates.groupId, group.id), byIds.after(after)))
    .orderBy(...byIds.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

const byIds = keyset('asc', duplicateCandidates.firstId, duplicateCandidates.secondId);

/** Remembers that two records are of two people, and offers them no more. */
export async function sayTwoPeople(
  ctx: Context,
  slug: string,
  { firstId, secondId }: Record<'firstId' | 'secondId', string>,
): Promise<void> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'merge', group);
  if (firstId === secondId) throw new Invalid([{ name: 'secondId', code: 'people.merge-same' }]);
  const [first = '', second = ''] = [firstId, secondId].sort();
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'merges', group.id);
    const isTheirs = and(eq(people.groupId, group.id), sql`${people.id} in (${first}, ${second})`);
    const found = await tx.select({ id: people.id }).from(people).where(isTheirs).for('key share');
    if (found.length < 2) throw new NotFound('person');
    const pair = { firstId: first, secondId: second };
    await tx
      .insert(peopleApart)
      .values({ groupId: group.id, ...pair })
      .onConflictDoNothing();
    const isPair = and(eq(duplicateCandidates.firstId, first), eq(duplicateCandidates.secondId, second));
    await tx.delete(duplicateCandidates).where(isPair);
    note(tx, ctx, 'people.said-apart', { groupId: group.id }, pair);
  });
}

/** Looks through a group's people, one likeness after another; begun anew, it comes to the same. */
export async function lookForDuplicates(ctx: Context, groupId: string): Promise<void> {
  await ctx.change((tx) => tx.delete(duplicateCandidates).where(eq(duplicateCandidates.groupId, groupId)));
  for (const { stage, find } of looks) {
    await ctx.change((tx) => moveOn(tx, groupId, { stage }));
    await find(ctx, groupId);
  }
  await ctx.change(async (tx) => {
    const count = await tx.$count(duplicateCandidates, eq(duplicateCandidates.groupId, groupId));
    await moveOn(tx, groupId, { stage: 'done', foundCount: count, finishedAt: sql`now()` });
    note(tx, null, 'people.duplicates-found', { groupId }, { count });
  });
}

async function moveOn(
  tx: Transaction,
  groupId: string,
  set: Parameters<ReturnType<typeof tx.update<typeof duplicateLooks>>['set']>[0],
) {
  await tx.update(duplicateLooks).set(set).where(eq(duplicateLooks.groupId, groupId));
}

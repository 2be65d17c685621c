import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { Conflict, Invalid, NotFound } from '../../errors.ts';
import { vouch } from '../../groups/actions.ts';
import { tellCarriers } from '../../groups/carriers.ts';
import { lockGroup } from '../../groups/locks.ts';
import { makeSteward } from '../../groups/members/actions.ts';
import { beginMeasure, endMeasureOf, type MeasureKind } from '../../groups/measures/actions.ts';
import { standsIn } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { note, theGroup } from '../../journal.ts';
import { askReadersAgain } from '../../messaging/readers/actions.ts';
import { findSiteGroup } from './queries.ts';

/** Says that a group is what it says: from now on it is seen as its own settings say. Its stewards are told. */
export async function vouchFor(ctx: Context, groupId: string): Promise<void> {
  await ctx.change(async (tx) => {
    await mustExist(tx, groupId);
    const entryId = await vouch(tx, groupId, ctx.viewer.id);
    if (entryId)
      await tellCarriers(tx, ctx, 'groups.vouched', { groupId, entryId, responsibility: 'manage_group' });
  });
}

/** Takes that back: only its members see it again. */
export async function takeBackVouching(ctx: Context, groupId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const doubted = await tx
      .update(groups)
      .set({ vouchedAt: null })
      .where(and(eq(groups.id, groupId), isNotNull(groups.vouchedAt)))
      .returning({ id: groups.id });
    if (doubted.length === 0) throw new NotFound('vouching');
    const entryId = note(tx, ctx, 'groups.vouching-ended', theGroup(groupId));
    await tellCarriers(tx, ctx, 'groups.doubted', { groupId, entryId, responsibility: 'manage_group' });
  });
}

/** Hides a group from everyone but its stewards, or freezes it, and says why. Again with other words changes the reason. */
export async function takeMeasure(
  ctx: Context,
  groupId: string,
  { kind, reason }: { kind: MeasureKind; reason: string },
) {
  await ctx.change(async (tx) => {
    await mustExist(tx, groupId);
    await beginMeasure(tx, ctx, { groupId, kind, reason: reason.trim() });
    await askReadersAgain(tx, groupId);
  });
}

/** Ends what was held against a group. Throws NotFound when it was not. */
export async function endMeasure(ctx: Context, groupId: string, kind: MeasureKind): Promise<void> {
  await ctx.change(async (tx) => {
    if (!(await endMeasureOf(tx, ctx, { groupId, kind }))) throw new NotFound('measure');
    await askReadersAgain(tx, groupId);
  });
}

/**
 * Gives a group none of whose stewards is here any more (else 409) a new one: one of its members, or, where there is
 * nobody else, any account. Those who run the group are told, its earlier stewards too, who stay what they were.
 */
export async function giveSteward(ctx: Context, groupId: string, email: string): Promise<void> {
  await ctx.change(async (tx) => {
    await lockGroup(tx, groupId);
    const group = await findSiteGroup({ db: tx }, groupId);
    if (group.hasActiveSteward) throw new Conflict('stewardship.has-steward');
    const account = await findAccount(tx, email);
    const isMember =
      group.candidates?.some(({ id }) => id === account.id) || (await isIn(tx, groupId, account.id));
    if (!isMember && group.candidates?.length !== 0)
      throw new Invalid([{ name: 'email', code: 'stewardship.not-a-member' }]);
    await makeSteward(tx, groupId, account.id);
    const entryId = note(tx, ctx, 'groups.steward-given', { groupId, id: account.id });
    await tellCarriers(tx, ctx, 'groups.steward-given', { groupId, entryId, responsibility: 'moderate' });
  });
}

async function mustExist(tx: Transaction, groupId: string) {
  const [group] = await tx.select({ id: groups.id }).from(groups).where(eq(groups.id, groupId)).for('update');
  if (!group) throw new NotFound('group');
}

async function findAccount(tx: Transaction, email: string) {
  const [account] = await tx
    .select({ id: accounts.id, isSuspended: isSuspended(accounts.id) })
    .from(accounts)
    .where(eq(accounts.email, asStored(email)));
  if (!account || account.isSuspended)
    throw new Invalid([{ name: 'email', code: 'stewardship.no-such-account' }]);
  return account;
}

async function isIn(tx: Transaction, groupId: string, accountId: string) {
  return (await tx.$count(groups, and(eq(groups.id, groupId), standsIn(accountId)))) > 0;
}

import type { Transaction } from '@groundwork/database';
import { and, asc, eq, gt, lte, not, sql } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import { NOBODY, type Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { note, theGroup, type Entry } from '../../journal.ts';
import { withdrawMailOf } from '../../outbox/actions.ts';
import { tell } from '../../notices/actions.ts';
import { permit } from '../../policy.ts';
import { groupForNotice } from '../carriers.ts';
import { eachByItself } from '../../work.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup } from '../queries.ts';
import { carries } from '../standing.ts';
import { coalitionReach, groupDeletions, groups, memberships } from '../tables.ts';

/** Long enough for a member who looks in once a week to save what is theirs, and for a steward to think again. */
const DAYS = 14;

/**
 * Asks for a group to be deleted with all that it holds, in fourteen days; its members are told (the worker does it).
 * Its name must be typed, letter by letter, so that no slip does this. Asked twice, the first counts.
 */
export async function askForDeletion(ctx: Context, slug: string, typedName: string): Promise<void> {
  const group = await findGroup(ctx, slug);
  permit(groupPolicy, 'delete', group);
  if (typedName.trim() !== group.name) throw new Invalid([{ name: 'name', code: 'groups.name-mismatch' }]);
  await ctx.change(async (tx) => {
    const asked = await tx
      .insert(groupDeletions)
      .values({
        groupId: group.id,
        askedBy: ctx.viewer.id,
        deletesAt: sql`now() + make_interval(days => ${DAYS})`,
      })
      .onConflictDoNothing()
      .returning({ groupId: groupDeletions.groupId });
    if (asked.length > 0) note(tx, ctx, 'groups.deletion-asked', theGroup(group.id));
  });
}

/** A steward takes the deletion back, and the members are told. Throws NotFound when none was asked for. */
export async function withdrawDeletion(ctx: Context, slug: string): Promise<void> {
  const group = await findGroup(ctx, slug);
  permit(groupPolicy, 'delete', group);
  await ctx.change(async (tx) => {
    const withdrawn = await tx
      .delete(groupDeletions)
      .where(eq(groupDeletions.groupId, group.id))
      .returning({ groupId: groupDeletions.groupId });
    if (withdrawn.length === 0) throw new NotFound('deletion');
    note(tx, ctx, 'groups.deletion-withdrawn', theGroup(group.id));
  });
}

/**
 * Deletes the groups whose time has come, each in a transaction of its own; one that fails keeps none of the others, and is thrown
 * in the end. `now` is for tests.
 */
export async function deleteDueGroups(ctx: Context, now = new Date()): Promise<void> {
  const due = await ctx.db
    .select({ groupId: groupDeletions.groupId })
    .from(groupDeletions)
    .where(lte(groupDeletions.deletesAt, now));
  await eachByItself(due, ({ groupId }) => ctx.change((tx) => deleteGroup(tx, groupId, now)));
}

/** Tells every member, a few hundred in a transaction; run again after a crash it tells nobody twice. */
export async function tellMembers(ctx: Context, entry: Entry, news: DeletionNews): Promise<void> {
  const { id: entryId, groupId } = entry;
  if (groupId === null) return;
  for (let last: string | null = NOBODY.id; last !== null;) {
    last = await ctx.change((tx) => tellBatch(tx, ctx, { groupId, entryId, news, last: last ?? NOBODY.id }));
  }
}

const BATCH = 500;

type DeletionNews = `groups.deletion-${'asked' | 'withdrawn'}`;
type Batch = { groupId: string; entryId: string; news: DeletionNews; last: string };

/** Returns where the next batch begins, or null after the last one. */
async function tellBatch(tx: Transaction, ctx: Context, { groupId, entryId, news, last }: Batch) {
  const [deletion] = await tx.select().from(groupDeletions).where(eq(groupDeletions.groupId, groupId));
  // Taken back, or asked for again, before its news was told: that is the news then.
  if ((news === 'groups.deletion-asked') !== (deletion !== undefined)) return null;
  const receivers = await tx
    .select({ to: accountReceiver, about: groupForNotice, isSteward: carries('export_people') })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .innerJoin(groups, eq(groups.id, memberships.groupId))
    .where(
      and(eq(memberships.groupId, groupId), gt(memberships.accountId, last), not(isSuspended(accounts.id))),
    )
    .orderBy(asc(memberships.accountId))
    .limit(BATCH);
  const said = { entryId, ...(deletion && { on: deletion.deletesAt }) };
  await tell(tx, ctx, news, ...receivers.map((receiver) => ({ ...receiver, ...said })));
  return receivers.length < BATCH ? null : (receivers.at(-1)?.to.account ?? null);
}

async function deleteGroup(tx: Transaction, groupId: string, now: Date) {
  // Before the group itself: whoever takes one into a coalition holds this first, and then asks for the group.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('coalition_reach'))`);
  // Looked at again under the lock: a steward may take it back in this very moment.
  const [due] = await tx
    .delete(groupDeletions)
    .where(and(eq(groupDeletions.groupId, groupId), lte(groupDeletions.deletesAt, now)))
    .returning({ askedBy: groupDeletions.askedBy });
  if (!due) return;
  const coalitionIds = await listCoalitions(tx, groupId);
  await tx.delete(groups).where(eq(groups.id, groupId));
  // After the group, so that nobody promises one more in between.
  const withdrawnCount = await withdrawMailOf(tx, groupId);
  note(tx, due.askedBy, 'groups.deleted', theGroup(groupId), { withdrawnCount, coalitionIds });
}

/** Those that reach it until it goes: whoever listens there by it is to be asked anew. */
async function listCoalitions(tx: Transaction, groupId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: coalitionReach.coalitionId })
    .from(coalitionReach)
    .where(eq(coalitionReach.groupId, groupId));
  return rows.map(({ id }) => id);
}

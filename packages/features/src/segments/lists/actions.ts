import { newId, type Transaction } from '@groundwork/database';
import { and, eq } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { findPersonOf } from '../../people/queries.ts';
import { permit } from '../../policy.ts';
import { segmentPolicy } from '../policy.ts';
import { changeSaved, isStoodOn } from '../saving.ts';
import { listPeople, lists } from '../tables.ts';
import { findList } from './queries.ts';

const MOST_LISTS = 200;

/** Makes a list with nobody on it. Answers its id. */
export async function makeList(ctx: Context, slug: string, name: string): Promise<string> {
  return changeSaved(ctx, slug, async (tx, groupId) => {
    await spendQuota(ctx, tx, 'lists', groupId);
    return addList(ctx, tx, groupId, name);
  });
}

/** The same within a change that counts what it makes by itself. The caller holds the group's lock. */
export async function addList(ctx: Context, tx: Transaction, groupId: string, name: string): Promise<string> {
  if ((await tx.$count(lists, eq(lists.groupId, groupId))) >= MOST_LISTS)
    throw new Conflict('segments.too-many-lists', { most: MOST_LISTS });
  const id = newId();
  await tx.insert(lists).values({ id, groupId, name: name.trim(), madeBy: ctx.viewer.id });
  note(tx, ctx, 'segments.list-made', { groupId, id });
  return id;
}

export async function renameList(
  ctx: Context,
  slug: string,
  { id, name }: { id: string; name: string },
): Promise<void> {
  await changeSaved(ctx, slug, async (tx, groupId) => {
    await findList({ db: tx }, groupId, id);
    await tx.update(lists).set({ name: name.trim() }).where(eq(lists.id, id));
    note(tx, ctx, 'segments.list-renamed', { groupId, id });
  });
}

/** Removes a list that no saved segment stands on (else Conflict segments.list-in-use). The people on it stay. */
export async function removeList(ctx: Context, slug: string, id: string): Promise<void> {
  await changeSaved(ctx, slug, async (tx, groupId) => {
    await findList({ db: tx }, groupId, id);
    if (await isStoodOn({ db: tx }, groupId, id)) throw new Conflict('segments.list-in-use');
    await tx.delete(lists).where(eq(lists.id, id));
    note(tx, ctx, 'segments.list-removed', { groupId, id });
  });
}

type Place = { listId: string; personId: string };

/** Puts one person on a list, or takes them off. Once more does nothing new. */
export async function putOnList(ctx: Context, slug: string, place: Place): Promise<void> {
  const groupId = await findPlace(ctx, slug, place);
  await ctx.change((tx) =>
    tx
      .insert(listPeople)
      .values({ groupId, ...place })
      .onConflictDoNothing(),
  );
}

export async function takeOffList(ctx: Context, slug: string, place: Place): Promise<void> {
  await findPlace(ctx, slug, place);
  await ctx.change((tx) =>
    tx
      .delete(listPeople)
      .where(and(eq(listPeople.listId, place.listId), eq(listPeople.personId, place.personId))),
  );
}

async function findPlace(ctx: Context, slug: string, { listId, personId }: Place): Promise<string> {
  const { group } = await findPersonOf(ctx, slug, personId);
  permit(segmentPolicy, 'save', group);
  await findList(ctx, group.id, listId);
  return group.id;
}

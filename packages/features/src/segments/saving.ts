import type { Queryable, Transaction } from '@groundwork/database';
import type { Context } from '../context.ts';
import { changeThingsOf } from '../groups/locks.ts';
import { segmentPolicy } from './policy.ts';
import { savedOf, thingOf } from './queries.ts';

/**
 * One change of a group's segments and lists at a time: two segments that stand on each other, or one on a list that is just
 * removed, could otherwise be saved at once.
 */
export async function changeSaved<T>(
  ctx: Context,
  slug: string,
  work: (tx: Transaction, groupId: string) => Promise<T>,
): Promise<T> {
  const saved = { slug, what: 'segments', policy: segmentPolicy, deed: 'save' } as const;
  return changeThingsOf(ctx, saved, (tx, { id }) => work(tx, id));
}

/** Whether a line of a saved segment is about this segment or list. */
export async function isStoodOn(ctx: { db: Queryable }, groupId: string, id: string): Promise<boolean> {
  const saved = await savedOf(ctx, groupId);
  return [...saved.values()].some((lines) => lines.some(({ who }) => thingOf(who) === id));
}

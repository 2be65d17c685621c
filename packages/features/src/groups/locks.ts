import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { permit, type Policy } from '../policy.ts';
import { groupPolicy } from './policy.ts';
import { findGroup, isFrozen, type ReadContext, type SeenGroup } from './queries.ts';
import { groups } from './tables.ts';

/**
 * Runs a change of who is in a group, or of what they carry there: one at a time, and with the group as the viewer stands
 * to it by then. What a demotion took from them while they waited, they carry no more. Refused as the deed is.
 */
export async function changeGroup<T>(
  ctx: Context,
  slug: string,
  deed: keyof typeof groupPolicy,
  work: (tx: Transaction, group: SeenGroup) => Promise<T>,
): Promise<T> {
  const find = async (asker: ReadContext) => {
    const group = await findGroup(asker, slug);
    permit(groupPolicy, deed, group);
    return { ...group, groupId: group.id };
  };
  return changeUnderLock(ctx, find, work);
}

type Things<P> = { slug: string; what: string; policy: P; deed: keyof P & string };
type Sight = Policy<SeenGroup> & { see: (group: SeenGroup) => boolean };

/** The same of what a group keeps: `policy` says who may, and whoever does not `see` it finds none of it. */
export async function changeThingsOf<P extends Sight, T>(
  ctx: Context,
  { slug, what, policy, deed }: Things<P>,
  work: (tx: Transaction, group: SeenGroup) => Promise<T>,
): Promise<T> {
  const find = async (asker: ReadContext) => {
    const group = await findGroup(asker, slug);
    if (!policy.see(group)) throw new NotFound(what);
    permit(policy, deed, group);
    return { ...group, groupId: group.id };
  };
  return changeUnderLock(ctx, find, work);
}

/** The same of a thing of a group: `find` finds and permits it, and is asked again under the lock. */
export async function changeUnderLock<Thing extends { groupId: string }, T>(
  ctx: Context,
  find: (asker: ReadContext) => Promise<Thing>,
  work: (tx: Transaction, thing: Thing) => Promise<T>,
): Promise<T> {
  // Outside as well, so that whoever may not do it keeps nobody waiting.
  const { groupId } = await find(ctx);
  return ctx.change(async (tx) => {
    await lockGroup(tx, groupId);
    return work(tx, await find({ db: tx, viewer: ctx.viewer }));
  });
}

/**
 * Locks who is in a group until the caller's transaction ends: taken first, one at a time, so that a ban and a joining,
 * or two who go, are seen by each other and never wait for each other. Reading, and writing elsewhere, go on beside it.
 * Answers whether the group is frozen.
 */
export async function lockGroup(tx: Transaction, groupId: string): Promise<{ isFrozen: boolean }> {
  const [locked] = await tx
    .select({ isFrozen })
    .from(groups)
    .where(eq(groups.id, groupId))
    .for('no key update');
  return { isFrozen: locked?.isFrozen ?? false };
}

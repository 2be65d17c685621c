import type { Transaction } from '@groundwork/database';
import type { Context } from '../../context.ts';
import { lockGroup } from '../../groups/locks.ts';
import { findGroup, type ReadContext } from '../../groups/queries.ts';
import { permit } from '../../policy.ts';
import { belongingPolicy, coalitionPolicy } from '../policy.ts';
import { findCoalition } from '../queries.ts';
import { findCoalitionOf, findGroupOf } from './queries.ts';

/** One side by its address, and the other of the two as that side knows it. */
export type BothSlugs = { slug: string; other: string };

/** As the coalition's side stands to a group of its, to be asked again under the lock. `groupId` is what it locks. */
export function fromCoalition({ slug, other }: BothSlugs, deed: keyof typeof coalitionPolicy) {
  return async (asker: ReadContext) => {
    const coalition = await findCoalition(asker, slug);
    permit(coalitionPolicy, deed, coalition);
    return { groupId: coalition.id, coalition, group: await findGroupOf(asker.db, coalition.id, other) };
  };
}

/** The same from the side of a group, for `changeBoth`. */
export function fromGroup({ slug, other }: BothSlugs, deed: keyof typeof belongingPolicy) {
  return async (asker: ReadContext) => {
    const group = await findGroup(asker, slug);
    permit(belongingPolicy, deed, group);
    return { group, coalition: await findCoalitionOf(asker.db, group.id, other) };
  };
}

type Between = { coalition: { id: string }; group: { id: string } };

/**
 * A change from the side of a group, under its lock and then the coalition's, as whoever leaves it takes them: one at a time
 * in both, and as the viewer stands to them by then.
 */
export async function changeBoth<B extends Between>(
  ctx: Context,
  find: (asker: ReadContext) => Promise<B>,
  work: (tx: Transaction, between: B) => Promise<void>,
): Promise<void> {
  const { group, coalition } = await find(ctx);
  await ctx.change(async (tx) => {
    await lockGroup(tx, group.id);
    await lockGroup(tx, coalition.id);
    await work(tx, await find({ db: tx, viewer: ctx.viewer }));
  });
}

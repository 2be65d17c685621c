import type { Transaction } from '@groundwork/database';
import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { changeUnderLock } from '../groups/locks.ts';
import type { ReadContext } from '../groups/queries.ts';
import { permit } from '../policy.ts';
import { compactPolicy } from './policy.ts';
import { findCompact, lockCompact, type SeenCompact } from './queries.ts';

/** An agreement, from the side of one of its groups. */
export type CompactPlace = { slug: string; compactId: string };

/** One change of an agreement at a time, and as the viewer stands to it by then. Refused as the deed is. */
export async function changeCompact<T>(
  ctx: Context,
  { slug, compactId }: CompactPlace,
  deed: keyof typeof compactPolicy,
  work: (tx: Transaction, compact: SeenCompact) => Promise<T>,
): Promise<T> {
  const find = async (asker: ReadContext) => {
    const compact = await findCompact(asker, slug, compactId);
    permit(compactPolicy, deed, compact);
    return { groupId: compact.own.id, compact };
  };
  return changeUnderLock(ctx, find, async (tx) => {
    await lockCompact(tx, compactId);
    const { compact } = await find({ db: tx, viewer: ctx.viewer });
    return work(tx, compact);
  });
}

/** Refuses what needs both, while the site's stewards keep the other one from acting. */
export function refuseOff({ isOtherOff }: Pick<SeenCompact, 'isOtherOff'>): void {
  if (isOtherOff) throw new Conflict('compacts.other-off');
}

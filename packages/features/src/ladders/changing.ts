import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { permit } from '../policy.ts';
import { ladderPolicy } from './policy.ts';
import { findLadder, type LadderPlace, type SeenLadder } from './queries.ts';
import { ladders } from './tables.ts';

/** One change of a ladder at a time, and as it is by then. Refused as the deed is. */
export async function changeLadder<T>(
  ctx: Context,
  place: LadderPlace,
  deed: keyof typeof ladderPolicy,
  work: (tx: Transaction, ladder: SeenLadder) => Promise<T>,
): Promise<T> {
  // Outside as well, so that whoever may not do it keeps nobody waiting.
  permit(ladderPolicy, deed, await findLadder(ctx, place));
  return ctx.change(async (tx) => {
    await tx.select({ id: ladders.id }).from(ladders).where(eq(ladders.id, place.id)).for('update');
    const ladder = await findLadder({ db: tx, viewer: ctx.viewer }, place);
    permit(ladderPolicy, deed, ladder);
    return work(tx, ladder);
  });
}

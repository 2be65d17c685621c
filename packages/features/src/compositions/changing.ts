import type { Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { permit } from '../policy.ts';
import { compositionPolicy } from './policy.ts';
import { findComposition, type SeenComposition } from './queries.ts';
import { compositions } from './tables.ts';

export type CompositionPlace = { slug: string; id: string };

/**
 * One change of a composition at a time, and as it is by then: two who write it, or one who sends it while another changes it,
 * could otherwise pass each other by. Refused as the deed is.
 */
export async function changeComposition<T>(
  ctx: Context,
  { slug, id }: CompositionPlace,
  deed: keyof typeof compositionPolicy,
  work: (tx: Transaction, composition: SeenComposition) => Promise<T>,
): Promise<T> {
  // Outside as well, so that whoever may not do it keeps nobody waiting.
  permitDeed(deed, await findComposition(ctx, slug, id));
  return ctx.change(async (tx) => {
    await tx.select({ id: compositions.id }).from(compositions).where(eq(compositions.id, id)).for('update');
    const composition = await findComposition({ db: tx, viewer: ctx.viewer }, slug, id);
    permitDeed(deed, composition);
    return work(tx, composition);
  });
}

/** Who presses **Send** a second time, or in another window, may have sent it, and is told that it was. */
function permitDeed(deed: keyof typeof compositionPolicy, composition: SeenComposition) {
  const isSecond = deed === 'send' && composition.state !== 'draft';
  if (isSecond && compositionPolicy.send({ ...composition, state: 'draft' }))
    throw new Conflict('compositions.on-its-way');
  permit(compositionPolicy, deed, composition);
}

/** Sets some of its columns, and notes when. */
export async function setOf(
  tx: Transaction,
  id: string,
  values: Partial<typeof compositions.$inferInsert>,
): Promise<void> {
  await tx
    .update(compositions)
    .set({ ...values, changedAt: sql`now()` })
    .where(eq(compositions.id, id));
}

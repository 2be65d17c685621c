import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { compositions } from '../compositions/tables.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { findLadderFaults } from './faults.ts';
import type { SeenLadder } from './queries.ts';

/**
 * Holds the letters of a ladder that is about to go on, and refuses where something is in the way, which is said at each step.
 * Whoever writes one of them at this moment is waited for, and whoever would after that finds it open.
 */
export async function holdReady(tx: Transaction, ctx: Context, ladder: SeenLadder): Promise<void> {
  await tx
    .select({ id: compositions.id })
    .from(compositions)
    .where(eq(compositions.ladderId, ladder.id))
    .orderBy(compositions.id)
    .for('update');
  const faults = await findLadderFaults(ctx, tx, ladder);
  if (faults.some(({ weight }) => weight === 'stop')) throw new Conflict('ladders.faults');
}

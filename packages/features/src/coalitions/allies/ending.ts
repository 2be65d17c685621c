import type { Transaction } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { allyClaims } from './tables.ts';
import { tellClaimants, type KeptAlly } from './telling.ts';

/** Ends what is said of an ally and waits: the page is gone, or it is another's. Those who said it are told. */
export async function endOpenClaims(tx: Transaction, ctx: Context, ally: KeptAlly): Promise<void> {
  const ended = await tx
    .update(allyClaims)
    .set({ decision: 'ended', decidedAt: sql`now()`, decidedBy: ctx.viewer.id })
    .where(and(eq(allyClaims.groupId, ally.id), isNull(allyClaims.decidedAt)))
    .returning({ id: allyClaims.id });
  await tellClaimants(tx, ctx, 'ended', { ally, claimIds: ended.map(({ id }) => id) });
}

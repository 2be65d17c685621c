import { eq } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { note, theGroup } from '../journal.ts';
import { permit } from '../policy.ts';
import { coalitionPolicy } from './policy.ts';
import { findCoalition } from './queries.ts';
import { coalitions } from './tables.ts';

/** How many may speak for each group from now on; who speaks already goes on. */
export async function setSeats(ctx: Context, slug: string, seats: number): Promise<void> {
  const coalition = await findCoalition(ctx, slug);
  permit(coalitionPolicy, 'setSeats', coalition);
  if (coalition.seats === seats) return;
  await ctx.change(async (tx) => {
    await tx.update(coalitions).set({ seats }).where(eq(coalitions.groupId, coalition.id));
    note(tx, ctx, 'coalitions.seats-changed', theGroup(coalition.id), { from: coalition.seats, to: seats });
  });
}

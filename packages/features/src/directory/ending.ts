import type { Transaction } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { note } from '../journal.ts';
import { listingAnswers, listings } from './tables.ts';
import { tellAnswerers, type TitledListing } from './telling.ts';

type ClosedHow = NonNullable<(typeof listings.$inferSelect)['closedHow']>;

/**
 * Closes a listing, under its lock, and ends the answers that wait for a yes or a no; those groups hear so. An answer that was
 * taken goes on: both sides know what they agreed.
 */
export async function closeAs(
  tx: Transaction,
  ctx: Context,
  listing: TitledListing & { groupId: string },
  how: ClosedHow,
): Promise<void> {
  const { id, groupId } = listing;
  // What is done stays done, also where its last day came first.
  const still =
    how === 'fulfilled' ? eq(listings.id, id) : and(eq(listings.id, id), isNull(listings.closedAt));
  const closed = await tx
    .update(listings)
    .set({ closedAt: sql`now()`, closedHow: how })
    .where(still)
    .returning({ id: listings.id });
  if (closed.length === 0) return;
  note(tx, ctx, 'directory.closed', { groupId, id }, { how });
  const ended = await tx
    .update(listingAnswers)
    .set({ state: 'ended', endedAt: sql`now()` })
    .where(and(eq(listingAnswers.listingId, id), eq(listingAnswers.state, 'offered')))
    .returning({ answerId: listingAnswers.id, groupId: listingAnswers.groupId });
  await tellAnswerers(tx, ctx, listing, ended);
}

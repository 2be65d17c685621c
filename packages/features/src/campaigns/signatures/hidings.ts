import type { Transaction } from '@groundwork/database';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { signatures } from './tables.ts';
import { note } from '../../journal.ts';

/** What was decided about a signer's comment, by whom, and why. Whether they may was asked where it was decided. */
type Decided = { id: string; actorId: string; reason: string };

/** Takes a signer's name and comment off the campaign's page; the signature counts all the same. */
export async function hideComment(tx: Transaction, { id, actorId, reason }: Decided): Promise<void> {
  const hiding = { hiddenAt: sql`coalesce(${signatures.hiddenAt}, now())`, hiddenReason: reason };
  const [hidden] = await tx.update(signatures).set(hiding).where(eq(signatures.id, id)).returning(place);
  if (hidden) note(tx, actorId, 'campaigns.signature-hidden', hidden);
}

/** Puts them back. */
export async function showComment(tx: Transaction, { id, actorId }: Omit<Decided, 'reason'>): Promise<void> {
  const [shown] = await tx
    .update(signatures)
    .set({ hiddenAt: null, hiddenReason: null })
    .where(and(eq(signatures.id, id), isNotNull(signatures.hiddenAt)))
    .returning(place);
  if (shown) note(tx, actorId, 'campaigns.signature-shown', shown);
}

/** Erases the comment for good, and keeps whatever is written in its place off the page. */
export async function eraseComment(tx: Transaction, { id, actorId, reason }: Decided): Promise<void> {
  const [erased] = await tx
    .update(signatures)
    .set({ comment: null, showName: false, shownName: null, hiddenAt: sql`now()`, hiddenReason: reason })
    .where(eq(signatures.id, id))
    .returning(place);
  if (erased) note(tx, actorId, 'campaigns.comment-removed', erased);
}

const place = { id: signatures.id, groupId: signatures.groupId };

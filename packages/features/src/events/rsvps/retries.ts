import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import type { rsvps } from '../tables.ts';
import type { Needs, RsvpChange } from './contract.ts';
import { eventNeeds } from './tables.ts';

type Known = typeof rsvps.$inferSelect;

/** Whoever's line broke tries again within so many minutes. */
const RETRY_MINUTES = 10;

/**
 * Whether a form that says whose answer it is only by its address is one that was sent a moment ago: somebody's line broke
 * before they read what it came to. It must say all the same, the name too, which nobody but its sender knows.
 */
export async function isRetry(tx: Transaction, known: Known, asked: RsvpChange & { name: string }) {
  const isRecent = Date.now() - known.stateAt.getTime() < RETRY_MINUTES * 60_000;
  return isRecent && known.name === asked.name && (await saysTheSame(tx, known, asked));
}

/** Whether an answer that stands, or waits to be confirmed, already says all of this. */
export async function saysTheSame(tx: Transaction, known: Known, { answer, guestCount, needs }: RsvpChange) {
  if (known.state === 'cancelled' || answerOf(known) !== answer || known.guestCount !== guestCount)
    return false;
  if (needs === undefined) return true;
  const [present] = await tx.select().from(eventNeeds).where(eq(eventNeeds.rsvpId, known.id));
  return wordsOf(present) === wordsOf(needs);
}

function answerOf({ state, wanted }: Known) {
  if (state === 'unconfirmed') return wanted;
  return state === 'maybe' ? 'maybe' : 'going';
}

function wordsOf({ kinds, note }: Needs = { kinds: [], note: '' }) {
  return JSON.stringify([kinds.toSorted(), note.trim()]);
}

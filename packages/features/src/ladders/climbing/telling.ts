import type { Transaction } from '@groundwork/database';
import { eq } from 'drizzle-orm';
import { accountReceiver } from '../../accounts/receivers.ts';
import { accounts } from '../../accounts/tables.ts';
import type { House } from '../../context.ts';
import { tell } from '../../notices/actions.ts';
import type { ClimbingLadder } from './ladder.ts';

/** A ladder as notices tell of it. */
export function ladderAbout({ id, groupId, name, groupName, slug }: ClimbingLadder) {
  return { id, groupId, name, groupName, slug };
}

/** Tells whoever opened a ladder that it stopped by itself, and why. */
export async function tellOfHalt(
  house: House,
  tx: Transaction,
  ladder: ClimbingLadder,
  why: 'many' | 'gone',
): Promise<void> {
  if (ladder.openedBy === null) return;
  const [to] = await tx.select(accountReceiver).from(accounts).where(eq(accounts.id, ladder.openedBy));
  if (to) await tell(tx, house, 'ladders.stopped', { to, why, about: ladderAbout(ladder), at: new Date() });
}

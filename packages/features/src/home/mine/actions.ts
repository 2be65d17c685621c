import { newId } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { calendarAddresses } from './tables.ts';

/** Gives the viewer's calendar an address; the one that it had opens nothing from then on. */
export async function makeCalendarAddress({ db, viewer }: Context): Promise<void> {
  const made = { id: newId(), madeAt: sql`now()` };
  await db
    .insert(calendarAddresses)
    .values({ accountId: viewer.id, ...made })
    .onConflictDoUpdate({ target: calendarAddresses.accountId, set: made });
}

/** Nobody reads the viewer's calendar any more. Safe to do twice. */
export async function endCalendarAddress({ db, viewer }: Context): Promise<void> {
  await db.delete(calendarAddresses).where(eq(calendarAddresses.accountId, viewer.id));
}

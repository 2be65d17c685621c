import { lt, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { accountInvitations } from '../invitations/tables.ts';
import { accountOpenings } from '../openings/tables.ts';
import { passwordResets } from '../passwords/tables.ts';
import { emailChanges, sessions, signInFailures } from '../tables.ts';

/** Erases what nobody can use any more: each kind of link and session after its time, failures after a day of quiet. */
export async function forgetExpiredLinks({ db }: Context): Promise<void> {
  for (const table of [sessions, accountOpenings, passwordResets, emailChanges, accountInvitations]) {
    await db.delete(table).where(lt(table.expiresAt, sql`now()`));
  }
  await db.delete(signInFailures).where(lt(signInFailures.lastAt, sql`now() - interval '1 day'`));
}

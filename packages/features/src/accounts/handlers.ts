import { lt, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import type { Handlers } from '../work.ts';
import { emailChanges } from './emails/tables.ts';
import { accountInvitations } from './invitations/tables.ts';
import { accountOpenings } from './openings/tables.ts';
import { passwordResets } from './passwords/tables.ts';
import { sessions, signInFailures } from './tables.ts';

export const accountHandlers: Handlers = {
  every: { 'accounts.forget': { minutes: 60, run: forgetExpired } },
};

/** Erases what nobody can use any more: each kind of link and session after its time, failures after a day of quiet. */
async function forgetExpired({ db }: Context): Promise<void> {
  for (const table of [sessions, accountOpenings, passwordResets, emailChanges, accountInvitations]) {
    await db.delete(table).where(lt(table.expiresAt, sql`now()`));
  }
  await db.delete(signInFailures).where(lt(signInFailures.lastAt, sql`now() - interval '1 day'`));
}

import { eq } from 'drizzle-orm';
import { speak, type Context } from '../../context.ts';
import { note } from '../../journal.ts';
import { tell } from '../../notices/actions.ts';
import { mustNotBeLastSiteSteward } from '../actions.ts';
import { sessionEnded } from '../sessions.ts';
import { mustKnowPassword } from '../sign-ins/actions.ts';
import { accounts } from '../tables.ts';

/**
 * Deletes the viewer's account and all that hangs on it. Refused (409) for the last steward of the site, and by the
 * database for the last steward of a group.
 */
export async function deleteAccount(ctx: Context, password: string): Promise<void> {
  const { id, email, language } = ctx.viewer;
  await mustKnowPassword(ctx, password, 'password');
  await ctx.change(async (tx) => {
    if (ctx.viewer.isSiteSteward) await mustNotBeLastSiteSteward(tx);
    await tx.delete(accounts).where(eq(accounts.id, id));
    speak(tx, sessionEnded(id));
    note(tx, id, 'accounts.deleted', id);
    await tell(tx, ctx, 'accounts.deleted', { to: { account: id, email, language }, id });
  });
}

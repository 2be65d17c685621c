import { eq, sql } from 'drizzle-orm';
import { asStored } from '../../addresses.ts';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { findGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { allowances } from '../../limits/tables.ts';
import type { NewAllowance } from './contract.ts';

/** Lets an account or a group make so many times as much as the quotas say, from now on. On record. */
export async function giveAllowance(ctx: Context, { to, times }: NewAllowance): Promise<void> {
  const subjectId = await findSubject(ctx, to.trim());
  await ctx.change(async (tx) => {
    await tx
      .insert(allowances)
      .values({ subjectId, times })
      .onConflictDoUpdate({ target: allowances.subjectId, set: { times, givenAt: sql`now()` } });
    note(tx, ctx, 'stewardship.allowance-given', subjectId, { times });
  });
}

/** From now on the quotas hold again as for everyone. */
export async function endAllowance(ctx: Context, subjectId: string): Promise<void> {
  await ctx.change(async (tx) => {
    const ended = await tx
      .delete(allowances)
      .where(eq(allowances.subjectId, subjectId))
      .returning({ id: allowances.subjectId });
    if (ended.length === 0) throw new NotFound('allowance');
    note(tx, ctx, 'stewardship.allowance-ended', subjectId);
  });
}

/** Whom it was given to is gone. */
export async function forgetAllowance({ db }: Context, subjectId: string | null): Promise<void> {
  if (subjectId) await db.delete(allowances).where(eq(allowances.subjectId, subjectId));
}

async function findSubject(ctx: Context, to: string): Promise<string> {
  if (!to.includes('@')) return (await mustSeeGroup(ctx, to)).id;
  const [account] = await ctx.db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.email, asStored(to)));
  if (!account) throw nobody();
  return account.id;
}

async function mustSeeGroup(ctx: Context, to: string) {
  const path = to.split(/[?#]/)[0] ?? '';
  const slug = path.split('/groups/').at(-1)?.split('/')[0] ?? '';
  try {
    return await findGroup(ctx, slug);
  } catch (error) {
    if (error instanceof NotFound) throw nobody();
    throw error;
  }
}

function nobody() {
  return new Invalid([{ name: 'to', code: 'stewards.allowance-nobody' }]);
}

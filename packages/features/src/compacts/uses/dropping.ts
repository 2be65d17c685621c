import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { LETTER } from '../../compositions/queries.ts';
import { compositions } from '../../compositions/tables.ts';
import { within, type Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { dropMailingsAbout, scheduleMailing } from '../../mailings/actions.ts';
import { tells } from '../../mailings/queries.ts';
import { mailings } from '../../mailings/tables.ts';
import { compacts, compactUses } from '../tables.ts';

/** Takes back the mailing that a yes made, as long as nothing of it has begun; refused (409) from then on. */
export async function dropApproval(
  tx: Transaction,
  ctx: Context,
  compositionId: string | null,
): Promise<void> {
  if (compositionId === null) return;
  const [mailing] = await tx
    .select({ id: mailings.id, state: mailings.state })
    .from(mailings)
    .where(tells(LETTER, compositionId))
    .for('update');
  if (mailing?.state === 'scheduled') await scheduleMailing(within(ctx, tx), mailing.id, null);
  else if (mailing && mailing.state !== 'draft') throw new Conflict('compacts.on-its-way');
  await dropMailingsAbout(tx, { kinds: [LETTER], aboutIds: [compositionId] });
  await tx.delete(compositions).where(eq(compositions.id, compositionId));
}

/** What would go out after the end does not: what waits lapses, and what was agreed to is stopped. */
export async function dropUsesBeyond(tx: Transaction, ctx: Context, compactId: string): Promise<void> {
  const endsAt = sql`(select own.ends_at from ${compacts} own where own.id = ${compactId})`;
  const isBeyond = and(
    eq(compactUses.compactId, compactId),
    inArray(compactUses.state, ['asked', 'agreed']),
    sql`${compactUses.goesAt} >= ${endsAt}`,
  );
  const beyond = await tx
    .select({ id: compactUses.id, state: compactUses.state, compositionId: compactUses.compositionId })
    .from(compactUses)
    .where(isBeyond);
  for (const { id, state, compositionId } of beyond) {
    await dropApproval(tx, ctx, compositionId);
    const ended =
      state === 'asked' ? ({ state: 'lapsed', clause: 'ended' } as const) : { state: 'stopped' as const };
    await tx.update(compactUses).set(ended).where(eq(compactUses.id, id));
  }
}

import type { Transaction } from '@groundwork/database';
import { and, eq, ne, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict } from '../../errors.ts';
import { note } from '../../journal.ts';
import { noteAnswer } from '../consents.ts';
import { consents } from '../tables.ts';
import { BY_HAND } from '../ways.ts';
import { findCorrectable } from './queries.ts';
import { putBack, STANDING_ANSWER } from './spoken.ts';

const SHARING = { way: 'any', purpose: 'sharing' } as const;

/** A standing no to being passed on to other groups, as somebody said it to an organizer. What they said themself stays as it is. */
export async function refuseSharing(ctx: Context, slug: string, personId: string): Promise<void> {
  const { groupId } = await findCorrectable(ctx, slug, personId);
  await ctx.change(async (tx) => {
    const written = await tx
      .insert(consents)
      .values({ personId, groupId, ...SHARING, given: 'no', ...BY_HAND })
      .onConflictDoUpdate({
        target: [consents.personId, consents.way, consents.purpose],
        set: {
          ...{ given: 'no', ...BY_HAND, manner: null, subjectId: null, words: null },
          ...{ at: sql`now()`, before: STANDING_ANSWER },
        },
        setWhere: ne(consents.given, 'no'),
      })
      .returning({ personId: consents.personId });
    if (written.length === 0) return;
    noteAnswer(tx, { personId, groupId, ...SHARING, given: 'no' });
    note(tx, ctx, 'people.answer-recorded', { groupId, id: personId });
  });
}

/** Takes back what an organizer wrote down. Conflict where the no is their own, or of a list that they came with. */
export async function undoRefusedSharing(ctx: Context, slug: string, personId: string): Promise<void> {
  const { groupId } = await findCorrectable(ctx, slug, personId);
  await ctx.change(async (tx) => {
    const before = await findRefusal(tx, personId);
    await putBack(tx, { personId, ...SHARING }, before);
    note(tx, ctx, 'people.answer-undone', { groupId, id: personId });
  });
}

async function findRefusal(tx: Transaction, personId: string) {
  const [refusal] = await tx
    .select({ before: consents.before })
    .from(consents)
    .where(
      and(
        eq(consents.personId, personId),
        eq(consents.way, SHARING.way),
        eq(consents.purpose, SHARING.purpose),
        eq(consents.how, BY_HAND.how),
      ),
    )
    .for('update');
  if (!refusal) throw new Conflict('people.answer-changed');
  return refusal.before;
}

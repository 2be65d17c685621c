import type { Transaction } from '@groundwork/database';
import { say } from '@groundwork/words';
import { eq, sql } from 'drizzle-orm';
import { aFewMore } from '../compositions/looks.ts';
import { LETTER } from '../compositions/queries.ts';
import type { Context } from '../context.ts';
import { Conflict } from '../errors.ts';
import { note } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { openMailing } from '../mailings/actions.ts';
import { rungs } from '../people/climbing/tables.ts';
import { changeLadder } from './changing.ts';
import type { OpeningInput } from './contract.ts';
import { countEarlier } from './dry-run.ts';
import { letterAudience } from './letter-audience.ts';
import { asOpenedBy, type LadderPlace, type SeenLadder } from './queries.ts';
import { holdReady } from './readiness.ts';
import { saidByLadder } from './said.ts';
import { agreedTo, takesSecond, tryBefore } from './second-look.ts';
import { ladders } from './tables.ts';

/**
 * Opens a ladder: from now on it is as it is. Where it may write to more than a second look is asked for above, the first
 * who presses asks somebody else to.
 */
export async function openLadder(
  ctx: Context,
  place: LadderPlace,
  { count: said }: OpeningInput,
): Promise<{ is: 'open' | 'asked' }> {
  const tried = await tryBefore(ctx, place, 'open');
  return changeLadder(ctx, place, 'open', async (tx, seen) => {
    const ladder = asOpenedBy(ctx, seen);
    const { id, groupId, openedBy, seesAll } = ladder;
    await holdReady(tx, ctx, ladder);
    const count = ladder.takesEarlier ? await countEarlier(tx, ladder) : 0;
    if (count > aFewMore(said)) throw new Conflict('ladders.more-by-now', { count });
    if (await takesSecond(tx, ctx, ladder, { count, tried })) return { is: 'asked' };
    await spendQuota(ctx, tx, 'mailings', groupId);
    await openLetters(tx, ctx, ladder);
    await nameRungs(tx, ladder);
    await tx
      .update(ladders)
      .set({
        ...{ state: 'active', openedAt: sql`now()`, dueAt: sql`now()` },
        beginsSince: ladder.takesEarlier ? null : sql`now()`,
        ...(tried && { agreedCount: agreedTo(count, tried) }),
        ...{ openedBy, seesAll, openingAskedBy: null, openingAskedFor: await saidByLadder(tx, ladder) },
      })
      .where(eq(ladders.id, id));
    note(tx, ctx, 'ladders.opened', { groupId, id }, { count });
    return { is: 'open' };
  });
}

/** Lets nobody more begin; whoever is on it goes on. */
export async function closeLadder(ctx: Context, place: LadderPlace): Promise<void> {
  await changeLadder(ctx, place, 'close', async (tx, { id, groupId, isStopped }) => {
    const dueAt = isStopped ? null : sql`now()`;
    await tx.update(ladders).set({ state: 'closed', dueAt }).where(eq(ladders.id, id));
    note(tx, ctx, 'ladders.closed', { groupId, id });
  });
}

/** Lets newcomers begin again: those since it was closed do not. */
export async function reopenLadder(ctx: Context, place: LadderPlace): Promise<void> {
  await changeLadder(ctx, place, 'reopen', async (tx, { id, groupId, isStopped }) => {
    const dueAt = isStopped ? null : sql`now()`;
    await tx
      .update(ladders)
      .set({ state: 'active', beginsSince: sql`now()`, dueAt })
      .where(eq(ladders.id, id));
    note(tx, ctx, 'ladders.reopened', { groupId, id });
  });
}

/** Each letter is a mailing of its own from now on, that goes to whoever comes to its step. */
async function openLetters(tx: Transaction, ctx: Context, { groupId, steps }: SeenLadder): Promise<void> {
  for (const { id: stepId, compositionId } of steps)
    if (compositionId !== null)
      await openMailing(tx, ctx, {
        ...{ groupId, kind: LETTER, aboutId: compositionId },
        audience: letterAudience.of({ stepId }),
      });
}

/** What lists of people call the rungs: the ladder, and which step it is. */
async function nameRungs(tx: Transaction, { name, group, steps }: SeenLadder): Promise<void> {
  const labels = steps.map(({ does }, index) =>
    say(group.language, 'ladders.rung.label', {
      ladder: name,
      number: index + 1,
      step: say(group.language, `ladders.step.${does.is}`),
    }),
  );
  await tx.execute(sql`
    update ${rungs} set label = named.label
    from unnest(${sql.param(steps.map((step) => step.id))}::uuid[], ${sql.param(labels)}::text[]) as named(id, label)
    where ${rungs.id} = named.id`);
}

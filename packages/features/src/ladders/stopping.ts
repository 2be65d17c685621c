import type { Transaction } from '@groundwork/database';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { LETTER } from '../compositions/queries.ts';
import type { Context } from '../context.ts';
import { note, type Actor } from '../journal.ts';
import { endMailingsAbout, resumeMailingsAbout, stopMailingsAbout } from '../mailings/actions.ts';
import { mailings } from '../mailings/tables.ts';
import { mails } from '../outbox/tables.ts';
import { climbers } from '../people/climbing/tables.ts';
import { changeLadder } from './changing.ts';
import type { LadderPlace, LadderStep } from './queries.ts';
import { holdReady } from './readiness.ts';
import { saidByLadder } from './said.ts';
import { agreedTo, takesSecond, tryBefore } from './second-look.ts';
import { ladders, ladderSteps, ladderTallies } from './tables.ts';

type Stepped = { id: string; groupId: string; steps: LadderStep[] };

/** Stops a ladder where it is: nobody goes on, and letters that wait are taken back until it goes on. */
export async function stopLadder(ctx: Context, place: LadderPlace): Promise<void> {
  await changeLadder(ctx, place, 'stop', (tx, ladder) => haltLadder(tx, ctx, ladder));
}

/** The same for whoever holds it, and for one that stops by itself. Whose letter was taken back stands before it again. */
export async function haltLadder(
  tx: Transaction,
  actor: Actor,
  ladder: Stepped,
  stoppedFor: (typeof ladders.$inferSelect)['stoppedFor'] = null,
): Promise<void> {
  const { id, groupId } = ladder;
  // What stopped by itself is another one than was agreed to.
  const other = stoppedFor === null ? {} : { openingAskedBy: null, openingAskedFor: null };
  await tx
    .update(ladders)
    .set({ isStopped: true, dueAt: null, stoppedFor, ...other })
    .where(eq(ladders.id, id));
  const withdrawnCount = await stopMailingsAbout(tx, lettersOf(ladder));
  await tx.execute(sql`
    update ${climbers} set state = 'standing', event_id = null, since = now(), due_at = now()
    from ${ladderSteps} step join ${mailings} letter on letter.kind = ${LETTER} and letter.about_id = step.composition_id
    where step.ladder_id = ${id} and climbers.rung_id = step.id and climbers.state = 'mailing' and not exists (
      select from ${mails} mail where mail.mailing_id = letter.id and mail.person_id = climbers.person_id)`);
  note(tx, actor, 'ladders.stopped', { groupId, id }, { withdrawnCount });
}

/**
 * Goes on with one that was stopped, and with letters of it that stopped by themselves. Where one was put right meanwhile and a
 * second look is asked for above so many, the first who presses asks somebody else to.
 */
export async function resumeLadder(ctx: Context, place: LadderPlace): Promise<{ is: 'open' | 'asked' }> {
  const tried = await tryBefore(ctx, place, 'resume');
  return changeLadder(ctx, place, 'resume', async (tx, ladder) => {
    const { id, groupId, standingCount: count } = ladder;
    await holdReady(tx, ctx, ladder);
    if (await takesSecond(tx, ctx, ladder, { count, tried })) return { is: 'asked' };
    const opened = { openingAskedBy: null, openingAskedFor: await saidByLadder(tx, ladder) };
    const agreed = tried ? { agreedCount: agreedTo(count, tried) } : {};
    await tx
      .update(ladders)
      .set({ isStopped: false, stoppedFor: null, dueAt: sql`now()`, ...opened, ...agreed })
      .where(eq(ladders.id, id));
    // Whoever waited for their letter all along waits from now on.
    const stepIds = ladder.steps.map((step) => step.id);
    await tx
      .update(climbers)
      .set({ since: sql`now()` })
      .where(and(inArray(climbers.rungId, stepIds), eq(climbers.state, 'standing')));
    await resumeMailingsAbout(tx, lettersOf(ladder));
    note(tx, ctx, 'ladders.resumed', { groupId, id });
    return { is: 'open' };
  });
}

/** Ends a ladder for good: nobody goes on, and what waits of its letters is withdrawn. */
export async function endLadder(ctx: Context, place: LadderPlace): Promise<void> {
  await changeLadder(ctx, place, 'end', async (tx, ladder) => {
    const count = await leaveAll(tx, ladder.id);
    await setEnded(tx, ctx, ladder, count);
  });
}

/** The same of one that nobody stands on any more, and that nobody may begin. */
export async function setEnded(
  tx: Transaction,
  ctx: Context | null,
  ladder: Stepped,
  count: number,
): Promise<void> {
  const { id, groupId } = ladder;
  await endMailingsAbout(tx, ctx, lettersOf(ladder));
  await tx
    .update(ladders)
    .set({ state: 'ended', endedAt: sql`now()`, dueAt: null, isStopped: false, stoppedFor: null })
    .where(eq(ladders.id, id));
  note(tx, ctx, 'ladders.ended', { groupId, id }, { count });
}

/** Everyone who stands on it leaves it, where they are. Answers how many. */
async function leaveAll(tx: Transaction, ladderId: string): Promise<number> {
  const { rows } = await tx.execute<{ count: number }>(sql`
    with standing as (
      select ladder_id, person_id, rung_id from ${climbers} where ladder_id = ${ladderId} and rung_id is not null for update
    ), told as (
      insert into ${ladderTallies} (step_id, outcome, count)
      select rung_id, 'ended', count(*) from standing group by rung_id
      on conflict (step_id, outcome) do update set count = ladder_tallies.count + excluded.count
    ), gone as (
      update ${climbers} set state = 'over', rung_id = null, due_at = null, event_id = null, since = now() from standing
      where climbers.ladder_id = standing.ladder_id and climbers.person_id = standing.person_id returning 1
    ) select count(*)::int as count from gone`);
  return rows[0]?.count ?? 0;
}

function lettersOf({ steps }: Pick<Stepped, 'steps'>) {
  return { kinds: [LETTER], aboutIds: steps.flatMap(({ compositionId }) => compositionId ?? []) };
}

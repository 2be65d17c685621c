import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { climbers } from '../../people/climbing/tables.ts';
import type { Line } from '../../segments/lines.ts';
import { linesOfTrigger } from '../beginnings.ts';
import { isOneGone, linesAsked } from '../questions.ts';
import { haltLadder, setEnded } from '../stopping.ts';
import { ladders } from '../tables.ts';
import type { Trigger } from '../triggers.ts';
import { letBegin, lookWhoIsIn, ManyBegin } from './entering.ts';
import { dueNow, findClimbing, holdLadder, type ClimbingLadder } from './ladder.ts';
import { climbStep, type LadderRung } from './stepping.ts';
import { tellOfHalt } from './telling.ts';

/** After how many minutes it is looked again who begins. */
const LOOKS: Record<Trigger['is'], number> = { joined: 1, signed: 1, came: 1, silent: 60, segment: 10 };
/** While its group may write to nobody, and after a failure. */
const LATER = sql`now() + interval '1 minute'`;

/** Whether a ladder is due. */
export async function isLadderDue({ db }: Pick<House, 'db'>): Promise<boolean> {
  const due = await db.select({ id: ladders.id }).from(ladders).where(dueNow).limit(1);
  return due.length > 0;
}

/**
 * Lets everyone go on who is due, ladder after ladder, and newcomers begin; until none is due, or the worker is `closing`.
 * Several workers may do it at once: they take different people. Throws the first failure in the end; the ladder that met it
 * is tried again a minute later, and keeps no other.
 */
export async function climb(ctx: Context, closing?: AbortSignal): Promise<void> {
  const failures: unknown[] = [];
  const seen = new Set<string>();
  for (;;) {
    const ladderId = closing?.aborted ? undefined : await nextDue(ctx, seen);
    if (ladderId === undefined) break;
    seen.add(ladderId);
    await climbOne(ctx, ladderId, closing).catch(async (error: unknown) => {
      failures.push(error);
      await ctx.db
        .update(ladders)
        .set({ dueAt: LATER })
        .where(and(eq(ladders.id, ladderId), dueNow));
    });
  }
  if (failures.length > 0) throw failures[0];
}

async function nextDue({ db }: Context, seen: Set<string>): Promise<string | undefined> {
  const [due] = await db
    .select({ id: ladders.id })
    .from(ladders)
    .where(and(dueNow, sql`${ladders.id} <> all(${sql.param([...seen])}::uuid[])`))
    .orderBy(ladders.dueAt)
    .limit(1);
  return due?.id;
}

async function climbOne(ctx: Context, ladderId: string, closing?: AbortSignal): Promise<void> {
  const ladder = await findClimbing(ctx.db, ladderId);
  if (!ladder) return;
  if (!ladder.mayWrite) {
    await ctx.db
      .update(ladders)
      .set({ dueAt: LATER })
      .where(and(eq(ladders.id, ladderId), dueNow));
    return;
  }
  if (ladder.isLetterStopped) return stopItself(ctx, ladder, null);
  if (isOneGone(asksOf(ladder), ladder.scope)) return stopItself(ctx, ladder, 'gone');
  const isThrough = await letNewcomersBegin(ctx, ladder, closing);
  if (isThrough === 'many') return stopItself(ctx, ladder, 'many');
  const due = await findDueRungs(ctx, ladder);
  // Each step leads to later ones only.
  for (const rung of ladder.rungs) {
    let isMore = due.has(rung.step.id);
    while (isMore && !closing?.aborted)
      isMore = await ctx.change((tx) => climbStep(ctx, tx, { ladder, rung, due }));
  }
  if (!closing?.aborted && isThrough) await setNext(ctx, ladder);
}

/** Answers whether all who may have begun by now, or that they are too many at once. */
async function letNewcomersBegin(
  ctx: Context,
  ladder: ClimbingLadder,
  closing?: AbortSignal,
): Promise<boolean | 'many'> {
  const { state, beginsSince, lookedUntil, trigger } = ladder;
  const [first] = ladder.rungs;
  const isLooked = lookedUntil !== null && (beginsSince === null || lookedUntil >= beginsSince);
  const isFresh = isLooked && Date.now() - lookedUntil.getTime() < LOOKS[trigger.is] * 60_000;
  if (state !== 'active' || !first || isFresh) return true;
  let isAll: boolean | 'many' = false;
  for (let isFirst = true; isAll === false && !closing?.aborted; isFirst = false)
    isAll = await letSomeBegin(ctx, ladder, { first, isFirst });
  return isAll;
}

/** Whoever holds the ladder lets them begin. */
async function letSomeBegin(
  ctx: Context,
  ladder: ClimbingLadder,
  { first, isFirst }: { first: LadderRung; isFirst: boolean },
): Promise<boolean | 'many'> {
  const work = async (tx: Transaction) => {
    if (!(await holdLadder(tx, ladder.id))) return true;
    if (isFirst && ladder.trigger.is === 'segment') await lookWhoIsIn(tx, ladder, ladder.scope);
    return letBegin(tx, ladder, first, ladder.scope);
  };
  return ctx.change(work).catch((error: unknown) => {
    if (error instanceof ManyBegin) return 'many' as const;
    throw error;
  });
}

/** The ids of those steps of a ladder on which somebody is due. */
async function findDueRungs({ db }: Context, { steps }: ClimbingLadder): Promise<Set<string>> {
  const ids = sql.param(steps.map(({ id }) => id));
  const { rows } = await db.execute<{ id: string }>(sql`select rung.id from unnest(${ids}::uuid[]) rung(id)
    where exists (select from ${climbers} where rung_id = rung.id and due_at <= now())`);
  return new Set(rows.map(({ id }) => id));
}

/** What it begins with, as long as it does, and all that is asked on it. */
function asksOf({ state, trigger, steps }: ClimbingLadder): Line[] {
  return [...(state === 'active' ? linesOfTrigger(trigger) : []), ...linesAsked(steps)];
}

/**
 * A letter that stopped by itself, or with its group, stops the whole ladder; so does a sentence that asks for what is gone, by
 * which whoever is to leave would stay; and a crowd. Who opened it is told; of letters they were.
 */
async function stopItself(ctx: Context, ladder: ClimbingLadder, why: 'many' | 'gone' | null): Promise<void> {
  await ctx.change(async (tx) => {
    if (!(await holdLadder(tx, ladder.id))) return;
    await haltLadder(tx, null, ladder, why);
    if (why !== null) await tellOfHalt(ctx, tx, ladder, why);
  });
}

/** Says when something is to be done next; one that is closed, and on which nobody stands any more, is over. */
async function setNext(ctx: Context, ladder: ClimbingLadder): Promise<void> {
  const ids = sql.param(ladder.steps.map(({ id }) => id));
  // Rung by rung: the index knows the first of each.
  const first = sql`select min(first.due_at) from unnest(${ids}::uuid[]) rung(id) cross join lateral (
    select due_at from ${climbers} where rung_id = rung.id and due_at is not null order by due_at limit 1) first`;
  const minutes = LOOKS[ladder.trigger.is];
  await ctx.change(async (tx) => {
    if (!(await holdLadder(tx, ladder.id))) return;
    const [held] = await tx
      .select({ state: ladders.state, isEmpty: sql<boolean>`(${first}) is null` })
      .from(ladders)
      .where(eq(ladders.id, ladder.id));
    if (held?.state === 'closed' && held.isEmpty) return setEnded(tx, null, ladder, 0);
    await tx
      .update(ladders)
      .set({
        dueAt: sql`greatest(now() + interval '1 second', least(now() + make_interval(mins => ${minutes}), (${first})))`,
      })
      .where(eq(ladders.id, ladder.id));
  });
}

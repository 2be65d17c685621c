import type { Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { climbers } from '../../people/climbing/tables.ts';
import { people } from '../../people/tables.ts';
import type { StepOutcome } from '../contract.ts';
import { haltLadder, setEnded } from '../stopping.ts';
import type { Rung } from '../paths.ts';
import { isOneGone, isOneTrueOf, isTrueOf, linesAsked } from '../questions.ts';
import { linesOfTrigger } from '../beginnings.ts';
import type { Line } from '../../segments/lines.ts';
import type { LadderStep } from '../queries.ts';
import type { Trigger } from '../triggers.ts';
import { ladders } from '../tables.ts';
import { goOn, type Leaving } from './arriving.ts';
import { handThem, tagThem } from './deeds.ts';
import { tellOfHalt } from './telling.ts';
import { letBegin, lookWhoIsIn, ManyBegin } from './entering.ts';
import { findClimbing, holdLadder, dueNow, type ClimbingLadder } from './ladder.ts';
import { hasLetter, seeToLetters } from './mailing.ts';

/** For so many a step is done in one transaction. */
const AT_ONCE = 500;
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

type LadderRung = Rung<LadderStep>;

/** Does a step for the next few hundred who are due there. Answers whether there were as many as are taken at once. */
async function climbStep(ctx: Context, tx: Transaction, { ladder, rung, due }: Climb): Promise<boolean> {
  const taken = await takeDue(tx, ladder, rung);
  const climbing = taken.filter(({ isStopped }) => !isStopped);
  const outcomes = climbing.length > 0 ? await doStep(ctx, tx, { ladder, rung }, climbing) : new Map();
  const stepAt = new Map(ladder.steps.map((step) => [step.id, step]));
  const leavings: Leaving[] = [...outcomes].map(([outcome, personIds]: [StepOutcome, string[]]) => ({
    ...{ outcome, personIds },
    to: stepAt.get((outcome === 'no' ? rung.otherwise : rung.next) ?? '') ?? null,
  }));
  const stopped = taken.filter(({ isStopped }) => isStopped).map(({ id }) => id);
  leavings.push({ outcome: 'stopped', personIds: stopped, to: null });
  await goOn(
    tx,
    { ladderId: ladder.id, stepId: rung.step.id },
    leavings.filter(({ personIds }) => personIds.length > 0),
  );
  for (const { to } of leavings) if (to) due.add(to.id);
  return taken.length === AT_ONCE;
}

/** `due`: the ids of the steps on which somebody may be due; whoever goes on adds the one that they come to. */
type Climb = { ladder: ClimbingLadder; rung: LadderRung; due: Set<string> };

/** The ids of those steps of a ladder on which somebody is due. */
async function findDueRungs({ db }: Context, { steps }: ClimbingLadder): Promise<Set<string>> {
  const ids = sql.param(steps.map(({ id }) => id));
  const { rows } = await db.execute<{ id: string }>(sql`select rung.id from unnest(${ids}::uuid[]) rung(id)
    where exists (select from ${climbers} where rung_id = rung.id and due_at <= now())`);
  return new Set(rows.map(({ id }) => id));
}

type DueClimber = { id: string; isStopped: boolean; isYes: boolean };

/**
 * The next who are due on a step of a ladder that is not stopped, held, with what is asked of them there. Whoever is held by
 * another is passed by: who is made one with another record or erased at this moment, and who takes a step of another ladder,
 * so that two letters at once know of each other.
 */
async function takeDue(
  tx: Transaction,
  ladder: ClimbingLadder,
  { step, stops }: LadderRung,
): Promise<DueClimber[]> {
  const asked = { scope: ladder.scope, beganAt: sql`due.began_at`, until: sql`now()` };
  const isYes = step.does.is === 'branch' ? isTrueOf(step.does.question, asked) : sql`true`;
  // Whoever has the letter of this step is through with it, and leaves at the next.
  const isStopped = sql`${isOneTrueOf(stops, asked)} and not ${hasLetter(step)}`;
  const { rows } = await tx.execute<DueClimber>(sql`
    with due as materialized (
      select climber.person_id, climber.began_at from ${climbers} climber join ${people} person on person.id = climber.person_id
      where climber.rung_id = ${step.id} and climber.due_at <= now()
        and exists (select from ${ladders} own where own.id = ${ladder.id} and own.due_at is not null)
      order by climber.due_at limit ${AT_ONCE}
      for update of climber skip locked for no key update of person skip locked)
    select ${people.id}, ${isStopped} as "isStopped", ${isYes} as "isYes"
    from due join ${people} on ${people.id} = due.person_id`);
  return rows;
}

async function doStep(
  house: House,
  tx: Transaction,
  { ladder, rung: { step } }: { ladder: ClimbingLadder; rung: LadderRung },
  due: DueClimber[],
): Promise<Map<StepOutcome, string[]>> {
  const personIds = due.map(({ id }) => id);
  const { does, compositionId } = step;
  switch (does.is) {
    case 'wait':
    case 'stop':
      return new Map([['done', personIds]]);
    case 'branch':
      return new Map([
        ['done', due.filter(({ isYes }) => isYes).map(({ id }) => id)],
        ['no', due.filter(({ isYes }) => !isYes).map(({ id }) => id)],
      ]);
    case 'tag':
      return tagThem(tx, does, personIds);
    case 'hand':
      return handThem(house, tx, ladder, { does, personIds });
    case 'send':
    case 'invite':
      if (compositionId === null) throw new Error('a step that sends has a letter');
      return seeToLetters(tx, ladder, { ...step, compositionId }, personIds);
  }
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
    const { rows } = await tx.execute<{ isEmpty: boolean }>(sql`select (${first}) is null as "isEmpty"`);
    const [held] = await tx.select({ state: ladders.state }).from(ladders).where(eq(ladders.id, ladder.id));
    if (held?.state === 'closed' && rows[0]?.isEmpty) return setEnded(tx, null, ladder, 0);
    await tx
      .update(ladders)
      .set({
        dueAt: sql`greatest(now() + interval '1 second', least(now() + make_interval(mins => ${minutes}), (${first})))`,
      })
      .where(eq(ladders.id, ladder.id));
  });
}

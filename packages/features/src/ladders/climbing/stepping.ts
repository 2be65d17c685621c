import type { Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { Context, House } from '../../context.ts';
import { climbers } from '../../people/climbing/tables.ts';
import { people } from '../../people/tables.ts';
import type { StepOutcome } from '../contract.ts';
import type { Rung } from '../paths.ts';
import { isOneTrueOf, isTrueOf } from '../questions.ts';
import type { LadderStep } from '../queries.ts';
import { ladders } from '../tables.ts';
import { goOn, type Leaving } from './arriving.ts';
import { handThem, tagThem } from './deeds.ts';
import type { ClimbingLadder } from './ladder.ts';
import { hasLetter, seeToLetters } from './mailing.ts';

/** For so many a step is done in one transaction. */
const AT_ONCE = 500;

/** A step with where it leads. */
export type LadderRung = Rung<LadderStep>;

/** Does a step for the next few hundred who are due there. Answers whether there were as many as are taken at once. */
export async function climbStep(
  ctx: Context,
  tx: Transaction,
  { ladder, rung, due }: Climb,
): Promise<boolean> {
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
      return seeToLetters(house, tx, ladder, { step: { ...step, compositionId }, personIds });
  }
}

import type { Context } from '../context.ts';
import { findRulesInForce } from '../compositions/rules.ts';
import { allowed } from '../policy.ts';
import { nameLines } from '../segments/queries.ts';
import { findThingNames } from '../segments/thing-names.ts';
import { findColleaguesWhoSee } from './colleagues.ts';
import type { QuestionView, StepOutcome, StepView, TriggerView } from './contract.ts';
import { findLadderFaults } from './faults.ts';
import { rungsOf } from './paths.ts';
import { ladderPolicy } from './policy.ts';
import { linesAsked, questionOf } from './questions.ts';
import {
  asOpenedBy,
  countSteps,
  findStepLetters,
  scopeOfLadder,
  type LadderStep,
  type listLadders,
  type SeenLadder,
} from './queries.ts';
import { saidByLadder } from './said.ts';
import { thingOfQuestion, thingOfTrigger } from './things.ts';
import { isAskedFor } from './second-look.ts';
import type { Trigger } from './triggers.ts';

type Row = Awaited<ReturnType<typeof listLadders>>['rows'][number];
type Names = ReadonlyMap<string, string>;

/** Those of a list as it shows them. */
export async function ladderRows({ db }: Context, groupId: string, rows: Row[]) {
  const names = await findThingNames(
    db,
    groupId,
    rows.flatMap(({ trigger }) => thingOfTrigger(trigger) ?? []),
  );
  return rows.map((row) => rowOf(row, names));
}

/** One as its page shows it. */
export async function ladderView(ctx: Context, ladder: SeenLadder) {
  const { groupId, steps, takesEarlier, purpose, openingAskedBy, openingAskerName } = ladder;
  const things = [
    thingOfTrigger(ladder.trigger),
    ...steps.map(({ does }) => thingOfQuestion(questionOf(does))),
  ];
  const [names, faults, { mostAWeek }, shown] = await Promise.all([
    findThingNames(
      ctx.db,
      groupId,
      things.flatMap((id) => id ?? []),
    ),
    findLadderFaults(ctx, ctx.db, ladder),
    findRulesInForce(ctx, groupId),
    stepsShown(ctx, ladder),
  ]);
  const isAsked = isAskedFor(ladder, await saidByLadder(ctx.db, ladder));
  return {
    ...rowOf(ladder, names),
    ...{ takesEarlier, purpose, faults, mostAWeek, stoppedFor: ladder.stoppedFor },
    steps: shown(names),
    openingAsked: isAsked ? { by: openingAskerName, isMine: openingAskedBy === ctx.viewer.id } : null,
    can: allowed(ladderPolicy, ladder),
  };
}

function rowOf({ trigger, ...ladder }: Omit<Row, 'cursor'>, names: Names) {
  const { id, name, state, isStopped, standingCount, beganCount, madeAt, openedAt, endedAt } = ladder;
  // Whoever is erased stands nowhere, and was there.
  const overCount = Math.max(0, beganCount - standingCount);
  return {
    ...{ id, name, state, isStopped, standingCount, overCount, madeAt, openedAt, endedAt },
    trigger: triggerView(trigger, names),
  };
}

function triggerView(trigger: Trigger, names: Names): TriggerView {
  const thing = thingOfTrigger(trigger) ?? null;
  const about = thing === null ? null : (names.get(thing) ?? null);
  const days = trigger.is === 'silent' ? trigger.days : null;
  return { is: trigger.is, days, thing, about, isGone: thing !== null && about === null };
}

/** Reads what the steps name; what campaigns and events are called is known later. */
async function stepsShown(ctx: Context, ladder: SeenLadder) {
  const { steps, groupId } = ladder;
  const rungs = rungsOf(steps);
  // As the viewer sees it, whoever opened it: a field that only stewards see is named to nobody else.
  const scope = await scopeOfLadder(ctx.db, asOpenedBy(ctx, ladder));
  const asking = steps.filter(({ does }) => questionOf(does)?.is === 'line');
  const [lines, letters, colleagues, counts] = await Promise.all([
    nameLines(ctx, scope, linesAsked(steps)),
    findStepLetters(
      ctx.db,
      steps.flatMap(({ compositionId }) => compositionId ?? []),
    ),
    findColleaguesWhoSee(
      ctx.db,
      groupId,
      steps.flatMap(({ does }) => (does.is === 'hand' ? [does.to] : [])),
    ),
    countSteps(ctx.db, ladder.id),
  ]);
  const lineAt = new Map(asking.map(({ id }, index) => [id, lines[index] ?? null]));
  return (names: Names): StepView[] =>
    rungs.map(({ step, depth }) => {
      const { id, branchId, side, does, compositionId } = step;
      const letter = compositionId === null ? undefined : letters.get(compositionId);
      return {
        ...{ id, branchId, side, depth, does: does.is },
        days: does.is === 'wait' ? does.days : null,
        km: does.is === 'invite' ? (does.km ?? null) : null,
        tag: does.is === 'tag' ? does.tag : null,
        to: does.is === 'hand' ? { id: does.to, name: colleagues.get(does.to) ?? null } : null,
        note: does.is === 'hand' ? does.note : null,
        question: questionView(step, names, lineAt.get(id) ?? null),
        letter: letter
          ? {
              ...{ id: letter.id, subject: letter.subject, languages: letter.languages },
              isStopped: letter.state === 'stopped' && letter.stoppedFor !== null,
            }
          : null,
        standingCount: counts.standing.get(id) ?? 0,
        outcomes: (counts.outcomes.get(id) ?? []).map(({ outcome, count }) => ({
          outcome: outcome as StepOutcome,
          count,
        })),
      };
    });
}

function questionView({ does }: LadderStep, names: Names, line: QuestionView['line']): QuestionView | null {
  const question = questionOf(does);
  if (!question) return null;
  const thing = thingOfQuestion(question) ?? null;
  const about = thing === null ? null : (names.get(thing) ?? null);
  return {
    ...{ asks: question.is, thing, about, line },
    deed: question.is === 'did' ? question.deed : null,
    isGone: (thing !== null && about === null) || line?.isGone === true,
  };
}

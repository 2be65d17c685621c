import type { Queryable } from '@groundwork/database';
import { NEAREST } from '../compositions/body/parts.ts';
import { findFaults } from '../compositions/checks.ts';
import { findComposition } from '../compositions/queries.ts';
import { readBody } from '../compositions/body/reading.ts';
import type { Context } from '../context.ts';
import type { Scope } from '../segments/conditions.ts';
import { nameLines } from '../segments/queries.ts';
import { findThingNames } from '../segments/thing-names.ts';
import type { LadderFault } from './contract.ts';
import { findColleaguesWhoSee } from './colleagues.ts';
import { asOpenedBy, scopeOfLadder, type LadderStep, type SeenLadder } from './queries.ts';
import { linesAsked, questionOf } from './questions.ts';
import { thingOfQuestion, thingOfTrigger } from './things.ts';

/**
 * What is in the way of opening a ladder (`stop`), or to be looked at, as it is now; and of going on with one that is stopped.
 * Of one that is under way, nothing.
 */
export async function findLadderFaults(
  ctx: Context,
  db: Queryable,
  ladder: SeenLadder,
): Promise<LadderFault[]> {
  if (ladder.state !== 'draft') return ladder.isStopped ? resumingFaults(ctx, db, ladder) : [];
  const { steps } = ladder;
  const scope = await scopeOfLadder(db, asOpenedBy(ctx, ladder));
  return [
    ...(await beginningFaults(db, ladder)),
    ...shapeFaults(steps),
    ...(await thingFaults(ctx, db, ladder, scope)),
    ...(await colleagueFaults(db, ladder)),
    ...(await letterFaults(ctx, db, ladder)),
  ];
}

/** Of a campaign that is gone nobody begins, and whoever is on it goes on; of a sentence that is gone nobody could tell. */
async function resumingFaults(ctx: Context, db: Queryable, ladder: SeenLadder): Promise<LadderFault[]> {
  const isSegment = ladder.state === 'active' && ladder.trigger.is === 'segment';
  return [
    ...(isSegment ? await beginningFaults(db, ladder) : []),
    ...(await thingFaults(ctx, db, ladder, await scopeOfLadder(db, ladder))),
    ...(await letterFaults(ctx, db, ladder)),
  ];
}

async function beginningFaults(db: Queryable, { groupId, trigger }: SeenLadder): Promise<LadderFault[]> {
  const thing = thingOfTrigger(trigger);
  if (thing === undefined) return [];
  return (await findThingNames(db, groupId, [thing])).has(thing) ? [] : [stop('trigger-gone')];
}

/** What does nothing: no steps, only waiting, a branch with nothing on either side, a wait at the end. */
function shapeFaults(steps: LadderStep[]): LadderFault[] {
  if (steps.length === 0) return [stop('no-steps')];
  const isDeed = ({ does }: LadderStep) => ['send', 'invite', 'tag', 'hand'].includes(does.is);
  if (!steps.some(isDeed)) return [stop('no-deed')];
  const isEmpty = ({ id, does }: LadderStep) =>
    does.is === 'branch' && !steps.some(({ branchId }) => branchId === id);
  const last = steps.filter(({ branchId }) => branchId === null).at(-1);
  return [
    ...steps.filter(isEmpty).map(({ id }) => look('branch-empty', id)),
    ...(last?.does.is === 'wait' ? [look('wait-last', last.id)] : []),
  ];
}

/** Sentences and deeds that are about what is gone, or not the group's. */
async function thingFaults(
  ctx: Context,
  db: Queryable,
  { groupId, steps }: SeenLadder,
  scope: Scope,
): Promise<LadderFault[]> {
  const asking = steps.filter(({ does }) => questionOf(does) !== null);
  const things = asking.flatMap(({ does }) => thingOfQuestion(questionOf(does)) ?? []);
  const names = await findThingNames(db, groupId, things);
  const lines = await nameLines({ ...ctx, db: db as Context['db'] }, scope, linesAsked(asking));
  const sentences = asking.filter(({ does }) => questionOf(does)?.is === 'line');
  return asking.flatMap((step) => {
    const thing = thingOfQuestion(questionOf(step.does));
    const line = lines[sentences.indexOf(step)];
    const isGone = (thing !== undefined && !names.has(thing)) || line?.isGone === true;
    return isGone ? [stop('thing-gone', step.id)] : [];
  });
}

/** Whoever people are handed to sees the group's people. */
async function colleagueFaults(db: Queryable, { groupId, steps }: SeenLadder): Promise<LadderFault[]> {
  const handing = steps.flatMap(({ id, does }) => (does.is === 'hand' ? [{ id, to: does.to }] : []));
  const seeing = await findColleaguesWhoSee(
    db,
    groupId,
    handing.map(({ to }) => to),
  );
  return handing.filter(({ to }) => !seeing.has(to)).map(({ id }) => stop('colleague-gone', id));
}

async function letterFaults(ctx: Context, db: Queryable, ladder: SeenLadder): Promise<LadderFault[]> {
  const faults: LadderFault[] = [];
  for (const { id, does, compositionId } of ladder.steps) {
    if (compositionId === null) continue;
    const asker = { ...ctx, db: db as Context['db'] };
    const letter = await findComposition(asker, ladder.group.slug, compositionId);
    if ((await findFaults(ctx, db, letter)).length > 0) faults.push(stop('letter-faults', id));
    const showing = letter.texts.map(({ body }) => readBody(body).events.includes(NEAREST));
    if (does.is === 'invite' && !showing.every(Boolean)) faults.push(stop('no-nearest', id));
    if (does.is === 'send' && showing.some(Boolean)) faults.push(stop('nearest-in-letter', id));
  }
  return faults;
}

function stop(code: LadderFault['code'], stepId: string | null = null): LadderFault {
  return { code, weight: 'stop', stepId };
}

function look(code: LadderFault['code'], stepId: string): LadderFault {
  return { code, weight: 'look', stepId };
}

import type { Queryable } from '@groundwork/database';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { LETTER } from '../compositions/queries.ts';
import { compositions, compositionTexts } from '../compositions/tables.ts';
import { NotFound } from '../errors.ts';
import { findGroup, type ReadContext, type SeenGroup } from '../groups/queries.ts';
import { nameIn } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import { mailings } from '../mailings/tables.ts';
import type { PageQuery } from '../paging.ts';
import { climbers } from '../people/climbing/tables.ts';
import type { Scope } from '../segments/conditions.ts';
import { scopeFor, viewingOf } from '../segments/queries.ts';
import { seesRolesNow } from '../segments/role-lines.ts';
import { linesOfTrigger } from './beginnings.ts';
import { rungsOf } from './paths.ts';
import { laddersPolicy } from './policy.ts';
import { linesAsked } from './questions.ts';
import type { Step } from './step.ts';
import { ladders, ladderSteps, ladderTallies } from './tables.ts';
import type { Trigger } from './triggers.ts';

export type LadderPlace = { slug: string; id: string };
const newest = keyset('desc', ladders.id);

/** A group, for those who write its ladders; for everyone else there are none. */
export async function findLadderWriter(ctx: ReadContext, slug: string): Promise<SeenGroup> {
  const group = await findGroup(ctx, slug);
  if (!laddersPolicy.see(group)) throw new NotFound('ladders');
  return group;
}

/** A group's ladders, newest first, with how many stand on each. */
export async function listLadders(ctx: ReadContext, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findLadderWriter(ctx, slug);
  const rows = await ctx.db
    .select({ ...columns, cursor: newest.cursor })
    .from(ladders)
    .where(and(eq(ladders.groupId, group.id), newest.after(after)))
    .orderBy(...newest.order)
    .limit(limit + 1);
  return { ...pageOf(rows, limit), group };
}

/** One with its steps, for those who write the group's ladders. */
export async function findLadder(ctx: ReadContext, { slug, id }: LadderPlace) {
  const group = await findLadderWriter(ctx, slug);
  const [found] = await ctx.db
    .select({ ...columns, openingAskerName: nameIn(ladders.openingAskedBy, ladders.groupId) })
    .from(ladders)
    .innerJoin(groups, eq(groups.id, ladders.groupId))
    .where(and(eq(ladders.groupId, group.id), eq(ladders.id, id)));
  if (!found) throw new NotFound('ladder');
  const steps = await listSteps(ctx.db, id);
  return { ...found, steps, group, carried: group.carried, isFrozen: group.isFrozen };
}
export type SeenLadder = Awaited<ReturnType<typeof findLadder>>;

/** The same as it would be if whoever asks opened it now: its sentences stand on what they see. */
export function asOpenedBy({ viewer }: Pick<ReadContext, 'viewer'>, ladder: SeenLadder): SeenLadder {
  return { ...ladder, openedBy: viewer.id, seesAll: viewingOf(ladder.group).seesAll };
}

/** By the rungs, of which an index knows who stands there. */
const standingCount = sql<number>`(select count(*)::int from ${ladderSteps} step
  join ${climbers} climber on climber.rung_id = step.id where step.ladder_id = ${ladders}.id)`;

const columns = {
  id: ladders.id,
  groupId: ladders.groupId,
  name: ladders.name,
  trigger: ladders.trigger,
  takesEarlier: ladders.takesEarlier,
  purpose: ladders.purpose,
  state: ladders.state,
  isStopped: ladders.isStopped,
  stoppedFor: ladders.stoppedFor,
  openedBy: ladders.openedBy,
  seesAll: ladders.seesAll,
  openingAskedBy: ladders.openingAskedBy,
  openingAskedFor: ladders.openingAskedFor,
  madeAt: ladders.madeAt,
  openedAt: ladders.openedAt,
  endedAt: ladders.endedAt,
  beganCount: ladders.beganCount,
  standingCount,
};

/** The steps of a ladder, in the order in which they are read, each with its letter. */
export async function listSteps(db: Queryable, ladderId: string) {
  const steps = await db
    .select({
      id: ladderSteps.id,
      branchId: ladderSteps.branchId,
      side: ladderSteps.side,
      position: ladderSteps.position,
      does: ladderSteps.does,
      compositionId: ladderSteps.compositionId,
    })
    .from(ladderSteps)
    .where(eq(ladderSteps.ladderId, ladderId));
  return rungsOf(steps).map(({ step }) => step);
}
export type LadderStep = Awaited<ReturnType<typeof listSteps>>[number];

/** What the letters of these compositions say, in their group's language if they are written in it, and whether one of them stopped by itself, by their ids. */
export async function findStepLetters(db: Queryable, compositionIds: string[]) {
  const rows = await db
    .select({
      id: compositions.id,
      languages: sql<
        ('en' | 'es' | 'ar')[]
      >`(select coalesce(json_agg(own.language order by own.language), '[]')
        from ${compositionTexts} own where own.composition_id = ${compositions.id} and own.variant = 'a')`,
      subject: sql<string | null>`(select own.subject from ${compositionTexts} own
        where own.composition_id = ${compositions.id} and own.variant = 'a' and own.subject <> ''
        order by own.language = (select home.language from ${groups} home where home.id = ${compositions.groupId}) desc,
          own.changed_at, own.language limit 1)`,
      state: mailings.state,
      stoppedFor: mailings.stoppedFor,
    })
    .from(compositions)
    .leftJoin(mailings, and(eq(mailings.kind, LETTER), eq(mailings.aboutId, compositions.id)))
    .where(inArray(compositions.id, compositionIds));
  return new Map(rows.map((row) => [row.id, row]));
}

/** How many stand on each step, and what came of it for how many. */
export async function countSteps(db: Queryable, ladderId: string) {
  const isOfLadder = eq(ladderSteps.ladderId, ladderId);
  const [standing, outcomes] = await Promise.all([
    db
      .select({ id: ladderSteps.id, count: sql<number>`count(${climbers.personId})::int` })
      .from(ladderSteps)
      .leftJoin(climbers, eq(climbers.rungId, ladderSteps.id))
      .where(isOfLadder)
      .groupBy(ladderSteps.id),
    db
      .select({ id: ladderTallies.stepId, outcome: ladderTallies.outcome, count: ladderTallies.count })
      .from(ladderTallies)
      .innerJoin(ladderSteps, eq(ladderSteps.id, ladderTallies.stepId))
      .where(isOfLadder)
      .orderBy(desc(ladderTallies.count), asc(ladderTallies.outcome)),
  ]);
  return {
    standing: new Map(standing.map(({ id, count }) => [id, count])),
    outcomes: Map.groupBy(outcomes, ({ id }) => id),
  };
}

type Scoped = {
  groupId: string;
  trigger: Trigger;
  seesAll: boolean;
  openedBy: string | null;
  steps: { does: Step }[];
};

/** What the sentences of a ladder stand on: as whoever opened it sees it now. */
export async function scopeOfLadder(db: Queryable, ladder: Scoped): Promise<Scope> {
  const { groupId, seesAll, openedBy } = ladder;
  const lines = [...linesOfTrigger(ladder.trigger), ...linesAsked(ladder.steps)];
  return scopeFor({ db }, { groupId, seesAll, seesRoles: await seesRolesNow(db, groupId, openedBy) }, lines);
}

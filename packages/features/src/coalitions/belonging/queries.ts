import { prepared, type Queryable } from '@groundwork/database';
import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import {
  cardColumns,
  findGroup,
  isFrozen,
  isGroupAt,
  listedFor,
  visibleTo,
  type ReadContext,
  kindSeen,
} from '../../groups/queries.ts';
import { nameIn, standing, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { belongingPolicy, coalitionPolicy } from '../policy.ts';
import { findCoalition, type SeenCoalition } from '../queries.ts';
import { coalitionGroups, coalitions, coalitionSteps, delegates } from '../tables.ts';

/** What stands between a group and a coalition, with the other of the two. */
const between = {
  id: groups.id,
  slug: groups.slug,
  name: groups.name,
  isFrozen,
  isHidden: sql<boolean>`${groups.hiddenAt} is not null`,
  questions: groups.questions,
  state: coalitionGroups.state,
  askedBy: coalitionGroups.askedBy,
};

/** A group that is in a coalition, was, or is to be: to be asked makes it known, also where it is private. */
export async function findGroupOf(db: Queryable, coalitionId: string, slug: string) {
  const [group] = await db
    .select(between)
    .from(coalitionGroups)
    .innerJoin(groups, eq(groups.id, coalitionGroups.groupId))
    .where(and(eq(coalitionGroups.coalitionId, coalitionId), isGroupAt(slug)));
  if (!group) throw new NotFound('group');
  return group;
}
export type Neighbour = Awaited<ReturnType<typeof findGroupOf>>;

/** The same from the other side: a coalition of a group's. */
export async function findCoalitionOf(db: Queryable, groupId: string, slug: string) {
  const [coalition] = await db
    .select({ ...between, seats: coalitions.seats })
    .from(coalitionGroups)
    .innerJoin(coalitions, eq(coalitions.groupId, coalitionGroups.coalitionId))
    .innerJoin(groups, eq(groups.id, coalitionGroups.coalitionId))
    .where(and(eq(coalitionGroups.groupId, groupId), isGroupAt(slug)));
  if (!coalition) throw new NotFound('coalition');
  return coalition;
}

/** For how many days whoever was told no does not ask again, since the other side said what they think; and who took it back. */
const DAYS_AFTER = { declined: 7, withdrawn: 1 };

/**
 * How the two stand now, if one ever asked the other. `refusedFor`: for how many days yet whoever asked last asks in vain;
 * the other one may ask at any time.
 */
export async function findState(db: Queryable, coalitionId: string, groupId: string) {
  const wait = sql`(values ('declined', ${DAYS_AFTER.declined}::int), ('withdrawn', ${DAYS_AFTER.withdrawn}::int)) wait (step, days)`;
  const [found] = await db
    .select({
      state: coalitionGroups.state,
      askedBy: coalitionGroups.askedBy,
      refusedFor: sql<number | null>`(
        select ceil(wait.days - extract(epoch from now() - last.taken_at) / 86400)::int
        from (select step, taken_at from ${coalitionSteps}
          where coalition_id = ${coalitionId} and group_id = ${groupId} order by id desc limit 1) last
        join ${wait} on wait.step = last.step and last.taken_at > now() - make_interval(days => wait.days))`,
    })
    .from(coalitionGroups)
    .where(and(eq(coalitionGroups.coalitionId, coalitionId), eq(coalitionGroups.groupId, groupId)));
  return found;
}

const byName = keyset('asc', { of: sql`lower(${groups.name})`, type: 'text' }, groups.id);

/** The groups that are in a coalition, by name, as far as the viewer may know of them; its own members know of all. */
export async function listGroupsOf(
  { db, viewer }: ReadContext,
  coalition: SeenCoalition,
  { after, limit = 20 }: PageQuery,
) {
  const rows = await groupsListed(db, {
    ...{ coalitionId: coalition.id, viewerId: viewer.id, knowsAll: coalition.myRole !== null },
    ...{ place: byName.read(after), most: limit + 1 },
  });
  return pageOf(rows, limit);
}

type Listing = {
  coalitionId: string;
  viewerId: string;
  knowsAll: boolean;
  place: string[] | undefined;
  most: number;
};

const groupsListed = prepared((db, { coalitionId, viewerId, knowsAll, place, most }: Listing) =>
  db
    .select({
      ...cardColumns,
      myRole: standing.role,
      memberCount: groups.memberCount,
      cursor: byName.cursor,
    })
    .from(coalitionGroups)
    .innerJoin(groups, eq(groups.id, coalitionGroups.groupId))
    .leftJoin(...standingOf(viewerId))
    .where(
      and(
        eq(coalitionGroups.coalitionId, coalitionId),
        eq(coalitionGroups.state, 'accepted'),
        knowsAll ? undefined : listedFor({ viewer: { id: viewerId } }),
        place && byName.beyond(place),
      ),
    )
    .orderBy(...byName.order)
    .limit(most),
);

const oldestFirst = keyset('asc', coalitionGroups.since, coalitionGroups.groupId);

/** What waits for an answer of either side, and who is kept out for a while; longest first, for the stewards of the coalition. */
export async function listProposals(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const coalition = await findCoalition(ctx, slug);
  if (!coalitionPolicy.seeProposals(coalition)) throw new NotFound('proposals');
  const rows = await ctx.db
    .select({
      slug: groups.slug,
      name: groups.name,
      summary: groups.summary,
      language: groups.language,
      kind: kindSeen,
      isSeen: sql<boolean>`${visibleTo(ctx)}`,
      ...asked,
      questions: coalitionGroups.questions,
      answers: coalitionGroups.answers,
      cursor: oldestFirst.cursor,
    })
    .from(coalitionGroups)
    .innerJoin(groups, eq(groups.id, coalitionGroups.groupId))
    .where(
      and(
        eq(coalitionGroups.coalitionId, coalition.id),
        inArray(coalitionGroups.state, ['proposed', 'suspended']),
        oldestFirst.after(after),
      ),
    )
    .orderBy(...oldestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** The coalitions of a group: what it is in, for whoever may know of both; and what is asked, and was, for its stewards. */
export async function listBelongings(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  const { viewer } = ctx;
  const isSteward = belongingPolicy.seeProposals(group);
  const isSeen = visibleTo({ viewer });
  const isKnown = isSteward
    ? undefined
    : and(
        eq(coalitionGroups.state, 'accepted'),
        group.myRole === null ? listedFor({ viewer }) : isNull(groups.hiddenAt),
      );
  const rows = await ctx.db
    .select({
      slug: groups.slug,
      name: groups.name,
      summary: groups.summary,
      language: groups.language,
      isSeen: sql<boolean>`${isSeen}`,
      ...asked,
      questions: sql<string[]>`case when ${isSteward} and ${coalitionGroups.state} = 'proposed'
        and ${coalitionGroups.askedBy} = 'coalition' then ${groups.questions} else '{}' end`,
      seats: coalitions.seats,
      delegates: sql<OwnDelegates>`case when ${group.myRole !== null} then (
        select coalesce(json_agg(json_build_object('accountId', spoken.account_id,
            'name', ${nameIn(sql`spoken.account_id`, sql`spoken.group_id`)}, 'mandate', spoken.mandate,
            'termEndsOn', spoken.term_ends_on) order by spoken.id), '[]')
        from ${delegates} spoken where spoken.coalition_id = ${coalitionGroups.coalitionId}
          and spoken.group_id = ${coalitionGroups.groupId} and spoken.ended_at is null) else '[]' end`,
    })
    .from(coalitionGroups)
    .innerJoin(coalitions, eq(coalitions.groupId, coalitionGroups.coalitionId))
    .innerJoin(groups, eq(groups.id, coalitionGroups.coalitionId))
    .where(and(eq(coalitionGroups.groupId, group.id), isKnown))
    .orderBy(
      desc(sql`${coalitionGroups.state} = 'proposed'`),
      asc(sql`${coalitionGroups.state} = 'left'`),
      asc(sql`lower(${groups.name})`),
      asc(groups.id),
    )
    .limit(100);
  return { group, rows: isSteward ? rows : rows.map((row) => ({ ...row, word: '' })) };
}

type OwnDelegates = { accountId: string; name: string; mandate: string; termEndsOn: string }[];

const asked = {
  state: coalitionGroups.state,
  askedBy: coalitionGroups.askedBy,
  since: coalitionGroups.since,
  word: sql<string>`coalesce((select last.word from ${coalitionSteps} last
    where last.coalition_id = ${coalitionGroups.coalitionId} and last.group_id = ${coalitionGroups.groupId}
    order by last.id desc limit 1), '')`,
};

/** Whether a group was in a coalition ever: what its stewards know of one that was not ends with the no. */
export async function wasIn(db: Queryable, coalitionId: string, groupId: string): Promise<boolean> {
  const [found] = await db
    .select({ id: coalitionSteps.id })
    .from(coalitionSteps)
    .where(
      and(
        eq(coalitionSteps.coalitionId, coalitionId),
        eq(coalitionSteps.groupId, groupId),
        inArray(coalitionSteps.step, ['founded', 'accepted']),
      ),
    )
    .limit(1);
  return found !== undefined;
}

const newestFirst = keyset('desc', coalitionSteps.takenAt, coalitionSteps.id);

/** What was done between the two, newest first. Who did it is told to their own side: the other has no name for them. */
export async function listBelongingSteps(
  ctx: Context,
  {
    coalition,
    group,
    side,
  }: { coalition: { id: string }; group: { id: string }; side: 'group' | 'coalition' },
  { after, limit = 20 }: PageQuery,
) {
  const own = side === 'group' ? coalitionSteps.groupId : coalitionSteps.coalitionId;
  const rows = await ctx.db
    .select({
      id: coalitionSteps.id,
      step: coalitionSteps.step,
      side: coalitionSteps.side,
      by: sql<
        string | null
      >`case when ${coalitionSteps.side} = ${side} then ${nameIn(coalitionSteps.takenBy, own)} end`,
      word: coalitionSteps.word,
      takenAt: coalitionSteps.takenAt,
      cursor: newestFirst.cursor,
    })
    .from(coalitionSteps)
    .where(
      and(
        eq(coalitionSteps.coalitionId, coalition.id),
        eq(coalitionSteps.groupId, group.id),
        newestFirst.after(after),
      ),
    )
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

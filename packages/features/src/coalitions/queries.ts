import { prepared } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import { NotFound } from '../errors.ts';
import { isListed } from '../groups/listed.ts';
import { essentialsFor, visibleTo, type ReadContext } from '../groups/queries.ts';
import { groupsOf, isReachedBy, standing, standingOf } from '../groups/standing.ts';
import { coalitionReach, groups } from '../groups/tables.ts';
import { draftId } from '../slugs.ts';
import type { Totals } from './contract.ts';
import { coalitionGroups, coalitions, groupTotals } from './tables.ts';

/** One coalition as its viewer stands to it; what they may not see, and a group that is none, is not there (NotFound). */
export async function findCoalition({ db, viewer }: ReadContext, slug: string) {
  const [coalition] = await seenCoalition(db, { ...soughtAt(slug), viewerId: viewer.id });
  if (!coalition) throw new NotFound('coalition');
  return coalition;
}
export type SeenCoalition = Awaited<ReturnType<typeof findCoalition>>;

/** One coalition with what its page says of it besides what every group's does, and the groups that the viewer could bring in. */
export async function findWholeCoalition({ db, viewer }: ReadContext, slug: string) {
  const [coalition] = await wholeCoalition(db, { ...soughtAt(slug), viewerId: viewer.id });
  if (!coalition) throw new NotFound('coalition');
  return coalition;
}

type Sought = ({ slug: string } | { id: string }) & { viewerId: string };

function soughtAt(slug: string) {
  const id = draftId(slug);
  return id === null ? { slug } : { id };
}

const seenCoalition = prepared((db, asked: Sought) =>
  db
    .select(essentials(asked.viewerId))
    .from(coalitions)
    .innerJoin(groups, eq(groups.id, coalitions.groupId))
    .leftJoin(...standingOf(asked.viewerId))
    .where(isSeen(asked)),
);

const wholeCoalition = prepared((db, asked: Sought) =>
  db
    .select({ ...essentials(asked.viewerId), ...counts, totals, mayApply: applicants(asked.viewerId) })
    .from(coalitions)
    .innerJoin(groups, eq(groups.id, coalitions.groupId))
    .leftJoin(...standingOf(asked.viewerId))
    .where(isSeen(asked)),
);

function isSeen(asked: Sought) {
  const isIt = 'id' in asked ? eq(groups.id, asked.id) : eq(groups.slug, asked.slug);
  return and(isIt, visibleTo({ viewer: { id: asked.viewerId } }));
}

function essentials(viewerId: string) {
  return {
    ...essentialsFor({ id: viewerId }),
    seats: coalitions.seats,
    isInside: sql<boolean>`(${standing.isMember} or ${isReachedBy(viewerId)})`,
  };
}

const counts = {
  /** Those that the viewer may know of: its own members all, others what stands in lists. */
  groupCount: sql<number>`(select count(*)::int from ${coalitionGroups} own join groups home on home.id = own.group_id
    where own.coalition_id = ${groups.id} and own.state = 'accepted' and (${standing.isMember} or ${isListed(sql`home`)}))`,
  /** How many wait for an answer of its own. */
  proposalCount: sql<number>`(select count(*)::int from ${coalitionGroups} own
    where own.coalition_id = ${groups.id} and own.state = 'proposed' and own.asked_by = 'group')`,
};

/** What it and the groups that it reaches came to, added up; null until one of them is counted. */
const totals = sql<Totals | null>`(select case when count(*) > 0 then json_build_object(
    'acted', nullif(sum(counted.acted), 0), 'came', nullif(sum(counted.came), 0),
    'cameAgain', nullif(sum(counted.came_again), 0), 'leading', nullif(sum(counted."leading"), 0)) end
  from ${groupTotals} counted where counted.group_id = ${groups.id} or counted.group_id in (
    select reach.group_id from ${coalitionReach} reach where reach.coalition_id = ${groups.id}))`;

type Applicant = { slug: string; name: string };

/** The groups that somebody manages and that are not in it, by name, the first fifty. */
function applicants(viewerId: string) {
  return sql<
    Applicant[]
  >`(select coalesce(json_agg(json_build_object('slug', mine.slug, 'name', mine.name)), '[]')
    from (select home.slug, home.name from ${groupsOf(viewerId, 'manage_group')} own
      join groups home on home.id = own.group_id where home.id <> ${groups.id}
        and home.frozen_at is null and home.hidden_at is null
        and not exists (select from ${coalitionGroups} stands where stands.coalition_id = ${groups.id}
          and stands.group_id = home.id and stands.state <> 'left')
      order by lower(home.name), home.id limit 50) mine)`;
}

import { sql, type SQL } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { NOBODY, type Viewer } from '../context.ts';
import { isListed } from '../groups/listed.ts';
import { carries, groupsOf, isReachedBy, standing, standsIn } from '../groups/standing.ts';
import { coalitionReach, groups } from '../groups/tables.ts';
import { listingAnswers, listings } from './tables.ts';

/** The coalition that a listing is for; its own group is the query's `groups`, where the viewer's standing is joined. */
export const listingCoalition = alias(groups, 'listing_coalition');

type Known = Pick<Viewer, 'id'>;

/** The condition that a group is in the coalition that a listing is for, or is it. */
export function isInCoalition(groupId: SQL): SQL<boolean> {
  return sql<boolean>`(${listings.coalitionId} = ${groupId} or exists (select from ${coalitionReach} reach
    where reach.coalition_id = ${listings.coalitionId} and reach.group_id = ${groupId}))`;
}

/** The condition that a listing reaches those whom it is for: its group stands in every list, or is in the coalition still. */
export const isListingHeard: SQL<boolean> = sql<boolean>`coalesce(case when ${listings.isForAll} then ${isListed()}
  else ${groups.hiddenAt} is null and ${listingCoalition.hiddenAt} is null and ${isInCoalition(sql`${listings.groupId}`)} end, false)`;

/** The condition that it stands: nobody closed it, and its last day is not over where its group is. */
export const isStanding: SQL<boolean> = sql<boolean>`(${listings.closedAt} is null
  and ${listings.endsOn} >= today_in(${groups.timeZone}))`;

export const isTaken: SQL<boolean> = sql<boolean>`exists (select from ${listingAnswers} given
  where given.listing_id = ${listings.id} and given.state = 'taken')`;

/** The condition that the viewer speaks for its group here. Of a group that is hidden, only its stewards do. */
export const isOurs: SQL<boolean> = sql<boolean>`coalesce(${carries('publish')}
  and (${groups.hiddenAt} is null or ${carries('manage_group')}), false)`;

/** The condition that everybody whom it is for finds it now, this viewer among them. */
export function isListingFoundBy(viewer: Known): SQL<boolean> {
  return sql<boolean>`(${listings.closedAt} is null and ${listings.hiddenAt} is null and ${isStanding}
    and ${isListingHeard} and ${isFor(viewer)})`;
}

/** The condition that this viewer sees one: it is found, or theirs, or a group for which they speak answered it. */
export function isSeenBy(viewer: Known): SQL<boolean> {
  return sql<boolean>`(${isOurs} or (${listings.hiddenAt} is null and ${isListingHeard} and ${isFor(viewer)}
    and (${isStanding} or ${hasAnswered(viewer)})))`;
}

/**
 * The condition that the viewer may know whose it is: of a group that everybody finds in lists, anybody; of others, its own
 * members, the delegates in the coalition, and a group to which it said yes.
 */
export function isNamedTo(viewer: Known): SQL<boolean> {
  const knows = sql`(${standsIn(viewer.id, listings.coalitionId)} or ${hasAnswered(viewer, 'taken', 'fulfilled')})`;
  return sql<boolean>`(${isListed()} or ${standing.isMember} or ${knows})`;
}

/** The condition that it is for this viewer. */
function isFor(viewer: Known): SQL<boolean> {
  if (viewer.id === NOBODY.id) return sql<boolean>`${listings.isForAll}`;
  return sql<boolean>`(${listings.isForAll} or ${isReachedBy(viewer.id, listings.coalitionId)}
    or ${standsIn(viewer.id, listings.coalitionId)})`;
}

function hasAnswered(viewer: Known, ...states: string[]): SQL<boolean> {
  const also = states.length > 0 ? sql`and given.state = any(${sql.param(states)}::text[])` : undefined;
  return sql<boolean>`exists (select from ${listingAnswers} given where given.listing_id = ${listings.id}
    and given.group_id in ${groupsOf(viewer.id, 'publish')} ${also})`;
}

import type { Queryable, Transaction } from '@groundwork/database';
import { and, asc, eq, isNotNull, isNull, not, or, sql, type SQL } from 'drizzle-orm';
import { findCoalition } from '../coalitions/queries.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { isListed } from '../groups/listed.ts';
import { findGroup, isFrozen, visibleTo, type ReadContext } from '../groups/queries.ts';
import { carries, coalitionsOf, groupsOf, nameIn, openlyReached, standingOf } from '../groups/standing.ts';
import { coalitionReach, groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import type { ListingsQuery, OwnListingsQuery } from './contract.ts';
import { ownListingPolicy } from './policy.ts';
import {
  isListingFoundBy,
  isListingHeard,
  isInCoalition,
  isNamedTo,
  isOurs,
  isSeenBy,
  isStanding,
  isTaken,
  listingCoalition,
} from './sight.ts';
import { listingAnswers, listings } from './tables.ts';

type Named = { slug: string; name: string };
type Known = { id: string };

/** One listing as its viewer stands to it; what they may not see is not there (NotFound). */
export async function findListing({ db, viewer }: ReadContext, id: string) {
  const [listing] = await db
    .select(essentials(viewer))
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(listingCoalition, eq(listingCoalition.id, listings.coalitionId))
    .leftJoin(...standingOf(viewer.id))
    .where(and(eq(listings.id, id), isSeenBy(viewer)));
  if (!listing) throw new NotFound('listing');
  return listing;
}
export type SeenListing = Awaited<ReturnType<typeof findListing>>;

/** The same with what its page says besides. */
export async function findWholeListing({ db, viewer }: ReadContext, id: string) {
  const [listing] = await db
    .select({
      ...essentials(viewer),
      details: listings.details,
      hiddenReason: listings.hiddenReason,
      writtenBy: nameIn(listings.writtenBy, listings.groupId),
      mayAnswer: answerers(viewer),
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(listingCoalition, eq(listingCoalition.id, listings.coalitionId))
    .leftJoin(...standingOf(viewer.id))
    .where(and(eq(listings.id, id), isSeenBy(viewer)));
  if (!listing) throw new NotFound('listing');
  return listing;
}
export type WholeListing = Awaited<ReturnType<typeof findWholeListing>>;

const newestFirst = keyset('desc', listings.listedAt, listings.id);

/** What this viewer finds, the newest first. Of one group: as far as they may know that it is its. */
export async function listListings(ctx: Context, query: ListingsQuery) {
  const { side, thing, coalition, group, after, limit = 20 } = query;
  const { db, viewer } = ctx;
  const within = coalition ? (await findCoalition(ctx, coalition)).id : undefined;
  const of = group ? (await findGroup(ctx, group)).id : undefined;
  const rows = await db
    .select({ ...listedColumns(viewer), cursor: newestFirst.cursor })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(listingCoalition, eq(listingCoalition.id, listings.coalitionId))
    .leftJoin(...standingOf(viewer.id))
    .where(
      and(
        isListingFoundBy(viewer),
        side && eq(listings.side, side),
        thing && eq(listings.thing, thing),
        within === undefined ? undefined : isAmong(within),
        of === undefined ? undefined : and(eq(listings.groupId, of), isNamedTo(viewer)),
        newestFirst.after(after),
      ),
    )
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** A group's own, for those who publish for it: what stands, or what is over, the newest first. */
export async function listOwnListings(ctx: Context, slug: string, query: OwnListingsQuery) {
  const { state = 'standing', after, limit = 20 } = query;
  const group = await findGroup(ctx, slug);
  if (!ownListingPolicy.see(group)) throw new NotFound('listings');
  const rows = await ctx.db
    .select({
      ...listedColumns(ctx.viewer),
      isHeard: isListingHeard,
      isHidden: sql<boolean>`${isNotNull(listings.hiddenAt)}`,
      waitingCount: sql<number>`(select count(*)::int from ${listingAnswers} given
        join ${groups} home on home.id = given.group_id and home.hidden_at is null
        where given.listing_id = ${listings.id} and given.state = 'offered')`,
      cursor: newestFirst.cursor,
    })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(listingCoalition, eq(listingCoalition.id, listings.coalitionId))
    .leftJoin(...standingOf(ctx.viewer.id))
    .where(
      and(
        eq(listings.groupId, group.id),
        state === 'standing' ? isStanding : not(isStanding),
        newestFirst.after(after),
      ),
    )
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return { ...pageOf(rows, limit), ...(await findAudiences(ctx.db, group.id)) };
}

/** Whom a listing of this group can be for: everybody, and the groups of one of these coalitions. */
export async function findAudiences(db: Queryable, groupId: string) {
  const [open] = await db.select({ isListed: isListed() }).from(groups).where(eq(groups.id, groupId));
  const coalitions = await db
    .select({ id: groups.id, slug: groups.slug, name: groups.name })
    .from(groups)
    .where(
      and(
        eq(groups.kind, 'coalition'),
        isNull(groups.hiddenAt),
        or(
          eq(groups.id, groupId),
          sql`exists (select from ${coalitionReach} reach where reach.coalition_id = ${groups.id} and reach.group_id = ${groupId})`,
        ),
      ),
    )
    .orderBy(asc(sql`lower(${groups.name})`), asc(groups.id))
    .limit(100);
  return { mayListForAll: open?.isListed ?? false, coalitions };
}

/** What somebody can choose from in the directory: the coalitions in which they stand, and the groups for which they put something up. */
export async function findOwnCircles({ db, viewer }: ReadContext) {
  if (!viewer.signedIn) return { coalitions: [], mayList: [] };
  const named = (which: SQL | undefined) =>
    db
      .select({ slug: groups.slug, name: groups.name })
      .from(groups)
      .leftJoin(...standingOf(viewer.id))
      .where(and(which, visibleTo({ viewer })))
      .orderBy(asc(sql`lower(${groups.name})`), asc(groups.id))
      .limit(50);
  const [coalitions, mayList] = await Promise.all([
    named(sql`${groups.id} in ${coalitionsOf(viewer.id)}`),
    named(and(carries('publish'), not(isFrozen))),
  ]);
  return { coalitions, mayList };
}

/** Locks a listing until the transaction ends: of two who say yes, or close it, one comes after the other. */
export async function lockListing(tx: Transaction, id: string): Promise<void> {
  await tx.select({ id: listings.id }).from(listings).where(eq(listings.id, id)).for('no key update');
}

/** The condition that it is for the groups of a coalition, or of one that is in it as everybody may know, for everybody. */
function isAmong(coalitionId: string) {
  const own = sql`${listings.groupId} = ${coalitionId} or ${listings.groupId} in ${openlyReached(sql`${coalitionId}::uuid`)}`;
  return sql`(${listings.coalitionId} = ${coalitionId} or (${listings.isForAll} and (${own})))`;
}

/** What a list says of each, where its group, the coalition that it is for and the viewer's standing are joined. */
export function listedColumns(viewer: Known) {
  return {
    id: listings.id,
    side: listings.side,
    thing: listings.thing,
    title: listings.title,
    howMany: listings.howMany,
    place: listings.place,
    endsOn: listings.endsOn,
    listedAt: listings.listedAt,
    isForAll: listings.isForAll,
    state: sql<'open' | 'taken' | 'fulfilled' | 'closed'>`case
      when ${listings.closedHow} = 'fulfilled' then 'fulfilled'
      when ${isTaken} then 'taken' when ${isStanding} then 'open' else 'closed' end`,
    language: groups.language,
    isNamed: isNamedTo(viewer),
    groupSlug: groups.slug,
    groupName: groups.name,
    groupAccent: groups.accent,
    isGroupSeen: sql<boolean>`${visibleTo({ viewer })}`,
    coalitionSlug: listingCoalition.slug,
    coalitionName: listingCoalition.name,
    isOurs,
  };
}

function essentials(viewer: Known) {
  return {
    ...listedColumns(viewer),
    groupId: listings.groupId,
    coalitionId: listings.coalitionId,
    writerId: listings.writtenBy,
    isFrozen,
    isHeard: isListingHeard,
    isHidden: sql<boolean>`${isNotNull(listings.hiddenAt)}`,
    isStanding,
    closedHow: sql<
      'group' | 'fulfilled' | 'time' | 'belonging' | null
    >`coalesce(${listings.closedHow}, case when not ${isStanding} then 'time' end)`,
  };
}

/** The viewer's groups that could answer a listing, by name, the first fifty: none while it is taken. */
function answerers(viewer: Known) {
  return sql<
    Named[]
  >`case when ${isStanding} and not ${isTaken} and ${listings.hiddenAt} is null and not ${isFrozen} then (
    select coalesce(json_agg(json_build_object('slug', mine.slug, 'name', mine.name)), '[]')
    from (select home.slug, home.name from ${groupsOf(viewer.id, 'publish')} own
      join ${groups} home on home.id = own.group_id where home.id <> ${listings.groupId}
        and home.frozen_at is null and home.hidden_at is null and home.vouched_at is not null
        and (${listings.isForAll} or ${isInCoalition(sql`home.id`)})
        and not exists (select from ${listingAnswers} given where given.listing_id = ${listings.id}
          and given.group_id = home.id and given.state in ('offered', 'taken'))
      order by lower(home.name), home.id limit 50) mine) else '[]' end`;
}

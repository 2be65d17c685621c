import { and, eq, isNull, or, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup, visibleTo, type ReadContext } from '../../groups/queries.ts';
import { carries, nameIn, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { ownListingPolicy } from '../policy.ts';
import { findListing, listedColumns, type SeenListing } from '../queries.ts';
import { isInCoalition, isSeenBy, listingCoalition } from '../sight.ts';
import { listingAnswers, listings } from '../tables.ts';

/** The condition that the viewer speaks for the group that answered, whose standing is joined. */
const isAnswerSide = sql<boolean>`coalesce(${carries('publish')}
  and (${groups.hiddenAt} is null or ${carries('manage_group')}), false)`;

/** Of a group that the site keeps from everyone, the other side sees nothing. */
function isOfSides({ isOurs }: SeenListing) {
  return or(isAnswerSide, isOurs ? isNull(groups.hiddenAt) : undefined) ?? isAnswerSide;
}

const newestFirst = keyset('desc', listingAnswers.id);

/** The answers to a listing: all for its group; for others those of groups for which they speak. */
export async function listListingAnswers(ctx: Context, id: string, { after, limit = 20 }: PageQuery) {
  const listing = await findListing(ctx, id);
  /** Somebody of the side that answered, and of the listing's: each named to their own side. */
  const theirs = (account: AnyPgColumn) =>
    sql<string | null>`case when ${isAnswerSide} then ${nameIn(account, listingAnswers.groupId)} end`;
  const ours = (account: AnyPgColumn) =>
    listing.isOurs ? nameIn(account, sql`${listing.groupId}::uuid`) : sql<null>`null`;
  const rows = await ctx.db
    .select({
      id: listingAnswers.id,
      state: listingAnswers.state,
      slug: groups.slug,
      name: groups.name,
      isSeen: sql<boolean>`${visibleTo(ctx)}`,
      word: listingAnswers.word,
      answeredAt: listingAnswers.answeredAt,
      answeredBy: theirs(listingAnswers.answeredBy),
      reply: listingAnswers.reply,
      decidedBy: ours(listingAnswers.decidedBy),
      decidedAt: listingAnswers.decidedAt,
      endedSide: listingAnswers.endedSide,
      endedBy: sql<string | null>`case ${listingAnswers.endedSide}
        when 'answer' then ${theirs(listingAnswers.endedBy)} when 'listing' then ${ours(listingAnswers.endedBy)} end`,
      endedAt: listingAnswers.endedAt,
      isAnswerSide,
      cursor: newestFirst.cursor,
    })
    .from(listingAnswers)
    .innerJoin(groups, eq(groups.id, listingAnswers.groupId))
    .leftJoin(...standingOf(ctx.viewer.id))
    .where(and(eq(listingAnswers.listingId, id), isOfSides(listing), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return { listing, ...pageOf(rows, limit) };
}

/** One answer, as one of its two sides finds it; for everybody else it is not there. */
export async function findListingAnswer({ db, viewer }: ReadContext, listing: SeenListing, answerId: string) {
  const [answer] = await db
    .select({
      id: listingAnswers.id,
      state: listingAnswers.state,
      groupId: listingAnswers.groupId,
      groupName: groups.name,
      isAnswerSide,
      /** It is among those whom the listing is for, and may act. */
      isThere: sql<boolean>`(${groups.frozenAt} is null and ${groups.hiddenAt} is null
        and (${listings.isForAll} or coalesce(${isInCoalition(sql`${listingAnswers.groupId}`)}, false)))`,
    })
    .from(listingAnswers)
    .innerJoin(listings, eq(listings.id, listingAnswers.listingId))
    .innerJoin(groups, eq(groups.id, listingAnswers.groupId))
    .leftJoin(...standingOf(viewer.id))
    .where(
      and(eq(listingAnswers.listingId, listing.id), eq(listingAnswers.id, answerId), isOfSides(listing)),
    );
  if (!answer) throw new NotFound('answer');
  return { ...answer, isListingSide: listing.isOurs };
}
export type SeenAnswer = Awaited<ReturnType<typeof findListingAnswer>>;

/** What a group answered to others, for those who publish for it: as far as the listings are there for them. */
export async function listGivenAnswers(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findGroup(ctx, slug);
  if (!ownListingPolicy.see(group)) throw new NotFound('answers');
  const { db, viewer } = ctx;
  const rows = await db
    .select({
      answerId: listingAnswers.id,
      answerState: listingAnswers.state,
      answeredAt: listingAnswers.answeredAt,
      ...listedColumns(viewer),
      cursor: newestFirst.cursor,
    })
    .from(listingAnswers)
    .innerJoin(listings, eq(listings.id, listingAnswers.listingId))
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .leftJoin(listingCoalition, eq(listingCoalition.id, listings.coalitionId))
    .leftJoin(...standingOf(viewer.id))
    .where(and(eq(listingAnswers.groupId, group.id), isSeenBy(viewer), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

import { newId, type Queryable, type Transaction } from '@groundwork/database';
import { and, asc, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { Conflict, Invalid } from '../errors.ts';
import { changeGroup, changeUnderLock } from '../groups/locks.ts';
import type { ReadContext } from '../groups/queries.ts';
import { groups } from '../groups/tables.ts';
import { note, theGroup } from '../journal.ts';
import { spendQuota } from '../limits/making.ts';
import { permit } from '../policy.ts';
import { eachByItself } from '../work.ts';
import type { ListingChange, NewListing } from './contract.ts';
import { closeAs } from './ending.ts';
import { listingPolicy } from './policy.ts';
import { findAudiences, findListing, lockListing, type SeenListing } from './queries.ts';
import { isInCoalition } from './sight.ts';
import { listingAnswers, listings } from './tables.ts';
import { MOST_STANDING } from './things.ts';

/** What is closed is kept so long. */
const DAYS_KEPT = 365;

/** A group puts up what it needs or offers. Answers its id. */
export async function putUpListing(ctx: Context, slug: string, asked: NewListing): Promise<{ id: string }> {
  const { coalition, details, howMany, place, ...written } = asked;
  return changeGroup(ctx, slug, 'publish', async (tx, group) => {
    await spendQuota(ctx, tx, 'listings', group.id);
    await refuseFull(tx, group.id);
    await mustBeAhead(tx, group.id, asked.endsOn);
    const id = newId();
    await tx.insert(listings).values({
      ...{ id, groupId: group.id, writtenBy: ctx.viewer.id },
      ...written,
      ...tidied({ title: asked.title, details, howMany, place }),
      ...(await audienceOf(tx, group.id, coalition)),
    });
    note(tx, ctx, 'directory.listed', { groupId: group.id, id });
    return { id };
  });
}

/** Changes what is given and keeps the rest. Whom it is for stays while an answer to it is open. */
export async function editListing(ctx: Context, id: string, change: ListingChange): Promise<void> {
  await changeListing(ctx, id, 'edit', async (tx, listing) => {
    const { coalition, title, details, howMany, place, ...rest } = change;
    if (change.endsOn !== undefined && change.endsOn !== listing.endsOn)
      await mustBeAhead(tx, listing.groupId, change.endsOn);
    const fields = Object.keys(change);
    if (fields.length === 0) return;
    const audience =
      coalition === undefined || isFor(listing, coalition)
        ? {}
        : await audienceOf(tx, listing.groupId, coalition);
    if (Object.keys(audience).length > 0 && (await isOpenAnswered(tx, id)))
      throw new Conflict('directory.answered');
    await tx
      .update(listings)
      .set({ ...rest, ...tidied({ title, details, howMany, place }), ...audience })
      .where(eq(listings.id, id));
    note(tx, ctx, 'directory.edited', { groupId: listing.groupId, id }, { fields });
  });
}

/** The group needs or offers it no longer. Whoever waits for a yes or a no hears so; what was agreed goes on. */
export async function closeListing(ctx: Context, id: string): Promise<void> {
  await changeListing(ctx, id, 'close', async (tx, listing) => {
    if (listing.closedHow !== null && listing.closedHow !== 'time') return;
    await closeAs(tx, ctx, listing, 'group');
  });
}

/** It stands again, until another day. */
export async function reopenListing(ctx: Context, id: string, endsOn: string): Promise<void> {
  await changeListing(ctx, id, 'reopen', async (tx, listing) => {
    if (listing.isStanding) return;
    await spendQuota(ctx, tx, 'listings', listing.groupId);
    await refuseFull(tx, listing.groupId);
    await mustBeAhead(tx, listing.groupId, endsOn);
    if (!listing.isHeard) throw new Conflict(listing.isForAll ? 'directory.not-listed' : 'directory.not-in');
    await tx
      .update(listings)
      .set({ endsOn, closedAt: null, closedHow: null, listedAt: sql`now()` })
      .where(eq(listings.id, id));
    note(tx, ctx, 'directory.reopened', { groupId: listing.groupId, id });
  });
}

/** Its last day has passed where its group is, or its group is in the coalition no more, and not only suspended. */
const isPast = sql<boolean>`${listings.endsOn} < today_in(${groups.timeZone})`;
const isOver = and(
  isNull(listings.closedAt),
  sql`(${isPast} or (not ${listings.isForAll} and (${listings.coalitionId} is null or not (
    ${isInCoalition(sql`${listings.groupId}`)} or exists (select from coalition_groups stands
      where stands.coalition_id = ${listings.coalitionId} and stands.group_id = ${listings.groupId}
        and stands.state = 'suspended')))))`,
);

/** Closes what is over. For the worker. */
export async function closeOver(ctx: Context): Promise<void> {
  const due = await findOver(ctx.db).orderBy(asc(listings.endsOn)).limit(500);
  await eachByItself(due, ({ id }) =>
    ctx.change(async (tx) => {
      await lockListing(tx, id);
      // Somebody may have given it another day meanwhile.
      const [over] = await findOver(tx, eq(listings.id, id));
      if (over) await closeAs(tx, ctx, over, over.isPast ? 'time' : 'belonging');
    }),
  );
}

function findOver(db: Queryable, which?: SQL) {
  return db
    .select({ id: listings.id, groupId: listings.groupId, title: listings.title, isPast })
    .from(listings)
    .innerJoin(groups, eq(groups.id, listings.groupId))
    .where(and(isOver, which))
    .$dynamic();
}

/** Forgets what was closed a year ago, with what was answered: it has phones and names in it. For the worker. */
export async function forgetClosed(ctx: Context): Promise<void> {
  await ctx.change(async (tx) => {
    const gone = await tx
      .delete(listings)
      .where(sql`${listings.closedAt} < now() - make_interval(days => ${DAYS_KEPT})`)
      .returning({ groupId: listings.groupId });
    for (const [groupId, { length: count }] of Map.groupBy(gone, (one) => one.groupId))
      note(tx, null, 'directory.forgotten', theGroup(groupId), { count });
  });
}

/** One at a time in its group, and on this listing: as the viewer stands to it by then. */
function changeListing(
  ctx: Context,
  id: string,
  deed: keyof typeof listingPolicy,
  work: (tx: Transaction, listing: SeenListing) => Promise<void>,
): Promise<void> {
  const find = async (asker: ReadContext) => {
    const listing = await findListing(asker, id);
    permit(listingPolicy, deed, listing);
    return listing;
  };
  return changeUnderLock(ctx, find, async (tx) => {
    await lockListing(tx, id);
    await work(tx, await find({ db: tx, viewer: ctx.viewer }));
  });
}

async function refuseFull(tx: Transaction, groupId: string) {
  const standing = and(eq(listings.groupId, groupId), isNull(listings.closedAt));
  if ((await tx.$count(listings, standing)) >= MOST_STANDING)
    throw new Conflict('directory.full', { count: MOST_STANDING });
}

/** From today to a year ahead, where the group is. */
async function mustBeAhead(db: Queryable, groupId: string, endsOn: string) {
  const today = sql`today_in(${groups.timeZone})`;
  const [is] = await db
    .select({
      ahead: sql<boolean>`${endsOn}::date between ${today} and (${today} + interval '1 year')::date`,
    })
    .from(groups)
    .where(eq(groups.id, groupId));
  if (!is?.ahead) throw new Invalid([{ name: 'endsOn', code: 'directory.ends-on' }]);
}

/** Everybody, where the group stands in every list; or the groups of a coalition that it is in. */
async function audienceOf(tx: Transaction, groupId: string, slug: string | null) {
  const { mayListForAll, coalitions } = await findAudiences(tx, groupId);
  if (slug === null && mayListForAll) return { isForAll: true, coalitionId: null };
  const coalition = coalitions.find((one) => one.slug === slug);
  if (coalition) return { isForAll: false, coalitionId: coalition.id };
  const code = slug === null ? 'directory.not-listed' : 'directory.not-in';
  throw new Invalid([{ name: 'coalition', code }]);
}

function isFor({ isForAll, coalitionSlug }: SeenListing, slug: string | null) {
  return slug === null ? isForAll : !isForAll && coalitionSlug === slug;
}

async function isOpenAnswered(tx: Transaction, listingId: string) {
  const open = inArray(listingAnswers.state, ['offered', 'taken']);
  return (await tx.$count(listingAnswers, and(eq(listingAnswers.listingId, listingId), open))) > 0;
}

type Typed = Record<'title' | 'details' | 'howMany' | 'place', string | undefined>;

/** What was typed, without blanks around it; what was not given is left out. */
function tidied(typed: Typed): Partial<Record<keyof Typed, string>> {
  const given = Object.entries(typed).filter(
    (entry): entry is [keyof Typed, string] => entry[1] !== undefined,
  );
  return Object.fromEntries(given.map(([name, text]) => [name, text.trim()]));
}

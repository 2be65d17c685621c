import { prepared, type Queryable } from '@groundwork/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { standingOf } from '../groups/standing.ts';
import { twoWayPageOf } from '../keyset.ts';
import { soughtAs } from '../people/points.ts';
import { findPeopleHolder, personRow } from '../people/queries.ts';
import { people } from '../people/tables.ts';
import { demandsOf, personByPerson, type Demand } from './conditions.ts';
import type { FoundQuery } from './contract.ts';
import type { Line } from './lines.ts';
import { pageAsked, type Walk } from './orders.ts';
import { viewingOf, nameLines, refuseOddValues, scopeFor, type Viewing } from './queries.ts';
import { isOfLacking, type Ordering, type StretchAsked } from './walks.ts';
import { readLines } from './writing.ts';

/**
 * The people of a group whom lines and a search leave: everyone where nothing is asked. In any order, from either side, for
 * those who may see a group's people; for everyone else there is no such list. `cells`: what stands in the columns of a view.
 */
export async function listPeopleFound(
  ctx: Context,
  slug: string,
  { lines: written, ...asked }: FoundQuery,
  cells = NO_CELLS,
) {
  const group = await findPeopleHolder(ctx, slug);
  const lines = readLines(written);
  const all = await withSearch(ctx, group.id, { lines, search: asked.search });
  const viewing = viewingOf(group);
  const scope = await scopeFor(ctx, viewing, all);
  refuseOddValues(lines, scope);
  const wanted = { groupId: group.id, demands: demandsOf(all, scope), limit: asked.limit ?? 20, cells };
  const [page, named] = await Promise.all([
    pageAsked(ctx, group.id, asked).then((turn) => pageOfFound(ctx, wanted, turn)),
    nameLines(ctx, scope, lines),
  ]);
  return { ...page, lines: named, written: lines, group };
}

type Shown = { viewing: Viewing; lines: Line[]; cells: SQL<string[][]> };

/** A page of those whom lines leave, for who was found to be shown them: what of a row may go on is for the caller to say. */
export async function pageOfLines(
  ctx: Context,
  { viewing, lines, cells }: Shown,
  asked: Pick<FoundQuery, 'after' | 'before' | 'order'> & { limit: number },
) {
  const demands = demandsOf(lines, await scopeFor(ctx, viewing, lines));
  const { groupId } = viewing;
  const turn = await pageAsked(ctx, groupId, asked);
  return pageOfFound(ctx, { groupId, demands, limit: asked.limit, cells }, turn);
}

/** Of a list that shows people as most look at them. */
const NO_CELLS = sql<string[][]>`'[]'::jsonb`;

/** What is sought among those whom lines leave is one more line. Whoever is sought by a further address is found by their first. */
export async function withSearch(
  { db }: Pick<Context, 'db'>,
  groupId: string,
  { lines, search }: { lines: Line[]; search: string | undefined },
): Promise<Line[]> {
  const typed = search?.toWellFormed().trim();
  if (!typed) return lines;
  const words = await soughtAs(db, groupId, typed);
  return [...lines, { how: 'only', who: { is: 'searching', words } }];
}

type Wanted = { groupId: string; demands: Demand[]; limit: number; cells: SQL<string[][]> };

/** A page before the first one's end is the first one, whole. */
async function pageOfFound(ctx: Context, wanted: Wanted, turn: Walk) {
  const { limit } = wanted;
  const rows = await findMatching(ctx, { ...wanted, limit: limit + 1 }, turn);
  const isShort = turn.isBack && rows.length <= limit;
  if (!isShort) return twoWayPageOf(rows, limit, turn);
  const first = { ...turn, order: turn.order.reversed(), place: undefined, isBack: false };
  return twoWayPageOf(await findMatching(ctx, { ...wanted, limit: limit + 1 }, first), limit, first);
}

/**
 * Whoever matches is found either among the first of the order, or there are few of them, or they stand together far from
 * there (a list brought in with a tag). No plan serves all three: so first the nearest are looked through, and only when
 * that leaves the page unfilled all who match are gathered by their index and sorted.
 */
async function findMatching(
  { db }: Context,
  { groupId, demands, limit, cells }: Wanted,
  { order, place, near: most }: Walk,
) {
  const isPlain = cells === NO_CELLS;
  if (demands.length === 0 && isPlain && order.isCommon)
    return everyone(order)(db, { groupId, place, isLacking: isOfLacking(place), most: limit });
  const match = and(...demands.map(({ condition }) => personByPerson(condition)));
  const sought = and(...demands.filter(({ isSought }) => isSought).map(({ condition }) => condition));
  if (!sought) {
    const first = order.walk({ groupId, place, where: match, most: limit });
    return rowsFrom(db, order, first, { where: undefined, limit, cells });
  }
  const counting = isFew(db, groupId, most);
  const nearest = order.walk({ groupId, place, most });
  const near = await rowsFrom(db, order, nearest, { where: match, limit, cells });
  if ((await counting) || near.length === limit) return near;
  // "offset 0" keeps the planner from walking in order after all.
  const stretch = and(eq(people.groupId, groupId), place && order.beyond(place), sought);
  const gathered = sql`(select * from ${people} where ${stretch} offset 0) ${people}`;
  const rest = and(
    ...demands.filter(({ isSought }) => !isSought).map(({ condition }) => personByPerson(condition)),
  );
  return rowsFrom(db, order, gathered, { where: rest, limit, cells });
}

/** Whether a group holds no more people than so many. */
async function isFew(db: Queryable, groupId: string, most: number): Promise<boolean> {
  const [counted] = await countUpTo(db, { groupId, most: most + 1 });
  return (counted?.count ?? 0) <= most;
}

const countUpTo = prepared(
  (_, { groupId, most }: { groupId: string; most: number }) =>
    sql<{
      count: number;
    }>`select count(*) from (select from ${people} where ${people.groupId} = ${groupId} limit ${most}) few`,
);

type Listing = Pick<StretchAsked, 'groupId' | 'place' | 'isLacking' | 'most'>;
const statements = new WeakMap<Ordering, ReturnType<typeof prepareListing>>();

/** The people as most look at them, with nothing asked: a statement for each order. */
function everyone(order: Ordering) {
  let listing = statements.get(order);
  if (!listing) statements.set(order, (listing = prepareListing(order)));
  return listing;
}

function prepareListing(order: Ordering) {
  return prepared((db, asked: Listing) =>
    rowsFrom(db, order, order.walk(asked), { where: undefined, limit: asked.most, cells: NO_CELLS }),
  );
}

function inOrder({ order }: Pick<Ordering, 'order'>) {
  return sql.join(order, sql`, `);
}

/**
 * The first `limit` of a source that is called `people`. They are gathered once, as an array: a planner whose figures
 * are from before a list came in would take a join with them for cheap, and gather them for each person there is.
 */
function rowsFrom(
  db: Queryable,
  order: Ordering,
  source: SQL,
  { where, limit, cells }: { where: SQL | undefined; limit: number; cells: SQL<string[][]> },
) {
  const found = sql`select ${people.id} from ${source} where ${where ?? sql`true`} order by ${inOrder(order)} limit ${limit}`;
  return db
    .select({ ...personRow, cells, cursor: order.cursor })
    .from(people)
    .leftJoin(...standingOf(people.accountId, people.groupId))
    .where(sql`${people.id} = any (array(${found}))`)
    .orderBy(inOrder(order));
}

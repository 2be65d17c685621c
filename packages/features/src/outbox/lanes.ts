import { prepared, type Queryable } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { House } from '../context.ts';
import { OWN_SERVER, type Headroom } from '../paces/actions.ts';
import { openKnownPaces } from '../paces/known.ts';
import { mails } from './tables.ts';

/** What one group has waiting for one provider, of letters to many. Its name is both. */
export type Lane = { lane: string; group: string; provider: string };
/** Whose mails are taken next: at most so many of each lane, and in all. */
export type LaneTurn = { lanes: Lane[]; counts: number[]; most: number };
/** `soon`: nothing may leave now, and something within a second or two. */
export type Next = LaneTurn | 'soon' | 'nothing';

/** The lanes of this process: who waits, who was served least, and what is under way. */
export type Lanes = ReturnType<typeof openLanes>;
/** One of those that send in this process at the same time: a bundle, and what becomes of it, and then the next. */
export type Hand = ReturnType<Lanes['join']>;

/** In which lane a letter to many waits. */
export function laneOf(groupId: string | null | undefined, provider: string): string {
  return `${groupId ?? 'site'} ${provider}`;
}

/** How long what was found to wait is believed. */
const BELIEVED_MS = 2_000;
/** Whoever gets one within this time is worth waiting for. */
const SOON_SECONDS = 2;

/**
 * Whose turn it is. Of groups that have mail waiting, the one that was served least goes first, so that the list of one
 * keeps no other waiting; and of its lanes, as many as their providers have room for.
 */
export function openLanes(bundle: number) {
  let waiting: Lane[] = [];
  let readAt = -Infinity;
  let served = new Map<string, number>();
  /** When each lane had its turn: whoever had it longest ago is in front. */
  let turns = new Map<string, number>();
  let turnCount = 0;
  /** What each hand gave to whom, until what became of it is known. */
  const underWay = new Map<symbol, Map<string, number>>();
  const inTurn = oneAtATime();
  const paces = openKnownPaces();

  async function next(house: Pick<House, 'db' | 'settings'>, db: Queryable): Promise<Next> {
    if (waiting.length === 0 || performance.now() - readAt > BELIEVED_MS) {
      const found = await findLanes(db);
      turns = new Map(found.map(({ lane }) => [lane, turns.get(lane) ?? 0]));
      waiting = found.sort((one, other) => (turns.get(one.lane) ?? 0) - (turns.get(other.lane) ?? 0));
      served = servedAmong(waiting, served);
      readAt = performance.now();
    }
    if (waiting.length === 0) return 'nothing';
    const turnBy = (headroomFor: HeadroomFor) =>
      takeTurn(waiting, served, lessUnderWay(headroomFor, sumOf(underWay.values())), bundle);
    const turn = turnBy(await paces.find(house));
    // Only what is remembered to be open is believed: something may have opened meanwhile.
    return typeof turn === 'string' ? turnBy(await paces.find(house, { anew: true })) : turn;
  }

  function took(turn: LaneTurn, takenOf: TakenOf) {
    turnCount += 1;
    for (const { lane, group } of turn.lanes) {
      if (takenOf(lane) > 0) turns.set(lane, turnCount);
      served.set(group, (served.get(group) ?? 0) + takenOf(lane));
    }
    waiting = waitingAfter(waiting, turn, takenOf);
  }

  return {
    /** One more that sends. It leaves when it sends no more. */
    join() {
      const hand = Symbol();
      return {
        inTurn,
        paces,
        /** What it sends next: what it had before is over. */
        next(house: Pick<House, 'db' | 'settings'>, db: Queryable): Promise<Next> {
          underWay.delete(hand);
          return next(house, db);
        },
        /** So many were found in the lanes of a turn, by lane. One with fewer than there was room for is empty. */
        took(turn: LaneTurn, taken: Map<string, number>) {
          const takenOf = (lane: string) => taken.get(lane) ?? 0;
          underWay.set(
            hand,
            sumOf(turn.lanes.map(({ lane, provider }) => new Map([[provider, takenOf(lane)]]))),
          );
          took(turn, takenOf);
        },
        leave() {
          underWay.delete(hand);
        },
      };
    },
  };
}

/** One takes at a time, so that all is spent that the one before took when the next looks what may leave. */
function oneAtATime() {
  let last: Promise<unknown> = Promise.resolve();
  return function inTurn<Taken>(take: () => Promise<Taken>): Promise<Taken> {
    const turn = last.then(take);
    // Whoever took hears of its failure; the next only waits.
    last = turn.catch(() => {});
    return turn;
  };
}

type TakenOf = (lane: string) => number;

/** Without the lanes that turned out to be empty, and those that had their turn behind the others. */
function waitingAfter(waiting: Lane[], { lanes, counts, most }: LaneTurn, takenOf: TakenOf): Lane[] {
  const isFull = lanes.reduce((sum, { lane }) => sum + takenOf(lane), 0) >= most;
  const looked = isFull
    ? lanes.slice(
        0,
        lanes.findLastIndex(({ lane }) => takenOf(lane) > 0),
      )
    : lanes;
  const ended = new Set(looked.filter(({ lane }, n) => takenOf(lane) < (counts[n] ?? 0)));
  const had = new Set(lanes.filter(({ lane }) => takenOf(lane) > 0));
  const left = waiting.filter((lane) => !ended.has(lane));
  return [...left.filter((lane) => !had.has(lane)), ...left.filter((lane) => had.has(lane))];
}

/** So much may a group catch up with the one that was served most: what it had to wait for takes nobody's turn for hours. */
const MOST_BEHIND = 500;

/** A group that is new in it begins with those who were served least. */
function servedAmong(lanes: Lane[], before: Map<string, number>): Map<string, number> {
  const groups = [...new Set(lanes.map(({ group }) => group))];
  const known = groups.flatMap((group) => before.get(group) ?? []);
  const [least, most] = known.length > 0 ? [Math.min(...known), Math.max(...known)] : [0, 0];
  return new Map(groups.map((group) => [group, Math.max(before.get(group) ?? least, most - MOST_BEHIND)]));
}

function sumOf(counts: Iterable<Map<string, number>>): Map<string, number> {
  const sum = new Map<string, number>();
  for (const one of counts) for (const [name, count] of one) sum.set(name, (sum.get(name) ?? 0) + count);
  return sum;
}

type HeadroomFor = (provider: string) => Headroom;

/** Of one that nobody knows, the first few are all that leaves before its answers are looked at, from all hands together. */
function lessUnderWay(headroomFor: HeadroomFor, underWay: Map<string, number>): HeadroomFor {
  return (provider) => {
    const headroom = headroomFor(provider);
    return headroom.isKnown
      ? headroom
      : { ...headroom, count: Math.max(0, headroom.count - (underWay.get(provider) ?? 0)) };
  };
}

function takeTurn(
  waiting: Lane[],
  served: Map<string, number>,
  headroomFor: HeadroomFor,
  bundle: number,
): Next {
  const most = Math.min(bundle, headroomFor(OWN_SERVER).count);
  const groups = [...Map.groupBy(waiting, ({ group }) => group)].sort(
    ([one], [other]) => (served.get(one) ?? 0) - (served.get(other) ?? 0),
  );
  for (const [, lanes] of groups) {
    const turn = turnOf(lanes, headroomFor, most);
    if (turn.lanes.length > 0) return turn;
  }
  const own = waitOf(headroomFor(OWN_SERVER));
  const isSoon = waiting.some(({ provider }) => Math.max(own, waitOf(headroomFor(provider))) <= SOON_SECONDS);
  return isSoon ? 'soon' : 'nothing';
}

/** In how many seconds there is room for one. */
function waitOf({ count, restsUntil, perSecond }: Headroom): number {
  if (count > 0) return 0;
  return (restsUntil ? (restsUntil.getTime() - Date.now()) / 1000 : 0) + 1 / perSecond;
}

function turnOf(lanes: Lane[], headroomFor: HeadroomFor, most: number): LaneTurn {
  const open = most > 0 ? lanes.filter(({ provider }) => headroomFor(provider).count > 0).slice(0, most) : [];
  return {
    lanes: open,
    counts: open.map(({ provider }) => Math.min(most, headroomFor(provider).count)),
    most,
  };
}

/** Each lane in which something is due, by one look at the index for each (a loose index scan). */
async function findLanes(db: Queryable): Promise<Lane[]> {
  const rows = await findWaiting(db, {});
  return rows.map(({ lane }) => {
    const [group = '', provider = ''] = lane.split(' ');
    return { lane, group, provider };
  });
}

/** Whether something is due in a lane that nobody is sending at this moment. */
export async function isLaneDue(db: Queryable): Promise<boolean> {
  return (await findFree(db, {})).length > 0;
}

const IS_WAITING = sql.raw(`state = 'promised' and lane is not null`);
const dueLanes = sql`
  with recursive first as (
    (select lane, due_at from ${mails} where ${IS_WAITING} order by lane, due_at limit 1)
    union all
    select next.lane, next.due_at from first cross join lateral (
      select lane, due_at from ${mails} where ${IS_WAITING} and lane > first.lane
      order by lane, due_at limit 1) next
  ), due as (select lane from first where due_at <= now())`;

const findWaiting = prepared(() => sql<{ lane: string }>`${dueLanes} select lane from due`);
const findFree = prepared(
  () => sql<object>`${dueLanes}
    select from due cross join lateral (
      select from ${mails} waiting where waiting.state = 'promised' and waiting.lane is not null and waiting.lane = due.lane and waiting.due_at <= now()
      order by waiting.due_at limit 1 for update skip locked) free
    limit 1`,
);

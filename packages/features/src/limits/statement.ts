import { prepared, type Queryable } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import { limits } from './tables.ts';

export type SpendRequest = { key: string; count: number; cost: number; secondsEach: number };
/** `seconds`: until it would be let through. */
export type SpendOutcome = { isGranted: boolean; seconds: number };

/** Asks in the order they came, all decided by one statement; of those that ask the same, the first are let through. */
export async function spendAll(db: Queryable, asks: SpendRequest[]): Promise<SpendOutcome[]> {
  const outcomes = new Map<SpendRequest, SpendOutcome>();
  // A statement writes a row once, so what asks for the same key at another cost waits for the next.
  for (let left = asks; left.length > 0; left = left.filter((ask) => !outcomes.has(ask)))
    for (const [ask, outcome] of await spendOnce(db, left)) outcomes.set(ask, outcome);
  return asks.flatMap((ask) => outcomes.get(ask) ?? []);
}

async function spendOnce(db: Queryable, asks: SpendRequest[]): Promise<[SpendRequest, SpendOutcome][]> {
  const byKey = new Map<string, SpendRequest[]>();
  for (const ask of asks) {
    const same = byKey.get(ask.key);
    if (!same) byKey.set(ask.key, [ask]);
    else if (same.every((one) => isAlike(one, ask))) same.push(ask);
  }
  const written = await upsert(db, columnsOf([...byKey.values()]));
  return written.flatMap((row) =>
    (byKey.get(row.key) ?? []).map((ask, place): [SpendRequest, SpendOutcome] => [
      ask,
      outcomeOf(row, ask, place),
    ]),
  );
}

/** Each group asks the same of one key. */
export function columnsOf(groups: SpendRequest[][]): SpendColumns {
  const column = (read: (ask: SpendRequest) => unknown) =>
    groups.flatMap(([first]) => (first ? [read(first)] : []));
  return {
    keys: column(({ key }) => key),
    counts: column(({ count }) => count),
    costs: column(({ cost }) => cost),
    seconds: column(({ secondsEach }) => secondsEach),
    times: groups.map((same) => same.length),
  };
}

function isAlike(one: SpendRequest, other: SpendRequest) {
  return one.cost === other.cost && one.count === other.count && one.secondsEach === other.secondsEach;
}

type Written = { key: string; granted: number; full_seconds: number };

function outcomeOf({ granted, full_seconds: full }: Written, ask: SpendRequest, place: number): SpendOutcome {
  return { isGranted: place < granted, seconds: full - (ask.count - ask.cost) * ask.secondsEach };
}

export type SpendColumns = Record<'keys' | 'counts' | 'costs' | 'seconds' | 'times', unknown[]>;

/** What is used now of a row that is there, in the limit's own unit, however long one took when it was written. */
const used = sql`greatest(0, extract(epoch from held.tat - statement_timestamp()) / held.seconds_each)`;
/** A microsecond, which is the finest that a timestamp keeps, does not make the last one too many. */
const fits = (free: SQL) => sql`floor((${free}) / excluded.cost + 1e-4)`;
const through = sql`greatest(0, least(excluded.granted, ${fits(sql`excluded.count - ${used}`)}))`;

/**
 * Spends, for a statement of its own or one that spends within itself, `provided` that a condition holds. In the order of
 * the keys, so that two statements that share some never wait for each other.
 */
export function spending(
  { keys, counts, costs, seconds, times }: SpendColumns,
  provided: SQL = sql`true`,
): SQL<Written> {
  return sql<Written>`
    insert into ${limits} as held (key, tat, seconds_each, count, cost, granted)
    select key, statement_timestamp() + make_interval(secs => fit * cost * seconds_each), seconds_each, count, cost, fit
    from unnest(${keys}::text[], ${counts}::float8[], ${costs}::float8[], ${seconds}::float8[], ${times}::int[])
      as asked (key, count, cost, seconds_each, times)
      cross join lateral (select least(times, floor(count / cost + 1e-4))::int) as fitting (fit)
    where ${provided}
    order by key
    on conflict (key) do update set
      tat = statement_timestamp() + make_interval(secs => (${used} + ${through} * excluded.cost) * excluded.seconds_each),
      seconds_each = excluded.seconds_each, count = excluded.count, cost = excluded.cost, granted = ${through}
    returning key, granted, extract(epoch from tat - statement_timestamp())::float8 as full_seconds`;
}

const upsert = prepared((_, asked: SpendColumns) => spending(asked));

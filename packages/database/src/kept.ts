import { sql, type SQL } from 'drizzle-orm';
import type { Queryable } from './database.ts';

type Runnable<Found> = { execute(given: Record<string, unknown>): Promise<Found> };
type Written<Found> = { prepare(name: string): Runnable<Found> };

/**
 * A query of the busiest paths: written out once for each connection, and planned once by the server, where others
 * are each time they are asked. `write` writes it as always, with a slot for each value that will be `given`; nothing
 * else about it may differ from one asking to the next. `name` is unlike any other query's.
 *
 * After five askings the server may settle on one plan for all values: so not for a query whose best plan depends on
 * them, as where one group has three events and another ten thousand, and no index gives the order that is asked for.
 *
 * Behind a pooler that hands out connections by transaction, it must be one that keeps named statements, as pgbouncer
 * does with `max_prepared_statements`.
 */
export function kept<Given extends Record<string, unknown>, Found>(
  name: string,
  write: (db: Queryable, slots: Given) => Written<Found>,
): (db: Queryable, given: Given) => Promise<Found> {
  const known = new WeakMap<object, Runnable<Found>>();
  return (db, given) => {
    const connection = inner(db).session.client;
    let query = known.get(connection);
    if (!query) known.set(connection, (query = write(db, slots as Given).prepare(name)));
    return query.execute(given);
  };
}

/**
 * The same for a query that takes one of a few shapes, each kept apart: `shape` says which conditions it has. Values that
 * the shape has no use for are given all the same.
 */
export function keptByShape<
  Shape extends Record<string, boolean>,
  Given extends Record<string, unknown>,
  Found,
>(
  name: string,
  write: (db: Queryable, slots: Given, shape: Shape) => Written<Found>,
): (db: Queryable, shape: Shape, given: Given) => Promise<Found> {
  const known = new Map<string, (db: Queryable, given: Given) => Promise<Found>>();
  return (db, shape, given) => {
    const parts = Object.keys(shape).filter((part) => shape[part]);
    const shapeName = [name, ...parts].join('+');
    let query = known.get(shapeName);
    if (!query) known.set(shapeName, (query = kept(shapeName, (on, slots) => write(on, slots, shape))));
    return query(db, given);
  };
}

/** The same for a statement in SQL, whose rows come as the server sends them. */
export function keptSql<Given extends Record<string, unknown>>(
  name: string,
  write: (slots: Given) => SQL,
): (db: Queryable, given: Given) => Promise<{ rows: Record<string, unknown>[] }> {
  return kept(name, (db, slots) => ({
    prepare() {
      const { session, dialect } = inner(db);
      return session.prepareQuery(dialect.sqlToQuery(write(slots)), undefined, name, false);
    },
  }));
}

/** Where a value will be, whatever its name. */
const slots: unknown = new Proxy({}, { get: (_, name) => sql.placeholder(String(name)) });

type Inner = {
  session: {
    client: object;
    prepareQuery(
      query: object,
      fields: undefined,
      name: string,
      asArrays: boolean,
    ): Runnable<{ rows: Record<string, unknown>[] }>;
  };
  dialect: { sqlToQuery(written: SQL): object };
};

/** What a database or a transaction speaks through, which drizzle keeps to itself. */
function inner(db: Queryable): Inner {
  return db as unknown as Inner;
}

import { fillPlaceholders, is, sql, SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import { createHash } from 'node:crypto';
import { casing } from './casing.ts';
import type { Queryable } from './database.ts';

type Run<Found> = (asked: Record<string, unknown>) => Promise<Found>;
type Query<Found> = {
  toSQL(): { sql: string };
  prepare(name: string): { execute: Run<Found> };
};
export type Prepared<Asked, Found> = (db: Queryable, asked: Asked) => Promise<Found>;

/**
 * A prepared statement: drizzle writes it and the server plans it once for each connection, where others are written
 * and planned each time. For what each request, each message or each signature pays, and the lists that most people
 * look at. `write` writes it as always: a query, or SQL, whose rows come as pg reads them.
 *
 * Of what is asked, `undefined`, `true` and `false` choose a form of the statement, and `write` may branch on them. Any
 * other value is a parameter, unknown while the statement is written: it may stand in the statement and nowhere else.
 *
 * After five askings the server may settle on one plan for all values: so not for a query whose best plan depends on
 * them, as where one group has three events and another ten thousand, and no index gives the order that is asked for.
 */
export function prepared<Asked extends Record<string, unknown>, Row>(
  write: (db: Queryable, asked: Asked) => SQL<Row>,
): Prepared<Asked, Row[]>;
export function prepared<Asked extends Record<string, unknown>, Found>(
  write: (db: Queryable, asked: Asked) => Query<Found>,
): Prepared<Asked, Found>;
export function prepared<Asked extends Record<string, unknown>, Found>(
  write: (db: Queryable, asked: Asked) => SQL | Query<Found>,
): Prepared<Asked, unknown> {
  const connections = new WeakMap<Queryable, Map<string, Run<unknown>>>();
  return (db, asked) => {
    const forms = connections.get(db) ?? new Map<string, Run<unknown>>();
    connections.set(db, forms);
    const form = formOf(asked);
    let run = forms.get(form);
    if (!run) forms.set(form, (run = prepare(db, write(db, parametersOf(asked)))));
    return run(asked);
  };
}

function prepare(db: Queryable, statement: SQL | Query<unknown>): Run<unknown> {
  if (!is(statement, SQL)) {
    const query = statement.prepare(nameOf(statement.toSQL().sql));
    return (asked) => query.execute(asked);
  }
  const { sql: text, params } = dialect.sqlToQuery(statement);
  const named = { name: nameOf(text), text };
  return async (asked) => {
    const values = fillPlaceholders(params, asked);
    return (await db.$client.query<object>({ ...named, values })).rows;
  };
}

const dialect = new PgDialect({ casing });

function isForm(value: unknown) {
  return value === undefined || typeof value === 'boolean';
}

function formOf(asked: Record<string, unknown>): string {
  let form = '';
  for (const name in asked) form += isForm(asked[name]) ? `${name}:${String(asked[name])} ` : `${name} `;
  return form;
}

function parametersOf<Asked extends Record<string, unknown>>(asked: Asked): Asked {
  const parts = Object.entries(asked).map(([name, value]) => [
    name,
    isForm(value) ? value : sql.placeholder(name),
  ]);
  return Object.fromEntries(parts) as Asked;
}

/** The same text has the same name on every connection, whoever opened it: so a pooler may share them. */
function nameOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}

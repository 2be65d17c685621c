import { casing, type Queryable } from '@groundwork/database';
import { and, eq, sql, type SQL } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Context } from '../context.ts';
import { findPeopleHolder } from '../people/queries.ts';
import { people } from '../people/tables.ts';
import { conditionOf, isLeftBy, stepsOf, type Scope } from './conditions.ts';
import type { CountQuery } from './contract.ts';
import { withSearch } from './found.ts';
import { withinTime } from './time-limit.ts';
import type { Line } from './lines.ts';
import { viewingOf, scopeFor, type Viewing } from './queries.ts';
import { readLines } from './writing.ts';

/**
 * How many people a group holds, how many are left after each line, and after the search. What takes longer than
 * `milliseconds` is given up, and answered with what the planner expects.
 */
export async function countFound(ctx: Context, slug: string, asked: CountQuery) {
  const group = await findPeopleHolder(ctx, slug);
  const lines = readLines(asked.lines);
  const all = await withSearch(ctx, group.id, { lines, search: asked.search });
  const { everyone, steps, isAbout } = await countSteps(ctx, viewingOf(group), all, asked);
  return { everyone, lines: steps.slice(0, lines.length), found: steps.at(-1) ?? everyone, isAbout };
}

/** How many are left after each of these lines, for who was found to see them. */
async function countSteps(
  { db }: Pick<Context, 'db'>,
  viewing: Viewing,
  lines: Line[],
  { milliseconds = 20_000 }: Pick<CountQuery, 'milliseconds'>,
) {
  const scope = await scopeFor({ db }, viewing, lines);
  const counts = await withinTime({ db }, milliseconds, (tx) => countExactly(tx, lines, scope));
  return counts
    ? { ...counts, isAbout: false }
    : { ...(await expectCounts(db, lines, scope)), isAbout: true };
}

/** All in one reading of the people. */
async function countExactly(tx: Queryable, lines: Line[], scope: Scope) {
  const answers = lines.map(({ who }, index) => sql`${conditionOf(who, scope)} as ${nameOf(index)}`);
  const steps = stepsOf(
    lines,
    lines.map((_, index) => nameOf(index)),
  );
  const counts = steps.map((step) => sql`count(*) filter (where ${step})`);
  const { rows } = await tx.execute<{ counts: string[] }>(sql`
    select array[${sql.join([sql`count(*)`, ...counts], sql`, `)}] as counts
    from (select ${sql.join([sql`1`, ...answers], sql`, `)} from ${people}
      where ${people.groupId} = ${scope.groupId} offset 0) answers`);
  const [everyone = 0, ...left] = (rows[0]?.counts ?? []).map(Number);
  return { everyone, steps: left };
}

function nameOf(index: number): SQL {
  return sql`${sql.identifier(`line_${index}`)}`;
}

async function expectCounts(db: Queryable, lines: Line[], scope: Scope) {
  const everyone = await expectCount(db, eq(people.groupId, scope.groupId));
  const steps: number[] = [];
  for (const [index] of lines.entries()) {
    const left = isLeftBy(lines.slice(0, index + 1), scope);
    steps.push(Math.min(everyone, await expectCount(db, and(eq(people.groupId, scope.groupId), left))));
  }
  return { everyone, steps };
}

const dialect = new PgDialect({ casing });

/** EXPLAIN takes no parameters: they are written into it, quoted. */
async function expectCount(db: Queryable, where: SQL | undefined): Promise<number> {
  const asking = sql`explain (format json) select from ${people} where ${where}`;
  const { sql: text } = dialect.sqlToQuery(asking.inlineParams());
  const plan = await db.execute<{ 'QUERY PLAN': { Plan: { 'Plan Rows': number } }[] }>(sql.raw(text));
  return plan.rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0;
}

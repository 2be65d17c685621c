import { and, gte, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';

/** Since a day, or in the last days. */
export function inSpan(
  column: AnyPgColumn,
  { since, days }: { since?: string; days?: number },
): SQL | undefined {
  return and(
    since ? gte(column, sql`${since}::date`) : undefined,
    days ? sql`${column} > now() - make_interval(days => ${days}::int)` : undefined,
  );
}

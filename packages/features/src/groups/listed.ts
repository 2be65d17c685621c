import { sql, type SQL } from 'drizzle-orm';
import { groups } from './tables.ts';

/** The condition that everybody finds a group in lists: public, vouched for, and not hidden. Another row than the query's own is named. */
export function isListed(home: SQL = sql`${groups}`): SQL<boolean> {
  return sql<boolean>`(${home}.visibility = 'public' and ${home}.vouched_at is not null and ${home}.hidden_at is null)`;
}

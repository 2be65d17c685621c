import { sql, type SQL } from 'drizzle-orm';
import { groups } from './tables.ts';

/** The condition that everybody finds a group in lists: public, vouched for, and not hidden. Another row than the query's own is named. */
export function isListed(home: SQL = sql`${groups}`): SQL<boolean> {
  return sql<boolean>`(${home}.visibility = 'public' and ${home}.vouched_at is not null and ${home}.hidden_at is null)`;
}

/** The condition that a row of `groups` is a group or a coalition, and no ally that has not moved here. */
export const isNoAlly: SQL = sql`${groups.kind} <> 'ally'`;

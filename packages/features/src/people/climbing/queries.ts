import type { Queryable } from '@groundwork/database';
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { climbers, rungs } from './tables.ts';

/** The ids of those who stand on a rung of a group's ladders. */
export function standingOn(rungId: string, groupId: string): SQL {
  return sql`select ${climbers.personId} from ${climbers} where ${and(
    eq(climbers.groupId, groupId),
    eq(climbers.rungId, rungId),
  )}`;
}

/** What rungs of a group are called, of these ids. */
export function findRungNames({ db }: { db: Queryable }, groupId: string, ids: string[]) {
  return db
    .select({ id: rungs.id, name: rungs.label })
    .from(rungs)
    .where(and(eq(rungs.groupId, groupId), inArray(rungs.id, ids)));
}

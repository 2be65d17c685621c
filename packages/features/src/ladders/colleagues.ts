import type { Queryable } from '@groundwork/database';
import { and, inArray } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { carries, shownName, standingOf } from '../groups/standing.ts';

/** What these accounts are called in a group, those of them who see its people; others are not there. */
export async function findColleaguesWhoSee(
  db: Queryable,
  groupId: string,
  ids: string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await db
    .select({ id: accounts.id, name: shownName() })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, groupId))
    .where(and(inArray(accounts.id, ids), carries('see_people')));
  return new Map(found.map(({ id, name }) => [id, name]));
}

import type { Queryable } from '@groundwork/database';
import { and, asc, inArray, or, sql } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { givenFor } from '../campaigns/coordinators/queries.ts';
import { carries, shownName, standingOf } from '../groups/standing.ts';

type Asked = { groupId: string; campaignId?: string | null; ids?: string[] };

/** Those who may write a group's mailings, or those of this campaign, by name; of these ids, if some are named. A hundred at most. */
export function findColleagues(db: Queryable, { groupId, campaignId, ids }: Asked) {
  const writesIts = (id: string) =>
    sql`'contact_people' = any(${givenFor(sql`${accounts.id}`, sql`${id}::uuid`)})`;
  const writes = or(carries('contact_people'), campaignId ? writesIts(campaignId) : undefined);
  return db
    .select({ id: accounts.id, name: shownName(), email: accounts.email, language: accounts.language })
    .from(accounts)
    .innerJoin(...standingOf(sql`${accounts.id}`, groupId))
    .where(and(writes, ids && inArray(accounts.id, ids)))
    .orderBy(asc(sql`same_letters(${accounts.name})`), asc(accounts.id))
    .limit(100);
}

import type { Queryable } from '@groundwork/database';
import { and, asc, inArray, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { carries, shownName, standingOf } from '../../groups/standing.ts';
import { findPeopleHolder } from '../queries.ts';

/** Whom a person can be given to keep in touch with: the accounts of the group that see its people, by name. */
export async function listContactChoices(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  return ctx.db
    .select({ id: accounts.id, name: shownName() })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, sql`${group.id}::uuid`))
    .where(carries('see_people'))
    .orderBy(asc(sql`lower(${shownName()})`), asc(accounts.id))
    .limit(500);
}

/** The names of those of these accounts that can keep in touch with a group's people. */
export function findContactNames({ db }: { db: Queryable }, groupId: string, ids: string[]) {
  return db
    .select({ id: accounts.id, name: shownName() })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, sql`${groupId}::uuid`))
    .where(and(inArray(accounts.id, ids), carries('see_people')));
}

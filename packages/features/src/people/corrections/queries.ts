import { asc, sql } from 'drizzle-orm';
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

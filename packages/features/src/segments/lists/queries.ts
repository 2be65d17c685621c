import type { Queryable } from '@groundwork/database';
import { and, asc, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findPeopleHolder, findPerson } from '../../people/queries.ts';
import { listPeople, lists } from '../tables.ts';

/** A group's lists, by name. Few: see MOST_LISTS. */
export async function listLists(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  return listsOf(ctx.db, group.id);
}

/** The lists that a person is on, and the others of their group. */
export async function findListsOfPerson(ctx: Context, slug: string, personId: string) {
  const { group } = await findPerson(ctx, slug, personId);
  const isOn = sql<boolean>`exists (select from ${listPeople}
    where ${listPeople.listId} = ${lists.id} and ${listPeople.personId} = ${personId})`;
  const all = await listsOf(ctx.db, group.id, { isOn });
  return { on: all.filter((list) => list.isOn), others: all.filter((list) => !list.isOn) };
}

/** One of a group's, for a viewer who was found to see its people, or NotFound. */
export async function findList({ db }: { db: Queryable }, groupId: string, id: string) {
  const [list] = await db
    .select({ id: lists.id, name: lists.name })
    .from(lists)
    .where(and(eq(lists.groupId, groupId), eq(lists.id, id)));
  if (!list) throw new NotFound('list');
  return list;
}

function listsOf(
  db: Queryable,
  groupId: string,
  more: { isOn: ReturnType<typeof sql<boolean>> } = NOT_ASKED,
) {
  return db
    .select({ id: lists.id, name: lists.name, ...more })
    .from(lists)
    .where(eq(lists.groupId, groupId))
    .orderBy(asc(sql`lower(${lists.name})`), asc(lists.id));
}
const NOT_ASKED = { isOn: sql<boolean>`false` };

import type { Queryable } from '@groundwork/database';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { permit } from '../../policy.ts';
import { findOwnRecord, findPeopleHolder, findPersonOf } from '../queries.ts';
import { fieldPolicy } from './policy.ts';
import { fieldValues, personFields } from './tables.ts';

type Holder = Parameters<typeof fieldPolicy.see>[0] & { id: string };

/** The fields of a group that the viewer may see, in their order. Few: see MOST_FIELDS. */
export async function listFields(ctx: Context, slug: string) {
  const group = await findPeopleHolder(ctx, slug);
  return { group, rows: await findFields(ctx.db, group) };
}

/** The same of a group as the viewer was found to stand to it. */
export function findFields(db: Queryable, group: Holder) {
  return findFieldsSeen(db, { id: group.id, seesAll: fieldPolicy.seeAll(group) });
}

/** The same for who was found to see all of them, or those that every organizer sees. */
export function findFieldsSeen(db: Queryable, seen: Seen) {
  return db
    .select(fieldRow)
    .from(personFields)
    .where(isSeen(seen))
    .orderBy(...inOrder);
}
type Seen = { id: string; seesAll: boolean };
export type SeenField = Awaited<ReturnType<typeof findFields>>[number];

/** One of them, or NotFound: what only stewards see is not there for others. */
export async function findField(db: Queryable, group: Holder, id: string): Promise<SeenField> {
  const [field] = await db
    .select(fieldRow)
    .from(personFields)
    .where(and(isSeenBy(group), eq(personFields.id, id)));
  if (!field) throw new NotFound('field');
  return field;
}

/** How many people hold a value of each field, and each choice, for those who define them. */
export async function countFieldValues(ctx: Context, slug: string) {
  const { group, rows: fields } = await listFields(ctx, slug);
  permit(fieldPolicy, 'define', group);
  const choice = sql<string | null>`case when ${fieldValues.kind} = 'choice' then ${fieldValues.value} end`;
  const ids = fields.map(({ id }) => id);
  const counted = await ctx.db
    .select({ id: fieldValues.fieldId, choice, count: sql<number>`count(*)::int` })
    .from(fieldValues)
    .where(inArray(fieldValues.fieldId, ids))
    .groupBy(fieldValues.fieldId, sql`2`);
  const byField = Map.groupBy(counted, ({ id }) => id);
  return fields.map(({ id }) => {
    const own = byField.get(id) ?? [];
    return {
      id,
      count: own.reduce((sum, { count }) => sum + count, 0),
      choices: own.flatMap((one) => (one.choice === null ? [] : { choice: one.choice, count: one.count })),
    };
  });
}

/** What the viewer may see of what a group's fields hold of one person, with the fields that hold nothing. */
export async function listFieldValues(ctx: Context, slug: string, personId: string) {
  const { group } = await findPersonOf(ctx, slug, personId);
  const ofPerson = and(eq(fieldValues.fieldId, personFields.id), eq(fieldValues.personId, personId));
  const rows = await ctx.db
    .select({ ...fieldRow, value: fieldValues.value })
    .from(personFields)
    .leftJoin(fieldValues, ofPerson)
    .where(isSeenBy(group))
    .orderBy(...inOrder);
  return { group, rows };
}

/** All that a group's fields hold of the holder of a link from a mail, whoever there sees it, and why. */
export async function listOwnFieldValues(ctx: Context, sealed: string) {
  const { id } = await findOwnRecord(ctx, sealed);
  return ctx.db
    .select({
      name: personFields.name,
      kind: personFields.kind,
      purpose: personFields.purpose,
      value: fieldValues.value,
    })
    .from(fieldValues)
    .innerJoin(personFields, eq(personFields.id, fieldValues.fieldId))
    .where(eq(fieldValues.personId, id))
    .orderBy(...inOrder);
}

function isSeenBy(group: Holder) {
  return isSeen({ id: group.id, seesAll: fieldPolicy.seeAll(group) });
}

function isSeen({ id, seesAll }: Seen) {
  return and(eq(personFields.groupId, id), seesAll ? undefined : eq(personFields.sees, 'organizers'));
}

const inOrder = [asc(personFields.position), asc(personFields.id)];

const fieldRow = {
  id: personFields.id,
  name: personFields.name,
  kind: personFields.kind,
  choices: personFields.choices,
  purpose: personFields.purpose,
  sees: personFields.sees,
};

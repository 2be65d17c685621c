import { newId, type Transaction } from '@groundwork/database';
import { and, eq, sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { Conflict, Forbidden, Invalid } from '../../errors.ts';
import { changeThingsOf } from '../../groups/locks.ts';
import type { SeenGroup } from '../../groups/queries.ts';
import { note } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { MOST_FIELDS, type PersonFieldChange, type PersonFieldInput } from './contract.ts';
import { fieldPolicy } from './policy.ts';
import { findField, findFields } from './queries.ts';
import { fieldValues, personFields } from './tables.ts';
import { choiceKey } from './values.ts';

/** Defines something that the group wants to know of its people. Answers its id. */
export async function defineField(ctx: Context, slug: string, asked: PersonFieldInput): Promise<string> {
  const written = tidy(asked);
  return changeFields(ctx, slug, async (tx, group) => {
    refuseUnseen(group, written);
    const [id] = await addFields(ctx, tx, { groupId: group.id, fields: [written] });
    if (!id) throw new Error('each field has an id');
    return id;
  });
}

/** Adds fields to a group whose row the caller holds, and answers their ids. Their names are free, or the database says so. */
export async function addFields(
  ctx: Context,
  tx: Transaction,
  { groupId, fields }: { groupId: string; fields: NewField[] },
): Promise<string[]> {
  const [held] = await tx
    .select({
      count: sql<number>`count(*)::int`,
      last: sql<number>`coalesce(max(${personFields.position}), 0)::int`,
    })
    .from(personFields)
    .where(eq(personFields.groupId, groupId));
  const { count = 0, last = 0 } = held ?? {};
  if (count + fields.length > MOST_FIELDS)
    throw new Conflict('people.too-many-fields', { most: MOST_FIELDS });
  await spendQuota(ctx, tx, { 'person-fields': fields.length }, groupId);
  const rows = fields.map((field, index) => ({ ...field, id: newId(), groupId, position: last + index + 1 }));
  await tx.insert(personFields).values(rows);
  for (const { id } of rows) note(tx, ctx, 'people.field-defined', { groupId, id });
  return rows.map(({ id }) => id);
}
type NewField = Omit<typeof personFields.$inferInsert, 'id' | 'groupId' | 'position'>;

/**
 * Changes a field. A kind that people have values of stays (Invalid people.kind-held); a choice that goes and that
 * people hold goes only with what they hold instead (Invalid people.choice-held).
 */
export async function changeField(
  ctx: Context,
  slug: string,
  { id, becomes = [], ...asked }: PersonFieldChange & { id: string },
): Promise<void> {
  const written = tidy(asked);
  await changeFields(ctx, slug, async (tx, group) => {
    const before = await findField(tx, group, id);
    refuseUnseen(group, written);
    // Whoever fills in a value holds the field's row: none comes in between.
    await tx.select({ id: personFields.id }).from(personFields).where(eq(personFields.id, id)).for('update');
    if (before.kind !== written.kind) await refuseHeld(tx, id);
    else await turnChoices(tx, { before, choices: written.choices, becomes });
    await tx.update(personFields).set(written).where(eq(personFields.id, id));
    note(tx, ctx, 'people.field-changed', { groupId: group.id, id });
  });
}

/** Puts a field at another place among those that the viewer sees; the others keep their order. */
export async function moveField(
  ctx: Context,
  slug: string,
  { id, place }: { id: string; place: number },
): Promise<void> {
  await changeFields(ctx, slug, async (tx, group) => {
    await findField(tx, group, id);
    const seen = (await findFields(tx, group)).map((field) => field.id);
    const moved = seen.filter((one) => one !== id).toSpliced(place, 0, id);
    const all = await tx
      .select({ id: personFields.id })
      .from(personFields)
      .where(eq(personFields.groupId, group.id))
      .orderBy(personFields.position, personFields.id);
    const order = all.map((field) => (seen.includes(field.id) ? (moved.shift() ?? field.id) : field.id));
    await tx.execute(sql`update ${personFields} set position = asked.position
      from unnest(${sql.param(order)}::uuid[]) with ordinality as asked(id, position) where ${personFields.id} = asked.id`);
    note(tx, ctx, 'people.fields-ordered', { groupId: group.id });
  });
}

/** Removes a field with everything that it holds of people. */
export async function removeField(ctx: Context, slug: string, id: string): Promise<void> {
  await changeFields(ctx, slug, async (tx, group) => {
    await findField(tx, group, id);
    const count = await tx.$count(fieldValues, eq(fieldValues.fieldId, id));
    await tx.delete(personFields).where(eq(personFields.id, id));
    note(tx, ctx, 'people.field-removed', { groupId: group.id, id }, { count });
  });
}

/** One change of a group's fields at a time. */
async function changeFields<T>(
  ctx: Context,
  slug: string,
  work: (tx: Transaction, group: SeenGroup) => Promise<T>,
): Promise<T> {
  return changeThingsOf(ctx, { slug, what: 'fields', policy: fieldPolicy, deed: 'define' }, work);
}

/** Nobody makes what they could not see. */
function refuseUnseen(group: SeenGroup, { sees }: Pick<PersonFieldInput, 'sees'>) {
  if (sees === 'stewards' && !fieldPolicy.seeAll(group)) throw new Forbidden();
}

function tidy({ name, kind, choices = [], purpose, sees }: PersonFieldInput) {
  const kept = kind === 'choice' ? choices.map((choice) => choice.trim()) : [];
  if (kind === 'choice' && kept.length === 0)
    throw new Invalid([{ name: 'choices', code: 'people.no-choices' }]);
  if (new Set(kept.map(choiceKey)).size < kept.length)
    throw new Invalid([{ name: 'choices', code: 'field.twice' }]);
  return { name: name.trim(), kind, choices: kept, purpose: purpose.trim(), sees };
}

async function refuseHeld(tx: Transaction, id: string) {
  const count = await tx.$count(fieldValues, eq(fieldValues.fieldId, id));
  if (count > 0) throw new Invalid([{ name: 'kind', code: 'people.kind-held', params: { count } }]);
}

type Turning = {
  before: { id: string; choices: string[] };
  choices: string[];
  becomes: { choice: string; to: string }[];
};
/**
 * Gives whoever holds a choice that goes, or is called otherwise now, what it becomes. All at once: two choices may have
 * changed their names with each other.
 */
async function turnChoices(tx: Transaction, { before, choices, becomes }: Turning) {
  const now = new Map(choices.map((choice) => [choiceKey(choice), choice]));
  const asked = new Map(becomes.map(({ choice, to }) => [choiceKey(choice), choiceKey(to)]));
  const turned = before.choices.map((choice) => {
    const to = asked.get(choiceKey(choice));
    return { choice, isEmptied: to === '', to: now.get(to || choiceKey(choice)) ?? null };
  });
  const gone = turned.filter(({ to }) => to === null);
  for (const { choice, isEmptied } of gone) {
    const held = and(eq(fieldValues.fieldId, before.id), eq(fieldValues.value, choice));
    if (isEmptied) await tx.delete(fieldValues).where(held);
    else refuseChoiceHeld(choice, await tx.$count(fieldValues, held));
  }
  const kept = turned.filter(({ choice, to }) => to !== null && to !== choice);
  const column = (name: 'choice' | 'to') => sql.param(kept.map((one) => one[name]));
  if (kept.length > 0)
    await tx.execute(sql`update ${fieldValues} held set value = turned.after
      from unnest(${column('choice')}::text[], ${column('to')}::text[]) as turned(before, after)
      where held.field_id = ${before.id} and held.value = turned.before`);
}

function refuseChoiceHeld(choice: string, count: number) {
  if (count > 0)
    throw new Invalid([{ name: 'choices', code: 'people.choice-held', params: { choice, count } }]);
}

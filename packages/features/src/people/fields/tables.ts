import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core';
import { hasLength } from '../../checks.ts';
import { groups } from '../../groups/tables.ts';
import { LENGTHS } from '../../lengths.ts';
import { people } from '../tables.ts';

const kinds = ['text', 'number', 'date', 'choice', 'yesno'] as const;

/** Something a group defines that it wants to know of its people, each with why it needs to. */
export const personFields = pgTable(
  'person_fields',
  {
    id: uuid().primaryKey(),
    groupId: uuid()
      .notNull()
      .references(() => groups.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    kind: text({ enum: kinds }).notNull(),
    /** What can be chosen, in the order in which it is offered; of a choice only. */
    choices: text().array().notNull().default([]),
    purpose: text().notNull(),
    /** Whoever may see people, or only whoever manages members as well. */
    sees: text({ enum: ['organizers', 'stewards'] }).notNull(),
    position: integer().notNull(),
  },
  (t) => [
    // What values copy, kept true by their foreign key: the kind of a field that has some does not change.
    unique('person_fields_kind').on(t.groupId, t.id, t.kind),
    uniqueIndex('person_fields_name').on(t.groupId, sql`lower(${t.name})`),
    check('person_fields_name_length', hasLength(t.name, LENGTHS.fieldName, 1)),
    check('person_fields_purpose_length', hasLength(t.purpose, LENGTHS.fieldPurpose, 1)),
    check('person_fields_choices', sql`(${t.kind} = 'choice') = (cardinality(${t.choices}) > 0)`),
  ],
);

/** What a group knows of one person in one of its fields, in the one form of its kind; see values.ts. */
export const fieldValues = pgTable(
  'field_values',
  {
    groupId: uuid().notNull(),
    personId: uuid().notNull(),
    fieldId: uuid().notNull(),
    kind: text({ enum: kinds }).notNull(),
    value: text().notNull(),
    /** The import that brought it, and takes it back with itself; null once somebody wrote it. */
    importId: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.fieldId] }),
    foreignKey({
      name: 'field_values_of_person',
      columns: [t.groupId, t.personId],
      foreignColumns: [people.groupId, people.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'field_values_of_field',
      columns: [t.groupId, t.fieldId, t.kind],
      foreignColumns: [personFields.groupId, personFields.id, personFields.kind],
    }).onDelete('cascade'),
    index('field_values_found').on(t.fieldId, sql`lower(${t.value})`),
    index('field_values_numbers')
      .on(t.fieldId, asNumber(t))
      .where(sql`${t.kind} = 'number'`),
    check(
      'field_values_form',
      sql`case ${t.kind} when 'number' then ${t.value} ~ '^-?(0|[1-9][0-9]{0,14})(\\.[0-9]{0,5}[1-9])?$' and ${t.value} <> '-0'
        when 'date' then ${t.value} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' when 'yesno' then ${t.value} in ('yes', 'no')
        else ${hasLength(t.value, LENGTHS.fieldValue, 1)} end`,
    ),
  ],
);

/** A value as the number that it is, and null for what is none: in whatever order a row is judged, nothing fails. */
export function asNumber({ kind, value }: Record<'kind' | 'value', AnyPgColumn>) {
  return sql`(case when ${kind} = 'number' then ${value}::numeric end)`;
}

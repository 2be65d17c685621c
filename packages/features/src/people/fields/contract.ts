import { Type, type Static } from 'typebox';
import { LENGTHS } from '../../lengths.ts';
import { line, maybeLine } from '../../texts.ts';

const Id = Type.String({ format: 'uuid' });
export const FieldKind = Type.Enum(['text', 'number', 'date', 'choice', 'yesno']);
export type FieldKind = Static<typeof FieldKind>;
const FieldSees = Type.Enum(['organizers', 'stewards']);

/** The most fields of a group, and the most choices of a field. */
export const MOST_FIELDS = 30;
export const MOST_CHOICES = 50;

/** Something a group wants to know of its people. */
export const PersonFieldView = Type.Object({
  id: Type.String(),
  name: Type.String(),
  kind: FieldKind,
  choices: Type.Array(Type.String()),
  /** Why the group needs to know it. */
  purpose: Type.String(),
  sees: FieldSees,
});
export type PersonFieldView = Static<typeof PersonFieldView>;
export const PersonFieldList = Type.Object({
  rows: Type.Array(PersonFieldView),
  can: Type.Object({ define: Type.Boolean(), seeAll: Type.Boolean(), fill: Type.Boolean() }),
});
export type PersonFieldList = Static<typeof PersonFieldList>;

/** How many people have a value in each field, and hold each of its choices. */
export const FieldCounts = Type.Object({
  rows: Type.Array(
    Type.Object({
      id: Type.String(),
      count: Type.Integer(),
      choices: Type.Array(Type.Object({ choice: Type.String(), count: Type.Integer() })),
    }),
  ),
});
export type FieldCounts = Static<typeof FieldCounts>;

export const PersonFieldInput = Type.Object({
  name: line(LENGTHS.fieldName),
  kind: FieldKind,
  choices: Type.Optional(Type.Array(line(LENGTHS.fieldChoice), { maxItems: MOST_CHOICES })),
  purpose: line(LENGTHS.fieldPurpose),
  sees: FieldSees,
});
export type PersonFieldInput = Static<typeof PersonFieldInput>;

export const PersonFieldChange = Type.Object({
  ...PersonFieldInput.properties,
  /** What choices that go become for the people who hold them: another choice, or nothing. */
  becomes: Type.Optional(
    Type.Array(Type.Object({ choice: line(LENGTHS.fieldChoice), to: maybeLine(LENGTHS.fieldChoice) }), {
      maxItems: MOST_CHOICES,
    }),
  ),
});
export type PersonFieldChange = Static<typeof PersonFieldChange>;

/** Where in the order a field stands; 0 is the first. */
export const FieldPlace = Type.Object({ place: Type.Integer({ minimum: 0, maximum: MOST_FIELDS }) });

/** A field with what is known of one person. */
export const FieldValueView = Type.Object({
  ...PersonFieldView.properties,
  value: Type.Union([Type.String(), Type.Null()]),
});
export type FieldValueView = Static<typeof FieldValueView>;
export const PersonFieldValues = Type.Object({
  rows: Type.Array(FieldValueView),
  can: Type.Object({ define: Type.Boolean(), fill: Type.Boolean() }),
});
export type PersonFieldValues = Static<typeof PersonFieldValues>;

/** Values as typed; an empty one takes out what was there. Fields that are not named stay as they are. */
export const FieldValuesInput = Type.Object({
  values: Type.Array(Type.Object({ field: Id, value: maybeLine(LENGTHS.fieldValue) }), {
    maxItems: MOST_FIELDS,
  }),
});
export type FieldValuesInput = Static<typeof FieldValuesInput>;

/** All that a group's fields hold of whoever has the link. */
export const OwnFieldValues = Type.Object({
  rows: Type.Array(
    Type.Object({ name: Type.String(), kind: FieldKind, purpose: Type.String(), value: Type.String() }),
  ),
});
export type OwnFieldValues = Static<typeof OwnFieldValues>;

import { newId, type Database } from '@groundwork/database';
import { constant, constantFrom, record, type Arbitrary } from 'fast-check';
import { fieldValues, personFields } from '../people/fields/tables.ts';
import type { FieldLine } from './field-lines.ts';
import type { LineCondition } from './lines.ts';

export const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const dayAgo = (days: number) => daysAgo(days).toISOString().slice(0, 10);
/** A field of each kind, with what somebody holds in it, if anything. */
const FIELDS = [
  { id: newId(), kind: 'text', held: ['Big Van', 'a bike', undefined], choices: [] },
  { id: newId(), kind: 'number', held: ['-2', undefined, '10.5', '9'], choices: [] },
  {
    id: newId(),
    kind: 'date',
    held: [dayAgo(3), dayAgo(200), dayAgo(-5), undefined, '1999-01-31'],
    choices: [],
  },
  { id: newId(), kind: 'choice', held: ['S', undefined, 'L'], choices: ['S', 'M', 'L'] },
  { id: newId(), kind: 'yesno', held: ['yes', 'no', undefined, 'yes'], choices: [] },
] as const;
const fieldOf = (kind: (typeof FIELDS)[number]['kind']) =>
  FIELDS.find((field) => field.kind === kind)?.id ?? '';
export const askedFields = new Map(
  FIELDS.map(({ id, kind, choices }) => [id, { name: kind, kind, choices }]),
);

/** What the fields hold of the person of this number, in the form in which values are kept. */
export function knownOf(index: number): Record<string, string> {
  return Object.fromEntries(
    FIELDS.flatMap(({ id, held }) => {
      const value = held[index % held.length];
      return value === undefined ? [] : [[id, value]];
    }),
  );
}

/** Makes the fields, and keeps what they hold of these people. */
export async function knowOf(
  db: Database,
  groupId: string,
  humans: { id: string; known: Record<string, string> }[],
): Promise<void> {
  await db.insert(personFields).values(
    FIELDS.map(({ id, kind, choices }, position) => ({
      ...{ id, groupId, kind, position, name: kind, purpose: 'Why.', choices: [...choices] },
      sees: 'organizers' as const,
    })),
  );
  await db.insert(fieldValues).values(
    humans.flatMap(({ id: personId, known }) =>
      FIELDS.flatMap(({ id: fieldId, kind }) => {
        const value = known[fieldId];
        return value === undefined ? [] : { personId, fieldId, groupId, kind, value };
      }),
    ),
  );
}

/** What a line about a field asks of what it holds, slowly and in plain words. */
export function isKnown(who: FieldLine, held: string | undefined): boolean {
  if (who.does === 'lacks') return held === undefined;
  const { value } = who;
  if (held === undefined) return false;
  switch (who.does) {
    case 'is':
    case 'chosen':
    case 'answered':
      return held.toLowerCase() === value.toLowerCase();
    case 'contains':
      return held.toLowerCase().includes(value.toLowerCase());
    case 'least':
      return Number(held) >= Number(value);
    case 'most':
      return Number(held) <= Number(value);
    case 'since':
      return held >= value;
    case 'before':
      return held < value;
    case 'days':
      return held > dayAgo(Number(value)) && held <= dayAgo(0);
  }
}

export function someFieldLines(): Arbitrary<LineCondition>[] {
  return [
    record({
      is: constant('field' as const),
      // One that is gone, too.
      field: constantFrom(...FIELDS.map(({ id }) => id), newId()),
      does: constant('lacks' as const),
    }),
    ...(
      [
        ['text', 'is', 'big van', 'A Bike'],
        ['text', 'contains', 'IKE', 'g v'],
        ['number', 'least', '9', '10', '-3'],
        ['number', 'most', '9', '10.5', '-2'],
        ['date', 'since', '2020-01-01', dayAgo(200)],
        ['date', 'before', '2020-01-01', dayAgo(3)],
        ['date', 'days', '1', '4', '365'],
        ['choice', 'chosen', 's', 'M', 'XXL'],
        ['yesno', 'answered', 'yes', 'no'],
      ] as const
    ).map(([kind, does, ...values]) =>
      record({
        is: constant('field' as const),
        field: constant(fieldOf(kind)),
        does: constant(does),
        value: constantFrom<string[]>(...values),
      }),
    ),
  ];
}

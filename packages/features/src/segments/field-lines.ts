import { eq, gte, lt, lte, sql, type SQL } from 'drizzle-orm';
import type { FieldKind } from '../people/fields/contract.ts';
import { asNumber, fieldValues } from '../people/fields/tables.ts';
import { readValue, type ReadValue } from '../people/fields/values.ts';
import type { LineCondition } from './lines.ts';

export type FieldLine = Extract<LineCondition, { is: 'field' }>;
type ValueLine = Extract<FieldLine, { value: string }>;
/** A field as lines ask of it. */
export type AskedField = { name: string; kind: FieldKind; choices: readonly string[] };

/** Of which kind of field each is asked. */
const KIND_OF = {
  ...{ is: 'text', contains: 'text' },
  ...{ least: 'number', most: 'number' },
  ...{ since: 'date', before: 'date', days: 'date' },
  ...{ chosen: 'choice', answered: 'yesno' },
} as const satisfies Record<ValueLine['does'], FieldKind>;

/** Whether a line asks what can be asked of its field; a field that is gone, or not for the viewer, is none. */
export function isAskable(who: FieldLine, field: AskedField | undefined): field is AskedField {
  return field !== undefined && (who.does === 'lacks' || KIND_OF[who.does] === field.kind);
}

/** What the value of a line says in the form in which such values are kept. */
export function readLineValue(who: ValueLine): ReadValue {
  if (who.does === 'days')
    return DAYS.test(who.value) ? { value: who.value } : { code: 'people.value-number' };
  const kind = KIND_OF[who.does];
  // A choice that is offered no more is held by nobody, and no mistake.
  return kind === 'choice' ? { value: who.value } : readValue({ kind, choices: [] }, who.value);
}
const DAYS = /^([1-9]\d{0,2}|[1-2]\d{3}|3[0-5]\d\d)$/;

/** The ids of those of whom a field holds such a value, or any. */
export function holdersOf(who: FieldLine): SQL {
  const read = who.does === 'lacks' ? null : readLineValue(who);
  const value = read === null ? sql`true` : 'value' in read ? holdsValue(who, read.value) : sql`false`;
  return sql`select ${fieldValues.personId} from ${fieldValues}
    where ${eq(fieldValues.fieldId, who.field)} and ${value}`;
}

function holdsValue({ does }: FieldLine, value: string): SQL {
  switch (does) {
    case 'contains':
      return sql`strpos(lower(${fieldValues.value}), lower(${value})) > 0`;
    case 'least':
      return sql`${fieldValues.kind} = 'number' and ${asNumber(fieldValues)} >= ${value}::numeric`;
    case 'most':
      return sql`${fieldValues.kind} = 'number' and ${asNumber(fieldValues)} <= ${value}::numeric`;
    case 'since':
      return gte(fieldValues.value, value);
    case 'before':
      return lt(fieldValues.value, value);
    case 'days':
      return sql`${fieldValues.value} > ${dayText(sql`current_date - ${value}::int`)} and ${lte(fieldValues.value, dayText(sql`current_date`))}`;
    case 'is':
    case 'chosen':
    case 'answered':
    case 'lacks':
      return sql`lower(${fieldValues.value}) = lower(${value})`;
  }
}

/** Days are kept as ISO writes them, and are in order as text. */
function dayText(day: SQL): SQL {
  return sql`to_char(${day}, 'YYYY-MM-DD')`;
}

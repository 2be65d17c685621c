import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import type { SeenField } from '../../people/fields/queries.ts';
import { fieldValues } from '../../people/fields/tables.ts';
import { contactShown, mayBeMailed } from '../../people/queries.ts';
import { people, personAddresses } from '../../people/tables.ts';
import type { ColumnName } from './contract.ts';

/** A column of a view as somebody sees it: one of its own, or a field of the group. */
export type SeenColumn = { name: ColumnName; field: null } | { name: 'field'; field: SeenField };

/** The columns of a view that are there for whoever sees these fields, in their order. */
export function seenColumns(columns: string[], fields: SeenField[]): SeenColumn[] {
  return columns.flatMap((column): SeenColumn[] => {
    if (isColumnName(column)) return [{ name: column, field: null }];
    const field = fields.find(({ id }) => id === column);
    return field ? [{ name: 'field', field }] : [];
  });
}

/** What stands in each column of a person: a few texts in each, in a query over `people`. */
export function cellsOf(columns: SeenColumn[]): SQL<string[][]> {
  const cells = columns.map((column) => {
    if (column.name === 'tags') return sql`to_jsonb(${people.tags})`;
    const text = column.field ? valueIn(column.field) : TEXTS[column.name];
    return sql`to_jsonb(array_remove(array[(${text})::text], null))`;
  });
  return sql<string[][]>`jsonb_build_array(${sql.join(cells, sql`, `)})`;
}

function isColumnName(column: string): column is ColumnName {
  return column === 'tags' || Object.hasOwn(TEXTS, column);
}

function valueIn({ id }: SeenField): SQL {
  return sql`select held.value from ${fieldValues} held where held.person_id = ${people.id} and held.field_id = ${id}`;
}

function ofAddress(part: SQLWrapper): SQL {
  return sql`select ${part} from ${personAddresses} where ${personAddresses.personId} = ${people.id}`;
}

function moment(at: SQLWrapper): SQL {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

const TEXTS: Record<Exclude<ColumnName, 'tags'>, SQLWrapper> = {
  name: people.name,
  email: people.email,
  phone: people.phone,
  city: ofAddress(personAddresses.city),
  postcode: ofAddress(personAddresses.postcode),
  language: people.language,
  pronouns: people.pronouns,
  assessment: people.assessment,
  contact: contactShown,
  source: people.source,
  added: moment(people.addedAt),
  seen: moment(people.lastSeenAt),
  came: people.cameCount,
  mailable: sql`case when ${mayBeMailed()} then 'yes' else 'no' end`,
};

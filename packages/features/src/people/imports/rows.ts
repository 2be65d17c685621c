import { isLanguage, type Language } from '@groundwork/words';
import { LENGTHS } from '../../lengths.ts';
import { tidyLine } from '../../texts.ts';
import { MOST_TAGS } from '../contract.ts';
import type { SeenField } from '../fields/queries.ts';
import { readValue } from '../fields/values.ts';
import { digitsOf } from '../phones.ts';
import type { AddressPart, AddressParts } from '../postal.ts';
import { tickIn } from './answers.ts';
import { attendanceReader } from './attendances.ts';
import { clean, isBlankCell, boundedTags, tagsIn, tidyTag } from './cells.ts';
import { fieldIdOf } from './columns.ts';
import { contactReader } from './contact.ts';
import type { Column, Field } from './contract.ts';
import { dayWritten, type DateOrders } from './dates.ts';
import { externalIdReader } from './external-ids.ts';
import type { Contact, IncomingPerson, Remark, RowRefusal } from './incoming.ts';
import { answerReader } from './row-answers.ts';

export type Read = { person: IncomingPerson; remarks: Remark[] } | { refusal: RowRefusal };

type RowReading = {
  columns: Column[];
  headers: string[];
  language: Language;
  country: string | null;
  fields?: FilledFields;
  dateOrders?: DateOrders;
};

/** What a list says of one row after another. `headers` are what a ticked column becomes as a tag. */
export function rowReader({
  columns,
  headers,
  language,
  country,
  fields = new Map(),
  dateOrders = new Map(),
}: RowReading): (row: string[]) => Read {
  const places = Map.groupBy(columns.keys(), (column) => columns[column] ?? 'none');
  const nowhere: number[] = [];
  const placesOf = (field: Field) => places.get(field) ?? nowhere;
  const answersOf = answerReader({ columns, headers, dateOrders });
  const attendancesOf = attendanceReader({ columns, dateOrders });
  const filled = filledBy(columns, fields);
  const contactOf = contactReader({ columns, headers, country });
  const externalIdsOf = externalIdReader(columns);
  const asTags = placesOf('asTag').map((column) => ({ column, heading: tidyTag(headers[column] ?? '') }));
  return (row) => {
    const cell = (column: number) => clean(row[column] ?? '');
    const first = (field: Field) => placesOf(field).map(cell).find(Boolean) ?? '';
    const reached = contactOf(cell);
    if ('code' in reached) return { refusal: reached };
    const { contact, settled, remarks } = reached;
    const names = [first('firstName'), first('middleName'), first('lastName')];
    const name = first('name') || names.filter(Boolean).join(' ') || (contact.email?.split('@')[0] ?? '');
    if (name === '') return { refusal: { field: 'name', code: 'field.required' } };
    if (name.length > LENGTHS.personName) return { refusal: { field: 'name', code: 'field.too-long' } };
    const spoken = first('language').slice(0, 2).toLowerCase();
    const tags = [
      ...placesOf('tags').flatMap((column) => tagsIn(cell(column))),
      ...asTags.flatMap(({ column, heading }) => tagOf(cell(column), heading)),
    ];
    if (tags.some(({ length }) => length > LENGTHS.tag))
      remarks.push({ field: 'tags', code: 'people.long-tags' });
    if (new Set(tags).size > MOST_TAGS) remarks.push({ field: 'tags', code: 'people.many-tags' });
    if (spoken !== '' && !isLanguage(spoken))
      remarks.push({ field: 'language', code: 'people.other-language' });
    const person = {
      ...contact,
      name,
      externalIds: externalIdsOf(cell),
      address: addressOfRow(first),
      language: isLanguage(spoken) ? spoken : language,
      tags: boundedTags(tags),
      ...answersOf(cell, settled, remarks),
      attendances: attendancesOf(cell, remarks),
      values: valuesOf(filled, { cell, dateOrders }, remarks),
    };
    return { person, remarks };
  };
}

function addressOfRow(first: (field: AddressPart) => string): AddressParts {
  const part = (field: AddressPart) => {
    const cell = tidyLine(first(field)).slice(0, LENGTHS[field]).trim();
    return isBlankCell(cell) ? null : cell;
  };
  return {
    street: part('street'),
    city: part('city'),
    region: part('region'),
    postcode: part('postcode'),
    country: part('country'),
  };
}

/** A field that columns fill in, as it is by now. */
export type FilledFields = ReadonlyMap<string, Pick<SeenField, 'kind' | 'choices'>>;
type FilledColumn = { column: number; id: string | undefined; field: Pick<SeenField, 'kind' | 'choices'> };

/** The columns that fill in a field; a new one is a text. One whose field is gone fills in nothing. */
function filledBy(columns: Column[], fields: FilledFields): FilledColumn[] {
  return columns.flatMap((one, column): FilledColumn[] => {
    if (one === 'new') return [{ column, id: undefined, field: { kind: 'text', choices: [] } }];
    const id = fieldIdOf(one);
    const field = id === undefined ? undefined : fields.get(id);
    return field ? [{ column, id, field }] : [];
  });
}

type RowCells = { cell: (column: number) => string; dateOrders: DateOrders };

/** The first value of each field; a cell that is none is left out, and said. */
function valuesOf(filled: FilledColumn[], { cell, dateOrders }: RowCells, remarks: Remark[]) {
  const values: Record<string, string> = {};
  for (const { column, id, field } of filled) {
    const written = cell(column);
    if (isBlankCell(written)) continue;
    const typed = (field.kind === 'date' && dayWritten(written, dateOrders.get(column))) || written;
    const read = readValue(field, typed);
    if ('code' in read) remarks.push({ field: 'none', code: read.code, column, value: typed.slice(0, 60) });
    else if (id !== undefined && read.value !== '') values[id] ??= read.value;
  }
  return values;
}

/**
 * By what rows name the same person, the surest first: an address, the number that another tool knows them by, and for who
 * has no address the phone number and the name.
 */
export function keysOf(person: Keyed): string[] {
  const { email, furtherEmails, badEmails, externalIds } = person;
  const addresses = email === null ? [] : [email, ...furtherEmails];
  const known = externalIds.map(({ tool, value }) => `${tool} ${value}`);
  return [...addresses, ...badEmails, ...known, ...phoneKeysOf(person)];
}
type Keyed = Pick<IncomingPerson, 'name' | 'externalIds' | keyof Contact>;

function phoneKeysOf({ email, phone, furtherPhones, name }: Keyed): string[] {
  if (email !== null || phone === null) return [];
  return [phone, ...furtherPhones].map((number) => `${digitsOf(number)} ${name.toLowerCase()}`);
}

/** A cell that ticks its column becomes the column's name, any other its own. */
function tagOf(cell: string, heading: string): string[] {
  const ticked = tickIn(cell);
  const tag = ticked === null ? tidyTag(cell) : ticked ? heading : '';
  return tag ? [tag] : [];
}

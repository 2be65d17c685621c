import { isLanguage, type Language } from '@groundwork/words';
import { addressOf, asStored } from '../../addresses.ts';
import { agreementIn, denialIn, tickIn, type CellAnswer } from './answers.ts';
import { clean, isBlankCell, boundedTags, momentIn, tagsIn, tidyTag, valuesIn } from './cells.ts';
import { digitsOf, phoneOfCell, SHORTEST_NUMBER } from '../phones.ts';
import type { SeenField } from '../fields/queries.ts';
import { readValue } from '../fields/values.ts';
import { fieldIdOf } from './columns.ts';
import type { Column, Field } from './contract.ts';
import { tidyLine } from '../../texts.ts';
import { LENGTHS } from '../../lengths.ts';
import { MOST_TAGS } from '../contract.ts';

/** Why a row is a no to email; a blank one is no answer, and takes no yes from anybody. */
export type Why = 'said' | 'do-not-contact' | 'bad-address' | 'blank' | 'unclear';
/** A no to something else than email, as consents have it: way/purpose. */
export type OtherNo = 'text/updates' | 'call/updates' | 'post/updates' | 'any/sharing';

export type IncomingPerson = {
  /** Null for somebody who has a name and a phone number only. */
  email: string | null;
  name: string;
  phone: string | null;
  /** Where they get their post. */
  address: Record<AddressPart, string | null>;
  language: Language;
  tags: string[];
  /** What the row itself says of email: null when it says nothing. */
  says: 'yes' | Why | null;
  /** The heading of the column that says so. */
  words: string | null;
  agreedAt: Date | null;
  otherNoes: OtherNo[];
  /** What it says of the group's own fields, by their ids. */
  values: Record<string, string>;
};
/** Something about a row that an organizer should see. `code` names a sentence. */
export type Remark = { field: Field; code: string; column?: number; value?: string };
/** Why a row cannot be taken. `code` names a sentence. */
export type RowRefusal = {
  field: Field;
  code: 'field.required' | 'field.email' | 'field.too-long' | 'people.no-way-to-reach';
};
export type Read = { person: IncomingPerson; remarks: Remark[] } | { refusal: RowRefusal };

type RowReading = {
  columns: Column[];
  headers: string[];
  language: Language;
  country: string | null;
  fields?: FilledFields;
};

/** What a list says of one row after another. `headers` are what a ticked column becomes as a tag. */
export function rowReader({
  columns,
  headers,
  language,
  country,
  fields = new Map(),
}: RowReading): (row: string[]) => Read {
  const places = Map.groupBy(columns.keys(), (column) => columns[column] ?? 'none');
  const nowhere: number[] = [];
  const placesOf = (field: Field) => places.get(field) ?? nowhere;
  const consentColumns = CONSENT.flatMap((field) => placesOf(field).map((column) => ({ field, column })));
  const filled = filledBy(columns, fields);
  const asTags = placesOf('asTag').map((column) => ({ column, heading: tidyTag(headers[column] ?? '') }));
  return (row) => {
    const cell = (column: number) => clean(row[column] ?? '');
    const first = (field: Field) => placesOf(field).map(cell).find(Boolean) ?? '';
    const remarks: Remark[] = [];
    const contact = contactOf({
      emails: placesOf('email').map(cell),
      phones: placesOf('phone').map(cell),
      country,
    });
    if ('code' in contact) return { refusal: contact };
    const names = [first('firstName'), first('middleName'), first('lastName')];
    const name = first('name') || names.filter(Boolean).join(' ') || (contact.email?.split('@')[0] ?? '');
    if (name === '') return { refusal: { field: 'name', code: 'field.required' } };
    if (name.length > LENGTHS.personName) return { refusal: { field: 'name', code: 'field.too-long' } };
    if (contact.count > 1) remarks.push({ field: 'email', code: 'people.several-addresses' });
    if (contact.phoneCount > 1) remarks.push({ field: 'phone', code: 'people.several-numbers' });
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
    const said = answersOf(consentColumns, cell, remarks);
    const agreed = placesOf('agreedAt').map(cell).filter(Boolean).map(momentIn);
    if (agreed.includes(null)) remarks.push({ field: 'agreedAt', code: 'people.unclear-moment' });
    const agreedAt = latest(agreed);
    const person = {
      email: contact.email,
      name,
      phone: contact.phone,
      address: addressOfRow(first),
      language: isLanguage(spoken) ? spoken : language,
      tags: boundedTags(tags),
      says: said.says ?? (agreedAt && 'yes'),
      words: wordsOf(said.says === null ? placesOf('agreedAt')[0] : said.column, headers),
      agreedAt,
      otherNoes: said.otherNoes,
      values: valuesOf(filled, cell, remarks),
    };
    return { person, remarks };
  };
}

/** The parts of a postal address, as columns hold them. */
export const ADDRESS_PARTS = ['street', 'city', 'region', 'postcode', 'country'] as const;
type AddressPart = (typeof ADDRESS_PARTS)[number];

function addressOfRow(first: (field: AddressPart) => string): IncomingPerson['address'] {
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

/** The first value of each field; a cell that is none is left out, and said. */
function valuesOf(filled: FilledColumn[], cell: (column: number) => string, remarks: Remark[]) {
  const values: Record<string, string> = {};
  for (const { column, id, field } of filled) {
    const typed = cell(column);
    if (isBlankCell(typed)) continue;
    const read = readValue(field, typed);
    if ('code' in read) remarks.push({ field: 'none', code: read.code, column, value: typed.slice(0, 60) });
    else if (id !== undefined && read.value !== '') values[id] ??= read.value;
  }
  return values;
}

/** By what two rows without an address are the same: the number and the name. */
export function rowKey({ email, phone, name }: Pick<IncomingPerson, 'email' | 'phone' | 'name'>): string {
  return email ?? `${digitsOf(phone ?? '')} ${name.toLowerCase()}`;
}

/** Whether a row's no is one that was said: an empty cell takes nobody's yes away. */
export function isFirm(says: IncomingPerson['says']): boolean {
  return says !== null && says !== 'yes' && says !== 'blank';
}

type Contact = { email: string | null; phone: string | null; count: number; phoneCount: number };

type Ways = Record<'emails' | 'phones', string[]> & { country: string | null };

/** The first address that is one, and the first phone number. */
function contactOf({ emails, phones, country }: Ways): Contact | RowRefusal {
  const written = emails.flatMap(valuesIn).filter((cell) => !isBlankCell(cell));
  const addresses = new Set(written.map(asStored));
  const email = [...addresses].find((address) => addressOf(address) !== null) ?? null;
  if (email === null && written.length > 0) return { field: 'email', code: 'field.email' };
  if (email && email.length > LENGTHS.email) return { field: 'email', code: 'field.too-long' };
  const numbers = phones
    .flatMap(valuesIn)
    .map((cell) => phoneOfCell(cell, country))
    .filter((number) => number !== '' && !isBlankCell(number));
  const phone = numbers[0] ?? null;
  if (email === null && digitsOf(phone ?? '').length < SHORTEST_NUMBER)
    return { field: 'email', code: 'people.no-way-to-reach' };
  return { email, phone, count: addresses.size, phoneCount: new Set(numbers.map(digitsOf)).size };
}
/** A cell that ticks its column becomes the column's name, any other its own. */
function tagOf(cell: string, heading: string): string[] {
  const ticked = tickIn(cell);
  const tag = ticked === null ? tidyTag(cell) : ticked ? heading : '';
  return tag ? [tag] : [];
}

/** Columns that say something about consent, and what a no there is a no to. */
const NOES = {
  emailAnswer: [],
  noEmail: [],
  badEmail: [],
  textAnswer: ['text/updates'],
  noText: ['text/updates'],
  noCall: ['call/updates'],
  noPost: ['post/updates'],
  noSharing: ['any/sharing'],
  badPhone: ['text/updates', 'call/updates'],
  noContact: ['text/updates', 'call/updates', 'post/updates', 'any/sharing'],
} as const satisfies Partial<Record<Field, OtherNo[]>>;
type ConsentField = keyof typeof NOES;
const CONSENT = Object.keys(NOES) as ConsentField[];
const OF_EMAIL = new Set<Field>(['emailAnswer', 'noEmail', 'badEmail', 'noContact']);
/** The plainest reason first: a row is counted once. */
const WHYS = ['said', 'do-not-contact', 'bad-address', 'unclear', 'blank'] as const;

/** What all columns about consent say together: any no is above every yes. */
function answersOf(
  columns: { field: ConsentField; column: number }[],
  cell: (column: number) => string,
  remarks: Remark[],
): Pick<IncomingPerson, 'says' | 'otherNoes'> & { column: number | undefined } {
  const otherNoes = new Set<OtherNo>();
  const says = new Map<'yes' | Why, number>();
  for (const { field, column } of columns) {
    const value = cell(column);
    const answer = isAgreement(field) ? agreementIn(value) : denialIn(value);
    if (answer === 'unclear')
      remarks.push({ field, code: 'people.unclear', column, value: value.slice(0, 60) });
    if (answer !== 'yes' && answer !== 'blank') for (const no of NOES[field]) otherNoes.add(no);
    if (!OF_EMAIL.has(field)) continue;
    const said = saidBy(field, answer);
    if (said && !says.has(said)) says.set(said, column);
  }
  const why = WHYS.find((one) => says.has(one));
  if (why) remarks.push({ field: 'emailAnswer', code: `people.no.${why}` });
  const answer = why ?? (says.has('yes') ? 'yes' : null);
  return { says: answer, otherNoes: [...otherNoes], column: answer === null ? undefined : says.get(answer) };
}

function wordsOf(column: number | undefined, headers: string[]): string | null {
  return (column !== undefined && headers[column]) || null;
}

function isAgreement(field: ConsentField) {
  return field === 'emailAnswer' || field === 'textAnswer';
}

/** Nothing in a column of noes says nothing; where a yes would stand, it is none. */
function saidBy(field: ConsentField, answer: CellAnswer): 'yes' | Why | null {
  if (field === 'emailAnswer') return answer === 'no' ? 'said' : answer;
  if (answer === 'yes' || answer === 'blank') return null;
  if (answer === 'unclear') return 'unclear';
  if (field === 'badEmail' || answer === 'bad-address') return 'bad-address';
  return field === 'noContact' ? 'do-not-contact' : 'said';
}

/** The latest of these moments; one that is still to come is none. */
function latest(moments: (Date | null)[]): Date | null {
  const now = Date.now();
  const past = moments.filter((moment) => moment !== null).filter((moment) => moment.getTime() <= now);
  return past.reduce<Date | null>((last, one) => (last && last > one ? last : one), null);
}

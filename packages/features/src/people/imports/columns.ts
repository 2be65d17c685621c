import { isLanguage, type Language } from '@groundwork/words';

export const fields = ['name', 'firstName', 'lastName', 'email', 'phone', 'tags', 'language'] as const;
export type Field = (typeof fields)[number];
/** Our field → the column's number, from 0. */
export type Mapping = Partial<Record<Field, number>>;

export type IncomingPerson = {
  email: string;
  name: string;
  phone: string | null;
  language: Language;
  tags: string[];
};
/** Why a row cannot be taken. `code` names a sentence. */
export type RowRefusal = {
  field: Field;
  code: 'field.required' | 'field.email' | 'field.too-long' | 'people.row-repeats';
};

/** Characters; what is longer is no name and no address. */
export const LONGEST = { email: 254, name: 120 };

/** Matches a file's headers to our fields, by the names that exports of the field's other tools use. */
export function guessMapping(headers: string[]): Mapping {
  const mapping: Mapping = {};
  const plainHeaders = headers.map(plain);
  for (const field of fields) {
    const column = plainHeaders.findIndex((header) => HEADERS[field].has(header));
    if (column >= 0) mapping[field] = column;
  }
  const { name, ...rest } = mapping;
  // "Name" beside "Surname" holds the first name only.
  const isFirstName = name !== undefined && rest.lastName !== undefined && rest.firstName === undefined;
  return isFirstName ? { ...rest, firstName: name } : mapping;
}

/** One row as a person, or why it is none. */
export function readPerson(row: string[], mapping: Mapping, language: Language): IncomingPerson | RowRefusal {
  const cell = (field: Field) => (mapping[field] === undefined ? '' : clean(row[mapping[field]] ?? ''));
  const email = bareAddress(cell('email'));
  if (email === '') return { field: 'email', code: 'field.required' };
  if (!EMAIL.test(email)) return { field: 'email', code: 'field.email' };
  const name =
    cell('name') || `${cell('firstName')} ${cell('lastName')}`.trim() || email.split('@')[0] || email;
  if (email.length > LONGEST.email) return { field: 'email', code: 'field.too-long' };
  if (name.length > LONGEST.name) return { field: 'name', code: 'field.too-long' };
  const spoken = cell('language').slice(0, 2).toLowerCase();
  const tags = cell('tags')
    .split(/[,;|،؛]/)
    .map((tag) => tag.trim().toLowerCase().slice(0, 40).trim());
  return {
    email,
    name,
    phone: cell('phone').slice(0, 40) || null,
    language: isLanguage(spoken) ? spoken : language,
    tags: [...new Set(tags)].filter(Boolean).slice(0, 20),
  };
}

/** A heading as it can be stored and shown. */
export function cleanHeader(header: string): string {
  return clean(header).slice(0, 200);
}

/** One line, without control characters, and without the mark that keeps a spreadsheet from computing a cell. */
function clean(cell: string) {
  return cell
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .replace(/^'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/, '');
}

/** `Ana <ana@example.org>` and `mailto:ana@example.org` as the address alone, lower case, without invisible signs. */
function bareAddress(cell: string) {
  const address = /<([^<>]*)>\s*$/.exec(cell)?.[1] ?? cell;
  return address
    .replaceAll(/\p{Cf}/gu, '')
    .trim()
    .replace(/^mailto:/i, '')
    .toLowerCase();
}

/** Looser than RFC 5321, as address books are; one @, something on both sides, a dot in the host, no blanks. */
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/;

const HEADERS = plainSets({
  name: [
    ...['name', 'full name', 'display name', 'contact name'],
    ...['nombre', 'nombre completo', 'nombre y apellidos', 'nombre y apellido'],
    ...['الاسم', 'اسم', 'الاسم الكامل', 'الاسم الثلاثي'],
  ],
  firstName: [
    ...['first name', 'first', 'given name', 'forename'],
    ...['nombre de pila', 'primer nombre', 'nombres'],
    ...['الاسم الأول'],
  ],
  lastName: [
    ...['last name', 'last', 'surname', 'family name'],
    ...['apellido', 'apellidos', 'primer apellido'],
    ...['اسم العائلة', 'اللقب', 'الكنية', 'الاسم الأخير'],
  ],
  email: [
    ...[
      'email',
      'email address',
      'mail',
      'email 1',
      'email 1 value',
      'primary email',
      'preferred email',
      'email primary',
    ],
    ...[
      'correo',
      'correo electrónico',
      'dirección de correo',
      'dirección de correo electrónico',
      'dirección de email',
    ],
    ...['البريد', 'البريد الإلكتروني', 'بريد إلكتروني', 'الإيميل', 'إيميل', 'عنوان البريد الإلكتروني'],
  ],
  phone: [
    ...[
      'phone',
      'phone number',
      'mobile',
      'mobile phone',
      'mobile number',
      'cell',
      'cell phone',
      'tel',
      'telephone',
    ],
    ...['phone 1 value', 'preferred phone', 'primary phone', 'home phone'],
    ...['teléfono', 'número de teléfono', 'móvil', 'celular', 'teléfono móvil'],
    ...['الهاتف', 'رقم الهاتف', 'الجوال', 'رقم الجوال', 'الموبايل', 'المحمول'],
  ],
  tags: ['tags', 'tag', 'tag list', 'labels', 'etiquetas', 'etiqueta', 'وسوم', 'الوسوم', 'وسم'],
  language: [
    'language',
    'lang',
    'preferred language',
    'idioma',
    'idioma preferido',
    'lengua',
    'اللغة',
    'لغة',
  ],
});

function plainSets(names: Record<Field, string[]>): Record<Field, Set<string>> {
  const sets = Object.entries(names).map(([field, all]) => [field, new Set(all.map(plain))]);
  return Object.fromEntries(sets) as Record<Field, Set<string>>;
}

/** Letters and digits only, without accents: `E-mail address*` and `email_address` are one header. */
function plain(header: string) {
  return header
    .normalize('NFD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}

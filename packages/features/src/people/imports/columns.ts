import { isLanguage, type Language } from '@groundwork/words';

export const fields = ['name', 'firstName', 'lastName', 'email', 'phone', 'tags', 'language'] as const;
export type Field = (typeof fields)[number];
/** Our field → the column's number, from 0. */
export type Mapping = Partial<Record<Field, number>>;

export type IncomingPerson = { email: string; name: string; phone: string | null; language: Language; tags: string[] };
/** Why a row cannot be taken. `code` names a sentence. */
export type RowRefusal = { field: Field; code: 'field.required' | 'field.email' | 'field.too-long' };

/** Matches a file's headers to our fields, by the names that exports of the field's other tools use. */
export function guessMapping(headers: string[]): Mapping {
  const mapping: Mapping = {};
  for (const field of fields) {
    const column = headers.findIndex((header) => HEADERS[field].includes(plain(header)));
    if (column >= 0) mapping[field] = column;
  }
  return mapping;
}

/** One row as a person, or why it is none. */
export function readPerson(row: string[], mapping: Mapping, language: Language): IncomingPerson | RowRefusal {
  const cell = (field: Field) => (mapping[field] === undefined ? '' : (row[mapping[field]] ?? '').trim());
  const email = cell('email').toLowerCase();
  if (email === '') return { field: 'email', code: 'field.required' };
  if (!EMAIL.test(email)) return { field: 'email', code: 'field.email' };
  const name = cell('name') || `${cell('firstName')} ${cell('lastName')}`.trim() || email.split('@')[0] || email;
  if (email.length > 254) return { field: 'email', code: 'field.too-long' };
  if (name.length > 120) return { field: 'name', code: 'field.too-long' };
  const spoken = cell('language').slice(0, 2).toLowerCase();
  const tags = cell('tags').split(/[,;|]/).map((tag) => tag.trim().toLowerCase().slice(0, 40));
  return {
    email,
    name,
    phone: cell('phone').slice(0, 40) || null,
    language: isLanguage(spoken) ? spoken : language,
    tags: [...new Set(tags)].filter(Boolean).slice(0, 20),
  };
}

/** Looser than RFC 5321, as address books are; one @, something on both sides, a dot in the host, no blanks. */
const EMAIL = /^[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.[^\s@<>(),;:".]+$/;

const HEADERS: Record<Field, string[]> = {
  name: ['name', 'fullname', 'displayname', 'nombre', 'nombreyapellidos', 'nombrecompleto', 'الاسم', 'الاسمالكامل'],
  firstName: ['firstname', 'first', 'givenname', 'forename', 'nombredepila', 'primernombre', 'الاسمالأول'],
  lastName: ['lastname', 'last', 'surname', 'familyname', 'apellido', 'apellidos', 'اسمالعائلة', 'اللقب'],
  email: ['email', 'emailaddress', 'mail', 'email1', 'correo', 'correoelectronico', 'البريد', 'البريدالإلكتروني'],
  phone: ['phone', 'phonenumber', 'mobile', 'mobilephone', 'cell', 'tel', 'telefono', 'movil', 'الهاتف', 'الجوال'],
  tags: ['tags', 'tag', 'labels', 'groups', 'etiquetas', 'etiqueta', 'وسوم', 'الوسوم'],
  language: ['language', 'lang', 'preferredlanguage', 'idioma', 'lengua', 'اللغة'],
};

function plain(header: string) {
  return header
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f\s_\-.:*"']/g, '')
    .toLowerCase();
}

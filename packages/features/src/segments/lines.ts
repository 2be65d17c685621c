import { Type, type Static } from 'typebox';
import { ROLES } from '../groups/responsibilities.ts';
import { LENGTHS } from '../lengths.ts';
import { Assessment, PersonSourceName } from '../people/contract.ts';
import { CONTACTS } from '../people/notes/contacts.ts';
import { LanguageCode } from '../site/contract.ts';

const Id = Type.String({ format: 'uuid' });
/** Since a day, within the last days, or both; with neither, ever. */
const span = {
  since: Type.Optional(Type.String({ format: 'date', pattern: String.raw`^(19[7-9]|20\d)\d` })),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
};
const often = { times: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })), ...span };
const agreed = {
  way: Type.Enum(['email', 'text', 'call', 'post', 'any']),
  purpose: Type.Enum(['updates', 'membership', 'sharing']),
};

/** What a line asks of a person. `is` names the kind; without a thing, any of the group's will do. */
export const LineCondition = Type.Union([
  kind('tagged', { tag: Type.String({ minLength: 1, maxLength: LENGTHS.tag }) }),
  kind('speaking', { language: LanguageCode }),
  kind('member', {}),
  /** In the group with a role that every group has, or with one of its own. */
  kind('role', { role: Type.Union([Type.Enum([...ROLES]), Id]) }),
  kind('from', { source: PersonSourceName }),
  kind('added', span),
  kind('signed', { campaign: Type.Optional(Id), ...span }),
  kind('pledged', { campaign: Type.Optional(Id), ...span }),
  kind('came', { event: Type.Optional(Id), ...often }),
  kind('missed', { event: Type.Optional(Id), ...often }),
  kind('coming', { event: Id }),
  /** Came by a short link, and then signed, answered or joined. */
  kind('brought', { link: Id }),
  kind('contacted', { by: Type.Optional(Type.Enum(['email', ...CONTACTS])), ...span }),
  kind('agreed', agreed),
  kind('refused', agreed),
  kind('mailable', {}),
  kind('lacking', { what: Type.Enum(['email', 'phone']) }),
  kind('assessed', { least: Assessment, most: Assessment }),
  kind('unassessed', {}),
  /** Whoever this account keeps in touch with, as long as it sees the group's people. */
  kind('contact', { contact: Id }),
  kind('no-contact', {}),
  /** Held twice, as the last look for duplicates found. */
  kind('duplicate', {}),
  kind('postcode', { begins: Type.String({ minLength: 1, maxLength: LENGTHS.postcode }) }),
  kind('city', { city: Type.String({ minLength: 1, maxLength: LENGTHS.city }) }),
  /** Lives within so many kilometres of a postcode. */
  kind('near', {
    km: Type.Integer({ minimum: 1, maximum: 500 }),
    postcode: Type.String({ minLength: 1, maxLength: LENGTHS.postcode }),
  }),
  /** Stands on this rung of a ladder. */
  kind('rung', { rung: Id }),
  /** One person alone. */
  kind('person', { person: Id }),
  kind('within', { segment: Id }),
  kind('field', { field: Id, does: Type.Literal('lacks') }),
  kind('field', {
    field: Id,
    does: Type.Enum(['is', 'contains', 'least', 'most', 'since', 'before', 'days', 'chosen', 'answered']),
    value: Type.String({ minLength: 1, maxLength: LENGTHS.fieldValue }),
  }),
  kind('listed', { list: Id }),
  kind('searching', { words: Type.String({ minLength: 1, maxLength: LENGTHS.search }) }),
]);
export type LineCondition = Static<typeof LineCondition>;

/** One sentence: "Add everyone who ...", "Without those who ...", "Only those who ...". */
export const Line = Type.Object({ how: Type.Enum(['add', 'without', 'only']), who: LineCondition });
export type Line = Static<typeof Line>;

/** More lines than these nobody reads. */
export const MOST_LINES = 12;
/** So many together with those of the segments that they stand on, each time that they do: all are written out. */
export const MOST_WITHIN = 100;

function kind<Name extends string, Fields extends Parameters<typeof Type.Object>[0]>(
  is: Name,
  fields: Fields,
) {
  return Type.Object({ is: Type.Literal(is), ...fields }, { additionalProperties: false });
}

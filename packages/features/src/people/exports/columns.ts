import { sql, type SQLWrapper } from 'drizzle-orm';
import type { SeenField } from '../fields/queries.ts';
import { consents, people, personAddresses } from '../tables.ts';
import { utc } from './copying.ts';
import {
  emailLimits,
  externalIds,
  furtherEmails,
  furtherPhones,
  mailable,
  refusedTo,
  valueOf,
} from './rows.ts';

/** A column of a table of people. What people typed is `text`: no program may take it for anything else. */
export type TableColumn = { name: string; kind: 'text' | 'plain' | 'number'; value: SQLWrapper };

/** Times are UTC, in the form that spreadsheets know for times. */
export function columnsWith(fields: SeenField[]): TableColumn[] {
  return [...columns, ...fields.map(asColumn)];
}

function asColumn(field: SeenField): TableColumn {
  // A number computes nothing, also where it begins with a sign.
  return { name: field.name, kind: field.kind === 'number' ? 'number' : 'text', value: valueOf(field) };
}

/** Tags with commas between them; one that holds what stands between tags is in quotes, as our own import reads it. */
const tagsCell = sql`case when ${people.tags} = '{}' then null when array_to_string(${people.tags}, '') ~ '[,;|\u060c\u061b"]' then (
    select string_agg(case when tag ~ '[,;|\u060c\u061b"]' then '"' || replace(tag, '"', '""') || '"' else tag end, ', ')
    from unnest(${people.tags}) tag)
  else array_to_string(${people.tags}, ', ') end`;

const text = (name: string, value: SQLWrapper): TableColumn => ({ name, kind: 'text', value });
const plain = (name: string, value: SQLWrapper): TableColumn => ({ name, kind: 'plain', value });
const yesIf = (condition: SQLWrapper) => sql`case when ${condition} then 'yes' end`;

const columns = [
  text('name', people.name),
  text('email', people.email),
  text('phone', people.phone),
  plain('language', people.language),
  text('tags', sql`nullif(${tagsCell}, '')`),
  plain('source', people.source),
  plain('email_consent', sql`case when ${mailable} then 'yes' else 'no' end`),
  plain('added_at_utc', utc(people.addedAt)),
  plain('last_seen_at_utc', utc(people.lastSeenAt)),
  plain('email_consent_at_utc', sql`case when ${mailable} then ${utc(consents.at)} end`),
  plain('do_not_text', yesIf(refusedTo('text/updates'))),
  plain('do_not_call', yesIf(refusedTo('call/updates'))),
  plain('do_not_post', yesIf(refusedTo('post/updates'))),
  plain('do_not_share', yesIf(refusedTo('any/sharing'))),
  plain('do_not_contact', yesIf(people.doNotContact)),
  text('further_emails', furtherEmails),
  text('further_phones', furtherPhones),
  text('street', personAddresses.street),
  text('city', personAddresses.city),
  text('region', personAddresses.region),
  text('postcode', personAddresses.postcode),
  text('country', personAddresses.country),
  text('external_ids', externalIds),
  text('email_limits', emailLimits),
];

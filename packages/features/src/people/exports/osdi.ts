import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { people, personAddresses } from '../tables.ts';
import {
  BETWEEN,
  emailLimits,
  externalIds,
  furtherEmails,
  furtherPhones,
  mailable,
  refusedTo,
  valueOf,
} from './rows.ts';
import type { Exported, Stretches } from './rows.ts';

/**
 * People as a collection of OSDI (opensupporter.github.io/osdi-docs/people.html), one document. A name is kept as one and is
 * not cut into a given and a family name. Whoever did not say yes to email is `unsubscribed`: tools that take these in mail
 * everyone else.
 */
export async function* osdiOf({ fields }: Exported, read: Stretches): AsyncGenerator<string> {
  yield '{"_embedded":{"osdi:people":[\n';
  let count = 0;
  for await (const stretch of read({ select: personOf(fields), isWhole: true })) {
    const rows = stretch.toString().trimEnd().split('\n').filter(Boolean);
    if (rows.length === 0) continue;
    yield (count > 0 ? ',\n' : '') + rows.join(',\n');
    count += rows.length;
  }
  yield `\n]},"page":1,"total_pages":1,"per_page":${count},"total_records":${count}}\n`;
}

function personOf(fields: Exported['fields']): SQL {
  const own = sql.join(
    fields.map((field) => sql`${field.name}::text, ${valueOf(field)}`),
    sql`, `,
  );
  const { street, city, region, postcode, country } = personAddresses;
  const address = sql`jsonb_build_object('primary', true, 'address_lines', case when ${street} is not null then
    jsonb_build_array(${street}) end, 'locality', ${city}, 'region', ${region}, 'postal_code', ${postcode}, 'country', ${country})`;
  return sql`jsonb_strip_nulls(jsonb_build_object(
    'identifiers', jsonb_build_array('groundwork:' || ${people.id}) || ${identifiers},
    'name', ${people.name},
    'created_date', ${moment(people.addedAt)}, 'modified_date', ${moment(people.lastSeenAt)},
    'languages_spoken', jsonb_build_array(${people.language}),
    'email_addresses', ${severalOf(
      people.email,
      furtherEmails,
      sql`'address', value, 'status', case when ${mailable} then 'subscribed' else 'unsubscribed' end`,
    )},
    'phone_numbers', ${severalOf(
      people.phone,
      furtherPhones,
      sql`'number', value, 'do_not_call', ${people.doNotContact} or ${refusedTo('call/updates')},
        'do_not_text', ${people.doNotContact} or ${refusedTo('text/updates')}`,
    )},
    'postal_addresses', case when ${personAddresses.personId} is null then '[]'::jsonb else jsonb_build_array(${address}) end,
    'custom_fields', jsonb_build_object(${own}),
    'groundwork', jsonb_build_object('tags', to_jsonb(${people.tags}), 'source', ${people.source},
      'do_not_contact', ${people.doNotContact}, 'do_not_post', ${refusedTo('post/updates')},
      'email_limits', ${emailLimits}, 'do_not_share', ${refusedTo('any/sharing')}))) `;
}

/** As `action_network:8f1c`: OSDI writes the names of systems so. */
const identifiers = sql`(select coalesce(jsonb_agg(replace(split_part(one, ':', 1), '-', '_') || substr(one, strpos(one, ':'))), '[]'::jsonb)
  from unnest(string_to_array(${externalIds}, ${BETWEEN}::text)) one)`;

/** The first and the further ones, each with whether it is the first. */
function severalOf(first: SQLWrapper, further: SQLWrapper, told: SQL): SQL {
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('primary', place = 1, ${told}) order by place), '[]'::jsonb)
    from unnest(array_prepend(${first}, string_to_array(${further}, ${BETWEEN}::text))) with ordinality one(value, place)
    where value is not null)`;
}

function moment(at: SQLWrapper): SQL {
  return sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
}

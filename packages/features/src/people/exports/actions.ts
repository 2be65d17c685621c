import type { Database } from '@groundwork/database';
import { and, asc, eq, gt, inArray, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { Readable } from 'node:stream';
import type { Context } from '../../context.ts';
import { note, theGroup } from '../../journal.ts';
import { spendQuota } from '../../limits/making.ts';
import { permit } from '../../policy.ts';
import { findFields, type SeenField } from '../fields/queries.ts';
import { fieldValues } from '../fields/tables.ts';
import { peoplePolicy } from '../policy.ts';
import { findPeopleHolder } from '../queries.ts';
import { consents, contactPoints, people, personAddresses } from '../tables.ts';
import { copyOut, inert, utc } from './copying.ts';

/**
 * Everyone a group holds, as CSV, in UTF-8 with a mark so that spreadsheets read it. It is read in stretches: memory
 * stays constant, and a slow line holds no connection. `stretch` is how many people at a time. The export is on record
 * before the first row leaves.
 */
export async function exportPeople(
  ctx: Context,
  slug: string,
  { stretch = 5_000 }: { stretch?: number } = {},
): Promise<{ fileName: string; csv: Readable }> {
  const group = await findPeopleHolder(ctx, slug);
  permit(peoplePolicy, 'takeOut', group);
  await ctx.change(async (tx) => {
    await spendQuota(ctx, tx, 'exports', group.id);
    note(tx, ctx, 'people.exported', theGroup(group.id));
  });
  return { fileName: `${group.slug}-people.csv`, csv: await streamPeople(ctx, group, { stretch }) };
}

/** People of a group as CSV, for who may take them out, as was just established and put on record. `among`: not all of them. */
export async function streamPeople(
  ctx: Context,
  group: Parameters<typeof findFields>[1],
  { among, stretch = 5_000 }: { among?: SQL; stretch?: number },
): Promise<Readable> {
  const fields = await findFields(ctx.db, group);
  const whom = { groupId: group.id, among, fields };
  return Readable.from(stretches(ctx, whom, stretch), { objectMode: false });
}

/** Times are UTC, in the form that spreadsheets know for times. */
const COLUMNS =
  '\ufeffname,email,phone,language,tags,source,email_consent,added_at_utc,last_seen_at_utc,' +
  'email_consent_at_utc,do_not_text,do_not_call,do_not_post,do_not_share,do_not_contact,further_emails,further_phones,' +
  'street,city,region,postcode,country';
const NIL = '00000000-0000-0000-0000-000000000000';

/** Two stretches are read at a time: where the next begins is known long before what stands in this one. */
async function* stretches({ db }: Context, whom: Whom, count: number): AsyncGenerator<Buffer | string> {
  yield `${[COLUMNS, ...whom.fields.map(({ name }) => headingOf(name))].join(',')}\n`;
  const begin = (from: string): Stretch => {
    const upTo = endOfStretch(db, { ...whom, from, count });
    const lines = upTo.then((last) => copyOut(db, cells(whom, within(from, last)), { sideBySide: true }));
    // Whoever stopped listening hears of no failure; everyone else hears of it at its turn.
    lines.catch(() => {});
    return { upTo, lines };
  };
  let stretch: Stretch | undefined = begin(NIL);
  while (stretch) {
    const upTo: string | undefined = await stretch.upTo;
    const next: Stretch | undefined = upTo === undefined ? undefined : begin(upTo);
    yield await stretch.lines;
    stretch = next;
  }
}

type Whom = { groupId: string; among: SQL | undefined; fields: SeenField[] };
type Stretch = { upTo: Promise<string | undefined>; lines: Promise<Buffer> };

function within(from: string, upTo: string | undefined) {
  return (id: SQLWrapper) => and(sql`${id} > ${from}`, upTo ? sql`${id} <= ${upTo}` : undefined);
}

type Beginning = Whom & { from: string; count: number };
async function endOfStretch(
  db: Database,
  { groupId, among, from, count }: Beginning,
): Promise<string | undefined> {
  const [last] = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.groupId, groupId), gt(people.id, from), among))
    .orderBy(asc(people.id))
    .offset(count - 1)
    .limit(1);
  return last?.id;
}

/**
 * Consents are joined, not asked for each: a stretch is in the order of both keys, and they are read side by side. The
 * stretch is said of both, or the consents of everyone would be read for each.
 */
function cells({ groupId, among, fields }: Whom, isWithin: (id: SQLWrapper) => SQL | undefined) {
  const agreed = sql`${consents.personId} = ${people.id} and ${consents.way} = 'email'
    and ${consents.purpose} = 'updates' and ${consents.given} = 'yes' and ${isWithin(consents.personId)}`;
  const refused = sql`select no.person_id, array_agg(no.way || '/' || no.purpose) as noes from ${consents} no
    where no.given = 'no' and no.way <> 'email' and ${isWithin(sql`no.person_id`)} group by no.person_id`;
  const further = sql`select point.person_id, ${furtherOf('email')} as emails, ${furtherOf('phone')} as phones
    from ${contactPoints} point where ${isWithin(sql`point.person_id`)} group by point.person_id`;
  const address = [street, city, region, postcode, country].map((part) => inert(part));
  const mailable = sql`${people.email} is not null and not ${people.doNotContact} and ${consents.personId} is not null`;
  // By the key they lie in, so that they too are read side by side; those that nobody here sees are left behind.
  const known =
    () => sql`left join (select value.person_id, jsonb_object_agg(value.field_id, value.value) as held
    from ${fieldValues} value where ${inArray(
      sql`value.field_id`,
      fields.map(({ id }) => id),
    )}
      and ${isWithin(sql`value.person_id`)} group by value.person_id) known on known.person_id = ${people.id}`;
  return sql`select ${inert(people.name)}, ${inert(people.email)}, ${inert(people.phone)}, ${people.language},
    ${inert(sql`nullif(${tagsCell}, '')`)}, ${people.source}, case when ${mailable} then 'yes' else 'no' end,
    ${utc(people.addedAt)}, ${utc(people.lastSeenAt)}, case when ${mailable} then ${utc(consents.at)} end,
    ${sql.join(
      ['text/updates', 'call/updates', 'post/updates', 'any/sharing'].map(
        (no) => sql`case when ${no}::text = any(refused.noes) then 'yes' end`,
      ),
      sql`, `,
    )}, case when ${people.doNotContact} then 'yes' end, ${inert(sql`further.emails`)}, ${inert(sql`further.phones`)},
    ${sql.join(address, sql`, `)}${sql.join(fields.map((field) => sql`, ${fieldCell(field)}`))}
    from ${people} left join ${consents} on ${agreed} left join (${refused}) refused on refused.person_id = ${people.id}
    left join (${further}) further on further.person_id = ${people.id}
    left join ${personAddresses} on ${personAddresses.personId} = ${people.id} and ${isWithin(personAddresses.personId)}
    ${fields.length > 0 ? known() : sql``}
    where ${and(eq(people.groupId, groupId), isWithin(people.id), among)} order by ${people.id}`;
}

const { street, city, region, postcode, country } = personAddresses;

/** With `:::` between several, as our own import and others' read it. */
function furtherOf(kind: 'email' | 'phone') {
  return sql`string_agg(point.value, ':::' order by point.added_at, point.id) filter (where point.kind = ${kind})`;
}

/** Tags with commas between them; one that holds what stands between tags is in quotes, as our own import reads it. */
const tagsCell = sql`case when ${people.tags} = '{}' then null when array_to_string(${people.tags}, '') ~ '[,;|\u060c\u061b"]' then (
    select string_agg(case when tag ~ '[,;|\u060c\u061b"]' then '"' || replace(tag, '"', '""') || '"' else tag end, ', ')
    from unnest(${people.tags}) tag)
  else array_to_string(${people.tags}, ', ') end`;

/** A number computes nothing, also where it begins with a sign. */
function fieldCell({ id, kind }: SeenField): SQL {
  const held = sql`(known.held ->> ${id})`;
  return kind === 'number' ? held : inert(held);
}

/** A field's name as a cell; the text that our own import reads. */
function headingOf(name: string): string {
  const text = /^[\t\r+\-=@\uff0b\uff0d\uff1d\uff20]/.test(name) ? `'${name}` : name;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

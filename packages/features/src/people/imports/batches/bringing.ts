import { newId, type Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { House } from '../../../context.ts';
import { fieldValues, personFields } from '../../fields/tables.ts';
import { digitForms, lockPhones } from '../../phones.ts';
import { findFirstEmails } from '../../points.ts';
import { findSuppressed, lockSuppressions } from '../../suppressions.ts';
import { consents, people, personAddresses, personHistory } from '../../tables.ts';
import { fieldIdOf } from '../columns.ts';
import { ADDRESS_PARTS, isFirm, rowKey, type IncomingPerson } from '../rows.ts';
import { importedPeople, overruledConsents, type imports } from '../tables.ts';

type Import = typeof imports.$inferSelect;
/** Somebody a batch names; `isRepeat` when an earlier batch did so too. */
export type Incoming = IncomingPerson & { isRepeat: boolean };

/** Whom a list names by a further address of theirs is named by their first one. */
export async function underFirstEmails(
  tx: Transaction,
  groupId: string,
  incoming: Incoming[],
): Promise<Incoming[]> {
  const addresses = incoming.flatMap(({ email }) => email ?? []);
  const firsts = await findFirstEmails(tx, groupId, addresses);
  if (firsts.size === 0) return incoming;
  return incoming.map((one) => ({ ...one, email: firsts.get(one.email ?? '') ?? one.email }));
}

/** Those of a batch who come twice as one: the first one's name, and what all of them say. */
export function mergeRepeats(incoming: Incoming[]): Incoming[] {
  const merged = new Map<string, Incoming>();
  for (const one of incoming) {
    const key = rowKey(one);
    const first = merged.get(key);
    merged.set(key, first ? together(first, one) : one);
  }
  return [...merged.values()];
}

/**
 * One statement for all: people, history, consents and the record for undo. Sorted, so that two imports never cross. A no
 * of the file takes the place of a yes, what it says of a field that of nothing only; a yes never that of a no, nor of the no of somebody who was erased since.
 */
export async function bringIn(tx: Transaction, house: House, { plan, incoming }: Bringing) {
  const { id, groupId, fileName } = plan;
  const cells = await cellsOfAll(tx, house, { plan, incoming });
  const counted = await tx.execute<{ added: number; known: number }>(sql`
    with incoming as (${incomingRows(cells)}), field as (${fieldsOf(plan)}
    ), kept as (
      insert into ${people} (id, group_id, email, name, phone, language, tags, source, source_id)
      select id, ${groupId}::uuid, email, name, phone, language, string_to_array(tags, ${BETWEEN}), 'import', ${id}::uuid
        from incoming where known_id is null order by email, id
      on conflict (group_id, email) do update set
        phone = coalesce(people.phone, excluded.phone),
        tags = array(select distinct unnest(people.tags || excluded.tags) order by 1)
      returning id, email
    ), met as (
      update ${people} set tags = array(select distinct unnest(people.tags || string_to_array(incoming.tags, ${BETWEEN})) order by 1)
      from incoming where people.id = incoming.known_id returning people.id
    ), matched as (
      select kept.id as person_id, kept.id = incoming.id as is_new, incoming.* from kept
        join incoming on coalesce(incoming.email, incoming.id::text) = coalesce(kept.email, kept.id::text)
      union all select met.id, false, incoming.* from met join incoming on incoming.known_id = met.id
    ), housed as (${housedIn(groupId)}
    ), filled as (${fillFieldsOf(plan)}
    ), noted as (
      insert into ${personHistory} (id, group_id, person_id, kind, subject_id, label)
      select history_id, ${groupId}::uuid, person_id, 'imported', ${id}::uuid, ${fileName}::text
        from matched where not is_repeat
    ), remembered as (
      insert into ${importedPeople} (import_id, person_id, is_new, noes)
      select ${id}::uuid, person_id, is_new, string_to_array(noes, ',') from matched
      on conflict (import_id, person_id) do update set noes = imported_people.noes || excluded.noes
    ), refused as (
      select person_id, answer_id, words, split_part(no, '/', 1) as way, split_part(no, '/', 2) as purpose
        from matched cross join unnest(string_to_array(noes, ',')) no
    ), overruled as (
      insert into ${overruledConsents} (import_id, person_id, way, purpose, how, manner, words, subject_id, at)
      select ${id}::uuid, person_id, way, purpose, yes.how, yes.manner, yes.words, yes.subject_id, yes.at
        from refused join ${consents} yes using (person_id, way, purpose)
        where yes.given = 'yes' and (yes.how, yes.subject_id) is distinct from ('import', ${id}::uuid)
      on conflict do nothing returning person_id, way
    ), ended as (
      insert into ${personHistory} (id, group_id, person_id, kind, subject_id)
      select answer_id, ${groupId}::uuid, person_id, 'unsubscribed', ${id}::uuid
        from overruled join refused using (person_id, way) where way = 'email'
    ), no_to as (
      insert into ${consents} (group_id, person_id, way, purpose, given, how, words, subject_id)
      select ${groupId}::uuid, person_id, way, purpose, 'no', 'import', case way when 'email' then words end, ${id}::uuid
        from refused
      on conflict (person_id, way, purpose) do update
        set given = 'no', how = 'import', manner = null, words = excluded.words, before = null,
          subject_id = excluded.subject_id, at = now() where consents.given = 'yes'
    ), answered as (
      insert into ${consents} (group_id, person_id, way, purpose, given, how, words, subject_id, at)
      select ${groupId}::uuid, person_id, 'email', 'updates', given, 'import', words, ${id}::uuid, coalesce(answered_at, now())
        from matched where given is not null
      on conflict do nothing
    )
    select count(*) filter (where is_new)::int as added, count(*) filter (where not is_new)::int as known
      from matched where not is_repeat`);
  return counted.rows[0] ?? { added: 0, known: 0 };
}

/** What a row says of an address adds to what is known, and takes nothing from it. */
function housedIn(groupId: string) {
  return sql`insert into ${personAddresses} (person_id, group_id, ${PARTS})
    select distinct on (person_id) person_id, ${groupId}::uuid, ${PARTS} from matched
      where coalesce(${PARTS}) is not null order by person_id
    on conflict (person_id) do update set ${FILLED}`;
}

type Bringing = { plan: Import; incoming: Incoming[] };
/** What a batch brings, with what is known here of those it names. */
async function cellsOfAll(tx: Transaction, house: House, { plan, incoming }: Bringing): Promise<Cells[]> {
  const { groupId } = plan;
  const known = await findByPhone(tx, groupId, incoming);
  await lockSuppressions(tx, groupId);
  const addresses = incoming.flatMap(({ email }) => email ?? []);
  const erased = await findSuppressed(tx, house, { groupId, addresses });
  return incoming.map((person) =>
    cellsOf(person, plan, {
      knownId: known.get(rowKey(person)) ?? null,
      erasedNoAt: erased.get(person.email ?? '') ?? null,
    }),
  );
}

/** The fields that a list fills in, as they are by now; no choice goes meanwhile. */
function fieldsOf({ groupId, columns }: Import) {
  const ids = columns.flatMap((column) => fieldIdOf(column) ?? []);
  return sql`select id, kind, choices from ${personFields}
    where group_id = ${groupId}::uuid and id = any(${sql.param(ids)}::uuid[]) order by id for share`;
}

/** Fills in what rows say, where there is nothing yet. */
function fillFieldsOf({ id, groupId }: Import) {
  return sql`insert into ${fieldValues} (group_id, person_id, field_id, kind, value, import_id)
    select ${groupId}::uuid, person_id, field.id, field.kind, said.value, ${id}::uuid
      from matched cross join jsonb_each_text(values_said) said join field on field.id = said.key::uuid
      where field.kind <> 'choice' or said.value = any(field.choices)
    on conflict (person_id, field_id) do nothing`;
}

/** What a batch brings, as a table. */
function incomingRows(cells: Cells[]) {
  const column = (name: keyof Cells) => sql.param(cells.map((cell) => cell[name]));
  return sql`select * from unnest(
    ${column('id')}::uuid[], ${column('historyId')}::uuid[], ${column('answerId')}::uuid[], ${column('knownId')}::uuid[],
    ${column('email')}::text[], ${column('name')}::text[], ${column('phone')}::text[], ${column('language')}::text[],
    ${column('tags')}::text[], ${column('isRepeat')}::boolean[], ${column('given')}::text[],
    ${column('answeredAt')}::timestamptz[], ${column('noes')}::text[], ${column('words')}::text[], ${column('street')}::text[],
    ${column('city')}::text[], ${column('region')}::text[], ${column('postcode')}::text[], ${column('country')}::text[],
    ${column('valuesSaid')}::jsonb[])
    as row(id, history_id, answer_id, known_id, email, name, phone, language, tags, is_repeat, given, answered_at, noes, words,
      ${PARTS}, values_said)`;
}

const PARTS = sql.raw(ADDRESS_PARTS.join(', '));
const FILLED = sql.raw(
  ADDRESS_PARTS.map((part) => `${part} = coalesce(person_addresses.${part}, excluded.${part})`).join(', '),
);

function filled(first: Incoming['address'], later: Incoming['address']): Incoming['address'] {
  const known = Object.entries(first).filter(([, part]) => part !== null);
  return { ...later, ...Object.fromEntries(known) };
}

/** Stands between tags on their way into the database, as no tag holds it. */
const BETWEEN = '\u001f';

function together(first: Incoming, later: Incoming): Incoming {
  const says = [first.says, later.says].find(isFirm) ?? (first.says === null ? later.says : first.says);
  return {
    ...first,
    phone: first.phone ?? later.phone,
    address: filled(first.address, later.address),
    tags: [...new Set([...first.tags, ...later.tags])],
    says,
    words: says === first.says ? first.words : later.words,
    agreedAt: first.agreedAt ?? later.agreedAt,
    otherNoes: [...new Set([...first.otherNoes, ...later.otherNoes])],
    values: { ...later.values, ...first.values },
  };
}

type Cells = ReturnType<typeof cellsOf>;
type Found = { knownId: string | null; erasedNoAt: string | null };
function cellsOf(person: Incoming, { consent }: Import, { knownId, erasedNoAt }: Found) {
  const { says, tags, otherNoes, agreedAt, values } = person;
  const isNo = consent === 'no' || isFirm(says);
  const noes = isNo ? ['email/updates', ...otherNoes] : otherNoes;
  return {
    ...person,
    ...person.address,
    id: newId(),
    historyId: newId(),
    answerId: isNo ? newId() : null,
    knownId,
    tags: tags.join(BETWEEN),
    given: isNo ? null : erasedNoAt ? 'no' : unopposed(person, consent),
    answeredAt: erasedNoAt ?? (says === 'yes' ? (agreedAt?.toISOString() ?? null) : null),
    noes: noes.join(','),
    valuesSaid: JSON.stringify(values),
  };
}

/** What a row without a no of its own comes to: an empty cell where a yes would stand takes none from the organizer. */
function unopposed({ says, email }: Incoming, consent: Import['consent']) {
  if (says === 'blank') return 'no';
  if (email === null) return null;
  return consent === 'email' || (consent === 'file' && says === 'yes') ? 'yes' : null;
}

/**
 * Whom the group knows by the number and the name of somebody without an address. One import at a time looks and adds,
 * since nothing else keeps two from adding the same.
 */
async function findByPhone(tx: Transaction, groupId: string, incoming: Incoming[]) {
  const nameless = incoming.filter(({ email }) => email === null);
  const known = new Map<string, string>();
  if (nameless.length === 0) return known;
  await lockPhones(tx, groupId);
  const asked = nameless.flatMap((person) =>
    digitForms(person.phone ?? '').map((digits) => ({ key: rowKey(person), digits, name: person.name })),
  );
  const column = (cell: 'key' | 'digits' | 'name') => sql.param(asked.map((one) => one[cell]));
  const { rows } = await tx.execute<{ id: string; key: string }>(sql`
    select distinct on (person.id) person.id, asked.key
      from unnest(${column('key')}::text[], ${column('digits')}::text[], ${column('name')}::text[])
        as asked(key, digits, name)
      join ${people} person on person.group_id = ${groupId} and person.phone is not null
        and regexp_replace(person.phone, '[^0-9]', '', 'g') = asked.digits and lower(person.name) = lower(asked.name)
      order by person.id`);
  for (const { id, key } of rows) known.set(key, known.get(key) ?? id);
  return known;
}

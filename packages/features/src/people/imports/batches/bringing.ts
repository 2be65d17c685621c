import { newId, type Transaction } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { House } from '../../../context.ts';
import { fieldValues, personFields } from '../../fields/tables.ts';
import { ADDRESS_PARTS } from '../../postal.ts';
import { findSuppressed } from '../../suppressions.ts';
import { consents, people, personAddresses, personHistory } from '../../tables.ts';
import { fieldIdOf } from '../columns.ts';
import { isFirm, type OtherNo } from '../incoming.ts';
import { importedPeople, overruledConsents, type imports } from '../tables.ts';
import { attendanceKeys, attendIn } from './attendances.ts';
import { BETWEEN_BROUGHT, bringsOf, givenTo } from './given.ts';
import type { Incoming } from '../owners.ts';
import { keepPoints, pointsOf } from './points.ts';

type Import = typeof imports.$inferSelect;
type Brought = { id: string; personId: string; isNew: boolean };

/** Brings a batch into the group's people, and counts whom that added and who was known. */
export async function bringIn(tx: Transaction, house: House, { plan, incoming }: Bringing) {
  const cells = await cellsOfAll(tx, house, { plan, incoming });
  const rows = await addAll(tx, plan, cells);
  const brought = new Map(cells.map((cell) => [cell.id, cell]));
  const pointed = rows.flatMap(({ id: rowId, personId }) => {
    const cell = brought.get(rowId);
    return cell ? [{ personId, points: cell.said, externalIds: cell.externalIds }] : [];
  });
  await keepPoints(tx, plan, pointed);
  const once = rows.filter((row) => brought.get(row.id)?.isRepeat === false);
  const added = once.filter(({ isNew }) => isNew).length;
  return { added, known: once.length - added };
}

/**
 * One statement for all: people, history, consents and the record for undo. Sorted, so that two imports never cross. A no
 * of the file takes the place of a yes, what it says of a field that of nothing only; a yes never that of a no, nor of the no of somebody who was erased since.
 */
async function addAll(tx: Transaction, plan: Import, cells: Cells[]): Promise<Brought[]> {
  const { id, groupId, fileName } = plan;
  const { rows } = await tx.execute<Brought>(sql`
    with incoming as (${incomingRows(cells)}), field as (${fieldsOf(plan)}
    ), kept as (
      insert into ${people} (id, group_id, email, name, phone, language, tags, source, source_id)
      select id, ${groupId}::uuid, email, name, phone, language, string_to_array(tags, ${BETWEEN_BROUGHT}), 'import', ${id}::uuid
        from incoming where known_id is null order by email, id
      on conflict (group_id, email) do update set
        phone = coalesce(people.phone, excluded.phone),
        tags = array(select distinct unnest(people.tags || excluded.tags) order by 1)
      returning id, email
    ), met as (
      update ${people} set email = coalesce(people.email, incoming.email), phone = coalesce(people.phone, incoming.phone),
        tags = array(select distinct unnest(people.tags || string_to_array(incoming.tags, ${BETWEEN_BROUGHT})) order by 1)
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
    ), remembered as (${rememberIn(plan)}
    ), refused as (
      select person_id, answer_id, told -> no ->> 'words' as words, (told -> no ->> 'at')::timestamptz as said_at,
        split_part(no, '/', 1) as way, split_part(no, '/', 2) as purpose from matched cross join unnest(string_to_array(noes, ',')) no
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
      insert into ${consents} (group_id, person_id, way, purpose, given, how, words, subject_id, at)
      select ${groupId}::uuid, person_id, way, purpose, 'no', 'import', words, ${id}::uuid, coalesce(said_at, now())
        from refused
      on conflict (person_id, way, purpose) do update
        set given = 'no', how = 'import', manner = null, words = excluded.words, before = null,
          subject_id = excluded.subject_id, at = excluded.at where consents.given = 'yes'
    ), answered as (
      insert into ${consents} (group_id, person_id, way, purpose, given, how, words, subject_id, at, pace, only_about)
      select ${groupId}::uuid, person_id, 'email', 'updates', given, 'import', words, ${id}::uuid, coalesce(answered_at, now()),
        pace, only_about
        from matched where given is not null
      on conflict do nothing
    ), attended as (${attendIn(plan)}
    ), texted as (${agreeToTexts(plan)}
    )
    select id, person_id as "personId", is_new as "isNew" from matched`);
  return rows;
}

/** Who was in the list, and what it brought for them: by that it is taken back. */
function rememberIn({ id }: Import) {
  const listOf = (column: string) => sql`string_to_array(${sql.raw(column)}, ${BETWEEN_BROUGHT})`;
  const brings = listOf('brings');
  const given = sql`case when is_new then ${brings} else ${givenTo(sql`person_id`, brings)} end`;
  return sql`insert into ${importedPeople} (import_id, person_id, is_new, noes, points, filled, brings, gave)
    select ${id}::uuid, person_id, is_new, string_to_array(noes, ','), ${listOf('points')}, ${listOf('filled')}, ${brings}, ${given}
      from matched
    on conflict (import_id, person_id) do update set noes = imported_people.noes || excluded.noes,
      points = imported_people.points || excluded.points, filled = imported_people.filled || excluded.filled,
      brings = imported_people.brings || excluded.brings, gave = imported_people.gave || excluded.gave`;
}

/** What a row says of an address adds to what is known, and takes nothing from it. */
function housedIn(groupId: string) {
  return sql`insert into ${personAddresses} (person_id, group_id, ${PARTS})
    select distinct on (person_id) person_id, ${groupId}::uuid, ${PARTS} from matched
      where coalesce(${PARTS}) is not null order by person_id
    on conflict (person_id) do update set ${FILLED}`;
}

/** What a row itself says of text messages, where nothing was said of them here. */
function agreeToTexts({ id, groupId }: Import) {
  return sql`insert into ${consents} (group_id, person_id, way, purpose, given, how, words, subject_id, at)
    select ${groupId}::uuid, person_id, 'text', 'updates', 'yes', 'import', text_words, ${id}::uuid, now()
      from matched where text_words is not null
    on conflict do nothing`;
}

type Bringing = { plan: Import; incoming: Incoming[] };
/** What a batch brings, with what is known here of those it names. */
async function cellsOfAll(tx: Transaction, house: House, { plan, incoming }: Bringing): Promise<Cells[]> {
  const { groupId } = plan;
  const addresses = incoming.flatMap(addressesOf);
  const erased = await findSuppressed(tx, house, { groupId, addresses });
  return incoming.map((person) => {
    const noes = addressesOf(person).flatMap((address) => erased.get(address) ?? []);
    return cellsOf(person, plan, noes.toSorted().at(-1) ?? null);
  });
}

function addressesOf({ email, furtherEmails, badEmails }: Incoming): string[] {
  return [...(email === null ? [] : [email]), ...furtherEmails, ...badEmails];
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
    ${column('valuesSaid')}::jsonb[], ${column('points')}::text[], ${column('filled')}::text[],
    ${column('brings')}::text[], ${column('textWords')}::text[], ${column('toldSaid')}::jsonb[],
    ${column('pace')}::text[], ${column('onlyAbout')}::jsonb[])
    as row(id, history_id, answer_id, known_id, email, name, phone, language, tags, is_repeat, given, answered_at, noes, words,
      ${PARTS}, values_said, points, filled, brings, text_words, told,
      pace, only_about)`;
}

const PARTS = sql.raw(ADDRESS_PARTS.join(', '));
const FILLED = sql.raw(
  ADDRESS_PARTS.map((part) => `${part} = coalesce(person_addresses.${part}, excluded.${part})`).join(', '),
);

type Cells = ReturnType<typeof cellsOf>;
function cellsOf(person: Incoming, plan: Import, erasedNoAt: string | null) {
  const { consent } = plan;
  const { owner, email, says, tags, agreedAt, values } = person;
  // Where mail goes is what they had here first, and the file may say that it does not work.
  const isDead = email !== null && person.badEmails.includes(email);
  const isNo = consent === 'no' || isFirm(says) || isDead;
  const otherNoes = [...person.otherNoes, ...noesOfPhone(person)];
  const noes = isNo ? ['email/updates', ...otherNoes] : otherNoes;
  const said = pointsOf(person);
  const firsts = [email, person.phone].filter((one) => one !== null);
  const externalIds = person.externalIds.map(({ tool, value }) => `${tool}:${value}`);
  return {
    ...person,
    ...person.address,
    said,
    id: newId(),
    historyId: newId(),
    answerId: isNo ? newId() : null,
    knownId: owner && owner.email === null ? owner.id : null,
    points: [...said.emails, ...said.phones, ...firsts, ...externalIds].join(BETWEEN_BROUGHT),
    filled: said.filled.join(BETWEEN_BROUGHT),
    brings: [...bringsOf(person), ...attendanceKeys(person.attendances, plan)].join(BETWEEN_BROUGHT),
    tags: tags.join(BETWEEN_BROUGHT),
    given: isNo ? null : erasedNoAt ? 'no' : unopposed(person, consent),
    answeredAt: erasedNoAt ?? (says === 'yes' ? (agreedAt?.toISOString() ?? null) : null),
    noes: [...new Set(noes)].join(','),
    textWords: noes.includes('text/updates') || erasedNoAt ? null : textWordsOf(person, consent),
    valuesSaid: JSON.stringify(values),
    toldSaid: JSON.stringify(person.told),
    pace: person.preference.pace,
    onlyAbout: person.preference.onlyAbout && JSON.stringify(person.preference.onlyAbout),
  };
}

function noesOfPhone({ owner, badPhones }: Incoming): OtherNo[] {
  const isDead = badPhones.some((phone) => phone === owner?.phone);
  return isDead ? ['text/updates', 'call/updates'] : [];
}

/** What a row without a no of its own comes to: an empty cell where a yes would stand takes none from the organizer. */
function unopposed({ says, email }: Incoming, consent: Import['consent']) {
  if (says === 'blank') return 'no';
  if (email === null) return null;
  return consent === 'email' || (consent === 'file' && says === 'yes') ? 'yes' : null;
}

/** The words of a yes to text messages, where the row has a number and the organizer states what the file says. */
function textWordsOf({ phone, owner, textWords }: Incoming, consent: Import['consent']) {
  const isStated = consent === 'file' || consent === 'email';
  return isStated && (phone ?? owner?.phone) ? textWords : null;
}

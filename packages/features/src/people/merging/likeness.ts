import type { Transaction } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import { contactPoints, people, personAddresses } from '../tables.ts';
import { duplicateCandidates, peopleApart } from './tables.ts';

type Why = 'phone' | 'mailbox' | 'name';

/** What a look goes by, in this order, each one statement over all of the group's people. */
export const looks = [
  { stage: 'phones', find: (tx, groupId) => findAlike(tx, groupId, 'phone', samePhone(groupId)) },
  { stage: 'mailboxes', find: (tx, groupId) => findAlike(tx, groupId, 'mailbox', sameMailbox(groupId)) },
  { stage: 'names', find: findNearNames },
] satisfies {
  stage: 'phones' | 'mailboxes' | 'names';
  find: (tx: Transaction, groupId: string) => Promise<void>;
}[];

/** More than so many with one number or mailbox are an office, not a human. */
const MOST_SHARED = 8;
/** As many pairs of one likeness as anybody goes through; the next look brings the next. */
const MOST_PAIRS = 5000;

function samePhone(groupId: string): SQL {
  const digits = (column: unknown) => sql`regexp_replace(${column}, '[^0-9]', '', 'g')`;
  return sql`
    select id, ${digits(people.phone)} as key from ${people}
      where group_id = ${groupId} and phone is not null and length(${digits(people.phone)}) >= 7
    union select person_id, ${digits(contactPoints.value)} from ${contactPoints}
      where group_id = ${groupId} and kind = 'phone' and length(${digits(contactPoints.value)}) >= 7`;
}

/** One mailbox: without a `+tag`, and at Gmail's two domains, which are one, without the dots. */
function sameMailbox(groupId: string): SQL {
  return sql`
    select id, case when split_part(email, '@', 2) in ('gmail.com', 'googlemail.com')
      then replace(local, '.', '') || '@gmail.com' else local || '@' || split_part(email, '@', 2) end as key
    from (
      select id, email from ${people} where group_id = ${groupId} and email is not null
      union all select person_id, value from ${contactPoints} where group_id = ${groupId} and kind = 'email'
    ) address cross join lateral regexp_replace(split_part(email, '@', 1), '^(.[^+]*)[+].*$', '\\1') as local`;
}

/** Keeps the pairs of those who have a key in common. */
async function findAlike(tx: Transaction, groupId: string, why: Why, keyed: SQL): Promise<void> {
  await keepPairs(
    tx,
    groupId,
    why,
    sql`
    select distinct one.id as first_id, other.id as second_id from (
      select array_agg(distinct id) as ids from (${keyed}) keyed group by key
      having count(distinct id) between 2 and ${MOST_SHARED}
    ) alike cross join unnest(ids) one(id) cross join unnest(ids) other(id) where one.id < other.id`,
  );
}

/** How near two names are by their trigrams. */
const NEAR = 0.6;
/** Of so many with one beginning in one postcode, nobody is told apart by their name. */
const MOST_BESIDE = 150;

/**
 * Near names in one postcode. Only those are compared of whom a word begins alike, so that a million people are as many
 * small comparisons and not all with all; names that are as near as this and share no beginning are rare.
 */
async function findNearNames(tx: Transaction, groupId: string): Promise<void> {
  const { rowCount: hasTrigrams } = await tx.execute(sql`select from pg_extension where extname = 'pg_trgm'`);
  if (!hasTrigrams) return;
  for (let slice = 0; slice < SLICES; slice += 1)
    await keepPairs(tx, groupId, 'name', nearNames(groupId, slice));
}

/** Postcodes are gone through in so many parts: a statement that says nothing for long is given up. */
const SLICES = 16;

function nearNames(groupId: string, slice: number): SQL {
  const place = sql`upper(replace(${personAddresses.postcode}, ' ', ''))`;
  return sql`
    with person as materialized (
      select ${people.id} as id, same_letters(${people.name}) as name, ${place} as place
      from ${personAddresses} join ${people} on ${people.id} = ${personAddresses.personId}
      where ${personAddresses.groupId} = ${groupId} and ${personAddresses.postcode} is not null
        and hashtext(${place}) & ${SLICES - 1} = ${slice}
    ), begun as materialized (
      select id, name, place, start, count(*) over (partition by place, start) as beside from (
        select distinct person.id, person.name, person.place, left(word, 3) as start from person
        cross join lateral regexp_split_to_table(person.name, '[^[:alnum:]]+') word where length(word) > 1
      ) word
    )
    select distinct one.id as first_id, other.id as second_id
    from begun one join begun other on other.place = one.place and other.start = one.start and one.id < other.id
    where one.beside between 2 and ${MOST_BESIDE} and other.beside between 2 and ${MOST_BESIDE}
      and similarity(one.name, other.name) >= ${NEAR}`;
}

async function keepPairs(tx: Transaction, groupId: string, why: Why, pairs: SQL): Promise<void> {
  await tx.execute(sql`
    insert into ${duplicateCandidates} (group_id, first_id, second_id, why)
    select ${groupId}::uuid, pair.first_id, pair.second_id, array[${why}]::text[] from (${pairs}) pair
    where not exists (select from ${peopleApart} apart
      where apart.first_id = pair.first_id and apart.second_id = pair.second_id)
    limit ${MOST_PAIRS}
    on conflict (first_id, second_id) do update set why = ${duplicateCandidates.why} || excluded.why`);
}

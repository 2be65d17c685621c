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
    { groupId, why },
    sql`
    select distinct one.id as first_id, other.id as second_id from (
      select array_agg(distinct id) as ids from (${keyed}) keyed group by key
      having count(distinct id) between 2 and ${MOST_SHARED}
    ) alike cross join unnest(ids) one(id) cross join unnest(ids) other(id) where one.id < other.id`,
  );
}

/** How near two names are by their trigrams. */
const NEAR = 0.6;
/** Of so many in one postcode with one word in their names, each is compared with each, however the rest is spelt. */
const MOST_WITH_WORD = 12;
/** Of so many whose names have two words with the same beginnings. */
const MOST_BESIDE = 150;

/**
 * Near names in one postcode. Only those are compared who have a word in common that few have there, or two words that
 * begin alike: so a million people are as many small comparisons and not all with all.
 */
async function findNearNames(tx: Transaction, groupId: string): Promise<void> {
  const { rowCount: hasTrigrams } = await tx.execute(sql`select from pg_extension where extname = 'pg_trgm'`);
  if (!hasTrigrams) return;
  let kept = 0;
  let from: string | undefined = '';
  while (from !== undefined && kept < MOST_PAIRS) {
    const before: string | undefined = await endOfPlaces(tx, groupId, from);
    kept += await keepPairs(
      tx,
      { groupId, why: 'name', most: MOST_PAIRS - kept },
      nearNames(groupId, { from, before }),
    );
    from = before;
  }
}

/** So many people are compared in one statement: one that says nothing for long is given up. */
const STRETCH = 40_000;
/** The postcode before which the next stretch of people ends, in the order of the index on postcodes. */
async function endOfPlaces(tx: Transaction, groupId: string, from: string): Promise<string | undefined> {
  const { rows } = await tx.execute<{ place: string }>(sql`
    select ${personAddresses.code} as place from ${personAddresses}
    where ${personAddresses.groupId} = ${groupId} and ${personAddresses.code} ~>~ ${from}
    order by ${personAddresses.code} using ~<~ offset ${STRETCH} limit 1`);
  return rows[0]?.place;
}

type Places = { from: string; before: string | undefined };
function nearNames(groupId: string, { from, before }: Places): SQL {
  return sql`
    with person as materialized (
      select ${people.id} as id, same_letters(${people.name}) as name, ${personAddresses.code} as place
      from ${personAddresses} join ${people} on ${people.id} = ${personAddresses.personId}
      where ${personAddresses.groupId} = ${groupId} and ${personAddresses.code} ~>=~ ${from}
        ${before === undefined ? sql`` : sql`and ${personAddresses.code} ~<~ ${before}`}
    ), word as materialized (
      select distinct id, name, place, word from person
      cross join lateral regexp_split_to_table(name, '[^[:alnum:]]+') word where length(word) > 1
    ), keyed as materialized (
      select id, name, place, word as key, count(*) over (partition by place, word) as beside,
        ${MOST_WITH_WORD}::int as most from word
      union all
      select id, name, place, key, count(*) over (partition by place, key), ${MOST_BESIDE}::int from (
        select distinct one.id, one.name, one.place, left(one.word, 2) || ' ' || left(other.word, 2) as key
        from word one join word other on other.id = one.id and other.word > one.word) pair
    )
    select distinct one.id as first_id, other.id as second_id
    from keyed one join keyed other on other.place = one.place and other.key = one.key and one.id < other.id
    where one.beside between 2 and one.most and other.beside between 2 and other.most
      and similarity(one.name, other.name) >= ${NEAR}`;
}

/** Answers how many; `most` at most. */
async function keepPairs(
  tx: Transaction,
  { groupId, why, most = MOST_PAIRS }: { groupId: string; why: Why; most?: number },
  pairs: SQL,
): Promise<number> {
  const kept = await tx.execute(sql`
    insert into ${duplicateCandidates} (group_id, first_id, second_id, why)
    select ${groupId}::uuid, pair.first_id, pair.second_id, array[${why}]::text[] from (${pairs}) pair
    where not exists (select from ${peopleApart} apart
      where apart.first_id = pair.first_id and apart.second_id = pair.second_id)
    limit ${most}
    on conflict (first_id, second_id) do update set why = ${duplicateCandidates.why} || excluded.why`);
  return kept.rowCount ?? 0;
}

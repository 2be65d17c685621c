import type { Queryable, Transaction } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { contactPoints, people, personAddresses } from '../tables.ts';
import { duplicateCandidates, peopleApart } from './tables.ts';

type Why = 'phone' | 'mailbox' | 'name';

/** What a look goes by, in this order, over all of the group's people. */
export const looks = [
  { stage: 'phones', find: (ctx, groupId) => findAlike(ctx, groupId, 'phone', samePhone(groupId)) },
  { stage: 'mailboxes', find: (ctx, groupId) => findAlike(ctx, groupId, 'mailbox', sameMailbox(groupId)) },
  { stage: 'names', find: findNearNames },
] satisfies {
  stage: 'phones' | 'mailboxes' | 'names';
  find: (ctx: Context, groupId: string) => Promise<void>;
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
async function findAlike(ctx: Context, groupId: string, why: Why, keyed: SQL): Promise<void> {
  const pairs = sql`
    select distinct one.id as first_id, other.id as second_id from (
      select array_agg(distinct id) as ids from (${keyed}) keyed group by key
      having count(distinct id) between 2 and ${MOST_SHARED}
    ) alike cross join unnest(ids) one(id) cross join unnest(ids) other(id) where one.id < other.id`;
  await ctx.change((tx) => keepPairs(tx, { groupId, why }, pairs));
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
async function findNearNames(ctx: Context, groupId: string): Promise<void> {
  const { rowCount: hasTrigrams } = await ctx.db.execute(
    sql`select from pg_extension where extname = 'pg_trgm'`,
  );
  if (!hasTrigrams) return;
  const stretches = await listStretches(ctx, groupId);
  let kept = 0;
  // Two at a time: of names that are near nobody's, a million take a minute and a half one after the other.
  for (let at = 0; at < stretches.length && kept < MOST_PAIRS; at += 2) {
    const most = MOST_PAIRS - kept;
    const counts = stretches.slice(at, at + 2).map((stretch) => keepNearNames(ctx, groupId, stretch, most));
    kept += (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
  }
}

/** So many people are compared in one statement: one that says nothing for long is given up. */
const STRETCH = 80_000;
/** People by postcodes, in the order of the index on them: from the one up to the other, or to the last. */
type Stretch = { from: string; before: string | undefined };

async function listStretches({ db }: Pick<Context, 'db'>, groupId: string): Promise<Stretch[]> {
  const stretches: Stretch[] = [];
  for (let from: string | undefined = ''; from !== undefined;) {
    const before: string | undefined = await endOfPlaces(db, groupId, from);
    stretches.push({ from, before });
    from = before;
  }
  return stretches;
}

async function endOfPlaces(db: Queryable, groupId: string, from: string): Promise<string | undefined> {
  const { rows } = await db.execute<{ place: string }>(sql`
    select ${personAddresses.code} as place from ${personAddresses}
    where ${personAddresses.groupId} = ${groupId} and ${personAddresses.code} ~>~ ${from}
    order by ${personAddresses.code} using ~<~ offset ${STRETCH} limit 1`);
  return rows[0]?.place;
}

function keepNearNames(ctx: Context, groupId: string, stretch: Stretch, most: number): Promise<number> {
  return ctx.change(async (tx) => {
    // What a stretch is taken apart into is joined as the sets that they are, for how large they are no planner can know.
    await tx.execute(sql`set local enable_nestloop = off`);
    return keepPairs(tx, { groupId, why: 'name', most }, nearNames(groupId, stretch));
  });
}

/**
 * Words and places stand there as numbers: to sort texts takes longer than to compare some whose numbers are alike by chance.
 *
 * Of each name there is one bit for each of its trigrams, in which many share a bit. Each bit that only one of two names has
 * is of a trigram that only one of them has; and names that are near have at most a quarter of all their trigrams alone. So
 * few pairs are left to compare by their trigrams themselves, which takes ten times as long.
 */
function nearNames(groupId: string, { from, before }: Stretch): SQL {
  return sql`
    with person as materialized (
      select row_number() over ()::int as n, ${people.id} as id, same_letters(${people.name}) as name,
        ${personAddresses.code} as code, hashtext(${personAddresses.code}) as place
      from ${personAddresses} join ${people} on ${people.id} = ${personAddresses.personId}
      where ${personAddresses.groupId} = ${groupId} and ${personAddresses.code} ~>=~ ${from}
        ${before === undefined ? sql`` : sql`and ${personAddresses.code} ~<~ ${before}`}
    ), worded as materialized (
      select n, place, regexp_split_to_array(name, '[^[:alnum:]]+') as words, shape.* from person
        cross join lateral (select coalesce(bit_or(1::bigint << (hashtext(part) & 63)), 0) as bits,
          count(*)::int as size from unnest(show_trgm(name)) part) shape
    ), begun as materialized (
      select n, place, words, array(select hashtextextended(left(word, 2), place)
        from unnest(words) word where length(word) > 1) as beginnings from worded
    ), keyed as (
      select n, hashtextextended(word, place) as key, ${MOST_WITH_WORD}::int as most
        from begun cross join unnest(words) word where length(word) > 1
      union all
      select n, one # other, ${MOST_BESIDE}::int
        from begun cross join unnest(beginnings) one cross join unnest(beginnings) other where one < other
    ), beside as (
      select array_agg(n) as ns from keyed group by key having count(*) between 2 and min(most)
    ), shapes as materialized (
      select array_agg(bits order by n) as bits, array_agg(size order by n) as sizes from worded
    ), pair as materialized (
      select distinct one, other from shapes cross join beside cross join unnest(ns) one cross join unnest(ns) other
      where one < other and ${QUARTER} * bit_count((bits[one] # bits[other])::bit(64)) <= sizes[one] + sizes[other]
    )
    select least(one.id, other.id) as first_id, greatest(one.id, other.id) as second_id
    from pair join person one on one.n = pair.one join person other on other.n = pair.other
    where (one.code = other.code) is true and similarity(one.name, other.name) >= ${NEAR}`;
}

/** Of two names with as much in common as `NEAR`, so many times the trigrams that one of them has alone are at most all. */
const QUARTER = sql.raw(String(Math.floor((1 + NEAR) / (1 - NEAR))));

/** Answers how many; `most` at most. */
async function keepPairs(
  tx: Transaction,
  { groupId, why, most = MOST_PAIRS }: { groupId: string; why: Why; most?: number },
  pairs: SQL,
): Promise<number> {
  // Enough for what is sorted on the way, which else goes to the disk and back.
  await tx.execute(sql`set local work_mem = '64MB'`);
  const kept = await tx.execute(sql`
    insert into ${duplicateCandidates} (group_id, first_id, second_id, why)
    select ${groupId}::uuid, pair.first_id, pair.second_id, array[${why}]::text[] from (${pairs}) pair
    where not exists (select from ${peopleApart} apart
      where apart.first_id = pair.first_id and apart.second_id = pair.second_id)
    limit ${most}
    on conflict (first_id, second_id) do update set why = ${duplicateCandidates.why} || excluded.why`);
  return kept.rowCount ?? 0;
}

import { prepared, type Queryable } from '@groundwork/database';
import { and, asc, eq, ne, not, sql } from 'drizzle-orm';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import { namedLike, standingOf } from '../../groups/standing.ts';
import { coalitionReach, groups } from '../../groups/tables.ts';
import { isNamed, isReadableBy } from '../queries.ts';
import { nameHere } from '../sides.ts';
import { channelMembers, channels } from '../tables.ts';
import { namedAt, placesIn, wordsOfPlaces, type NamedReader } from './places.ts';

/** Of more who have the same name only so many are looked at. */
const MOST_ALIKE = 500;

type Room = { id: string; kind: 'room' | 'direct' };

/**
 * Whom a text names, of those who can read the room, by the name that they show there; never its author. One query for the
 * whole text, and none where nothing in it could be a name.
 */
export async function findNamed(
  db: Queryable,
  room: Room,
  { body, authorId }: { body: string; authorId: string },
): Promise<NamedReader[]> {
  const places = room.kind === 'room' && body.includes('@') ? placesIn(body) : [];
  if (places.length === 0) return [];
  const asked = { channelId: room.id, words: wordsOfPlaces(places), authorId };
  const found = await listShowing(db, asked);
  const byName = Map.groupBy(found, ({ words }) => words);
  const accountsByName = new Map(
    [...byName].map(([words, own]) => [words, own.map(({ accountId }) => accountId)]),
  );
  return namedAt(places, accountsByName);
}

type Asked = { channelId: string; words: string[]; authorId: string };

/** The readers of a room who show one of these names, or one of them with their group beside it; letters as a search has them. */
const listShowing = prepared((db, { channelId, words, authorId }: Asked) => {
  // Step by step: the few who have such a name, what each shows here, and only then who of them reads here.
  const showing = sql`(
    with asked as materialized (
      select distinct words, same_letters(words) as letters from unnest(${words}::text[]) words
    ), homes as materialized (
      select room.group_id from ${channels} room where room.id = ${channelId}
      union select room.other_group_id from ${channels} room where room.id = ${channelId} and room.other_group_id is not null
      union select reach.group_id from ${channels} room join ${coalitionReach} reach on reach.coalition_id = room.group_id
        where room.id = ${channelId}
    ), found as materialized (
      select account_id from ${namedLike(sql`asked`, sql`(select group_id from homes)`)} alike
      order by account_id limit ${sql.raw(`${MOST_ALIKE}`)}
    ), shown as materialized (
      select found.account_id, same_letters(${nameHere(sql`found.account_id`)}) as letters
      from found cross join ${channels} where ${channels.id} = ${channelId}
    )
    select shown.account_id, asked.words from shown
    join asked on shown.letters = asked.letters or starts_with(shown.letters, asked.letters || ' · '))`;
  return db
    .select({ accountId: accounts.id, words: sql<string>`showing.words` })
    .from(channels)
    .innerJoin(groups, eq(groups.id, channels.groupId))
    .innerJoin(sql`${showing} showing`, sql`true`)
    .innerJoin(accounts, sql`${accounts.id} = showing.account_id`)
    .leftJoin(...standingOf(accounts.id, channels.groupId))
    .leftJoin(channelMembers, isNamed(accounts.id))
    .where(
      and(
        eq(channels.id, channelId),
        ne(accounts.id, authorId),
        isReadableBy(accounts.id),
        not(isSuspended(accounts.id)),
      ),
    )
    .orderBy(asc(accounts.id));
});

import type { Queryable } from '@groundwork/database';
import { and, isNull, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { nameIn, standsIn } from '../groups/standing.ts';
import { keyset, readCursor, type Turn } from '../keyset.ts';
import type { TwoWayQuery } from '../paging.ts';
import { people } from '../people/tables.ts';
import { inOneWalk, type Ordering, type StretchAsked } from './walks.ts';

type Direction = 'asc' | 'desc';
/** Somebody who keeps in touch with people of a group, and the letters of their name; null of who sees its people no more. */
type Contact = { id: string; letters: string | null; isBeyond: boolean };

export const FIRST_ID = '00000000-0000-0000-0000-000000000000';
export const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * The page that is asked for of an order by contact. Their names are the accounts' own and change without any of the people:
 * so the contacts of the group, who are few, are put in order first, and the people of one after the other are walked along.
 * Whoever has none stands last, whichever way, and so does whoever is kept in touch with by somebody who sees them no more.
 */
export async function turnByContact(
  { db }: Pick<Context, 'db'>,
  {
    groupId,
    direction,
    from,
    after,
    before,
  }: TwoWayQuery & {
    groupId: string;
    direction: Direction;
    /** The letters that the first page begins at. */
    from: string | undefined;
  },
): Promise<Turn<Ordering>> {
  const isBack = before !== undefined && before !== '';
  const cursor = readCursor(isBack ? before : after, 3);
  const beginning = from ? [from, direction === 'asc' ? FIRST_ID : LAST_ID, FIRST_ID] : undefined;
  const place = cursor ?? beginning;
  const contacts = await listContacts(db, { groupId, direction, place });
  const order = orderingByContact(contacts);
  return { order: isBack ? order.reversed() : order, place: place && placeAmong(contacts, place), isBack };
}

/** By the rank of their contact among these. A place is the rank and the person; its cursor has the contact's letters and id. */
function orderingByContact(contacts: Contact[], direction: Direction = 'asc'): Ordering {
  const ids = sql`${sql.param(contacts.map(({ id }) => id))}::uuid[]`;
  const letters = sql`${sql.param(contacts.map((contact) => contact.letters ?? ''))}::text[]`;
  const rank = sql`coalesce(array_position(${ids}, ${people.contactAccountId}), ${contacts.length + 1}::int)`;
  const { order, beyond } = keyset(direction, { of: rank, type: 'integer' }, people.id);
  const other = direction === 'asc' ? 'desc' : 'asc';
  return {
    order,
    beyond,
    cursor: sql<
      string[]
    >`array[coalesce((${letters})[${rank}], ''), coalesce(${people.contactAccountId}::text, ''),
      ${people.id}::text]`,
    walk: (stretch) => walkByContact(contacts, direction, stretch),
    reversed: () => orderingByContact(contacts, other),
    isCommon: false,
  };
}

/** The people of each contact in turn, and those of none after them all; or all of it from its end. */
function walkByContact(
  contacts: Contact[],
  direction: Direction,
  { place, where, ...stretch }: StretchAsked,
): SQL {
  const isUp = direction === 'asc';
  const [way, isMore] = [sql.raw(direction), sql.raw(isUp ? '>' : '<')];
  const end = contacts.length + 1;
  const begin = place ? Number(place[0]) : isUp ? 1 : end;
  const personBefore = isUp ? FIRST_ID : LAST_ID;
  const beginsAt = place?.[1] ?? personBefore;
  const ranked = contacts
    .map(({ id }, index) => ({ id, rank: index + 1 }))
    .filter(({ rank }) => (isUp ? rank >= begin : rank <= begin));
  const columns = sql`${sql.param(ranked.map(({ id }) => id))}::uuid[], ${sql.param(ranked.map(({ rank }) => rank))}::int[]`;
  const isHere = sql`${people.id} ${isMore} case when contact.rank = ${begin}::int then ${beginsAt} else ${personBefore} end::uuid`;
  const ofOne = inOneWalk({
    ...stretch,
    where: and(sql`${people.contactAccountId} = contact.id`, isHere, where),
    order: [sql`${people.id} ${way}`],
  });
  const ofEach = sql`(select people.* from (select * from unnest(${columns}) contact (id, rank) order by rank ${way}) contact
    cross join lateral ${ofOne} people order by contact.rank ${way}, people.id ${way} limit ${stretch.most})`;
  const isAmongNone = begin === end ? sql`${people.id} ${isMore} ${beginsAt}::uuid` : undefined;
  const ofNone = inOneWalk({
    ...stretch,
    where: and(isNull(people.contactAccountId), isAmongNone, where),
    order: [sql`${people.id} ${way}`],
  });
  // Read from its end, the order is past them once a contact is reached.
  const walks = isUp || begin === end ? [ofEach, ofNone] : [ofEach];
  return sql`(${sql.join(walks, sql` union all `)}) ${people}`;
}

/** The rank and the person of a place. Of a contact who is there no more, before the first of whoever came after them. */
function placeAmong(contacts: Contact[], [letters = '', contactId = '', personId = '']: string[]): string[] {
  const isNone = letters === '' && contactId === '';
  const at = contacts.findIndex((contact) => contact.id === contactId && (contact.letters ?? '') === letters);
  if (isNone || at >= 0) return [String(isNone ? contacts.length + 1 : at + 1), personId];
  const next = contacts.findIndex(({ isBeyond }) => isBeyond);
  return [String(next < 0 ? contacts.length + 1 : next + 1), FIRST_ID];
}

/** Whoever keeps in touch with somebody of a group, by name and way; each is found by a look into the index of the people. */
async function listContacts(
  db: Queryable,
  { groupId, direction, place }: { groupId: string; direction: Direction; place: string[] | undefined },
): Promise<Contact[]> {
  const nextAfter = (known: SQL) => sql`select ${people.contactAccountId} from ${people}
    where ${people.groupId} = ${groupId} and ${known} order by ${people.contactAccountId} limit 1`;
  const group = sql`${groupId}::uuid`;
  const shown = sql`case when ${standsIn(sql`held.id`, group, 'see_people')} then same_letters(${nameIn(sql`held.id`, group)}) end`;
  const [letters = '', contactId = ''] = place ?? [];
  const isMore = sql.raw(direction === 'asc' ? '>' : '<');
  const isBeyond = contactId
    ? sql`coalesce((named.letters, named.id) ${isMore} (${letters}, ${contactId}::uuid), true)`
    : sql`false`;
  const { rows } = await db.execute<Contact>(sql`
    with recursive held (id) as (
      (${nextAfter(sql`${people.contactAccountId} is not null`)})
      union all
      select (${nextAfter(sql`${people.contactAccountId} > held.id`)}) from held where held.id is not null)
    select id, letters, ${isBeyond} as "isBeyond"
    from (select held.id, ${shown} as letters from held where held.id is not null) named
    order by letters ${sql.raw(direction)} nulls last, id ${sql.raw(direction)}`);
  return rows;
}

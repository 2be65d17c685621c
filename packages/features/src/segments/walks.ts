import { and, eq, isNotNull, isNull, or, sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { keyset, readCursor, type Keyset } from '../keyset.ts';
import { people } from '../people/tables.ts';

/** Those of a group who stand beyond a place and of whom `where` is true, the first so many. */
export type StretchAsked = {
  groupId: string;
  place: string[] | undefined;
  /** Whether who stands at that place lacks what the order goes by; of a place that is read only when a statement runs. */
  isLacking?: boolean | undefined;
  where?: SQL | undefined;
  most: number;
};

/** An order of people, which can be walked along from any place of it. */
export type Ordering = Pick<Keyset, 'order' | 'cursor' | 'beyond'> & {
  /** Those of a stretch as a source called `people`; an index serves it, and no more of them are read than are asked for. */
  walk: (stretch: StretchAsked) => SQL;
  reversed: () => Ordering;
  /** It is the same for every group at all times, so that its statements can be prepared. */
  isCommon: boolean;
};
type CommonOrdering = Ordering & Pick<Keyset, 'read'>;

/** By what everybody has. */
export function orderingBy(keys: Keyset): CommonOrdering {
  let back: Ordering | undefined;
  return {
    ...keys,
    walk: ({ place, where, ...stretch }) =>
      sql`${inOneWalk({ ...stretch, where: and(place && keys.beyond(place), where), order: keys.order })} ${people}`,
    reversed: () => (back ??= orderingBy(keys.reversed())),
    isCommon: true,
  };
}

/**
 * By a text that some lack: they stand last, whichever way the others do. No index has it so both ways; therefore those with
 * one and those without are walked along apart. A place is the text or, where there is none, the id; the id; and whether
 * the text is lacking.
 */
export function orderingByText(
  text: SQLWrapper,
  direction: 'asc' | 'desc',
  lacking: 'last' | 'first' = 'last',
): CommonOrdering {
  const having = keyset(direction, { of: text, type: 'text' }, people.id);
  const without = keyset(direction, people.id);
  const parts = [
    { isLacking: false, holds: isNotNull(text), keys: having },
    { isLacking: true, holds: isNull(text), keys: without },
  ];
  if (lacking === 'first') parts.reverse();
  const partsBeyond = (place: string[] | undefined, isLacking: boolean) => {
    const begin = place ? parts.findIndex((part) => part.isLacking === isLacking) : 0;
    return parts.slice(begin).map(({ holds, keys }, index) => ({
      within: and(holds, place && index === 0 ? keys.beyond(place) : undefined),
      order: keys.order,
    }));
  };
  let back: Ordering | undefined;
  return {
    order: [sql`(${text} is null) ${sql.raw(lacking === 'last' ? 'asc' : 'desc')}`, ...having.order],
    cursor: sql<
      string[]
    >`array[coalesce(${text}, ${people.id}::text), ${people.id}::text, (${text} is null)::text]`,
    beyond: (place) => or(...partsBeyond(place, isOfLacking(place)).map(({ within }) => within)) ?? sql`true`,
    read: (cursor) => readCursor(cursor, 3),
    walk: ({ place, isLacking = isOfLacking(place), where, ...stretch }) => {
      const walks = partsBeyond(place, isLacking).map(({ within, order }) =>
        inOneWalk({ ...stretch, where: and(within, where), order }),
      );
      return sql`(${sql.join(walks, sql` union all `)}) ${people}`;
    },
    reversed: () =>
      (back ??= orderingByText(
        text,
        direction === 'asc' ? 'desc' : 'asc',
        lacking === 'last' ? 'first' : 'last',
      )),
    isCommon: true,
  };
}

/** Whether who stands at a place of an order by a text lacks it. */
export function isOfLacking(place: string[] | undefined): boolean {
  return place?.[2] === 'true';
}

/** The first so many of a group, in one walk along an index. */
export function inOneWalk({
  groupId,
  where,
  order,
  most,
}: Pick<StretchAsked, 'groupId' | 'where' | 'most'> & { order: SQL[] }): SQL {
  return sql`(select * from ${people} where ${and(eq(people.groupId, groupId), where)}
    order by ${sql.join(order, sql`, `)} limit ${most})`;
}

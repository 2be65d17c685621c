import { prepared, type Queryable } from '@groundwork/database';
import { sql, type SQL } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { groups } from '../groups/tables.ts';
import type { Wait, WaitSection } from '../wait.ts';
import { waits, type WaitKind } from '../waits.ts';

/** So many of each kind are listed. */
export const LISTED = 20;
/** Nobody counts further. */
const MANY = 100;

type Row = {
  kind: WaitKind;
  section: WaitSection;
  id: string;
  at: Date;
  path: string;
  key: string | null;
  who: string | null;
  title: string | null;
  said: string | null;
  many: number;
  group: { id: string; slug: string; name: string } | null;
};

/** What waits for the viewer: of each kind what waits longest, up to one more than is listed. */
export function listWaits({ db, viewer }: Context): Promise<Row[]> {
  return listWaitsOf(db, viewer.id);
}

/** The same for any account. */
export function listWaitsOf(db: Queryable, accountId: string): Promise<Row[]> {
  return allWaits(db, { viewerId: accountId });
}

const allWaits = prepared(
  (_, { viewerId }: { viewerId: string }) =>
    sql<Row>`select all_waits.kind, all_waits.section, all_waits.id, all_waits.at, all_waits.path, all_waits.key,
      all_waits.who, all_waits.title, all_waits.said, all_waits.many,
      case when home.id is not null then json_build_object('id', home.id, 'slug', home.slug, 'name', home.name) end as "group"
    from (${union(waits, (wait) => oldest(wait, viewerId))}) all_waits
    left join ${groups} home on home.id = all_waits.group_id
    order by extract(epoch from all_waits.at) * case all_waits.section when 'began' then -1 else 1 end`,
);

/** How many things wait for the viewer that others wait for, or that are owed: up to a hundred. */
export async function countWaits({ db, viewer }: Context): Promise<number> {
  const [counted] = await waitCount(db, { viewerId: viewer.id });
  return counted?.count ?? 0;
}

const counting = waits.filter(({ section }) => section !== 'began');

const waitCount = prepared(
  (_, { viewerId }: { viewerId: string }) =>
    sql<{ count: number }>`select least(count(*), ${sql.raw(String(MANY))})::int as count
      from (${union(counting, ({ rows }) => sql`select from (${rows(viewerId)}) one limit ${sql.raw(String(MANY))}`)}) all_waits`,
);

function oldest({ kind, section, rows }: Wait, viewerId: string): SQL {
  const isLatest = section === 'began';
  const order = sql.raw(isLatest ? 'one.at desc, one.id desc' : 'one.at, one.id');
  return sql`select '${sql.raw(kind)}' as kind, '${sql.raw(section)}' as section, one.* from (${rows(viewerId)}) one order by ${order} limit ${sql.raw(String(LISTED + 1))}`;
}

function union(kinds: readonly Wait[], select: (wait: Wait) => SQL): SQL {
  return sql.join(
    kinds.map((wait) => sql`(${select(wait)})`),
    sql` union all `,
  );
}

import { sql, type SQL } from 'drizzle-orm';

/**
 * How something waits for somebody. `decide`: they are asked, and others wait for it. `addressed`: somebody speaks to them.
 * `due`: something was promised, or is owed, by a day. `began`: they began it, and nobody else waits.
 */
export type WaitSection = 'decide' | 'addressed' | 'due' | 'began';

/**
 * One kind of thing that waits for somebody, as its feature says in `waits.ts`; read from where it is kept, so that what
 * somebody decided waits for nobody any more.
 */
export type Wait = {
  kind: `${string}.${string}`;
  section: WaitSection;
  /** What waits for this account, as `waiting` selects it. */
  rows: (account: string) => SQL;
};

/** What is said of one: each as a value of its own select. */
type Said = {
  id: SQL;
  /** Since when it waits, or the moment by which it is owed. */
  at: SQL;
  /** The group for which they decide; null: the site. */
  group: SQL;
  /** Where that is looked at whole: a path of this site. */
  path: SQL;
  /** What names the thing in an address, for what is decided with one press. */
  key?: SQL;
  /** Who asks. */
  who?: SQL;
  /** What it is about. */
  title?: SQL;
  /** What they wrote. */
  said?: SQL;
  /** How many it is, where it is many of the same. */
  many?: SQL;
};

const NONE = sql`null::text`;
/** So much of what somebody wrote is shown. */
const EXCERPT = 240;

/** The select of one kind, to stand in a union with the others. `from`: all from there on, which is the part of one kind alone. */
export function waiting(
  { id, at, group, path, key = NONE, who = NONE, title = NONE, said = NONE, many = sql`1` }: Said,
  from: SQL,
): SQL {
  return sql`select (${id})::uuid as id, (${at})::timestamptz as at, (${group})::uuid as group_id, (${path})::text as path,
    (${key})::text as key, (${who})::text as who, (${title})::text as title,
    left((${said})::text, ${sql.raw(String(EXCERPT))}) as said, (${many})::int as many
    from ${from}`;
}

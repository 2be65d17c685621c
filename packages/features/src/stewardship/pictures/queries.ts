import { sql } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { pictures } from '../../site/pictures/tables.ts';
import type { Subject } from '../../subject.ts';

/** Pictures older than `days` that no subject shows: none has them for its own, and none of their Markdown names them. */
export async function findUnusedPictures(
  { db }: Context,
  subjects: Subject[],
  { days, limit }: { days: number; limit: number },
): Promise<string[]> {
  const keys = subjects.flatMap((subject) => subject.pictures ?? []);
  const texts = subjects.flatMap((subject) => subject.texts ?? []);
  const used = [
    ...keys.map((key) => sql`select ${key} as key from ${key.table} where ${key} is not null`),
    ...texts.map(
      (
        text,
      ) => sql`select unnest(regexp_matches(${text}, 'picture-[0-9a-f]{32}-[0-9]+x[0-9]+', 'g')) from ${text.table}
        where ${text} like '%/files/picture-%'`,
    ),
  ];
  const unused = await db.execute<{ key: string }>(sql`
    select key from ${pictures}
    where kept_at < now() - make_interval(days => ${days}) and key not in (${sql.join(used, sql` union all `)})
    limit ${limit}`);
  return unused.rows.map(({ key }) => key);
}

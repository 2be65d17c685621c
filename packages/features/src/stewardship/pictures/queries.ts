import { sql } from 'drizzle-orm';
import { campaigns } from '../../campaigns/tables.ts';
import { campaignUpdates } from '../../campaigns/updates/tables.ts';
import type { Context } from '../../context.ts';
import { events } from '../../events/tables.ts';
import { groups } from '../../groups/tables.ts';
import { pictures } from '../../site/pictures/tables.ts';

/**
 * Pictures older than `days` that nothing shows: no group or campaign has them for its own, and no text that is shown as
 * Markdown names them. Whatever else comes to show pictures has to be named here.
 */
export async function findUnusedPictures({ db }: Context, days: number, limit: number): Promise<string[]> {
  const unused = await db.execute<{ key: string }>(sql`
    with texts as (
      select about as words from ${groups}
      union all select story from ${campaigns}
      union all select body from ${campaignUpdates}
      union all select about from ${events}
    ), used as (
      select picture_key as key from ${groups}
      union all select picture_key from ${campaigns}
      union all select unnest(regexp_matches(words, 'picture-[0-9a-f]{32}-[0-9]+x[0-9]+', 'g')) from texts
        where words like '%/files/picture-%'
    )
    select key from ${pictures}
    where kept_at < now() - make_interval(days => ${days}) and key not in (select key from used where key is not null)
    limit ${limit}`);
  return unused.rows.map(({ key }) => key);
}

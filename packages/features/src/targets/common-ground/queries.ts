import { sql } from 'drizzle-orm';
import { campaigns } from '../../campaigns/tables.ts';
import { findCoalition } from '../../coalitions/queries.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isListed } from '../../groups/listed.ts';
import { may } from '../../groups/responsibilities.ts';
import { isReachedBy, openlyReached, standsIn } from '../../groups/standing.ts';
import { coalitionReach, groups } from '../../groups/tables.ts';
import { targets } from '../../groups/targets/tables.ts';
import type { CommonGround } from './contract.ts';

/** What a page shows at once, the soonest first; whoever has more in common than that reads the campaigns themselves. */
const MOST = { grounds: 60, campaigns: 12 };

/**
 * Where campaigns of a coalition's groups meet: with the same target of the coalition, on the same day of decision from today on,
 * or in the same place. Those of groups that everybody finds in lists, and of the viewer's own; for those who publish in it.
 */
export async function listCommonGround(ctx: Context, slug: string): Promise<CommonGround[]> {
  const { db, viewer } = ctx;
  const coalition = await findCoalition(ctx, slug);
  const [reached] = may(coalition, 'publish')
    ? [{ is: true }]
    : await db
        .select({ is: isReachedBy(viewer.id, sql`${coalition.id}::uuid`, 'publish') })
        .from(groups)
        .where(sql`${groups.id} = ${coalition.id}`);
  if (!reached?.is) throw new NotFound('common-ground');
  const { rows } = await db.execute<CommonGround>(meetings(coalition.id, viewer.id));
  return rows;
}

function meetings(coalitionId: string, viewerId: string) {
  const c = sql`campaign`;
  const home = sql`home`;
  const of = sql`${coalitionId}::uuid`;
  return sql`with known as (
    select ${c}.id, ${c}.group_id, ${c}.slug, ${c}.title, ${c}.target_id, ${c}.decides_on, ${c}.place,
      home.slug as home_slug, home.name as home_name, home.language, today_in(coalition.time_zone) as today
    from ${campaigns} ${c} join ${groups} ${home} on home.id = ${c}.group_id
    join ${groups} coalition on coalition.id = ${of}
    where ${c}.state in ('published', 'paused') and ${c}.hidden_at is null and home.hidden_at is null and (
      (${isListed(home)} and (home.id = ${of} or home.id in ${openlyReached(of)}))
      or (${standsIn(viewerId, sql`home.id`)} and (home.id = ${of} or exists (select from ${coalitionReach} reach
        where reach.coalition_id = ${of} and reach.group_id = home.id))))
  ), shared as (
    select known.*, 1 as rank, 'target' as kind, target.id::text as key, target.name as what, target.office
    from known join ${targets} target on target.id = known.target_id and target.group_id = ${of} and target.hidden_at is null
    union all select known.*, 2, 'day', known.decides_on::text, known.decides_on::text, ''
    from known where known.decides_on >= known.today
    union all select known.*, 3, 'place', ${asOne(sql`known.place`)}, known.place, ''
    from known where known.place is not null
  ), ordered as (
    select shared.*, row_number() over (partition by kind, key order by decides_on nulls last, id) as turn from shared
  )
  select kind as "by", min(what) as what, min(office) as office, json_agg(json_build_object('slug', slug, 'title', title,
      'decidesOn', decides_on, 'group', json_build_object('slug', home_slug, 'name', home_name, 'language', language))
      order by turn) filter (where turn <= ${MOST.campaigns}) as campaigns
  from ordered group by rank, kind, key having count(distinct group_id) > 1
  order by rank, case when kind = 'day' then key end, lower(min(what)), key limit ${MOST.grounds}`;
}

/** A place as it is compared: in small letters, without more than one blank, and without marks between its words. */
function asOne(place: ReturnType<typeof sql>) {
  return sql`btrim(regexp_replace(lower(normalize(${place}, NFKC)), '[[:space:][:punct:]]+', ' ', 'g'))`;
}

import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { targets } from '../groups/targets/tables.ts';
import type { CommonGround } from './contract.ts';
import { knownCampaigns, type CoalitionSight } from './sight.ts';

/** What a page shows at once, the soonest first; whoever has more in common than that reads the campaigns themselves. */
const MOST = { grounds: 60, campaigns: 12 };

/**
 * Where campaigns of a coalition's groups meet: with the same target of the coalition, on the same day of decision from today on,
 * or in the same place. Those of groups that everybody finds in lists, and of the viewer's own.
 */
export async function listCommonGround(
  { db }: Pick<Context, 'db'>,
  sight: CoalitionSight,
): Promise<CommonGround[]> {
  const { rows } = await db.execute<CommonGround>(sql`
    with known as ${knownCampaigns(sight)}, shared as (
      select known.*, 1 as rank, 'target' as kind, target.id::text as key, target.name as what, target.office
      from known join ${targets} target on target.id = known.target_id
        and target.group_id = ${sight.coalitionId}::uuid and target.hidden_at is null
      union all select known.*, 2, 'day', known.decides_on::text, known.decides_on::text, ''
      from known where known.decides_on >= known.today
      union all select known.*, 3, 'place', known.place_key, known.place, ''
      from known where known.place is not null
    ), ordered as (
      select shared.*, row_number() over (partition by kind, key order by decides_on nulls last, id) as turn from shared
    )
    select kind as "by", min(what) as what, min(office) as office, json_agg(json_build_object('slug', slug, 'title', title,
        'decidesOn', decides_on, 'group', json_build_object('slug', home_slug, 'name', home_name, 'language', language))
        order by turn) filter (where turn <= ${MOST.campaigns}) as campaigns
    from ordered group by rank, kind, key having count(distinct group_id) > 1
    order by rank, case when kind = 'day' then key end, lower(min(what)), key limit ${MOST.grounds}`);
  return rows;
}

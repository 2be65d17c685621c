import { sql, type SQL } from 'drizzle-orm';
import { campaigns } from '../campaigns/tables.ts';
import { findCoalition } from '../coalitions/queries.ts';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { isListed } from '../groups/listed.ts';
import { isReachedBy, openlyReached, standsIn } from '../groups/standing.ts';
import { coalitionReach, groups } from '../groups/tables.ts';
import { commonGroundPolicy } from './policy.ts';

/** Whose sight it is: what one account finds in one coalition. */
export type CoalitionSight = { coalitionId: string; viewerId: string };

/** The coalition for those who publish in it, or for a group of it; for everybody else there is nothing. */
export async function findCoalitionSight(ctx: Context, slug: string): Promise<CoalitionSight> {
  const { db, viewer } = ctx;
  const coalition = await findCoalition(ctx, slug);
  const sight = { coalitionId: coalition.id, viewerId: viewer.id };
  if (commonGroundPolicy.see(coalition)) return sight;
  const [reached] = await db
    .select({ is: isReachedBy(viewer.id, sql`${coalition.id}::uuid`, 'publish') })
    .from(groups)
    .where(sql`${groups.id} = ${coalition.id}`);
  if (!reached?.is) throw new NotFound('common-ground');
  return sight;
}

/** The condition that a group named `home` is the coalition or in it as far as the viewer may know: as everybody finds it, or as their own. */
export function isFoundIn({ coalitionId, viewerId }: CoalitionSight, home: SQL): SQL<boolean> {
  const of = sql`${coalitionId}::uuid`;
  return sql<boolean>`(${home}.hidden_at is null and (
    (${isListed(home)} and (${home}.id = ${of} or ${home}.id in ${openlyReached(of)}))
    or (${standsIn(viewerId, sql`${home}.id`)} and (${home}.id = ${of} or exists (select from ${coalitionReach} reach
      where reach.coalition_id = ${of} and reach.group_id = ${home}.id)))))`;
}

/** The campaigns that run in a coalition's groups, as far as the viewer may know of them, to select from. */
export function knownCampaigns(sight: CoalitionSight): SQL {
  return sql`(select campaign.id, campaign.group_id, campaign.slug, campaign.title, campaign.target_id,
      campaign.decides_on, campaign.place, ${asOne(sql`campaign.place`)} as place_key, campaign.issues,
      home.slug as home_slug, home.name as home_name, home.language, today_in(coalition.time_zone) as today
    from ${campaigns} campaign join ${groups} home on home.id = campaign.group_id
    join ${groups} coalition on coalition.id = ${sight.coalitionId}::uuid
    where campaign.state in ('published', 'paused') and campaign.hidden_at is null
      and ${isFoundIn(sight, sql`home`)})`;
}

/** A place as it is compared: in small letters, without more than one blank, and without marks between its words. */
function asOne(place: SQL): SQL {
  return sql`btrim(regexp_replace(lower(normalize(${place}, NFKC)), '[[:space:][:punct:]]+', ' ', 'g'))`;
}

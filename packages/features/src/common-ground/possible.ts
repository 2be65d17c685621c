import { sql } from 'drizzle-orm';
import { campaignSponsors } from '../campaigns/tables.ts';
import type { Context } from '../context.ts';
import { standsIn } from '../groups/standing.ts';
import type { PossibleAlly } from './contract.ts';
import { sharedPairs } from './people.ts';
import { knownCampaigns, type CoalitionSight } from './sight.ts';

const MOST = 20;

/**
 * Who could stand with a campaign that the viewer publishes: groups of the coalition that fight about the same, and were not asked yet.
 * Those with the most in common first.
 */
export async function listPossibleAllies(
  { db }: Pick<Context, 'db'>,
  sight: CoalitionSight,
): Promise<PossibleAlly[]> {
  const { rows } = await db.execute<PossibleAlly>(sql`
    with known as ${knownCampaigns(sight)}, mine as (
      select known.* from known where ${standsIn(sight.viewerId, sql`known.group_id`, 'publish')}
    ), met as (
      select mine.id, mine.slug, mine.title, mine.group_id as own_id, theirs.group_id, theirs.home_slug,
        theirs.home_name, theirs.language, shared.way, shared.weight
      from mine join known theirs on theirs.group_id <> mine.group_id
      cross join lateral (values
        ('target', 4, theirs.target_id = mine.target_id),
        ('day', 3, theirs.decides_on = mine.decides_on and mine.decides_on >= mine.today),
        ('place', 2, theirs.place_key = mine.place_key),
        ('issue', 1, theirs.issues && mine.issues)) shared(way, weight, is_met)
      where shared.is_met
    ), alike as (
      select distinct id, slug, title, own_id, group_id, home_slug, home_name, language, way, weight from met
    )
    select json_build_object('slug', alike.slug, 'title', title) as campaign,
      json_build_object('slug', home_slug, 'name', home_name, 'language', language) as "group",
      json_agg(way order by weight desc) as "by", min(pair.in_common) as "inCommon"
    from alike left join ${sharedPairs(sight)} pair
      on pair.one_id = least(own_id, group_id) and pair.other_id = greatest(own_id, group_id)
    where group_id <> ${sight.coalitionId}::uuid and not exists (select from ${campaignSponsors} asked
      where asked.campaign_id = alike.id and asked.group_id = alike.group_id and asked.left_at is null)
    group by alike.id, alike.slug, title, group_id, home_slug, home_name, language
    order by sum(weight) desc, min(pair.in_common) desc nulls last, alike.id, group_id limit ${MOST}`);
  return rows;
}

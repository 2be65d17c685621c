import type { Queryable, Transaction } from '@groundwork/database';
import { eq, sql } from 'drizzle-orm';
import { listInvitable } from '../../compositions/things.ts';
import { rsvps } from '../../events/tables.ts';
import { groups } from '../../groups/tables.ts';
import { personAddresses } from '../../people/tables.ts';
import { postcodesIn } from '../../segments/near-events.ts';
import { findPostcodePlaces } from '../../site/postcodes/queries.ts';
import { postcodes } from '../../site/postcodes/tables.ts';

/**
 * The event to come that is nearest to each of these people, by where its postcode and theirs lie; as far as that is not
 * known, the soonest. None that they answered already, and, where both places are known, none further off than `km`.
 */
export async function findNearest(
  tx: Transaction,
  groupId: string,
  { personIds, km }: { personIds: string[]; km?: number | undefined },
): Promise<Map<string, string>> {
  const ahead = await placeEvents(tx, groupId);
  if (ahead.length === 0) return new Map();
  const list = (values: unknown[], type: string) => sql`${sql.param(values)}::${sql.raw(type)}[]`;
  const distance = sql`distance_km(home.latitude, home.longitude, event.latitude, event.longitude)`;
  const { rows } = await tx.execute<{ personId: string; eventId: string }>(sql`
    select asked.id as "personId", nearest.id as "eventId"
    from unnest(${list(personIds, 'uuid')}) asked(id)
    left join ${personAddresses} lives on lives.person_id = asked.id
    left join lateral (
      select ${postcodes.latitude} as latitude, ${postcodes.longitude} as longitude from ${postcodes}
      where ${postcodes.code} in (lives.code, lives.area) and ${postcodes.country} in (coalesce(upper(lives.country), ''), ${ahead[0]?.country ?? ''}, '')
      order by ${postcodes.code} = lives.code desc limit 1
    ) home on true
    join lateral (
      select event.id from unnest(${list(
        ahead.map(({ id }) => id),
        'uuid',
      )}, ${list(
        ahead.map(({ place }) => place?.latitude ?? null),
        'float8',
      )}, ${list(
        ahead.map(({ place }) => place?.longitude ?? null),
        'float8',
      )}) with ordinality as event(id, latitude, longitude, turn)
      where not exists (select from ${rsvps} answer where answer.event_id = event.id and answer.person_id = asked.id)
        and coalesce(${distance} <= ${km ?? null}::float8, true)
      order by ${distance} nulls last, event.turn limit 1
    ) nearest on true`);
  return new Map(rows.map(({ personId, eventId }) => [personId, eventId]));
}

/** A group's next events, and where they lie as far as their addresses are for all and hold a postcode that the site knows. */
async function placeEvents(db: Queryable, groupId: string) {
  const ahead = await listInvitable(db, groupId);
  const [home] = await db.select({ country: groups.country }).from(groups).where(eq(groups.id, groupId));
  const country = home?.country ?? null;
  const written = ahead.map(({ id, address, addressVisibility }) => ({
    ...{ id, country },
    postcodes: addressVisibility === 'public' ? postcodesIn(address ?? '') : [],
  }));
  const places = await findPostcodePlaces(
    { db },
    written.flatMap((one) => one.postcodes),
    country,
  );
  return written.map(({ postcodes: typed, ...event }) => ({
    ...event,
    place: places.get(typed.findLast((one) => places.has(one)) ?? ''),
  }));
}

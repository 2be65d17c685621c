import { sql, type SQL, type SQLWrapper } from 'drizzle-orm';
import { rsvps } from './tables.ts';

/** How long an answer for an address that nobody proved holds its places. */
export const HOLD_MINUTES = 30;

/** Strangers' answers fill no room: until confirmed, one guest at most has a place beside whoever answers. */
export const HELD_GUESTS = 1;

const heldGuests = sql.raw(String(HELD_GUESTS));

/** The places an answer has now, guests included. By the database's clock, as all of these: no sweep has to come first. */
export const placeCount = sql<number>`case ${rsvps.state}
  when 'going' then 1 + ${rsvps.guestCount}
  when 'unconfirmed' then case when ${rsvps.holdsUntil} > now() then 1 + least(${rsvps.guestCount}, ${heldGuests}) else 0 end
  else 0 end`;

/** When an answer's hold ends; null once it has, and where it holds nothing. */
export const heldUntil = sql<
  string | null
>`case when ${rsvps.state} = 'unconfirmed' and ${rsvps.holdsUntil} > now()
  then to_char(${rsvps.holdsUntil} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') end`;

/** Places of those who are going to an event. */
export function takenPlaces(eventId: SQLWrapper | string): SQL<number> {
  return sql<number>`coalesce((select sum(1 + taken.guest_count) from ${rsvps} taken
    where taken.event_id = ${eventId} and taken.state = 'going'), 0)::int`;
}

/** Places that are held for those who have yet to confirm. */
export function heldPlaces(eventId: SQLWrapper | string): SQL<number> {
  return sql<number>`coalesce((select sum(1 + least(held.guest_count, ${heldGuests})) from ${rsvps} held
    where held.event_id = ${eventId} and held.state = 'unconfirmed' and held.holds_until > now()), 0)::int`;
}

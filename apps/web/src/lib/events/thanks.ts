import type { RsvpAccepted } from '@groundwork/features/events/rsvps/contract';

/** Where an answer leads: to what one can change it by, or to the thanks that say what comes of it. */
export function thanksFor(slug: string, accepted: RsvpAccepted): string {
  return accepted.token ? `/rsvps/${accepted.token}` : `/events/${slug}/thanks?place=${placeOf(accepted)}`;
}

/** What the thanks say of the place: held for a while, none left, or no question. */
function placeOf({ holdsUntil, willWait }: RsvpAccepted) {
  if (willWait) return 'waiting';
  return holdsUntil === null ? 'asked' : 'held';
}

import type { RsvpAccepted } from '@groundwork/features/events/rsvps/contract';

/** Where an answer leads: to what one can change it by, or to the thanks that say what comes of it. `via`: the link that brought them. */
export function thanksFor(slug: string, accepted: RsvpAccepted, via = ''): string {
  if (accepted.token) return `/rsvps/${accepted.token}`;
  const told = new URLSearchParams({ place: placeOf(accepted), ...(via && { via }) });
  return `/events/${slug}/thanks?${told}`;
}

/** What the thanks say of the place: held for a while, none left, or no question. */
function placeOf({ holdsUntil, willWait }: RsvpAccepted) {
  if (willWait) return 'waiting';
  return holdsUntil === null ? 'asked' : 'held';
}

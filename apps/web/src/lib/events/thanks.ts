import type { RsvpAccepted } from '@groundwork/features/events/rsvps/contract';

/** What the thanks say of a place: held for a while, none left, or no question. */
const PLACES = ['held', 'waiting', 'asked'] as const;
export type AnswerOutcome = (typeof PLACES)[number];

/** Where an answer leads: to what one can change it by, or to the thanks that say what comes of it. `via`: the link that brought them. */
export function thanksFor(slug: string, accepted: RsvpAccepted, via = ''): string {
  if (accepted.token) return `/rsvps/${accepted.token}`;
  const told = new URLSearchParams({ place: outcomeOfAnswer(accepted), ...(via && { via }) });
  return `/events/${slug}/thanks?${told}`;
}

/** What an answer comes to. */
export function outcomeOfAnswer({ holdsUntil, willWait }: RsvpAccepted): AnswerOutcome {
  if (willWait) return 'waiting';
  return holdsUntil === null ? 'asked' : 'held';
}

/** The same, as the address of the thanks says it. */
export function outcomeInAddress({ searchParams }: URL): AnswerOutcome {
  const named = searchParams.get('place');
  return PLACES.find((one) => one === named) ?? 'asked';
}

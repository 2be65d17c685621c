import type { EventRow } from '@groundwork/features/events/contract';
import type { Words } from '#lib/words/words.ts';
import { isolated } from '#lib/words/isolated.ts';
import { sayHours } from './when.ts';

/** In their order, but what still takes people before what does not. */
export function openFirst<T extends Pick<EventRow, 'isFull' | 'takesAnswers'>>(events: T[]): T[] {
  const isOpen = (event: T) => event.takesAnswers && !event.isFull;
  return [...events.filter(isOpen), ...events.filter((event) => !isOpen(event))];
}

/** How many come: of the places there are, or of anyone; null when there is nothing to say yet. */
export function sayPlaces({ t }: Words, event: Places): string | null {
  const { capacity, takenCount: taken, isFull, isByTens } = event;
  if (isFull) return t('events.full');
  if (isByTens && taken === 0) return capacity === null ? null : t('events.places.all', { capacity });
  if (capacity !== null) return t(isByTens ? 'events.places.shared' : 'events.places', { taken, capacity });
  return taken > 0 ? t(isByTens ? 'events.going.shared' : 'events.going', { count: taken }) : null;
}
type Places = Pick<EventRow, 'capacity' | 'takenCount' | 'isFull' | 'isByTens'>;

/** The page of an event, by the link of the group in whose list it stands, where that is another than its own. */
export function eventPath({ slug, via }: Pick<EventRow, 'slug' | 'via'>): string {
  return `/events/${slug}${via ? `?via=${encodeURIComponent(via)}` : ''}`;
}

/** An event's hours, place and places in one line; what an organizer typed keeps its own direction. */
export function sayLine(words: Words, event: EventRow, { isPast = false } = {}): string {
  const parts = [
    sayHours(words, event),
    event.placeName && isolated(event.placeName),
    event.held !== 'in-person' && words.t(`events.held.${event.held}`),
    !isPast && event.state === 'published' && sayPlaces(words, event),
  ];
  return parts.filter(Boolean).join(' · ');
}

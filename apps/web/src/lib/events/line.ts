import type { EventRow } from '@groundwork/features/events/contract';
import type { Words } from '#lib/words/words.ts';
import { isolated } from '#lib/words/isolated.ts';
import { sayHours } from './when.ts';

/** Has every place been taken? */
export function isFull({ capacity, takenCount }: Pick<EventRow, 'capacity' | 'takenCount'>): boolean {
  return capacity !== null && takenCount >= capacity;
}

/** In their order, but what still takes people before what does not. */
export function openFirst<T extends Pick<EventRow, 'capacity' | 'takenCount' | 'takesAnswers'>>(
  events: T[],
): T[] {
  const isOpen = (event: T) => event.takesAnswers && !isFull(event);
  return [...events.filter(isOpen), ...events.filter((event) => !isOpen(event))];
}

/** How many come: of the places there are, or of anyone; null when there is nothing to say yet. */
export function sayPlaces({ t }: Words, event: Pick<EventRow, 'capacity' | 'takenCount'>): string | null {
  const { capacity, takenCount } = event;
  if (isFull(event)) return t('events.full');
  if (capacity !== null) return t('events.places', { taken: takenCount, capacity });
  return takenCount > 0 ? t('events.going', { count: takenCount }) : null;
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

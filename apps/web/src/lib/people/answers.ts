import type { PersonView } from '@groundwork/features/people/contract';
import type { Key } from '@groundwork/words';

type Answer = Pick<PersonView['consents'][number], 'how' | 'manner'>;

/** How somebody gave an answer, in words: on which form, or where an organizer heard it. */
export function howSaid({ how, manner }: Answer, t: (key: Key) => string): string {
  return t(manner ? (`people.reach.manner.${manner}` as Key) : (`people.consent.how.${how}` as Key));
}

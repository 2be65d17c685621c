import type { PersonView } from '@groundwork/features/people/contract';
import type { Key } from '@groundwork/words';

type Answer = Pick<PersonView['consents'][number], 'how' | 'manner'>;

/** How somebody gave an answer, in words: on which form, or where an organizer heard it. */
export function howSaid({ how, manner }: Answer, t: (key: Key) => string): string {
  return t(manner ? (`people.reach.manner.${manner}` as Key) : (`people.consent.how.${how}` as Key));
}

type Wanted = Pick<PersonView['consents'][number], 'pace' | 'onlyAbout'>;
type Words = { t: (key: Key, values?: Record<string, string>) => string; list: (names: string[]) => string };

/** How much less than all letters somebody wants, to themself or of them; empty where they want them all. */
export function lessWanted(
  { pace, onlyAbout }: Wanted,
  whose: 'people.less' | 'people.wants',
  { t, list }: Words,
): string {
  const about = onlyAbout?.map(({ title }) => t('people.reach.words', { words: title }));
  return [pace && t(`${whose}.${pace}`), about && t(`${whose}.campaigns`, { campaigns: list(about) })]
    .filter((sentence) => sentence !== null && sentence !== undefined)
    .join(' ');
}

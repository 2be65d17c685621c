import type { Words } from '#lib/words/words.ts';

type Leaving = { group: string; url: string; silentOn: string | null };

/** What is suggested to be pinned where a group was, in the language of these words: plain text with blank lines. */
export function suggestedText({ t, date }: Words, { group, url, silentOn }: Leaving): string {
  return [
    t('moves.text.hello'),
    t('moves.text.moving', { group, link: url }),
    t('moves.text.why'),
    t('moves.text.how'),
    ...(silentOn === null ? [] : [t('moves.text.last-day', { day: date(silentOn) })]),
    t('moves.text.help'),
  ].join('\n\n');
}

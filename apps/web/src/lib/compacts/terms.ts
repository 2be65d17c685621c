import type { CompactVersion } from '@groundwork/features/compacts/contract';
import { valuesOf, type FormValues } from '#lib/api/forms.ts';

/** What of a reader's record a letter may say to them, in the order in which the form asks. */
export const LETTER_WORDS: CompactVersion['fields'] = ['first-name', 'name'];

/** The terms that a form said, as text: the api reads the numbers in it. */
export function termsTyped(typed: FormValues) {
  const { about, mostAYear, noticeHours, until, endingDays } = typed;
  return { about, fields: valuesOf(typed, 'fields'), mostAYear, noticeHours, until, endingDays };
}

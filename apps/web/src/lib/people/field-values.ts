import type { FieldValueView } from '@groundwork/features/people/fields/contract';
import type { Words } from '#lib/words/words.ts';

/** What a field holds of a person, as it is read. Numbers stay as written: some are of a house, or of a membership. */
export function shownValue(
  { t, date }: Pick<Words, 't' | 'date'>,
  { kind, value }: Pick<FieldValueView, 'kind' | 'value'>,
): string {
  if (value === null) return t('people.values.unset');
  if (kind === 'date') return date(value, 'day', 'UTC');
  return kind === 'yesno' ? t(value === 'yes' ? 'people.values.yes' : 'people.values.no') : value;
}

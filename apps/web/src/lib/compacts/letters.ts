import type { CompactLetter } from '@groundwork/features/compacts/uses/contract';
import { languages } from '@groundwork/words/languages';
import type { FormValues } from '#lib/api/forms.ts';

/** The letter that a form said: in each language in which something was typed. */
export function letterTyped(typed: FormValues): CompactLetter {
  const texts = languages
    .map((language) => ({
      language,
      subject: typed[`subject-${language}`] ?? '',
      body: typed[`body-${language}`] ?? '',
    }))
    .filter(({ subject, body }) => subject !== '' || body !== '');
  return { texts };
}

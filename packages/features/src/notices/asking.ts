import { say, type Language } from '@groundwork/words';
import type { Letter } from '../outbox/letter.ts';

/**
 * Asks a mailbox whether it was its owner who gave its address; `text` says for what. These are the site's own words: no
 * title, place, name or link of whoever filled the form, or planned the thing, so that nobody writes to strangers through
 * us. The page behind the button shows what it is about.
 */
export function askingLetter(
  language: Language,
  { site, text, url }: { site: string; text: string; url: string },
): { subject: string; letter: Letter } {
  return {
    subject: say(language, 'mail.asking.subject', { site }),
    letter: {
      heading: say(language, 'mail.asking.heading'),
      paragraphs: [text, say(language, 'mail.asking.not-you')],
      button: { label: say(language, 'mail.asking.button'), url },
    },
  };
}

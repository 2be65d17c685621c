import { say, type Language } from '@groundwork/words';
import type { Letter } from './letter.ts';

/** What somebody did with an address that nobody proved to be theirs. */
export type AskedDeed = 'rsvp' | 'signature';

/**
 * Asks a mailbox whether it was its owner who gave its address. These are the site's own words: no title, place, name or
 * link of whoever filled the form, or planned the thing, so that nobody writes to strangers through us. The page behind
 * the button shows what it is about.
 */
export function askingLetter(
  language: Language,
  { deed, site, url }: { deed: AskedDeed; site: string; url: string },
): { subject: string; letter: Letter } {
  return {
    subject: say(language, 'mail.asking.subject', { site }),
    letter: {
      heading: say(language, 'mail.asking.heading'),
      paragraphs: [say(language, `mail.asking.${deed}`, { site }), say(language, 'mail.asking.not-you')],
      button: { label: say(language, 'mail.asking.button'), url },
    },
  };
}

import { say, type Language } from '@groundwork/words';
import type { Letter } from '../outbox/letter.ts';

/** What a person is mailed who asked what a group holds about them. */
export function ownRecordLetter(
  language: Language,
  group: string,
  url: string,
): { subject: string; letter: Letter } {
  const subject = say(language, 'mail.own-record.subject', { group });
  return {
    subject,
    letter: {
      heading: subject,
      paragraphs: [
        say(language, 'mail.own-record.text', { group }),
        say(language, 'mail.own-record.private'),
      ],
      button: { label: say(language, 'mail.own-record.see'), url },
    },
  };
}

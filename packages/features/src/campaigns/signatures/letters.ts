import { say, type Language } from '@groundwork/words';
import type { Letter } from '../../outbox/letter.ts';

type Named = { title: string; groupName: string };
type Written = { subject: string; letter: Letter };

/** For someone who already stands under the campaign and signed again. */
export function standingLetter(language: Language, { title, groupName }: Named, url: string): Written {
  return {
    subject: say(language, 'mail.signature-standing.subject', { title }),
    letter: {
      heading: say(language, 'mail.signature-standing.heading'),
      paragraphs: [say(language, 'mail.signature-standing.text', { title, group: groupName })],
      button: { label: say(language, 'mail.signature-standing.button'), url },
    },
  };
}

/** For someone signed in, whose name counted at once: how to undo it. */
export function receiptLetter(language: Language, { title, groupName }: Named, url: string): Written {
  return {
    subject: say(language, 'mail.signature-receipt.subject', { title }),
    letter: {
      heading: say(language, 'mail.signature-receipt.heading'),
      paragraphs: [
        say(language, 'mail.signature-receipt.text', { title, group: groupName }),
        say(language, 'mail.signature-receipt.undo'),
      ],
      button: { label: say(language, 'mail.signature-receipt.button'), url },
    },
  };
}

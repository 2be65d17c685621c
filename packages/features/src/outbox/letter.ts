import { fillPlaces, fillAddress, fillFile, type Values } from '@groundwork/mail';

/**
 * What a mail says, already in the receiver's language. `unsubscribe.url` is a page with a button, for people;
 * `oneClickUrl` takes the POST that mail programs send by themselves (RFC 8058). One that many
 * receive has places (`place`) where each mail's own values go.
 */
export type Letter = {
  heading: string;
  paragraphs: string[];
  button?: { label: string; url: string };
  footer?: string[];
  unsubscribe?: { label: string; url: string; oneClickUrl: string };
  attachments?: { filename: string; contentType: string; content: string }[];
};

type Shared<Part extends 'subject' | 'letter'> = Pick<{ subject: string; letter: Letter }, Part> | null;
type Own = { subject: string | null; letter: Letter | null; values: Values | null };

/** The subject of a mail, whether its own or that of a letter to many. */
export function readSubject({ subject, values }: Omit<Own, 'letter'>, shared: Shared<'subject'>) {
  return shared ? fillPlaces(shared.subject, values ?? {}) : subject;
}

/** The letter of a mail, whether its own or one to many; null once it was erased. */
export function readLetter({ letter, values }: Omit<Own, 'subject'>, shared: Shared<'letter'>) {
  return shared ? fillLetter(shared.letter, values ?? {}) : letter;
}

/** The letter as one of its receivers gets it. Throws TypeError when a value is missing, or makes another link of one. */
function fillLetter(letter: Letter, values: Values): Letter {
  const words = (text: string) => fillPlaces(text, values);
  const address = (url: string) => fillAddress(url, values);
  const { heading, paragraphs, button, footer, unsubscribe, attachments } = letter;
  return {
    heading: words(heading),
    paragraphs: paragraphs.map(words),
    ...(button && { button: { label: words(button.label), url: address(button.url) } }),
    ...(footer && { footer: footer.map(words) }),
    ...(unsubscribe && {
      unsubscribe: {
        label: words(unsubscribe.label),
        url: address(unsubscribe.url),
        oneClickUrl: address(unsubscribe.oneClickUrl),
      },
    }),
    ...(attachments && {
      attachments: attachments.map((file) => ({
        ...file,
        content: fillFile(file.content, file.contentType, values),
      })),
    }),
  };
}

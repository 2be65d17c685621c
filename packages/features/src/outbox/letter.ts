import {
  fillAddress,
  fillBlock,
  fillFile,
  fillPlaces,
  type Block,
  type MailAttachment,
  type Values,
} from '@groundwork/mail';

/**
 * What a mail says, already in the receiver's language. `unsubscribe.url` is a page with a button, for people;
 * `oneClickUrl` takes the POST that mail programs send by themselves (RFC 8058). One that many
 * receive has places (`place`) where each mail's own values go.
 */
export type Letter = {
  heading?: string;
  paragraphs: string[];
  blocks?: Block[];
  preheader?: string;
  /** In whose name it is, where that is not the group's alone. */
  senderName?: string;
  /** What the letter is called that it answers: `<id@host>`. */
  inReplyTo?: string;
  button?: { label: string; url: string };
  footer?: string[];
  unsubscribe?: { label: string; url: string; oneClickUrl: string };
  attachments?: MailAttachment[];
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
  const { heading, preheader, senderName, paragraphs, blocks } = letter;
  const { button, footer, unsubscribe, attachments } = letter;
  return {
    ...(heading !== undefined && { heading: words(heading) }),
    ...(preheader !== undefined && { preheader: words(preheader) }),
    ...(senderName !== undefined && { senderName }),
    paragraphs: paragraphs.map(words),
    ...(blocks && { blocks: blocks.map((block) => fillBlock(block, values)) }),
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

import type { MailSigner } from './dkim.ts';
import { buildMessage } from './message.ts';
import { asRefusal } from './refusal.ts';
import { prepareMessage, type MailTemplate, type TemplateMail } from './template.ts';
import { openTransport, type ReadyMessage } from './transport.ts';

export { blockText } from './block-text.ts';
export { openDkimSigner, type MailSigner } from './dkim.ts';
export { fillBlock, wordsOfBlock, type Block, type LetterCard, type Flow, type Inline } from './blocks.ts';
export { layoutMail, type MailLetter } from './layout.ts';
export { fillPlaces, fillAddress, fillFile, place, withoutPlaces, type Values } from './places.ts';
export { MailPutOff, MailRefused, SenderRefused } from './refusal.ts';
export { addressIn, underName } from './sender.ts';
export { messageSize, type MailTemplate, type TemplateMail } from './template.ts';
export { tryMail } from './trial.ts';

export type Mail = {
  /** `<id@host>`, the same each time this mail is tried, so that receivers fold a repeated one into one. */
  messageId: string;
  /** One bare address. */
  to: string;
  /** The envelope sender, to which it comes back: a bare address; that of `mailFrom` when absent. */
  returnPath?: string;
  /** An address, or a name with one; the site's own when absent. */
  from?: string;
  replyTo?: string;
  /** What the mail is called that this one answers. */
  inReplyTo?: string;
  /** Signs it besides the site: for whose domain it is from. */
  signer?: MailSigner;
  subject: string;
  text: string;
  html: string;
  /** Answers a POST with no more than the address itself (RFC 8058); becomes the headers for one-click unsubscribing. */
  unsubscribeUrl?: string;
  attachments?: MailAttachment[];
  /** BCP 47, such as `es`. */
  language: string;
};

/** What is no text comes in base64. What has a `cid` is shown where the HTML names it, and not among the attached files. */
export type MailAttachment = {
  filename: string;
  contentType: string;
  content: string;
  encoding?: 'base64';
  cid?: string;
};

export type Mailer = {
  /**
   * Resolves when the server took the mail. Throws MailRefused when it never will; any other error is for now only,
   * so try again later.
   */
  send(mail: Mail): Promise<void>;
  /** Composes once what many mails say; what it answers sends one of them, like `send`. */
  prepare(template: MailTemplate): Promise<PreparedMail>;
  /** Throws when the server does not answer or does not let us in. */
  verify(): Promise<void>;
  /** Waits for what is being sent, then hangs up. */
  close(): Promise<void>;
};

export type PreparedMail = { send(mail: TemplateMail): Promise<void> };

export type MailerSettings = {
  smtpUrl: string;
  mailFrom: string;
  /** `privateKey` is RSA in PEM (RFC 6376). */
  dkim?: { domainName: string; keySelector: string; privateKey: string };
};

/** A server may take so long to say yes to what it has read (RFC 5321, 4.5.3.2.6): whoever hangs up before sends twice. */
const SILENCE_MS = 600_000;

/** Keeps up to five connections to the SMTP server; opens them as mail comes. Throws when `dkim` could not sign. */
export function openMailer(settings: MailerSettings): Mailer {
  const { mailFrom } = settings;
  const pool = { pool: true, maxConnections: 5, maxMessages: 500 } as const;
  const transport = openTransport(settings, { ...pool, socketTimeout: SILENCE_MS });
  const sending = new Set<Promise<unknown>>();
  const post = async (composed: ReadyMessage | Promise<ReadyMessage>) => {
    const sent = Promise.resolve(composed).then((message) =>
      transport.post(message).catch((error: unknown) => {
        throw asRefusal(error);
      }),
    );
    const ended = sent.catch(() => {}).finally(() => sending.delete(ended));
    sending.add(ended);
    await sent;
  };
  return {
    send: (mail) => post(buildMessage(mail, mailFrom)),
    async prepare(template) {
      const fillIn = await prepareMessage(template, mailFrom);
      const { signer } = template;
      return { send: async (mail) => post({ ...fillIn(mail), signer }) };
    },
    async verify() {
      await transport.verify();
    },
    async close() {
      await Promise.all(sending);
      transport.close();
    },
  };
}

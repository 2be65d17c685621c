import type { Writable } from 'node:stream';
import nodemailer, { type SMTPSentMessageInfo, type Transport } from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { openDkimSigner, type MailSigner } from './dkim.ts';
import type { MailerSettings } from './mail.ts';
import { inAscii } from './message.ts';

type Keeping = { socketTimeout: number } & (
  { pool: false } | { pool: true; maxConnections: number; maxMessages: number }
);

/** A message as it goes to the server, to whom, where it comes back to if not to the sender, and who signs it besides the site. */
export type ReadyMessage = {
  to: string;
  returnPath?: string | undefined;
  message: Buffer;
  signer?: MailSigner | undefined;
};

/** The way to the SMTP server, for messages that are composed. Throws when `dkim` could not sign. */
export function openTransport({ smtpUrl, mailFrom, dkim }: MailerSettings, keeping: Keeping) {
  const signed = openDkimSigner(dkim);
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    ...keeping,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
  });
  const [sender] = addressparser(mailFrom, { flatten: true });
  // Whatever a message says of its sender: what comes back comes home, and SPF is asked about our own domain.
  const from = inAscii(sender?.address ?? mailFrom);
  return {
    async post({ to, returnPath = from, message, signer }: ReadyMessage): Promise<{ response: string }> {
      const whole = await signed(signer ? await signer(message) : message);
      const mail = asComposed({ from: returnPath, to: [to] }, whole);
      return new Promise((resolve, reject) =>
        transport.transporter.send(mail, (error, sent) =>
          sent ? resolve(sent) : reject(error ?? new Error('The mail server said nothing.')),
        ),
      );
    },
    verify: () => transport.verify(),
    close: () => transport.close(),
  };
}

type Composed = Parameters<Transport<SMTPSentMessageInfo>['send']>[0];

/**
 * A message for nodemailer's transports, which take it as it is. `sendMail` would parse and compose it again, for longer
 * than it takes to send. These are all the questions that they ask of one.
 */
function asComposed(envelope: { from: string; to: string[] }, message: Buffer): Composed {
  const answers = {
    getEnvelope: () => ({ ...envelope }),
    messageId: () => '',
    getHeader: () => '',
    createReadStream: () => wholeOf(message),
  };
  return { data: {}, message: answers } as unknown as Composed;
}

/** As much of a stream as they ask for, of what is there already. By `readableDidRead` they know whether any of it was sent. */
function wholeOf(message: Buffer) {
  return {
    readableDidRead: false,
    pipe(into: Writable) {
      this.readableDidRead = true;
      into.end(message);
    },
  };
}

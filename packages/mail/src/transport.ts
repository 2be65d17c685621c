import nodemailer from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import { openDkimSigner } from './dkim.ts';
import type { MailerSettings } from './mail.ts';

type Keeping = { pool: false } | { pool: true; maxConnections: number; maxMessages: number };

/** The way to the SMTP server, for messages that are composed. Throws when `dkim` could not sign. */
export function openTransport({ smtpUrl, mailFrom, dkim }: MailerSettings, keeping: Keeping) {
  const signed = openDkimSigner(dkim);
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    ...keeping,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
  });
  const [sender] = addressparser(mailFrom, { flatten: true });
  // The same sender whatever a message says: bounces come home, and SPF is asked about our own domain.
  const from = sender?.address ?? mailFrom;
  return {
    post: async ({ to, message }: { to: string; message: Buffer }) =>
      transport.sendMail({ envelope: { from, to: [to] }, raw: await signed(message) }),
    verify: () => transport.verify(),
    close: () => transport.close(),
  };
}

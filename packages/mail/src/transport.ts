import { createPrivateKey } from 'node:crypto';
import nodemailer from 'nodemailer';
import addressparser from 'nodemailer/lib/addressparser';
import type { MailerSettings } from './mail.ts';
import { signedFields } from './message.ts';

type Keeping = { pool: false } | { pool: true; maxConnections: number; maxMessages: number };

/** The way to the SMTP server, and whom it says that mail comes from. Throws when `dkim` could not sign. */
export function openTransport({ smtpUrl, mailFrom, dkim }: MailerSettings, keeping: Keeping) {
  const transport = nodemailer.createTransport({
    url: smtpUrl,
    ...keeping,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    // A mail is made of what it was given: nothing it says may make us read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: { ...dkim, privateKey: asRsaKey(dkim.privateKey), headerFieldNames: signedFields } }),
  });
  const [sender] = addressparser(mailFrom, { flatten: true });
  return { transport, envelopeFrom: sender?.address ?? mailFrom };
}

/** nodemailer would send unsigned, without a word, with a key it cannot sign with. */
function asRsaKey(pem: string): string {
  if (createPrivateKey(pem).asymmetricKeyType === 'rsa') return pem;
  throw new Error('Mail is signed with an RSA key, and DKIM_KEY is another kind.');
}

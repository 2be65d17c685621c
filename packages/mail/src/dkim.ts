import { createHash, createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { domainToASCII } from 'node:url';
import { promisify } from 'node:util';
import type { MailerSettings } from './mail.ts';

/** What DKIM vouches for. RFC 8058 wants both headers of unsubscribing among them. */
const SIGNED = [
  ...[
    'from',
    'sender',
    'reply-to',
    'subject',
    'date',
    'message-id',
    'to',
    'cc',
    'mime-version',
    'content-type',
  ],
  ...['content-transfer-encoding', 'content-language', 'auto-submitted', 'in-reply-to', 'references'],
  ...['list-unsubscribe', 'list-unsubscribe-post'],
];

/** Signed as being there no more often than they are, so that nobody can put a second one before ours (RFC 6376, 8.15). */
const NO_MORE_OF = ['from', 'reply-to', 'subject', 'to', 'list-unsubscribe', 'list-unsubscribe-post'];

const signInThread = promisify(
  (data: Buffer, key: KeyObject, done: (error: Error | null, signature: Buffer) => void) =>
    sign('sha256', data, key, done),
);

/** What puts a signature before a whole message. Several may do so, one after the other: none signs another's. */
export type MailSigner = (message: Buffer) => Promise<Buffer>;

/**
 * Signs whole messages (RFC 6376, relaxed/relaxed, rsa-sha256), the costly part of it in the thread pool, where nodemailer
 * would sign on the main thread. Without settings they stay as they are. Throws when the key could not sign.
 */
export function openDkimSigner(dkim: MailerSettings['dkim']): MailSigner {
  if (!dkim) return async (message) => message;
  const { keySelector } = dkim;
  const domainName = domainToASCII(dkim.domainName) || dkim.domainName;
  const key = asRsaKey(dkim.privateKey);
  return async (message) => {
    const split = message.indexOf('\r\n\r\n');
    const { names, fields } = relaxedFields(message.toString('latin1', 0, split));
    const bodyHash = createHash('sha256')
      .update(relaxedBody(message.toString('latin1', split + 4)), 'latin1')
      .digest('base64');
    const unsigned = [
      `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${domainName}; q=dns/txt;`,
      ` s=${keySelector}; bh=${bodyHash};`,
      ` h=${[...names, ...NO_MORE_OF].join(':\r\n  ')};`,
      ' b=',
    ].join('\r\n');
    const signed = [...fields, `dkim-signature:${relaxedValue(unsigned)}`].join('\r\n');
    const signature = await signInThread(Buffer.from(signed, 'latin1'), key);
    const folded = signature.toString('base64').replaceAll(/.{72}(?=.)/g, '$&\r\n ');
    return Buffer.concat([Buffer.from(`${unsigned}${folded}\r\n`, 'latin1'), message]);
  };
}

/** The fields that are signed, of each the last. */
function relaxedFields(head: string) {
  const found = new Map<string, string>();
  for (const field of head.split(/\r\n(?![ \t])/)) {
    const name = field.slice(0, field.indexOf(':')).trimEnd().toLowerCase();
    found.set(name, `${name}:${relaxedValue(field)}`);
  }
  const names = SIGNED.filter((name) => found.has(name));
  return { names, fields: names.map((name) => found.get(name) ?? '') };
}

function relaxedValue(field: string): string {
  return field
    .slice(field.indexOf(':') + 1)
    .replaceAll('\r\n', '')
    .replaceAll(/[ \t]+/g, ' ')
    .replaceAll(/^ | $/g, '');
}

/** Lines without blanks at their end, with one where there are several, and no empty ones at the end of all. */
function relaxedBody(body: string): string {
  const lines = body.replaceAll(/[ \t]+/g, ' ').replaceAll(' \r\n', '\r\n');
  let end = lines.endsWith(' ') ? lines.length - 1 : lines.length;
  while (end > 1 && lines.startsWith('\r\n', end - 2)) end -= 2;
  return end === 0 ? '' : `${lines.slice(0, end)}\r\n`;
}

function asRsaKey(pem: string): KeyObject {
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyType === 'rsa') return key;
  throw new Error('Mail is signed with an RSA key, and DKIM_KEY is another kind.');
}

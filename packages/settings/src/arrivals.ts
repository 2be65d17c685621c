import { SettingsError } from './error.ts';
import type { SettingName } from './guide.ts';

/** How mail that comes back arrives. */
export type Arrivals = {
  /** In small letters, without a `+`. Absent: mail comes back to `mailFrom`, and nobody reads it here. */
  returnAddress: string | undefined;
  /** A mailbox, with its name and password. */
  inboxUrl: string | undefined;
  lmtpAddress: { host: string; port: number } | undefined;
};

export function readArrivals(read: (name: SettingName) => string | undefined): Arrivals {
  const returnAddress = asReturnAddress(read('RETURN_ADDRESS'));
  const inboxUrl = asInbox(read('INBOX_URL'));
  const lmtpAddress = asAddress('LMTP_ADDRESS', read('LMTP_ADDRESS'));
  if (returnAddress) return { returnAddress, inboxUrl, lmtpAddress };
  if (!inboxUrl && !lmtpAddress) return { returnAddress, inboxUrl, lmtpAddress };
  const name = inboxUrl ? 'INBOX_URL' : 'LMTP_ADDRESS';
  throw new SettingsError(`${name} is set, but it reads what came to RETURN_ADDRESS, which is not.`);
}

export function asAddress(name: SettingName, text: string | undefined): Arrivals['lmtpAddress'] {
  if (text === undefined) return undefined;
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:\s/]+)):(\d{1,5})$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const port = Number(digits);
  if (host !== undefined && port >= 1 && port <= 65535) return { host, port };
  throw new SettingsError(
    `${name} is "${text}", but it must be a host and a port, such as 127.0.0.1:${EXAMPLES[name] ?? 80}.`,
  );
}

const EXAMPLES: { [Name in SettingName]?: number } = { METRICS_ADDRESS: 9464, LMTP_ADDRESS: 2424 };

/** What is put between its name and its domain is 49 characters long, of the 64 that a name may have (RFC 5321, 4.5.3.1.1). */
const RETURN_ADDRESS = /^[a-z0-9][a-z0-9._-]{0,14}@[a-z0-9-]+(\.[a-z0-9-]+)*$/;

function asReturnAddress(text: string | undefined): string | undefined {
  const address = text?.toLowerCase();
  if (address === undefined || RETURN_ADDRESS.test(address)) return address;
  throw new SettingsError(
    `RETURN_ADDRESS is "${text}", but it must be a plain address with a short name, such as returns@example.org.`,
  );
}

function asInbox(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWhole = url && ['imap:', 'imaps:'].includes(url.protocol) && url.hostname && url.username;
  if (isWhole && isDecodable(url)) return text;
  // The value is not repeated: it holds a password, and this sentence goes to logs.
  throw new SettingsError('INBOX_URL is not a mailbox such as imaps://name:password@mail.example.org/INBOX.');
}

function isDecodable({ username, password, pathname }: URL): boolean {
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

import { generateKeyPair } from 'node:crypto';
import { Resolver } from 'node:dns/promises';
import { promisify } from 'node:util';

/** What is asked for records about mail. */
export type NameServers = Pick<Resolver, 'resolveTxt'>;

/** Asks these name servers, or the machine's own when none is named; whoever asks waits for seconds only. */
export function openResolver(servers: readonly string[] = []): Resolver {
  const resolver = new Resolver({ timeout: 2_000, tries: 2 });
  if (servers.length > 0) resolver.setServers(servers);
  return resolver;
}

/** The TXT records of a name, each in one piece; none when there is no such name. Rejects when nobody can tell. */
export async function textsOf(dns: NameServers, name: string): Promise<string[]> {
  const records = await dns.resolveTxt(name).catch((error: unknown) => {
    if (isNowhere(error)) return [];
    throw error;
  });
  return records.map((pieces) => pieces.join(''));
}

/** Whether a name server said that there is no such name or record; else it said nothing. */
export function isNowhere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && ['ENOTFOUND', 'ENODATA'].includes(String(error.code));
}

/** Where a key for DKIM is published (RFC 6376, 3.6.2.1), and the key: the public part, DER in base64. */
export type PublishedKey = { domain: string; selector: string; publicKey: string };
/** What is published: this key, none, another one, or several, of which receivers may take any. */
export type KeyFound = 'here' | 'missing' | 'other' | 'several';

export function keyNameOf({ domain, selector }: Pick<PublishedKey, 'domain' | 'selector'>): string {
  return `${selector}._domainkey.${domain}`;
}

export function keyRecordOf(publicKey: string): string {
  return `v=DKIM1; k=rsa; p=${publicKey}`;
}

/** Looks whether this key is published. Rejects when nobody can tell. */
export async function lookForKey(dns: NameServers, key: PublishedKey): Promise<KeyFound> {
  const [first, ...others] = await textsOf(dns, keyNameOf(key));
  if (first === undefined) return 'missing';
  if (others.length > 0) return 'several';
  return keyIn(first) === key.publicKey ? 'here' : 'other';
}

function keyIn(record: string): string | undefined {
  return /(?:^|;)\s*p\s*=\s*([A-Za-z0-9+/=\s]*)/.exec(record)?.[1]?.replaceAll(/\s/g, '');
}

const generateInThread = promisify(generateKeyPair);

/** A new key that signs mail; made in the thread pool, as that takes a while. */
export async function makeSigningKey(): Promise<{ privateKey: string; publicKey: string }> {
  const { privateKey, publicKey } = await generateInThread('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return { privateKey, publicKey: publicKey.toString('base64') };
}

import type { ImapFlow, MailboxLockObject } from 'imapflow';
import type { ArrivedMail } from './inbox.ts';
import { readFields } from './fields.ts';
import { MOST_BYTES } from './reports.ts';

/** So many messages are read at a time: with `MOST_BYTES` each, that bounds the memory. */
const BATCH = 50;

/** Why a mailbox could not be read. */
export type InboxFailure = 'unreachable' | 'signed-out' | 'no-mailbox' | 'failed';

/** Says what is wrong by a code alone: what servers answer may hold names. */
export class InboxError extends Error {
  override name = 'InboxError';
  readonly why: InboxFailure;

  constructor(why: InboxFailure) {
    super(`The mailbox could not be read (${why}).`);
    this.why = why;
  }
}

/**
 * Hands over what a mailbox has that nobody has seen, batch by batch, oldest first. What `take` answers true for was dealt
 * with, and is deleted; the rest stays, as seen. A batch whose `take` rejects stays as it was. Returns how many were dealt
 * with; `null` says of one alone that it could not be kept, and stays as it was. Throws InboxError when the mailbox cannot be read.
 */
export async function fetchMail(
  url: string,
  take: (batch: ArrivedMail[]) => Promise<(boolean | null)[]>,
  signal?: AbortSignal,
): Promise<number> {
  return withMailbox(url, async (client) => {
    let count = 0;
    const met = new Set<number>();
    for (;;) {
      const dealt = await fetchBatch(client, take, met);
      count += dealt ?? 0;
      if (dealt === null || signal?.aborted) return count;
    }
  });
}

/**
 * Takes one message out of a mailbox, by what it is called (`<id@host>`), seen or not; null while it is not there. Throws
 * InboxError when the mailbox cannot be read.
 */
export async function takeNamed(url: string, messageId: string): Promise<Uint8Array | null> {
  return withMailbox(url, async (client) => {
    const [uid] = (await client.search({ header: { 'message-id': messageId } }, { uid: true })) || [];
    if (uid === undefined) return null;
    const [message] = await client.fetchAll(
      [uid],
      { uid: true, source: { maxLength: MOST_BYTES } },
      { uid: true },
    );
    await client.messageDelete([uid], { uid: true });
    return message?.source ?? null;
  });
}

async function withMailbox<T>(url: string, work: (client: ImapFlow) => Promise<T>): Promise<T> {
  const { client, mailbox } = await connect(url);
  let lock: MailboxLockObject | null = null;
  try {
    lock = await client.getMailboxLock(mailbox).catch(() => {
      throw new InboxError('no-mailbox');
    });
    return await work(client);
  } finally {
    lock?.release();
    await client.logout().catch(() => client.close());
  }
}

async function connect(url: string): Promise<{ client: ImapFlow; mailbox: string }> {
  // Only now: whoever reads no mailbox pays nothing for it.
  const imap = await import('imapflow');
  const { protocol, hostname, port, username, password, pathname } = new URL(url);
  const secure = protocol === 'imaps:';
  const client = new imap.ImapFlow({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    // Its log repeats what the server says, addresses too.
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    maxLiteralSize: 4 * MOST_BYTES,
  });
  // A connection that breaks is told to whoever waits for an answer; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw new InboxError(isSignedOut(error) ? 'signed-out' : 'unreachable');
  }
  return { client, mailbox: decodeURIComponent(pathname.slice(1)) || 'INBOX' };
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true;
}

/**
 * How many of the next few were dealt with; null when there are none. What was `met` is not taken again where a server
 * does not let us delete or mark it.
 */
async function fetchBatch(
  client: ImapFlow,
  take: (batch: ArrivedMail[]) => Promise<(boolean | null)[]>,
  met: Set<number>,
): Promise<number | null> {
  const found = (await client.search({ seen: false, deleted: false }, { uid: true })) || [];
  const uids = found.filter((uid) => !met.has(uid)).slice(0, BATCH);
  if (uids.length === 0) return null;
  for (const uid of uids) met.add(uid);
  const messages = await client.fetchAll(
    uids,
    { uid: true, source: { maxLength: MOST_BYTES } },
    { uid: true },
  );
  const batch = messages.map(({ source = Buffer.alloc(0) }) => ({
    receivers: receiversIn(source),
    raw: source,
  }));
  const isDealt = await take(batch);
  const dealt = messages.filter((_, n) => isDealt[n]).map(({ uid }) => uid);
  const unkept = messages.filter((_, n) => isDealt[n] === null).map(({ uid }) => uid);
  const read = uids.filter((uid) => !dealt.includes(uid) && !unkept.includes(uid));
  // What is not deleted is seen before the rest is: else it would come again each time.
  if (read.length > 0) await client.messageFlagsAdd(read, ['\\Seen'], { uid: true });
  if (dealt.length > 0) await client.messageDelete(dealt, { uid: true });
  return dealt.length;
}

const ADDRESS = /[^\s<>,;:"()@]{1,64}@[^\s<>,;:"()@]{1,255}/g;

/** Where the servers on its way wrote whom it came to; `To` is what its sender wrote. */
const RECEIVERS = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'to'];

function receiversIn(raw: Uint8Array): string[] {
  const text = new TextDecoder().decode(raw.subarray(0, 65_536));
  const fields = readFields(text.split(/\r?\n\r?\n/, 1)[0] ?? '');
  const named = RECEIVERS.flatMap((name) => fields.get(name)?.match(ADDRESS) ?? []);
  return [...new Set(named)].slice(0, 50);
}

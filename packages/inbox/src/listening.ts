import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';
import type { ArrivedMail } from './inbox.ts';
import { MOST_BYTES } from './reports.ts';

/** So many may bring mail at a time, of which each holds one message: that bounds the memory. */
const MOST_CLIENTS = 100;
/** Receivers of one message. A report has one. */
const MOST_RECEIVERS = 20;
/** What is longer is refused: a report quotes no more than the mail that came back. */
const LONGEST_BYTES = 50 * 1024 * 1024;

type Door = {
  /** Whether mail to this address is for us. */
  isKnown: (address: string) => boolean;
  /**
   * Resolves once what the message says is durable, until when its bringer keeps it: to whether it was one to be read here.
   * What was not is refused, so that whoever wrote it hears of that.
   */
  take: (arrived: ArrivedMail) => Promise<boolean>;
};

export type MailListener = { port: number; close(): Promise<void> };

/**
 * Takes mail over LMTP (RFC 2033), as a mail server of the same machine or network brings it. Rejects when the port cannot
 * be had.
 */
export async function listenForMail(
  { host, port }: { host: string; port: number },
  { isKnown, take }: Door,
): Promise<MailListener> {
  const server = new SMTPServer({
    lmtp: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: LONGEST_BYTES,
    rejectOversized: true,
    maxClients: MOST_CLIENTS,
    maxRecipients: MOST_RECEIVERS,
    socketTimeout: 60_000,
    closeTimeout: 5_000,
    onRcptTo: ({ address }, _session, answer) => answer(isKnown(address) ? undefined : NO_SUCH_RECEIVER()),
    onData(stream, { envelope }, answer) {
      const receivers = envelope.rcptTo.map(({ address }) => address);
      void readFirst(stream)
        .then((raw) => take({ receivers, raw }))
        .then(
          (isRead) => answer(isRead ? undefined : NOBODY_READS()),
          () => answer(NOT_NOW()),
        );
    },
  });
  const { promise: failed, reject: fail } = Promise.withResolvers<never>();
  // Once it listens: a bringer that hangs up in the middle of a command is its own business.
  server.on('error', fail);
  server.listen(port, host);
  await Promise.race([once(server.server, 'listening'), failed]);
  failed.catch(() => {});
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Their words repeat no address. */
const NO_SUCH_RECEIVER = () => Object.assign(new Error('5.1.1 No such address here'), { responseCode: 550 });
const NOBODY_READS = () =>
  Object.assign(new Error('5.7.1 Nobody reads letters at this address'), { responseCode: 550 });
const NOT_NOW = () => Object.assign(new Error('4.3.0 Not now, try again'), { responseCode: 451 });

/** The beginning of a message; the rest is read and thrown away. */
async function readFirst(stream: SMTPServerDataStream): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    if (length < MOST_BYTES) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks).subarray(0, MOST_BYTES);
}

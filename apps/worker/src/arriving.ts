import type { House } from '@groundwork/features/context';
import { returnsOf } from '@groundwork/features/handlers';
import { noteInbox } from '@groundwork/features/outbox/returns';
import type { Handlers } from '@groundwork/features/work';
import { fetchMail, InboxError, listenForMail, type ArrivedMail, type MailListener } from '@groundwork/inbox';
import type { Metrics } from '@groundwork/metrics';
import type { Logger } from '@groundwork/processes/log';
import { startSweeps } from './sweeps.ts';

/** After so long a port that could not be had is tried again: the worker before may still have it. */
const AGAIN_MS = 30_000;
/** So often it says that it still listens. */
const EVERY_MS = 60_000;

type Surroundings = { log: Logger; metrics: Metrics };
type Running = { close(): Promise<void> };

/**
 * Reads the mail that comes back: listens for it, and looks into the mailbox each minute, in one worker at a time and beside
 * the other sweeps, which wait for no mail server. What fails is shown to the stewards, and tried again.
 */
export function startArriving(house: House, surroundings: Surroundings): Running {
  const stopping = new AbortController();
  const { inboxUrl, lmtpAddress } = house.settings;
  const running: Running[] = [];
  if (lmtpAddress) running.push(keepListening(house, lmtpAddress, surroundings));
  if (inboxUrl)
    running.push(startSweeps(house, { inbox: inboxHandlers(inboxUrl, stopping.signal) }, surroundings));
  return {
    async close() {
      stopping.abort();
      await Promise.all(running.map((one) => one.close()));
    },
  };
}

function inboxHandlers(inboxUrl: string, signal: AbortSignal): Handlers {
  return { every: { 'outbox.read-inbox': { minutes: 1, run: (ctx) => readInbox(ctx, inboxUrl, signal) } } };
}

/** How many were dealt with. One that cannot be kept keeps no other, and is tried again; throws the first such failure. */
export async function readInbox(house: House, inboxUrl: string, signal?: AbortSignal): Promise<number> {
  const reader = returnsOf(house);
  const failures: unknown[] = [];
  const take = async (batch: ArrivedMail[]) => {
    const taken = await Promise.allSettled(batch.map(reader.take));
    const failed = taken.flatMap((one): unknown[] => (one.status === 'rejected' ? [one.reason] : []));
    failures.push(...failed.slice(0, 1));
    if (failed.length > 1 && failed.length === batch.length) throw failed[0];
    return taken.map((one) => (one.status === 'fulfilled' ? one.value : null));
  };
  try {
    const count = await fetchMail(inboxUrl, take, signal);
    if (failures.length > 0) throw failures[0];
    await noteInbox(house, 'imap', null);
    return count;
  } catch (error) {
    await noteInbox(house, 'imap', error instanceof InboxError ? error.why : 'failed');
    throw error;
  }
}

function keepListening(house: House, at: { host: string; port: number }, { log }: Surroundings): Running {
  const reader = returnsOf(house);
  let listener: MailListener | null = null;
  let again: NodeJS.Timeout | undefined;
  let heartbeat: NodeJS.Timeout | undefined;
  let isClosed = false;
  const listen = async () => {
    try {
      listener = await listenForMail(at, reader);
      heartbeat = setInterval(() => void noteInbox(house, 'lmtp', null).catch(() => {}), EVERY_MS);
      await noteInbox(house, 'lmtp', null);
    } catch (error) {
      log.warn({ reason: codeOf(error) }, 'not listening for mail');
      await noteInbox(house, 'lmtp', 'unreachable').catch(() => {});
      if (!isClosed && !listener) again = setTimeout(() => void (running = listen()), AGAIN_MS);
    }
  };
  let running: Promise<void> = listen();
  return {
    async close() {
      isClosed = true;
      clearTimeout(again);
      await running;
      clearInterval(heartbeat);
      await listener?.close();
    },
  };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error ? String(error.code) : error.name;
}

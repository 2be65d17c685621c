import { openMetrics, type Metrics } from '@groundwork/metrics';
import { closeGracefully } from '@groundwork/patches/closing';
import { loadSettings, type Settings } from '@groundwork/settings';
import { createServer, type RequestListener, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Closers } from './closers.ts';
import { openHealth, type Health } from './health.ts';
import { openLog, type Logger } from './log.ts';
import { giveBackAtRest } from './rest.ts';
import { sentenceOf } from './sentence.ts';

/** One process of the site, from its first line to its last. */
export type Process = {
  settings: Settings;
  log: Logger;
  metrics: Metrics;
  health: Health;
  /** Closed when the process ends: what was opened last, first. Throws when it was asked to end while it opens. */
  closing(close: () => Promise<unknown>): void;
};

/** How `open` may differ from process to process. */
type Manner = {
  /** Says why it could not start; a line of the log unless told otherwise. */
  complain?: (sentence: string) => void;
  /** A process that nobody is led to by a proxy has nothing to drain. */
  drains?: boolean;
};

/** What is in flight when the doors close may take this long; then the process ends without it. */
const PATIENCE_MS = 30_000;
/**
 * An idle connection is kept this long. Whoever keeps connections to us must let go of them sooner, so that no request
 * is sent into one that is just being closed; and DRAIN_SECONDS should not be less.
 */
const KEEP_ALIVE_MS = 5_000;

/**
 * Opens a process, and ends it when it is asked to (SIGTERM, SIGINT): not ready from then on, after DRAIN_SECONDS no
 * longer open, and gone with exit code 0 when what was in flight is done. A second signal ends it at once. Whatever
 * keeps it from starting is one sentence and exit code 1.
 */
export async function runProcess(
  name: string,
  open: (process: Process) => Promise<void>,
  { complain, drains = true }: Manner = {},
): Promise<void> {
  const closers = new Closers();
  const opening = Promise.withResolvers<void>();
  let log = openLog(name, 'info');
  try {
    const settings = loadSettings(process.env);
    log = openLog(name, settings.logLevel);
    const health = openHealth();
    speakInLines(log);
    const drainMs = drains ? settings.drainSeconds * 1000 : 0;
    const ending = endWhenAsked({ closers, log, health, drainMs, opened: opening.promise });
    const metrics = await openMetrics(settings.metricsAddress);
    closers.add(() => metrics.close());
    watchHealth(metrics, health);
    giveBackAtRest();
    const closing = (close: () => Promise<unknown>) => {
      closers.add(close);
      if (ending.isAsked) throw new Ended();
    };
    await open({ settings, log, metrics, health, closing });
    opening.resolve();
  } catch (error) {
    if (error instanceof Ended) return opening.resolve();
    const sentence = sentenceOf(error);
    if (complain) complain(sentence);
    else log.fatal(sentence);
    await closers.close(() => undefined);
    process.exit(1);
  }
}

/**
 * A server that answers for the process's health before `listener` hears of a request, and that cuts off nobody when it
 * closes; not yet listening.
 */
export function serverFor(health: Health, listener: RequestListener): Server {
  const server = createServer(health.before(listener));
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return closeGracefully(server);
}

/** Listens at HOST and PORT; closing lets what is in flight end. */
export async function listen({ settings, closing, log }: Process, server: Server): Promise<void> {
  const { port, host } = settings;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  closing(() => new Promise((resolve) => server.close(resolve)));
  log.info({ port }, 'answering');
}

/** Nothing more is opened: the process was asked to end. */
class Ended extends Error {}

type Ending = { closers: Closers; log: Logger; health: Health; drainMs: number; opened: Promise<void> };

function endWhenAsked({ closers, log, health, drainMs, opened }: Ending) {
  const ending = { isAsked: false };
  const end = async () => {
    if (ending.isAsked) process.exit(1);
    ending.isAsked = true;
    health.drain();
    log.info({ seconds: drainMs / 1000 }, 'asked to stop');
    setTimeout(() => {
      log.error('something in flight would not end');
      process.exit(1);
    }, drainMs + PATIENCE_MS).unref();
    await pause(drainMs);
    // What is half open cannot be closed: it goes on to its next step, and no further.
    await opened;
    await closers.close((error) => log.error({ err: error }, 'could not close'));
    log.info('stopped');
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void end());
  return ending;
}

/** What Node would print in its own words, which may be a person's, becomes a line of the log. */
function speakInLines(log: Logger) {
  process.removeAllListeners('warning');
  process.on('warning', (warning) => {
    if (warning.name !== 'ExperimentalWarning') log.warn({ err: warning }, 'warning');
  });
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.fatal({ err: error }, 'crashed');
      process.exit(1);
    });
  }
}

function watchHealth(metrics: Metrics, health: Health) {
  metrics.watch('groundwork_ready', async () => Number((await health.readiness()).status === 'ready'));
  metrics.watch('groundwork_check', async () => {
    const { checks } = await health.readiness();
    return Object.fromEntries(Object.entries(checks).map(([name, it]) => [name, Number(it === 'ok')]));
  });
}

/** Shows how many connections of a pool are busy, idle, and waited for. */
export function watchPool(
  metrics: Metrics,
  pool: { totalCount: number; idleCount: number; waitingCount: number },
): void {
  metrics.watch('groundwork_pool_connections', () => ({
    busy: pool.totalCount - pool.idleCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }));
}

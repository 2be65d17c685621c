import { contextFor, type House } from '@groundwork/features/context';
import { handlers } from '@groundwork/features/handlers';
import { dueWorkOf, entryOfJob, handlerOfJob, jobsFor } from '@groundwork/features/work';
import { MailRefused, openMailer, type Mailer } from '@groundwork/mail';
import type { Metrics } from '@groundwork/metrics';
import type { Logger } from '@groundwork/processes/log';
import { openQueue, startWorker, type Queue, type QueueSettings } from '@groundwork/queue';
import { startArriving } from './arriving.ts';
import { startBackups } from './backups.ts';
import { startRelay } from './relay.ts';
import { startLossRecovery } from './loss-recovery.ts';
import { startReports } from './reports.ts';
import { startSweeps } from './sweeps.ts';
import { timed, watchWork } from './watching.ts';

const CONCURRENCY = 8;
/** Each job may hold one connection (a mail holds its row while the mail server answers) and need another; so may the
 * relay, the one sweep that runs at a time, and whoever reads what comes back. */
export const CONNECTIONS = 2 * (CONCURRENCY + 3);

type Surroundings = { databaseUrl: string; log: Logger; metrics: Metrics };

/** Everything that happens later: the relay from journal to queue, the queue's handlers, and the sweeps. */
export async function startWork(
  house: House,
  { databaseUrl, log, metrics }: Surroundings,
): Promise<{ /** Takes nothing new, and ends what is running. */ close(): Promise<void> }> {
  const { redisUrl, smtpUrl } = house.settings;
  const queueSettings: QueueSettings = { databaseUrl, ...(redisUrl && { redisUrl }) };
  const mailer = smtpUrl ? counted(openMailer({ ...house.settings, smtpUrl }), metrics) : null;
  const features = handlers(mailer);
  const queue = await openQueue(queueSettings);
  const due = dueWorkOf(features);
  const closing = new AbortController();
  const worker = await startWorker(
    queueSettings,
    async ({ name, payload }) => {
      const work = due.find((one) => one.name === name);
      if (work) return timed(metrics, name, () => work.run(contextFor(house), closing.signal));
      const listener = handlerOfJob(features, name);
      if (listener) await timed(metrics, name, () => listener(contextFor(house), entryOfJob(payload)));
    },
    {
      concurrency: CONCURRENCY,
      onFailed: ({ name, id, attempt }, error) =>
        log.warn({ job: name, id, attempt, reason: error.name }, 'job failed'),
    },
  );
  const lossRecovery = await startLossRecovery(house.db, queueSettings, log);
  const relay = await startRelay({
    db: house.db,
    databaseUrl,
    deliver: (entries) => queue.add(jobsFor(features, entries)),
    ask: () => askForWork(queue, house, due),
    log,
  });
  const sweeps = startSweeps(house, features, { log, metrics });
  const arriving = startArriving(house, { log, metrics });
  const reports = startReports(house, queue, log);
  const backups = startBackups(house, { databaseUrl, log, metrics });
  watchWork(metrics, house, queue);
  return {
    async close() {
      closing.abort();
      await Promise.all([
        lossRecovery.close(),
        reports.close(),
        sweeps.close(),
        arriving.close(),
        relay.close(),
        worker.close(),
        backups.close(),
      ]);
      await queue.close();
      await mailer?.close();
    },
  };
}

/**
 * Asks for what is due. Asked by several workers within a second it is one job; while there is more than those who are at
 * it have taken, each second brings one more.
 */
async function askForWork(queue: Queue, house: House, due: ReturnType<typeof dueWorkOf>) {
  for (const { name, isDue } of due) {
    const id = `${name}-${Math.floor(Date.now() / 1000)}`;
    if (await isDue(house)) await queue.add([{ name, id, payload: {}, isForgotten: true }]);
  }
}

/** The same mailer, with what becomes of its mail counted. */
function counted(mailer: Mailer, metrics: Metrics): Mailer {
  const count = async (sent: Promise<void>) => {
    try {
      await sent;
      metrics.mailed('sent');
    } catch (error) {
      metrics.mailed(error instanceof MailRefused ? 'refused' : 'failed');
      throw error;
    }
  };
  return {
    ...mailer,
    send: (mail) => count(mailer.send(mail)),
    async prepare(template) {
      const { send } = await mailer.prepare(template);
      return { send: (mail) => count(send(mail)) };
    },
  };
}

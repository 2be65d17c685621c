import { contextFor, type House } from '@groundwork/features/context';
import { handlers } from '@groundwork/features/handlers';
import { jobsFor, listenerFor } from '@groundwork/features/work';
import { findEntry } from '@groundwork/database/journal';
import { openMailer, type Mailer } from '@groundwork/mail';
import { openQueue, startWorker, type QueueSettings } from '@groundwork/queue';
import type { Logger } from 'pino';
import { startReports } from './reports.ts';
import { startRelay } from './relay.ts';
import { startSweeps } from './sweeps.ts';

const CONCURRENCY = 8;
/** Each job may hold one connection (a mail holds its row while the mail server answers) and need another; so may the
 * relay and the one sweep that runs at a time. */
export const CONNECTIONS = 2 * (CONCURRENCY + 2);

/** Everything that happens later: the relay from journal to queue, the queue's handlers, and the sweeps. */
export async function startWork(
  house: House,
  databaseUrl: string,
  log: Logger,
): Promise<{ close(): Promise<void> }> {
  const { redisUrl, smtpUrl } = house.settings;
  const queueSettings: QueueSettings = { databaseUrl, ...(redisUrl && { redisUrl }) };
  const mailer: Mailer | null = smtpUrl ? openMailer({ ...house.settings, smtpUrl }) : null;
  const features = handlers(mailer);
  const queue = await openQueue(queueSettings);
  const worker = await startWorker(
    queueSettings,
    async ({ name, payload }) => {
      const entry = await findEntry(house.db, String(payload.entryId));
      const listener = listenerFor(features, name);
      if (entry && listener) await listener(contextFor(house), entry);
    },
    {
      concurrency: CONCURRENCY,
      onFailed: ({ name, id, attempt }, error) =>
        log.warn({ job: name, id, attempt, reason: error.name }, 'job failed'),
    },
  );
  const relay = await startRelay({
    db: house.db,
    databaseUrl,
    deliver: (entries) => queue.add(jobsFor(features, entries)),
    log,
  });
  const sweeps = startSweeps(house, features, log);
  const reports = startReports(house, queue, log);
  return {
    async close() {
      await reports.close();
      await sweeps.close();
      await relay.close();
      await worker.close();
      await queue.close();
      await mailer?.close();
    },
  };
}

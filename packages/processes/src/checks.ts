import { openDatabaseHeartbeat as openDatabaseHeartbeat } from '@groundwork/database/heartbeat';
import { openQueueHeartbeat as openQueueHeartbeat } from '@groundwork/queue/heartbeat';
import type { Process } from './process.ts';

/**
 * Looks at the servers that a process stands on: database, migrations and queue. Who only promises work goes on without
 * the queue (what is promised waits in the journal), so there it is told; where work is done, it decides.
 */
export function checkServers(
  { settings, health, closing }: Pick<Process, 'settings' | 'health' | 'closing'>,
  databaseUrl: string,
  { queue }: { queue: 'decides' | 'told' },
): void {
  const database = openDatabaseHeartbeat(databaseUrl);
  closing(() => database.close());
  const migrations = shared(() => database.migrations());
  const answers = async () => {
    await migrations();
    return 'ok' as const;
  };
  health.check('database', answers);
  health.check('migrations', () => migrations().catch(() => 'unknown' as const));
  if (!settings.redisUrl) return health.check('queue', answers, queue);
  const redis = openQueueHeartbeat(settings.redisUrl);
  closing(async () => redis.close());
  const beats = async () => {
    await redis.beat();
    return 'ok' as const;
  };
  health.check('queue', beats, queue);
}

/** Whoever asks while it is being asked hears the same answer. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined;
  return () => (running ??= ask().finally(() => (running = undefined)));
}

import { Redis } from 'ioredis';

/** The heartbeat of the queue’s Redis: whether it answers, on one connection of its own that is opened when it is first asked. */
export function openQueueHeartbeat(redisUrl: string): {
  /** Rejects when it does not. */
  beat(): Promise<unknown>;
  close(): void;
} {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: PATIENCE_MS,
    commandTimeout: PATIENCE_MS,
    // A command that times out leaves its connection as it was; one that fell silent must be opened anew.
    socketTimeout: PATIENCE_MS,
    maxRetriesPerRequest: 0,
    enableOfflineQueue: false,
    retryStrategy: (times) => Math.min(100 * times, 2_000),
    connectionName: 'groundwork-heartbeat',
  });
  // A connection that is lost is what the question is about, and heals by itself.
  redis.on('error', () => {});
  return {
    async beat() {
      if (redis.status === 'wait') await redis.connect();
      return redis.ping();
    },
    close: () => redis.disconnect(),
  };
}

const PATIENCE_MS = 1_000;

import { Redis, type RedisOptions } from 'ioredis';
import type { WireHandlers, Wire } from './live.ts';

const channel = 'groundwork:live';
const heartbeatMs = 15_000;

/**
 * Publish and subscribe over two connections, because a subscribed one may not publish. All topics share one channel:
 * subscribing to a topic then needs no round trip, so no event can fall between a page's query and its subscription.
 */
export async function openRedisWire(url: string, handlers: WireHandlers): Promise<Wire> {
  const speaker = new Redis(url, { ...options, connectionName: 'groundwork-live-speaker' });
  const listener = new Redis(url, { ...options, connectionName: 'groundwork-live-listener' });
  // Each loss is healed by the retry below; without a listener the error would end the process.
  speaker.on('error', () => {});
  listener.on('error', () => {});
  try {
    await speaker.connect();
    await listener.connect();
    await listener.subscribe(channel);
  } catch (error) {
    speaker.disconnect();
    listener.disconnect();
    throw new Error('Live updates need the Redis server of REDIS_URL, and it does not answer.', {
      cause: error,
    });
  }
  listener.on('message', (_channel, payload) => handlers.heard(payload));
  // Told only once the subscription stands again, so that whoever asks now misses nothing after.
  listener.on(
    'ready',
    () => void listener.subscribe(channel).then(handlers.back, () => listener.disconnect(true)),
  );

  // A connection that vanished without a word shows no error until something is asked of it.
  const heartbeat = setInterval(() => {
    if (listener.status === 'ready') listener.ping().catch(() => listener.disconnect(true));
  }, heartbeatMs);
  heartbeat.unref();

  return {
    async send(payloads) {
      await Promise.all(payloads.map((payload) => speaker.publish(channel, payload)));
    },
    async close() {
      clearInterval(heartbeat);
      listener.disconnect();
      speaker.disconnect();
    },
  };
}

const options: RedisOptions = {
  lazyConnect: true,
  autoResubscribe: false,
  // Fail at once while the connection is lost: what could not be sent is kept and ordered one level above.
  enableOfflineQueue: false,
  maxRetriesPerRequest: 0,
  autoResendUnfulfilledCommands: false,
  connectTimeout: 5000,
  commandTimeout: 5000,
  // A command that times out leaves its connection as it was; one that fell silent must be opened anew.
  socketTimeout: 6000,
  keepAlive: 10_000,
  retryStrategy: (times) => Math.min(50 * 2 ** times, 5000) * (0.5 + Math.random() / 2),
};

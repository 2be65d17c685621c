import { Redis } from 'ioredis';

/** How the Redis or Valkey of a site is set up. */
export type RedisSetup = {
  version: string;
  /** `noeviction`, or what it drops when it is full. Null when it does not tell. */
  eviction: string | null;
  /** Whether each job is written to the disk. Null when it does not tell. */
  isDurable: boolean | null;
};

/** Asks it. Rejects within two seconds when it does not answer or does not let us in. */
export async function findRedisSetup(redisUrl: string): Promise<RedisSetup> {
  const redis = new Redis(redisUrl, {
    lazyConnect: true,
    connectTimeout: 2_000,
    commandTimeout: 2_000,
    retryStrategy: () => null,
  });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const version = versionIn(await redis.info('server'));
    const tell = async (name: string) => {
      const [, value] = (await redis.config('GET', name).catch(() => [])) as string[];
      return value ?? null;
    };
    const appendOnly = await tell('appendonly');
    return {
      version,
      eviction: await tell('maxmemory-policy'),
      isDurable: appendOnly === null ? null : appendOnly === 'yes',
    };
  } finally {
    redis.disconnect();
  }
}

/** Valkey also tells the version of the last Redis that it stands in for, and tells that first. */
function versionIn(about: string): string {
  const version = (name: string) => new RegExp(`^${name}_version:(\\S+)`, 'm').exec(about)?.[1];
  return version('valkey') ?? version('redis') ?? '';
}

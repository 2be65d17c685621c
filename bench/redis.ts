import { startRedis } from '@groundwork/live/testing';
import { freshFolder } from './folders.ts';
import { Refusal } from './options.ts';
import type { Stage } from './stage.ts';

/** The address of a Redis of its own, gone with the stage. */
export async function startRedisOn(stage: Stage): Promise<string> {
  const redis = await startRedis(await freshFolder(stage)).catch((error: unknown) => {
    if (!(error instanceof Error) || !error.message.includes('not on this machine')) throw error;
    throw new Refusal('This needs redis-server, which is not on this machine: apt-get install redis-server.');
  });
  stage.ending(() => redis.stop());
  return redis.url;
}

import type { Database } from '@groundwork/database';
import { redeliver } from '@groundwork/database/journal';
import type { Logger } from '@groundwork/processes/log';
import type { QueueSettings } from '@groundwork/queue';
import { openMemory } from '@groundwork/queue/memory';

const EVERY_MS = 15_000;

/**
 * Looks four times a minute whether the queue lost its memory, and asks again for what the journal knows was asked.
 * Only then is it marked as remembering, so that a crash in between asks once more. Resolves after the first look, in
 * which a queue that is new has nothing to lose as long as nothing was handed to it.
 */
export async function startRemembering(
  db: Database,
  settings: QueueSettings,
  log: Logger,
): Promise<{ close(): Promise<void> }> {
  const memory = openMemory(settings);
  const look = async () => {
    try {
      const since = await memory.lostSince();
      if (!since) return;
      const count = await redeliver(db, since);
      await memory.remember();
      if (count > 0) log.warn({ count, since }, 'the queue lost its memory: asked again');
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'could not look at the queue');
    }
  };
  let running = look();
  await running;
  const clock = setInterval(() => void (running = running.then(look)), EVERY_MS);
  return {
    async close() {
      clearInterval(clock);
      await running;
      await memory.close();
    },
  };
}

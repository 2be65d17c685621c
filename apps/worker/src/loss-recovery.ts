import type { Database } from '@groundwork/database';
import { redeliver } from '@groundwork/database/journal';
import type { Logger } from '@groundwork/processes/log';
import type { QueueSettings } from '@groundwork/queue';
import { heardKinds } from '@groundwork/features/journal';
import { hasEverWorked } from '@groundwork/features/stewardship/workers/queries';
import { openLossDetector, type Loss } from '@groundwork/queue/loss';

const EVERY_MS = 15_000;

/**
 * Looks four times a minute whether the queue lost jobs, and asks again for what the journal knows was asked.
 * Only then is the loss noted as recovered, so that a crash in between asks once more. Resolves after the first look, in
 * which a site that is new has nothing to lose: it says nothing before a worker was ever at work here.
 */
export async function startLossRecovery(
  db: Database,
  settings: QueueSettings,
  log: Logger,
): Promise<{ close(): Promise<void> }> {
  const detector = openLossDetector(settings);
  const hasWorked = await hasEverWorked({ db });
  const tell = (count: number, { since, everything }: Loss) =>
    everything
      ? log.warn({ count, since }, 'the queue lost its memory: asked again')
      : log.info({ count, since }, 'the queue was started again: asked again for its last minutes');
  const look = async () => {
    try {
      const loss = await detector.findLoss();
      if (!loss) return;
      const count = await redeliver(db, loss.since, heardKinds());
      await detector.noteRecovered();
      if (count > 0 && hasWorked) tell(count, loss);
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
      await detector.close();
    },
  };
}

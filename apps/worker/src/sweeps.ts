import { contextFor, type House } from '@groundwork/features/context';
import { sweepsOf, type Handlers } from '@groundwork/features/work';
import { sql } from 'drizzle-orm';
import type { Logger } from 'pino';

/** Runs every feature's sweeps by the clock. An advisory lock lets one worker sweep while others pass by. */
export function startSweeps(house: House, features: Record<string, Handlers>, log: Logger): { close(): Promise<void> } {
  const running = new Set<Promise<void>>();
  const clocks = sweepsOf(features).map((sweep) => {
    const run = () => {
      const turn = takeTurn(house, sweep, log).finally(() => running.delete(turn));
      running.add(turn);
    };
    run();
    return setInterval(run, sweep.minutes * 60_000);
  });
  return {
    async close() {
      clocks.forEach(clearInterval);
      await Promise.all(running);
    },
  };
}

type Sweep = ReturnType<typeof sweepsOf>[number];
async function takeTurn(house: House, { name, run }: Sweep, log: Logger) {
  try {
    await house.db.transaction(async (tx) => {
      const taken = await tx.execute<{ mine: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtextextended(${`sweep:${name}`}, 0)) as mine`,
      );
      if (taken.rows[0]?.mine) await run(contextFor(house));
    });
  } catch (error) {
    log.warn({ sweep: name, reason: error instanceof Error ? error.name : 'unknown' }, 'sweep failed');
  }
}

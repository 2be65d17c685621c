import { contextFor, type House } from '@groundwork/features/context';
import { sweepsOf, type Handlers } from '@groundwork/features/work';
import type { Metrics } from '@groundwork/metrics';
import type { Logger } from '@groundwork/processes/log';
import { sql } from 'drizzle-orm';
import { timed } from './watching.ts';

type Surroundings = { log: Logger; metrics: Metrics };

/** Runs every feature's sweeps by the clock, one at a time. An advisory lock lets one worker sweep while others pass by. */
export function startSweeps(
  house: House,
  features: Record<string, Handlers>,
  surroundings: Surroundings,
): { close(): Promise<void> } {
  let turns: Promise<void> = Promise.resolve();
  let closing = false;
  const clocks = sweepsOf(features).map((sweep) => {
    const run = () => {
      turns = turns.then(() => (closing ? undefined : runAlone(house, sweep, surroundings)));
    };
    run();
    return setInterval(run, sweep.minutes * 60_000);
  });
  return {
    async close() {
      closing = true;
      clocks.forEach(clearInterval);
      await turns;
    },
  };
}

type Sweep = ReturnType<typeof sweepsOf>[number];
async function runAlone(house: House, { name, run }: Sweep, { log, metrics }: Surroundings) {
  const tell = (count: unknown) =>
    typeof count === 'number' && count > 0 && log.info({ sweep: name, count }, 'swept');
  try {
    await house.db.transaction(async (tx) => {
      // This transaction only holds the lock while the sweep works elsewhere, for as long as that takes.
      await tx.execute(sql`set local idle_in_transaction_session_timeout = 0`);
      const taken = await tx.execute<{ mine: boolean }>(
        sql`select pg_try_advisory_xact_lock(hashtextextended(${`sweep:${name}`}, 0)) as mine`,
      );
      if (taken.rows[0]?.mine) await timed(metrics, name, async () => tell(await run(contextFor(house))));
    });
  } catch (error) {
    log.warn({ sweep: name, reason: error instanceof Error ? error.name : 'unknown' }, 'sweep failed');
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Process } from '../processes.ts';
import { processesOf } from '../site.ts';
import { HOLD_MS, type Break } from './break.ts';

/** Processes and servers that die. */
export const ends: Break[] = [
  {
    name: 'api-killed',
    what: 'each api killed',
    isQuick: true,
    run: ({ apis }) => killInTurn(apis),
  },
  {
    name: 'worker-killed',
    what: 'each worker killed in mid-job',
    isQuick: true,
    run: ({ workers }) => killInTurn(workers),
  },
  { name: 'web-killed', what: 'the web killed', run: ({ webs }) => killInTurn(webs) },
  {
    name: 'database-killed',
    what: 'PostgreSQL killed',
    isQuick: true,
    run: ({ postgres }) => postgres.kill(),
  },
  {
    name: 'database-backend-killed',
    what: 'one backend of PostgreSQL killed',
    run: ({ postgres }) => postgres.killOne(),
  },
  {
    name: 'database-stopped',
    what: 'PostgreSQL stopped at once',
    run: ({ postgres }) => postgres.stopAtOnce(),
  },
  {
    name: 'redis-killed',
    what: 'Redis killed, away for 2 s',
    needs: 'redis',
    isQuick: true,
    async run({ redis }) {
      await redis?.kill();
      await pause(HOLD_MS / 2);
      await redis?.restart();
    },
  },
  {
    name: 'redis-emptied',
    what: 'Redis emptied: the queue forgets',
    needs: 'redis',
    isQuick: true,
    async run({ redis, wires }) {
      // With the mail server slow there is a queue to forget.
      wires['worker-mail'].slow(300);
      await pause(HOLD_MS);
      await redis?.empty();
      wires['worker-mail'].heal();
    },
  },
  {
    name: 'power-cut',
    what: 'everything killed at once',
    isQuick: true,
    async run(site) {
      await Promise.all([site.postgres.kill(), site.redis?.kill()]);
      processesOf(site).forEach((one) => one.kill());
      await site.redis?.restart();
    },
  },
];

/** One after the other, each once the one before is back. */
export async function killInTurn(victims: Process[]): Promise<void> {
  for (const victim of victims) {
    victim.kill();
    await pause(100);
    while (!(await victim.isReady())) await pause(100);
  }
}

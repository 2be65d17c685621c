import { setTimeout as pause } from 'node:timers/promises';
import type { Contained } from '../containers.ts';
import { HOLD_MS, type Break } from './break.ts';
import { killInTurn } from './ends.ts';

/** What happens to containers. */
export const containers: Break<Contained>[] = [
  { name: 'api-killed', what: 'each api killed', isQuick: true, run: ({ apis }) => killInTurn(apis) },
  {
    name: 'worker-killed',
    what: 'each worker killed in mid-job',
    isQuick: true,
    run: ({ workers }) => killInTurn(workers),
  },
  { name: 'web-killed', what: 'each web killed', isQuick: true, run: ({ webs }) => killInTurn(webs) },
  {
    name: 'api-paused',
    what: 'an api stands still for 4 s',
    async run({ apis: [api] }) {
      api?.pause();
      await pause(HOLD_MS);
      api?.resume();
    },
  },
  { name: 'caddy-killed', what: 'Caddy killed', run: async ({ caddy }) => caddy.kill() },
  { name: 'database-killed', what: 'PostgreSQL killed', run: async ({ postgres }) => postgres.kill() },
  { name: 'valkey-killed', what: 'Valkey killed', run: async ({ valkey }) => valkey.kill() },
  {
    name: 'power-cut',
    what: 'every container killed at once',
    isQuick: true,
    async run({ apis, workers, webs, caddy, postgres, valkey }) {
      for (const one of [postgres, valkey, ...apis, ...workers, ...webs, caddy]) one.kill();
    },
  },
];

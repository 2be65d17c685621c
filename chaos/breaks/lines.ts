import { setTimeout as pause } from 'node:timers/promises';
import type { WireName } from '../site.ts';
import { HOLD_MS, type Break } from './break.ts';

const wires: Record<WireName, string> = {
  'api-database': 'apis and PostgreSQL',
  'worker-database': 'workers and PostgreSQL',
  'api-redis': 'apis and Redis',
  'worker-redis': 'workers and Redis',
  'worker-mail': 'workers and the mail server',
  'web-api': 'web and apis',
};

/** Lines between processes and servers, each in each way that lines break. */
export const lines: Break[] = (Object.keys(wires) as WireName[]).flatMap((wire) => {
  const between = wires[wire];
  const needs = wire.endsWith('redis') ? { needs: 'redis' as const } : {};
  return [
    {
      name: `${wire}-cut`,
      what: `cut three times: ${between}`,
      ...needs,
      run: (site) => cut(site.wires[wire]),
    },
    {
      name: `${wire}-frozen`,
      what: `not a byte for 4 s: ${between}`,
      ...needs,
      run: (site) => hold(site.wires[wire], (one) => one.freeze()),
    },
    {
      name: `${wire}-vanished`,
      what: `silent for good, nobody told: ${between}`,
      ...needs,
      run: async (site) => site.wires[wire].vanish(),
    },
  ] satisfies Break[];
});

type Breakable = { cut(): void; freeze(): void; heal(): void };

async function cut(wire: Breakable): Promise<void> {
  for (let times = 3; times > 0; times--) {
    wire.cut();
    await pause(700);
  }
}

async function hold(wire: Breakable, harm: (wire: Breakable) => void): Promise<void> {
  harm(wire);
  await pause(HOLD_MS);
  wire.heal();
}

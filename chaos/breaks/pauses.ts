import { setTimeout as pause } from 'node:timers/promises';
import { HOLD_MS, type Break } from './break.ts';

/** Longer than it takes until a silent worker's jobs are given to another. */
const TAKEN_OVER_MS = 18_000;

/** Processes and servers that stand still, and then go on as if nothing had been. */
export const pauses: Break[] = [
  {
    name: 'api-paused',
    what: 'an api stands still for 4 s',
    run: ({ apis }) => standStill(apis[0]),
  },
  {
    name: 'worker-paused',
    what: 'a worker stands still for 18 s in mid-mail, its jobs are given away, it wakes',
    async run({ workers, wires }) {
      wires['worker-mail'].slow(300);
      await pause(1_500);
      await standStill(workers[0], TAKEN_OVER_MS);
      wires['worker-mail'].heal();
    },
  },
  { name: 'web-paused', what: 'the web stands still for 4 s', run: ({ webs }) => standStill(webs[0]) },
  {
    name: 'database-paused',
    what: 'PostgreSQL stands still for 4 s',
    run: ({ postgres }) => standStill(postgres),
  },
  {
    name: 'redis-paused',
    what: 'Redis stands still for 4 s',
    needs: 'redis',
    async run({ redis }) {
      const pid = redis?.pid() ?? 0;
      process.kill(pid, 'SIGSTOP');
      await pause(HOLD_MS);
      process.kill(pid, 'SIGCONT');
    },
  },
];

type Pausable = { pause(): unknown; resume(): unknown };

async function standStill(one: Pausable | undefined, milliseconds = HOLD_MS): Promise<void> {
  await one?.pause();
  await pause(milliseconds);
  await one?.resume();
}

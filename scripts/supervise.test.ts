import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';

const supervise = new URL('supervise.mjs', import.meta.url).href;
const running: ChildProcess[] = [];
afterEach(() => {
  for (const process of running.splice(0)) process.kill('SIGKILL');
});

/** A supervisor of one program, and what that program prints. */
function run(program: string) {
  const child = JSON.stringify([{ command: process.execPath, args: ['--eval', program] }]);
  const code = `import { supervise } from ${JSON.stringify(supervise)}; process.exitCode = await supervise(${child});`;
  const supervisor = spawn(process.execPath, ['--input-type=module', '--eval', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.push(supervisor);
  let printed = '';
  supervisor.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  return {
    supervisor,
    printed: () => printed,
    says: (text: string) => vi.waitFor(() => expect(printed).toContain(text), 5_000),
  };
}
const exit = async (child: ChildProcess) => (await once(child, 'exit')) as [number | null, string | null];

const patient = `
  let heard = 0;
  process.on('SIGINT', () => { console.log('heard', ++heard); setTimeout(() => process.exit(0), 300); });
  console.log('ready', process.pid); setInterval(() => {}, 1000);`;
const deaf = `process.on('SIGINT', () => console.log('no')); console.log('ready', process.pid); setInterval(() => {}, 1000);`;

test('the exit code of the program is passed on', async () => {
  const { supervisor } = run('process.exit(7)');
  expect(await exit(supervisor)).toEqual([7, null]);
});

test('Ctrl-C that comes twice at once is heard once, and ends well', async () => {
  const { supervisor, says, printed } = run(patient);
  await says('ready');
  supervisor.kill('SIGINT');
  supervisor.kill('SIGINT');
  expect(await exit(supervisor)).toEqual([0, null]);
  expect(printed()).toContain('heard 1');
  expect(printed()).not.toContain('heard 2');
});

test('a second Ctrl-C ends by force what does not end by itself', async () => {
  const { supervisor, says } = run(deaf);
  await says('ready');
  supervisor.kill('SIGINT');
  await says('no');
  await pause(1_100);
  supervisor.kill('SIGINT');
  expect(await exit(supervisor)).toEqual([1, null]);
});

test('a program whose supervisor is killed stops too', async () => {
  const { supervisor, says, printed } = run(deaf);
  await says('ready');
  const pid = Number(/ready (\d+)/.exec(printed())?.[1]);
  supervisor.kill('SIGKILL');
  await exit(supervisor);
  await vi.waitFor(() => expect(() => process.kill(pid, 0)).toThrow(), 5_000);
});

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Stage } from './stage.ts';

export const root = fileURLToPath(new URL('..', import.meta.url));
/** As infra/Dockerfile and scripts/run.mjs start ours; a limit is started with the same. */
const flags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];
const follow = new URL('../scripts/follow.mjs', import.meta.url).href;
const READY_MS = 60_000;

type Launch = { args?: string[]; env?: Record<string, string>; port?: number; ready?: string | null };
export type Program = {
  pid: number;
  port: number;
  url: string;
  child: ChildProcess;
  /** The last it said. */
  printed(): string;
};

/** Starts a Node program of its own on a free port or the one wanted, as in production, and waits until it answers at `ready`. */
export async function startProgram(
  stage: Stage,
  file: string,
  { args = [], env = {}, port: wanted, ready = '/' }: Launch = {},
): Promise<Program> {
  const port = wanted ?? (await freePort());
  const child = spawn(process.execPath, [...flags, '--import', follow, file, ...args], {
    cwd: root,
    // Apart from the terminal, so that Ctrl-C reaches only us; should we die, it hears so by the channel.
    detached: true,
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      HOST: '127.0.0.1',
      PORT: String(port),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  for (const output of [child.stdout, child.stderr])
    output?.on('data', (chunk: Buffer) => (printed = (printed + chunk.toString()).slice(-4_000)));
  stage.ending(() => endChild(child));
  const url = `http://127.0.0.1:${port}`;
  const program = { pid: child.pid ?? 0, port, url, child, printed: () => printed };
  if (ready !== null) await untilAnswered(program, ready);
  return program;
}

/** Gives a load program its task, and resolves to what it found. */
export async function ask<Found>(program: Program, task: object): Promise<Found> {
  const gone = new AbortController();
  const failed = once(program.child, 'exit', { signal: gone.signal }).then(() => {
    throw new Error(`A program ended before it was done:\n${program.printed()}`);
  });
  const answered = once(program.child, 'message', { signal: gone.signal });
  program.child.send(task);
  try {
    const [found] = (await Promise.race([answered, failed])) as [Found | { failed: string }];
    if (typeof found === 'object' && found !== null && 'failed' in found) throw new Error(found.failed);
    return found;
  } finally {
    gone.abort();
    await Promise.allSettled([answered, failed]);
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  const patience = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await exit;
  clearTimeout(patience);
}

async function untilAnswered({ url, child, printed }: Program, ready: string): Promise<void> {
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`A program ended before it was ready:\n${printed()}`);
    const signal = AbortSignal.timeout(2_000);
    const answer = await fetch(url + ready, { redirect: 'manual', signal }).catch(() => null);
    await answer?.body?.cancel();
    if (answer && answer.status < 500) return;
    await pause(20);
  }
  throw new Error(`${url}${ready} does not answer:\n${printed()}`);
}

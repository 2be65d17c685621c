import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDown } from './heard.ts';
import { freePort } from './ports.ts';

/** One process of the site, that can be ended as a power cut would and started again. */
export type Process = {
  url: string;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** Asks it to stop, and gives its exit code. */
  stop(): Promise<number | null>;
  /** Sends a signal and waits for nothing. */
  signal(name: NodeJS.Signals): void;
  printed(): string;
};

/** All that a process of the site is given of what stands around the tests: programs, and code that is compiled already. */
export function outside() {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  return { PATH, NODE_COMPILE_CACHE };
}

type App = 'api' | 'web' | 'worker';
type Env = Record<string, string>;

/** The api on a free port, answering. Alone, it stands under its own address. `code` is the folder of another version. */
export function startApi(env: Env, code?: string): Promise<Process> {
  return startProcess('api', env, code);
}

/** The pages on a free port; `env` says where the api is. */
export function startWeb(env: Env & { API_URL: string }): Promise<Process> {
  return startProcess('web', env);
}

/** The worker, at work. */
export function startWorker(env: Env, code?: string): Promise<Process> {
  return startProcess('worker', env, code);
}

/** Starts a process that will not start, and gives what it printed and its exit code. */
export async function startInVain(app: App, env: Env): Promise<{ code: number | null; printed: string }> {
  const { child, printed } = run(app, env);
  const code = await exitOf(child);
  return { code, printed: printed() };
}

async function startProcess(app: App, env: Env, code = OURS): Promise<Process> {
  const port = String(await freePort());
  const url = `http://127.0.0.1:${port}`;
  // Whoever visits in a crowd says from where, and these processes believe it as they would a proxy.
  const settings = { PUBLIC_URL: url, LOG_LEVEL: 'info', TRUST_PROXY: 'loopback', ...env, PORT: port };
  let running = await launch(app, settings, code);
  return {
    url,
    async kill() {
      await end(running.child, 'SIGKILL');
    },
    stop: () => end(running.child, 'SIGTERM'),
    signal: (name) => void running.child.kill(name),
    async start() {
      running = await launch(app, settings, code);
    },
    printed: () => running.printed(),
  };
}

async function launch(app: App, env: Env, code: string) {
  const running = run(app, env, code);
  await new Promise<void>((resolve, reject) => {
    const look = () => READY[app].test(running.printed()) && resolve();
    running.child.stdout.on('data', look);
    running.child.once('exit', () =>
      reject(new Error(`the ${app} ended before it was ready:\n${running.printed()}`)),
    );
  });
  return running;
}

const OURS = fileURLToPath(new URL('..', import.meta.url));
const READY = { api: /answering|listening/, web: /answering/, worker: /at work/ };

function run(app: App, env: Env, code = OURS) {
  const path = join(code, `apps/${app}/src/main.ts`);
  const child = spawn(process.execPath, [path], { env: { ...outside(), ...env } });
  writeDown(app, child);
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  return { child, printed: () => printed };
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  const exit = exitOf(child);
  child.kill(signal);
  return exit;
}

async function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  return new Promise((resolve) => child.once('exit', resolve));
}

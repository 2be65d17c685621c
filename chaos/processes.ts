import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../journeys/ports.ts';

/** One process of the site, kept running as systemd or compose would: whenever it ends it is started again. */
export type Process = {
  name: string;
  url: string;
  /** Ends it as a power cut would; it comes back by itself. */
  kill(): void;
  /** It stands still in the middle of whatever it does (SIGSTOP), until `resume`. */
  pause(): void;
  resume(): void;
  isReady(): Promise<boolean>;
  /** How often it ended although nobody killed it. */
  endedByItself(): number;
  /** The last it printed, for whoever looks for the reason. */
  lastWords(): string;
  stop(): Promise<void>;
};

type Kind = 'api' | 'worker' | 'web';
type Env = Record<string, string>;
const RESTART_MS = 300;
const STOP_LIMIT_MS = 20_000;

/** Starts a process and goes on at once: `isReady` tells when it is. */
export async function startProcess(kind: Kind, name: string, env: Env): Promise<Process> {
  const port = env.PORT ? Number(env.PORT) : await freePort();
  const url = `http://127.0.0.1:${port}`;
  const state = {
    child: undefined as ChildProcess | undefined,
    ended: 0,
    isStopping: false,
    isKilled: false,
  };
  let words = '';
  const hear = (chunk: Buffer) => (words = (words + chunk.toString()).slice(-4000));
  const launch = () => {
    state.isKilled = false;
    const child = spawnMain(kind, { ...env, HOST: '127.0.0.1', PORT: String(port) });
    state.child = child;
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', () => {
      if (state.isStopping) return;
      if (!state.isKilled) state.ended += 1;
      setTimeout(() => !state.isStopping && launch(), RESTART_MS);
    });
  };
  launch();
  return {
    name,
    url,
    kill() {
      state.isKilled = true;
      state.child?.kill('SIGKILL');
    },
    pause: () => void state.child?.kill('SIGSTOP'),
    resume: () => void state.child?.kill('SIGCONT'),
    isReady: () => answersReady(url),
    endedByItself: () => state.ended,
    lastWords: () => words,
    async stop() {
      state.isStopping = true;
      if (state.child) await end(state.child);
    },
  };
}

/** Whether a process says that visitors may be sent to it. */
export async function answersReady(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2000) });
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

function spawnMain(kind: Kind, env: Env): ChildProcess {
  const path = fileURLToPath(new URL(`../apps/${kind}/src/main.ts`, import.meta.url));
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', path], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // A run that dies must not leave its processes behind.
  const endWithUs = () => void child.kill('SIGKILL');
  process.on('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  return child;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill('SIGCONT');
  child.kill('SIGTERM');
  const tooLong = new AbortController();
  void pause(STOP_LIMIT_MS, undefined, { signal: tooLong.signal }).then(
    () => child.kill('SIGKILL'),
    () => {},
  );
  await exited;
  tooLong.abort();
}

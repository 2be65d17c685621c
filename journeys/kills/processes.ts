import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freePort } from '../ports.ts';

/** One process of the site, that can be ended as a power cut would and started again. */
export type Process = { kill(): Promise<void>; start(): Promise<void>; stop(): Promise<void> };

/** The api on a free port, answering. */
export async function startApi(env: Record<string, string>): Promise<Process & { url: string }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const api = await startProcess(
    '../../apps/api/src/main.ts',
    { ...env, PORT: String(port), PUBLIC_URL: url, LOG_LEVEL: 'info' },
    /answering|listening/i,
  );
  return { ...api, url };
}

/** The worker, at work. */
export async function startWorker(env: Record<string, string>): Promise<Process> {
  const port = String(await freePort());
  return startProcess('../../apps/worker/src/main.ts', { ...env, PORT: port, LOG_LEVEL: 'info' }, /at work/);
}

async function startProcess(file: string, env: Record<string, string>, ready: RegExp): Promise<Process> {
  let running = await launch(file, env, ready);
  return {
    kill: () => end(running, 'SIGKILL'),
    stop: () => end(running, 'SIGTERM'),
    async start() {
      running = await launch(file, env, ready);
    },
  };
}

async function launch(file: string, env: Record<string, string>, ready: RegExp): Promise<ChildProcess> {
  const path = fileURLToPath(new URL(file, import.meta.url));
  const child = spawn(process.execPath, [path], { env: { PATH: process.env.PATH, ...env } });
  let printed = '';
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (ready.test(printed)) resolve();
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => reject(new Error(`${file} ended before it was ready:\n${printed}`)));
  });
  return child;
}

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await exit;
}

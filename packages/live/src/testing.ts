import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export type TestRedis = {
  url: string;
  /** The number of its process, which is another after each restart. */
  pid(): number;
  /** Ends the server and removes what it stored. */
  stop(): Promise<void>;
  /** Ends it as a power cut would (SIGKILL); what it stored stays. */
  kill(): Promise<void>;
  /** Makes it forget everything it stored. */
  empty(): Promise<void>;
  /** Starts it again on the same port with what it stored, ending it first when it still runs. */
  restart(): Promise<void>;
};

/**
 * A real redis-server of its own on a free port, with its append-only file in `home`, or in a temporary folder.
 * Throws a sentence that names the command to install it when the machine has none.
 */
export async function startRedis(home?: string): Promise<TestRedis> {
  if (spawnSync('redis-server', ['--version']).error) {
    throw new Error(
      'These tests need redis-server, which is not on this machine: apt-get install redis-server',
    );
  }
  const folder = home ?? (await mkdtemp(join(tmpdir(), 'groundwork-redis-')));
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let server = await start(port, folder);
  // A test run that dies must not leave its servers behind.
  const endWithUs = () => void server.kill('SIGKILL');
  process.on('exit', endWithUs);
  return {
    url,
    pid: () => server.pid ?? NaN,
    async stop() {
      process.off('exit', endWithUs);
      await end(server, 'SIGTERM');
      if (!home) await rm(folder, { recursive: true, force: true });
    },
    kill: () => end(server, 'SIGKILL'),
    async empty() {
      const client = new Redis(url);
      await client.flushall().finally(() => client.disconnect());
    },
    async restart() {
      await end(server, 'SIGTERM');
      server = await start(port, folder);
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port is free.');
  return address.port;
}

async function start(port: number, folder: string): Promise<ChildProcess> {
  const settings = { port, dir: folder, bind: '127.0.0.1', appendonly: 'yes', save: '', daemonize: 'no' };
  const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const server = spawn('redis-server', args, { stdio: 'ignore' });
  const probe = new Redis({ port, host: '127.0.0.1', maxRetriesPerRequest: 500, retryStrategy: () => 20 });
  // Refused until the server listens; the ping below waits through it.
  probe.on('error', () => {});
  await probe.ping().finally(() => probe.disconnect());
  return server;
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exited = once(server, 'exit');
  server.kill(signal);
  await exited;
}

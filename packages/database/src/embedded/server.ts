import { spawn } from 'node:child_process';
import { open, readFile, rename, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { plainEnvironment, type Cluster } from './cluster.ts';
import { EmbeddedError } from './error.ts';
import { isServer, lockEnvironment, readPidFile, type PidFile } from './pid.ts';

export type ServerOptions = {
  maxConnections: number;
  /** False only where losing everything is fine: in tests. */
  fsync: boolean;
  /** The TCP port to prefer, where a socket is not possible. */
  port?: number;
};
export type Server = { pid: number; port: number; urlOf(database: string): string };

const START_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 30_000;
const LOG_LIMIT_BYTES = 5_000_000;
// The system allows 104 to 108 bytes, and cuts longer paths silently.
const SOCKET_PATH_LIMIT_BYTES = 100;
const SOCKET_PORT = 5432;

/**
 * A server that answers on this cluster: the one that runs already, or a new one. It outlives this process, so that
 * whoever comes next can take it over. Throws EmbeddedError with what PostgreSQL says when it cannot start.
 */
export async function ensureServer(cluster: Cluster, options: ServerOptions): Promise<Server> {
  const deadline = Date.now() + START_LIMIT_MS;
  let launched: Launch | null = null;
  while (Date.now() < deadline) {
    const found = await readPidFile(cluster.files);
    if (found?.ready && (await answers(cluster, found))) return describe(cluster, found);
    if (launched?.exited) {
      await explainExit(cluster, launched);
      launched = null;
    }
    if (!found) launched ??= await launch(cluster, options);
    await pause(25);
  }
  throw new EmbeddedError(`The embedded PostgreSQL does not answer: see ${cluster.log}.`);
}

/** Ends a server: transactions in progress are rolled back, what was committed is on disk. */
export async function stopServer({ files }: Cluster, { pid }: Server): Promise<void> {
  // See pg_ctl: SIGINT is a fast shutdown, SIGQUIT an immediate one that the next start recovers from.
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const deadline = Date.now() + STOP_LIMIT_MS;
    if (await isServer(pid, files)) process.kill(pid, signal);
    while (Date.now() < deadline) {
      if (!(await isServer(pid, files))) return;
      await pause(20);
    }
  }
}

async function answers(cluster: Cluster, found: PidFile): Promise<boolean> {
  const connectionString = describe(cluster, found).urlOf('postgres');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined); // It may end at any moment; the caller asks again.
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new EmbeddedError(
        `The password in ${join(cluster.folder, 'password')} is not this database's: put the old one back.`,
      );
    }
    return false;
  } finally {
    await client.end();
  }
}

function describe({ password }: Cluster, { pid, port, socketFolder }: PidFile): Server {
  // A host is named beside the socket because an address without one is not a URL to everybody.
  const socket = socketFolder && `?host=${encodeURIComponent(socketFolder)}`;
  const urlOf = (database: string) =>
    `postgres://postgres:${password}@127.0.0.1:${port}/${database}${socket}`;
  return { pid, port, urlOf };
}

type Launch = { exited: boolean; logStart: number };

async function launch(cluster: Cluster, options: ServerOptions): Promise<Launch> {
  const { folder, files, log, binaries, identity } = cluster;
  const locks = [join(files, 'postmaster.pid'), join(folder, `.s.PGSQL.${SOCKET_PORT}.lock`)];
  const env = { ...plainEnvironment, ...(await lockEnvironment(locks)) };
  const size = (await stat(log).catch(() => null))?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) await rename(log, `${log}.old`);

  const output = await open(log, 'a', 0o600);
  const launched = { exited: false, logStart: (await output.stat()).size };
  const [command, ...args] = [...identity.prefix, binaries.postgres, '-D', files];
  const settings = Object.entries(await settingsFor(folder, options)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // In a session of its own, so that Ctrl-C reaches only us and we stop it last.
  const child = spawn(command, [...args, ...settings], {
    ...identity.ids,
    cwd: folder,
    env,
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  child.once('error', () => (launched.exited = true));
  child.once('exit', () => (launched.exited = true));
  child.unref();
  await output.close();
  return launched;
}

async function settingsFor(folder: string, { fsync, maxConnections, port }: ServerOptions) {
  const bySocket = Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= SOCKET_PATH_LIMIT_BYTES;
  return {
    listen_addresses: bySocket ? '' : '127.0.0.1',
    // The value is a list, in which a quoted name may hold spaces and commas.
    unix_socket_directories: bySocket ? `"${folder.replaceAll('"', '""')}"` : '',
    unix_socket_permissions: '0700',
    port: bySocket ? SOCKET_PORT : await choosePort(port),
    max_connections: maxConnections,
    fsync: fsync ? 'on' : 'off',
    synchronous_commit: fsync ? 'on' : 'off',
    full_page_writes: fsync ? 'on' : 'off',
    // A process that stands still in the middle of a change must not keep others from theirs for good.
    idle_in_transaction_session_timeout: '2min',
    // One small machine, shared with everything else on it.
    shared_buffers: '32MB',
    max_wal_size: '512MB',
    jit: 'off',
    io_method: 'sync',
    max_parallel_workers: 2,
    autovacuum_max_workers: 2,
    max_logical_replication_workers: 0,
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Logs carry no one's words: statements and values of failed ones stay out, we tell errors ourselves.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
  };
}

/** `preferred` if it is free, else any free port. */
async function choosePort(preferred = 0): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const probe = createServer();
  probe.once('error', preferred === 0 ? reject : () => resolve(choosePort()));
  probe.listen(preferred, '127.0.0.1', () => {
    const address = probe.address();
    probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
  });
  return promise;
}

/** Returns when another start is worth it: a dead server's children still linger, or someone else was faster. */
async function explainExit({ log }: Cluster, { logStart }: Launch): Promise<void> {
  const said = (await readFile(log)).subarray(logStart).toString().trim();
  if (/pre-existing shared memory block|lock file ".*" already exists/.test(said)) return pause(100);
  const reason = /FATAL: +(.*)/.exec(said)?.[1] ?? said.split('\n').at(-1);
  throw new EmbeddedError(
    `The embedded PostgreSQL does not start (${reason || 'it says nothing'}): see ${log}.`,
  );
}

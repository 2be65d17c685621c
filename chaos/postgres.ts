import { startEmbedded } from '@groundwork/database/embedded';
import { execFile } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The site's PostgreSQL, revived by its runner whenever it dies. */
export type Postgres = {
  /** Straight to it, past every wire. */
  url: string;
  /** The same database through a wire on this port. */
  through(port: number): string;
  socket: string;
  /** Ends it without a word, as a power cut would. */
  kill(): Promise<void>;
  /** Ends it without a checkpoint, as an impatient host would. */
  stopAtOnce(): Promise<void>;
  /** Ends the process behind one client's connection, as the system does when memory is short: all others go too. */
  killOne(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  stop(): Promise<void>;
};

/** Starts it on the files below `database`, which it makes, with its log of changes (WAL) below `wal`. */
export async function startPostgres({
  database,
  wal,
}: Record<'database' | 'wal', string>): Promise<Postgres> {
  const files = join(database, 'postgres', 'cluster');
  await (await startEmbedded(database)).stop();
  await promisify(execFile)('mv', [join(files, 'pg_wal'), wal]);
  await symlink(join(wal, 'pg_wal'), join(files, 'pg_wal'));
  const { url, stop } = await startEmbedded(database);
  const parent = async () => Number.parseInt(await readFile(join(files, 'postmaster.pid'), 'utf8'));
  const { password, pathname, searchParams } = new URL(url);
  let paused: number[] = [];
  return {
    url,
    through: (port) => `postgres://postgres:${password}@127.0.0.1:${port}${pathname}`,
    socket: join(searchParams.get('host') ?? '', '.s.PGSQL.5432'),
    kill: async () => void process.kill(await parent(), 'SIGKILL'),
    stopAtOnce: async () => void process.kill(await parent(), 'SIGQUIT'),
    async killOne() {
      const clients = await backendsOf(await parent());
      signal(clients.slice(-1), 'SIGKILL');
    },
    async pause() {
      // The parent first, or it would begin others meanwhile.
      const first = await parent();
      signal([first], 'SIGSTOP');
      paused = [first, ...(await childrenOf(first))];
      signal(paused, 'SIGSTOP');
    },
    async resume() {
      signal(paused, 'SIGCONT');
      paused = [];
    },
    stop,
  };
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return text.split(' ').filter(Boolean).map(Number);
}

/** Those children that serve a client. */
async function backendsOf(pid: number): Promise<number[]> {
  const children = await childrenOf(pid);
  const titles = await Promise.all(
    children.map((child) => readFile(`/proc/${child}/cmdline`, 'utf8').catch(() => '')),
  );
  return children.filter((_, at) => titles[at]?.startsWith('postgres: postgres groundwork'));
}

function signal(pids: number[], name: NodeJS.Signals) {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch {
      // Gone meanwhile.
    }
  }
}

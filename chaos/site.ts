import { connect, type Connection } from '@groundwork/database';
import { migrate } from '@groundwork/database/migrate';
import { startRedis, type TestRedis } from '@groundwork/live/testing';
import { startMailbox, type Mailbox } from '@groundwork/mail/testing';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeDisk, type Disk } from './disk.ts';
import { openProxy, type Proxy } from './proxy.ts';
import { freePort } from '../journeys/ports.ts';
import { startPostgres, type Postgres } from './postgres.ts';
import { startProcess, type Process } from './processes.ts';
import { openWire, type Wire } from './wire.ts';

export type Backend = 'redis' | 'postgresql';
export type DiskName = 'database' | 'wal' | 'redis' | 'uploads';
export type WireName =
  'api-database' | 'worker-database' | 'api-redis' | 'worker-redis' | 'worker-mail' | 'web-api';

/** A whole site, wherever it runs: its processes, and the ways in for whoever uses it and whoever counts. */
export type RunningSite = {
  apis: Process[];
  workers: Process[];
  webs: Process[];
  /** Before the apis. */
  door: { url: string };
  postgres: { url: string };
  redis: { url: string } | null;
  mailbox: Mailbox;
  /** A look from outside, past every wire. */
  database: Connection;
  env: Record<string, string>;
  /** Lets go of what a break left hanging. */
  forget(): void;
  close(): Promise<void>;
};

/** Two apis behind a proxy, two workers, one web, and the servers they stand on, all on this machine. */
export type Site = RunningSite & {
  door: Proxy;
  postgres: Postgres;
  redis: TestRedis | null;
  wires: Record<WireName, Wire>;
  /** Null where no small disks could be made. */
  disks: Record<DiskName, Disk> | null;
};

const READY_LIMIT_MS = 60_000;
const DISK_MEGABYTES: Record<DiskName, number> = { database: 400, wal: 200, redis: 64, uploads: 32 };

/** Starts it all and waits until every process says it is ready. What was started is ended if it does not come to that. */
export async function startSite(backend: Backend): Promise<Site> {
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    while (closers.length > 0)
      await closers
        .pop()?.()
        .catch((error: unknown) => console.error(String(error)));
  };
  try {
    const site = await build(backend, (closer) => void closers.push(closer));
    await allReady(site);
    return { ...site, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Every process of the site. */
export function processesOf({
  apis,
  workers,
  webs,
}: Pick<RunningSite, 'apis' | 'workers' | 'webs'>): Process[] {
  return [...apis, ...workers, ...webs];
}

type Closing = (closer: () => Promise<unknown>) => void;

async function build(backend: Backend, closing: Closing): Promise<Omit<Site, 'close'>> {
  const home = await mkdtemp(join(tmpdir(), 'chaos-'));
  closing(() => rm(home, { recursive: true, force: true }));
  const disks = await makeDisks(home, closing);
  const folders = await foldersOf(home);
  const postgres = await startPostgres(folders);
  closing(() => postgres.stop());
  await migrate(postgres.url);
  const redis = backend === 'redis' ? await startRedis(folders.redis) : null;
  if (redis) closing(() => redis.stop());
  const mailbox = await startMailbox();
  closing(() => mailbox.close());
  const wires = await openWires({ postgres, redis, mailbox }, closing);
  const database = connect(postgres.url, { max: 3 });
  closing(() => database.close());
  const env = {
    DATA_DIR: folders.uploads,
    SECRET: 'a secret that only this run knows',
    MAIL_FROM: 'Valley Coalition <hello@valley.test>',
    PUBLIC_URL: `http://127.0.0.1:${await freePort()}`,
    TRUST_PROXY: 'loopback',
    // Hundreds a minute, none of whom does any work.
    PROOF_PAST: '1000000',
    LOG_LEVEL: 'warn',
  };
  const started = await startProcesses({ env, wires, postgres, hasRedis: redis !== null }, closing);
  const forget = () => Object.values(wires).forEach((wire) => wire.forget());
  return { ...started, postgres, redis, mailbox, wires, disks, database, env, forget };
}

async function makeDisks(home: string, closing: Closing): Promise<Record<DiskName, Disk> | null> {
  const made: Partial<Record<DiskName, Disk>> = {};
  for (const name of ['database', 'wal', 'redis', 'uploads'] as const) {
    const disk = await makeDisk(home, name, DISK_MEGABYTES[name]);
    if (!disk) return null;
    closing(() => disk.close());
    made[name] = disk;
  }
  return made as Record<DiskName, Disk>;
}

async function foldersOf(home: string): Promise<Record<DiskName, string>> {
  const folders = {
    database: join(home, 'database'),
    wal: join(home, 'wal'),
    redis: join(home, 'redis'),
    uploads: join(home, 'uploads'),
  };
  for (const folder of Object.values(folders)) await mkdir(folder, { recursive: true });
  return folders;
}

type Servers = { postgres: Postgres; redis: TestRedis | null; mailbox: Mailbox };

/** The wire from the web to the proxy leads nowhere yet: the proxy opens later. */
async function openWires(
  { postgres, redis, mailbox }: Servers,
  closing: Closing,
): Promise<Record<WireName, Wire>> {
  const at = (url: string) => ({ host: '127.0.0.1', port: Number(new URL(url).port) });
  const open = async (far: Parameters<typeof openWire>[0]) => {
    const wire = await openWire(far);
    closing(() => wire.close());
    return wire;
  };
  const redisAt = redis ? at(redis.url) : { host: '127.0.0.1', port: 9 };
  return {
    'api-database': await open({ path: postgres.socket }),
    'worker-database': await open({ path: postgres.socket }),
    'api-redis': await open(redisAt),
    'worker-redis': await open(redisAt),
    'worker-mail': await open(at(mailbox.url)),
    'web-api': await open({ host: '127.0.0.1', port: 9 }),
  };
}

type Ground = {
  env: Record<string, string> & { PUBLIC_URL: string };
  wires: Record<WireName, Wire>;
  postgres: Postgres;
  hasRedis: boolean;
};

async function startProcesses({ env, wires, postgres, hasRedis }: Ground, closing: Closing) {
  const start = async (...asked: Parameters<typeof startProcess>) => {
    const process_ = await startProcess(...asked);
    closing(() => process_.stop());
    return process_;
  };
  const envOf = (kind: 'api' | 'worker') => ({
    ...env,
    DATABASE_URL: postgres.through(wires[`${kind}-database`].port),
    ...(hasRedis && { REDIS_URL: `redis://127.0.0.1:${wires[`${kind}-redis`].port}` }),
    SMTP_URL: `smtp://127.0.0.1:${wires['worker-mail'].port}`,
  });
  const apis = [await start('api', 'api 1', envOf('api')), await start('api', 'api 2', envOf('api'))];
  const proxy = await openProxy(apis.map(({ url }) => url));
  closing(async () => proxy.close());
  const workers = [
    await start('worker', 'worker 1', envOf('worker')),
    await start('worker', 'worker 2', envOf('worker')),
  ];
  wires['web-api'].leadTo({ host: '127.0.0.1', port: Number(new URL(proxy.url).port) });
  const web = await start('web', 'web', {
    ...env,
    API_URL: `http://127.0.0.1:${wires['web-api'].port}`,
    PORT: new URL(env.PUBLIC_URL).port,
  });
  return { apis, workers, webs: [web], door: proxy };
}

/** Throws with a process's last words when it does not become ready. */
export async function allReady(site: Pick<RunningSite, 'apis' | 'workers' | 'webs'>): Promise<void> {
  const until = Date.now() + READY_LIMIT_MS;
  for (const process_ of processesOf(site)) {
    while (!(await process_.isReady())) {
      if (Date.now() > until)
        throw new Error(`${process_.name} does not become ready:\n${process_.lastWords()}`);
      await pause(100);
    }
  }
}

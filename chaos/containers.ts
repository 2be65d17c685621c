import { connect } from '@groundwork/database';
import { startMailbox } from '@groundwork/mail/testing';
import { execFile, execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../journeys/ports.ts';
import type { Process } from './processes.ts';
import { allReady, type RunningSite } from './site.ts';

/** A site in containers, as docker-compose.yml makes one. */
export type Contained = RunningSite & {
  caddy: Process;
  postgres: Process & { url: string };
  valkey: Process;
};

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
/** Of its own, so that a site that runs here for real is left alone. */
const PROJECT = ['--project-name', 'groundwork-chaos'];
const FILES = ['--file', 'docker-compose.yml', '--file', 'chaos/docker-compose.yml'];
const COUNTS = { api: 2, worker: 2, web: 2 };

/** Starts it, two of each, on ports of its own and waits until all is ready; the image is built when there is none. */
export async function startContainers(): Promise<Contained> {
  const folder = await mkdtemp(join(tmpdir(), 'chaos-'));
  const mailbox = await startMailbox({ host: '0.0.0.0' });
  const ground = await chooseGround(mailbox.url);
  const compose = (...args: string[]) =>
    run('docker', ['compose', ...PROJECT, ...FILES, ...args], { cwd: root, env: ground.settings });
  const close = async () => {
    await compose('down', '--volumes', '--timeout', '10');
    await mailbox.close();
    await rm(folder, { recursive: true });
  };
  try {
    await startAll(compose);
    const named = (service: string) => containersOf(service, compose);
    const [[caddy], [postgres], [valkey]] = [
      await named('caddy'),
      await named('postgres'),
      await named('valkey'),
    ];
    if (!caddy || !postgres || !valkey) throw new Error('docker compose started less than there should be.');
    const processes = { apis: await named('api'), workers: await named('worker'), webs: await named('web') };
    await allReady(processes);
    const { publicUrl, databaseUrl, redisUrl } = ground;
    const database = connect(databaseUrl, { max: 3 });
    return {
      ...processes,
      caddy,
      valkey,
      postgres: { ...postgres, url: databaseUrl },
      door: { url: publicUrl },
      redis: { url: redisUrl },
      mailbox,
      database,
      env: { DATA_DIR: folder, SECRET: randomBytes(24).toString('hex'), PUBLIC_URL: publicUrl },
      forget() {},
      close: () => database.close().then(close),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function chooseGround(mailUrl: string) {
  const [web, database, redis] = [await freePort(), await freePort(), await freePort()];
  const [password, other] = [randomBytes(24).toString('hex'), randomBytes(24).toString('hex')];
  const publicUrl = `http://localhost:${web}`;
  return {
    publicUrl,
    databaseUrl: `postgres://groundwork:${password}@127.0.0.1:${database}/groundwork`,
    redisUrl: `redis://:${other}@127.0.0.1:${redis}`,
    settings: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PUBLIC_URL: publicUrl,
      SITE_ADDRESS: 'http://localhost',
      ACME_EMAIL: 'nobody@valley.test',
      HTTP_PORT: `127.0.0.1:${web}`,
      HTTPS_PORT: `127.0.0.1:${await freePort()}`,
      POSTGRES_PASSWORD: password,
      VALKEY_PASSWORD: other,
      MAIL_FROM: 'Valley Coalition <hello@valley.test>',
      SMTP_URL: `smtp://${ownAddress()}:${new URL(mailUrl).port}`,
      LOG_LEVEL: 'warn',
      CHAOS_DATABASE_PORT: String(database),
      CHAOS_REDIS_PORT: String(redis),
    },
  };
}

/** Of this machine, as containers reach it; by number, because no name of it is known to them. */
function ownAddress(): string {
  const faces = Object.values(networkInterfaces()).flatMap((found) => found ?? []);
  return faces.find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '172.17.0.1';
}

type Compose = (...args: string[]) => Promise<{ stdout: string }>;

async function startAll(compose: Compose) {
  const scale = Object.entries(COUNTS).flatMap(([kind, count]) => ['--scale', `${kind}=${count}`]);
  try {
    await compose('up', '--detach', ...scale);
  } catch {
    const { stdout } = await compose('logs', '--tail', '5');
    throw new Error(`docker compose did not start everything:\n${stdout}`);
  }
}

async function containersOf(service: string, compose: Compose): Promise<Process[]> {
  const { stdout } = await compose('ps', '--quiet', service);
  const ids = stdout.split('\n').filter(Boolean);
  return ids.map((id, at) => containerAt(id, ids.length > 1 ? `${service} ${at + 1}` : service));
}

/** Docker starts it again whenever its program dies; what we ended ourselves is told apart by the count. */
function containerAt(id: string, name: string): Process {
  const inspect = (format: string) =>
    execFileSync('docker', ['inspect', '--format', format, id], { encoding: 'utf8' }).trim();
  let kills = 0;
  return {
    name,
    url: '',
    kill() {
      const pid = Number(inspect('{{.State.Pid}}'));
      if (pid === 0) return;
      kills += 1;
      // Not `docker kill`, after which docker leaves it where it lies.
      process.kill(pid, 'SIGKILL');
    },
    pause: () => void execFileSync('docker', ['pause', id]),
    resume: () => void execFileSync('docker', ['unpause', id]),
    isReady: () =>
      run('docker', ['exec', id, '/app/infra/healthy']).then(
        () => true,
        () => false,
      ),
    endedByItself: () => Number(inspect('{{.RestartCount}}')) - kills,
    lastWords: () => execFileSync('docker', ['logs', '--tail', '20', id], { encoding: 'utf8' }),
    stop: () => run('docker', ['stop', id]).then(() => undefined),
  };
}

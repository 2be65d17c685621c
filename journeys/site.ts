import { madeOnce, testDatabase } from '@groundwork/database/testing';
import { passTime } from '@groundwork/database/testing/clock';
import { startMailbox } from '@groundwork/mail/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDown, writeDownPeople } from './heard.ts';
import { freePort } from './ports.ts';
import { outside } from './processes.ts';

export type RunningSite = Awaited<ReturnType<typeof startSite>>;

type Left = { database: string; printed: string };
type Options = { env?: Record<string, string>; args?: string[]; from?: Left };

/** A site with the made-up coalition of `--demo`, which is made once in a run and copied for each that asks. */
export async function startDemo() {
  // What the demonstration sealed is read by its copies.
  const env = { SECRET: 'the secret of a coalition that is made up' };
  const from = await madeOnce(async () => {
    const site = await startSite({ env, args: ['--demo'] });
    return { database: await site.leave(), printed: site.printed() };
  });
  return startSite({ env, from });
}

/**
 * A whole site as `npm start` runs it, as a process of its own, with a database and a mail server of its own: a new one,
 * or `from` what another left. `restart` starts it again on what it left behind.
 */
export async function startSite({ env = {}, args = [], from }: Options = {}) {
  const database = await testDatabase(from && { like: from.database });
  const mailbox = await startMailbox();
  const dataDir = await mkdtemp(join(tmpdir(), 'groundwork journey '));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    SMTP_URL: mailbox.url,
    MAIL_FROM: 'Valley Coalition <hello@valley.test>',
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    // A crowd comes from many addresses, as if through a proxy.
    TRUST_PROXY: 'loopback',
    ...env,
  };
  let running = await launch(settings, args);
  async function end() {
    await ended(running.process, 'SIGTERM');
    await mailbox.close();
    await rm(dataDir, { recursive: true, force: true });
  }
  return {
    url,
    database,
    mailbox,
    /** The one-time link that sets the site up, as it was printed. */
    setupUrl: () => running.printed.match(/http:\S+\/setup\/\S+/)?.[0] ?? '',
    printed: () => (from?.printed ?? '') + running.printed,
    kill: () => ended(running.process, 'SIGKILL'),
    async restart() {
      await ended(running.process, 'SIGKILL');
      running = await launch(settings, []);
    },
    /** So much time passes (`6 days`) while nothing runs, and then it is started. */
    async pass(interval: string) {
      await ended(running.process, 'SIGKILL');
      await passTime(database.pool, interval);
      running = await launch(settings, []);
    },
    async stop() {
      await end();
      await writeDownPeople(database.db);
      await database.close();
    },
    /** Stops it and keeps its database, whose name is returned. */
    async leave() {
      await end();
      await database.leave();
      return new URL(database.url).pathname.slice(1);
    },
  };
}

const STANDALONE = fileURLToPath(new URL('../apps/standalone/src/standalone.ts', import.meta.url));

async function launch(settings: Record<string, string>, args: string[]) {
  const process_ = spawn(process.execPath, [STANDALONE, ...args], {
    env: { ...outside(), ...settings },
  });
  writeDown('standalone', process_);
  let printed = '';
  await new Promise<void>((ready, failed) => {
    const hear = (chunk: Buffer) => {
      printed += chunk.toString();
      if (/Groundwork is ready.*\n(?:[\s\S]*\n)?$/.test(printed)) setTimeout(ready, 0);
    };
    process_.stdout.on('data', hear);
    process_.stderr.on('data', hear);
    process_.once('exit', () => failed(new Error(`the site ended before it was ready:\n${printed}`)));
  });
  return { process: process_, printed };
}

async function ended(process_: ChildProcess, signal: NodeJS.Signals) {
  if (process_.exitCode !== null || process_.signalCode !== null) return;
  const exit = new Promise((done) => process_.once('exit', done));
  process_.kill(signal);
  await exit;
}

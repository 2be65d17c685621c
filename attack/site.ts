import { startMailbox } from '@groundwork/mail/testing';
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../journeys/ports.ts';

export type Site = {
  url: string;
  /** What it has printed so far. */
  printed(): string;
  /** How much of the machine's memory the process has, in MB. */
  memory(): number;
  hasEnded(): boolean;
  close(): Promise<void>;
};

const STANDALONE = fileURLToPath(new URL('../apps/standalone/src/standalone.ts', import.meta.url));

/** A made-up coalition as `npm start -- --demo` runs it, in a folder of its own, with a mail server that keeps all. */
export async function startSite(): Promise<Site> {
  const dataDir = await mkdtemp(join(tmpdir(), 'attack-'));
  const mailbox = await startMailbox();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const env = {
    ...{ PORT: String(port), HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: dataDir, LOG_LEVEL: 'warn' },
    ...{
      MALLOC_ARENA_MAX: '2',
      SMTP_URL: mailbox.url,
      MAIL_FROM: 'Valley Coalition <hello@valley.test>',
      NODE_ENV: 'production',
    },
  };
  const args = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8', STANDALONE, '--demo'];
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env } });
  let printed = '';
  const hear = (chunk: Buffer) => (printed += chunk.toString());
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  await ready(child, () => printed);
  return {
    url,
    printed: () => printed,
    memory: () => Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(child.pid)])) / 1024),
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    async close() {
      if (child.exitCode === null && child.kill('SIGTERM')) await once(child, 'exit');
      await mailbox.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function ready(child: ChildProcess, printed: () => string): Promise<void> {
  await new Promise<void>((done, failed) => {
    child.stdout?.on('data', () => printed().includes('Groundwork is ready') && done());
    child.once('exit', () => failed(new Error(`The site ended before it was ready:\n${printed()}`)));
  });
}

import { newBackupKey } from '@groundwork/backups';
import { aSite } from '@groundwork/features/testing';
import { newFileKey } from '@groundwork/files';
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Finding } from '../checks/finding.ts';

const PROGRAM = fileURLToPath(new URL('../main.ts', import.meta.url));

/** What came of a command. */
export type Outcome = { code: number | null; out: string; err: string; json: Printed };
/** What the verbs print for programs, each only its own part of it: without `--json`, none. */
type Printed = {
  error: string;
  findings: Finding[];
  url: string;
  recipient: string;
  name: string;
  backups: { name: string }[];
  backup: unknown;
  tables: unknown;
  site: unknown;
};
export type Env = Record<string, string | undefined>;
type Manner = {
  env?: Env;
  /** What it reads from standard input. */
  input?: string;
  /** Words before the command, such as those of a shell that limits it. */
  before?: string[];
};

/** Types `groundwork ARGS` where nothing is set but `env`, and waits for its end. */
export async function groundwork(args: string[], manner: Manner = {}): Promise<Outcome> {
  return begin(args, manner).outcome;
}

/** As above, without waiting. */
export function begin(
  args: string[],
  { env = {}, input = '', before = [] }: Manner = {},
): { child: ChildProcessWithoutNullStreams; outcome: Promise<Outcome> } {
  const [command = '', ...rest] = [...before, process.execPath, PROGRAM, ...args];
  const child = spawn(command, rest, { env: { PATH: process.env.PATH, ...env }, cwd: tmpdir() });
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  return { child, outcome: outcomeOf(child) };
}

async function outcomeOf(child: ChildProcessWithoutNullStreams): Promise<Outcome> {
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close') as Promise<[number | null]>,
  ]);
  return { code, out, err, json: JSON.parse(out.startsWith('{') ? out : '{}') as Printed };
}

/** An empty folder, gone when the test ends. */
export async function aFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork command '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A site, and the settings with which the command finds it. */
export async function aSiteToLookAfter(wish: Parameters<typeof aSite>[0] = {}) {
  const site = await aSite(wish);
  const { dataDir, publicUrl, secret } = site.house.settings;
  await writeFile(join(dataDir, 'secret'), secret, { mode: 0o600 });
  const env: Env = { DATABASE_URL: site.databaseUrl, DATA_DIR: dataDir, PUBLIC_URL: publicUrl };
  return { site, env };
}

/** The same with a picture, a place for its backups, and the key that opens them. */
export async function aSiteToBackUp() {
  const { site, env } = await aSiteToLookAfter();
  await site.house.files.put(newFileKey(), randomBytes(100_000));
  const to = await aFolder();
  const { identity, recipient } = await newBackupKey();
  const key = join(await aFolder(), 'backup-key.txt');
  await writeFile(key, identity);
  return { site, to, key, identity, env: { ...env, BACKUP_TO: to, BACKUP_RECIPIENT: recipient } };
}

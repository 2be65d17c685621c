import { newBackupKey } from '@groundwork/backups';
import { aSite } from '@groundwork/features/testing';
import { newFileKey } from '@groundwork/files';
import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, Writable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Finding } from '../checks/finding.ts';
import { command } from '../command.ts';
import { interruptions } from '../interruptions.ts';
import type { Screen } from '../verb.ts';

const PROGRAM = fileURLToPath(new URL('../main.ts', import.meta.url));

/** What came of a command. */
export type CommandOutcome = { code: number | null; out: string; err: string; json: Printed };
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
};

/** Types `groundwork ARGS` where nothing is set but `env`, and waits for its end. It runs in this process. */
export async function groundwork(args: string[], manner: Manner = {}): Promise<CommandOutcome> {
  return begin(args, manner).outcome;
}

/** As above, without waiting. What a terminal would send is sent by `send`. */
export function begin(
  args: string[],
  { env = {}, input = '' }: Manner = {},
): { send(signal: NodeJS.Signals): void; outcome: Promise<CommandOutcome> } {
  const sent = new EventEmitter();
  const [out, err] = [new PassThrough(), new PassThrough()];
  const code = typed(args, { env, input, out, err, sent });
  void code.finally(() => [out, err].map((stream) => stream.end())).catch(() => undefined);
  return { send: (signal) => void sent.emit(signal), outcome: outcomeOf(code, out, err) };
}

/** Types it where whoever reads along looks away at once; resolves to the exit code. */
export function lookAwayFrom(args: string[]): Promise<number> {
  const gone = () =>
    new Writable({
      write: (_chunk, _encoding, done) => done(Object.assign(new Error('gone'), { code: 'EPIPE' })),
    });
  return typed(args, { env: {}, input: '', out: gone(), err: gone(), sent: new EventEmitter() });
}

type Typing = Required<Manner> & { out: Screen; err: Screen; sent: EventEmitter };

function typed(args: string[], { env, input, sent, ...screens }: Typing): Promise<number> {
  return command(args, {
    // As in the folder where the programs start: not the one of this code, where somebody's own site may live.
    env: { DATA_DIR: join(tmpdir(), '.data'), ...env },
    input: Readable.from([input]),
    ...screens,
    interruptions: () => interruptions(sent, () => undefined),
  });
}

/** The same as a program of its own, for what nobody can do to a part of a process; `before` is what starts it. */
export function start(
  args: string[],
  { env = {}, before = [] }: { env?: Env; before?: string[] },
): { child: ChildProcess; outcome: Promise<CommandOutcome> } {
  const [first = '', ...rest] = [...before, process.execPath, PROGRAM, ...args];
  const child = spawn(first, rest, {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...env },
    cwd: tmpdir(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = once(child, 'close').then(([exit]) => exit as number | null);
  return { child, outcome: outcomeOf(code, child.stdout, child.stderr) };
}

async function outcomeOf(
  ended: Promise<number | null>,
  ...[out, err]: [NodeJS.ReadableStream, NodeJS.ReadableStream]
): Promise<CommandOutcome> {
  const [code, printed, complained] = await Promise.all([ended, text(out), text(err)]);
  const json = JSON.parse(printed.startsWith('{') ? printed : '{}') as Printed;
  return { code, out: printed, err: complained, json };
}

/** An empty folder, gone when the test ends. */
export async function aCommandFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'groundwork command '));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A site, and the settings with which the command finds it. */
export async function aSiteToLookAfter(options: Parameters<typeof aSite>[0] = {}) {
  const site = await aSite(options);
  const { dataDir, publicUrl, secret } = site.house.settings;
  await writeFile(join(dataDir, 'secret'), secret, { mode: 0o600 });
  const env: Env = { DATABASE_URL: site.databaseUrl, DATA_DIR: dataDir, PUBLIC_URL: publicUrl };
  return { site, env };
}

/** The same with a picture, a place for its backups, and the key that opens them. */
export async function aSiteToBackUp() {
  const { site, env } = await aSiteToLookAfter();
  await site.house.files.put(newFileKey(), randomBytes(100_000));
  const to = await aCommandFolder();
  const { identity, recipient } = await newBackupKey();
  const key = join(await aCommandFolder(), 'backup-key.txt');
  await writeFile(key, identity);
  return { site, to, key, identity, env: { ...env, BACKUP_TO: to, BACKUP_RECIPIENT: recipient } };
}

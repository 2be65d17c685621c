import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aQuickFolder, startedBefore } from '../testing/embedded.ts';
import { EmbeddedError, startEmbedded } from './embedded.ts';
import { isAlive } from './pid.ts';

let dataDir: string;
const elsewheres: ChildProcess[] = [];
// Making the files takes most of a start, so most tests begin with a copy of files that were made once.
const beginAsBefore = () => startedBefore(dataDir);
beforeEach(async () => {
  dataDir = join(await aQuickFolder(), 'our data');
});
afterEach(async () => {
  // Before the server: while one of them lives, it starts the server again.
  await Promise.all(elsewheres.splice(0).map(kill));
  const pid = await serverPid();
  if (isAlive(pid)) process.kill(pid, 'SIGKILL');
});

const cluster = () => join(dataDir, 'postgres/cluster');
async function serverPid(): Promise<number> {
  const text = await readFile(join(cluster(), 'postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(text) || NaN;
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
const writeNote = (url: string) => query(url, `create table notes as select 'here' as note`);
const readNotes = (url: string) => query(url, 'select note from notes');
const kept = [{ note: 'here' }];
const KEEPERS = `select from pg_stat_activity where application_name = 'groundwork keeper'`;

/** Another process that starts the same server, and stays. */
async function startElsewhere(): Promise<{ url: string; elsewhere: ChildProcess }> {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('embedded.ts', import.meta.url).href)});
    console.log((await startEmbedded(${JSON.stringify(dataDir)})).url);`;
  const elsewhere = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  elsewheres.push(elsewhere);
  const ended = once(elsewhere, 'exit').then(() => Promise.reject(new Error('It ended and had no server.')));
  const said = once(createInterface(elsewhere.stdout), 'line');
  const [url] = (await Promise.race([said, ended])) as [string];
  ended.catch(() => undefined);
  return { url, elsewhere };
}
async function kill(victim: ChildProcess) {
  if (victim.exitCode !== null || victim.signalCode !== null) return;
  const gone = once(victim, 'exit');
  victim.kill('SIGKILL');
  await gone;
}

test('the embedded server starts, stops without a trace of a process, and keeps what was written', async () => {
  const first = await startEmbedded(dataDir);
  await writeNote(first.url);
  const pid = await serverPid();
  await first.stop();
  expect(isAlive(pid)).toBe(false);
  expect(await readdir(cluster())).not.toContain('postmaster.pid');

  const second = await startEmbedded(dataDir);
  expect(await readNotes(second.url)).toEqual(kept);
  await second.stop();
});

test('the embedded server waits for the disk at each commit', async () => {
  await beginAsBefore();
  const { url, stop } = await startEmbedded(dataDir);
  expect(await query(url, 'show fsync')).toEqual([{ fsync: 'on' }]);
  expect(await query(url, 'show synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  await stop();
});

test('only its owner may open its folder, and only the password opens the database', async () => {
  await beginAsBefore();
  const { url, stop } = await startEmbedded(dataDir);
  expect((await stat(join(dataDir, 'postgres'))).mode & 0o777).toBe(0o700);
  expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o777).toBe(0o600);
  const guess = new URL(url);
  guess.password = 'guess';
  await expect(query(guess.href, 'select')).rejects.toThrow('password authentication failed');
  await stop();
});

test('a server that is killed comes back at the same address, with what was committed', async () => {
  await beginAsBefore();
  const { url, stop } = await startEmbedded(dataDir);
  await writeNote(url);
  const pid = await serverPid();
  process.kill(pid, 'SIGKILL');
  await vi.waitFor(async () => expect(await readNotes(url)).toEqual(kept), {
    timeout: 15_000,
    interval: 100,
  });
  expect(await serverPid()).not.toBe(pid);
  await stop();
  expect(await serverPid()).toBeNaN();
});

test('a server whose process was killed is taken over by the next', async () => {
  await beginAsBefore();
  const { url, elsewhere } = await startElsewhere();
  await writeNote(url);
  const pid = await serverPid();
  await kill(elsewhere);

  const next = await startEmbedded(dataDir);
  expect(next.url).toBe(url);
  expect(await readNotes(next.url)).toEqual(kept);
  expect(await serverPid()).toBe(pid);
  await next.stop();
  expect(await serverPid()).toBeNaN();
});

test('the next start works after both the process and the server were killed', async () => {
  await beginAsBefore();
  const { url, elsewhere } = await startElsewhere();
  await writeNote(url);
  const killed = kill(elsewhere);
  process.kill(await serverPid(), 'SIGKILL');
  await killed;

  const next = await startEmbedded(dataDir);
  expect(await readNotes(next.url)).toEqual(kept);
  await next.stop();
});

test('a dead server whose number another program has by now is not taken for alive', async () => {
  await beginAsBefore();
  const first = await startEmbedded(dataDir);
  const lock = await readFile(join(cluster(), 'postmaster.pid'), 'utf8');
  await first.stop();
  const stranger = spawn('sleep', ['60']);
  const stale = lock.replace(/^\d+/, String(stranger.pid));
  await writeFile(join(cluster(), 'postmaster.pid'), stale);
  await writeFile(join(dataDir, 'postgres/.s.PGSQL.5432.lock'), stale);

  const next = await startEmbedded(dataDir);
  expect(isAlive(stranger.pid ?? NaN)).toBe(true);
  await next.stop();
  await kill(stranger);
});

test('a server that another process uses too outlives us', async () => {
  await beginAsBefore();
  const { url, elsewhere } = await startElsewhere();
  const ours = await startEmbedded(dataDir);
  await ours.stop();
  await writeNote(url);

  const again = await startEmbedded(dataDir);
  await kill(elsewhere);
  // The server takes a moment to hear of it.
  await vi.waitFor(async () => expect(await query(again.url, KEEPERS)).toHaveLength(1), 15_000);
  await again.stop();
  expect(await serverPid()).toBeNaN();
});

test('two that start at once on an empty folder share one server', async () => {
  const [one, other] = await Promise.all([startElsewhere(), startElsewhere()]);
  expect(one.url).toBe(other.url);
  await writeNote(one.url);
  expect(await readNotes(other.url)).toEqual(kept);
  await Promise.all([kill(one.elsewhere), kill(other.elsewhere)]);
});

test('a crash while the files are made leaves nothing behind', async () => {
  const dead = spawn('true');
  await once(dead, 'exit');
  const draft = `cluster.new-${String(dead.pid)}`;
  await mkdir(join(dataDir, 'postgres', draft), { recursive: true });
  const { stop } = await startEmbedded(dataDir);
  expect(await readdir(join(dataDir, 'postgres'))).not.toContain(draft);
  await stop();
});

test('a path too long for a socket is served on this machine alone, at a port of its own', async () => {
  dataDir = join(dataDir, 'a coalition with a very long name'.repeat(3));
  await beginAsBefore();
  const { url, stop } = await startEmbedded(dataDir);
  expect(new URL(url).searchParams.get('host')).toBeNull();
  expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
  await stop();
});

test('a folder that cannot be made is one sentence', async () => {
  await writeFile(dataDir, 'a file');
  const attempt = startEmbedded(dataDir);
  await expect(attempt).rejects.toThrow(EmbeddedError);
  await expect(attempt).rejects.toThrow(
    /^The folder .* cannot be written \(ENOTDIR\): choose another DATA_DIR\.$/,
  );
});

test('files of another PostgreSQL are left alone', async () => {
  await beginAsBefore();
  await writeFile(join(cluster(), 'PG_VERSION'), '17\n');
  await expect(startEmbedded(dataDir)).rejects.toThrow(/was written by PostgreSQL 17 and this is 18/);
});

test('PostgreSQL’s words are passed on when it cannot start', async () => {
  await beginAsBefore();
  await writeFile(join(cluster(), 'postgresql.conf'), 'work_mem = plenty\n');
  await expect(startEmbedded(dataDir)).rejects.toThrow(
    /does not start \(.*postgresql\.conf.*\): see .*log\.$/,
  );
});

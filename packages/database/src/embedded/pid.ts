import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What a server writes to postmaster.pid; see PostgreSQL's pidfile.h. */
export type PidFile = { pid: number; port: number; socketFolder: string; ready: boolean };

/** The server that says it runs on the cluster `files`; null when none says so, or when the one that did is dead. */
export async function readPidFile(files: string): Promise<PidFile | null> {
  const path = `${files}/postmaster.pid`;
  const lines = (await readFile(path, 'utf8').catch(() => '')).split('\n').map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!(await isServer(pid, files))) return null;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7] === 'ready' };
}

/** Whether `pid` is a server on the cluster `files`, and not another program that got its number later. */
export async function isServer(pid: number, files: string): Promise<boolean> {
  if (!(pid > 0) || !isAlive(pid)) return false;
  // A server's working folder is its cluster. One that is just ending has none anymore, and is there until it is gone.
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(hasNone);
    return folder === files || (folder === null && isAlive(pid));
  }
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return stdout.includes(files);
}

/** Whether a process of this number runs. One that ended, and whose parent has not heard of it yet, does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
  return process.platform !== 'linux' || !hasEnded(pid);
}

/** Whether the system keeps no more of a process than its number and how it ended; see proc(5), `stat`. */
function hasEnded(pid: number): boolean {
  try {
    return /\) [ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** Null for what is not there; '' for what we may not see. */
function hasNone(error: unknown): '' | null {
  return codeOf(error) === 'ENOENT' ? null : '';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : null;
}

/**
 * What a new server has to be told of the lock files (`paths`) that a dead one left. When another program has its number
 * by now, PostgreSQL takes that for a live server and refuses to start, forever. It ignores its grandparent's number, which
 * pg_ctl tells it in the same way; what else is in the files still guards against the dead server's children.
 */
export async function lockEnvironment(paths: string[]): Promise<{ PG_GRANDPARENT_PID?: string }> {
  for (const path of paths) {
    const [pid = ''] = (await readFile(path, 'utf8').catch(() => '')).split('\n');
    if (Number(pid) > 0) return { PG_GRANDPARENT_PID: pid };
  }
  return {};
}

import { readdir, readFile, writeFile } from 'node:fs/promises';
import { Refusal } from './options.ts';

/**
 * Megabytes that these processes and all below them hold: the sum of PSS, in which a page that several processes share
 * counts once, shared out among them.
 */
export async function memoryOf(...pids: number[]): Promise<number> {
  const parents = await parentsOfAll();
  const held = [...parents.keys()].filter((pid) => isOf(pid, pids, parents));
  const kilobytes = await Promise.all(held.map(pssOf));
  return (kilobytes.reduce((sum, value) => sum + value, 0) * 1024) / 1e6;
}

/** Megabytes that one process holds at this moment, shared pages and all. */
export async function heldBy(pid: number): Promise<number> {
  return statusOf(pid, 'VmRSS');
}

/** The most it held since `forgetPeak`. */
export async function peakOf(pid: number): Promise<number> {
  return statusOf(pid, 'VmHWM');
}

/** See proc_pid_clear_refs(5). */
export async function forgetPeak(pid: number): Promise<void> {
  await writeFile(`/proc/${pid}/clear_refs`, '5');
}

async function statusOf(pid: number, name: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return (Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024) / 1e6;
}

async function parentsOfAll(): Promise<Map<number, number>> {
  const names = await readdir('/proc').catch(() => {
    throw new Refusal('Memory is read from /proc, which only Linux has: leave figure f out with --only.');
  });
  const pids = names.filter((name) => /^\d+$/.test(name)).map(Number);
  const found = await Promise.all(pids.map(async (pid) => [pid, await parentOf(pid)] as const));
  return new Map(found);
}

/** 0 when it has just ended. */
async function parentOf(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return Number(stat.slice(stat.lastIndexOf(') ') + 2).split(' ')[1] ?? 0);
}

function isOf(pid: number, pids: number[], parents: Map<number, number>): boolean {
  for (let at: number | undefined = pid; at; at = parents.get(at)) if (pids.includes(at)) return true;
  return false;
}

async function pssOf(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
}

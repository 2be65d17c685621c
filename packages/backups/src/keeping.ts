import { BackupError } from './error.ts';
import type { StoredArchive } from './stored.ts';
import { openPlace } from './places.ts';

const UNITS = { hourly: 13, daily: 10, weekly: 0, monthly: 7, yearly: 4 } as const;
type Unit = keyof typeof UNITS;

/** Removes what `rule` does not keep, and returns the names. */
export async function keepByRule(to: string, rule: string): Promise<string[]> {
  const place = openPlace(to);
  const removed = chooseRemoved(await place.list(), rule);
  for (const name of removed) await place.remove(name);
  return removed;
}

/**
 * The names that a rule such as `7 daily, 5 weekly, 12 monthly` does not keep: of each of the last seven days that have
 * one, the newest stays, and so on. The newest of all always stays. Throws BackupError when the rule cannot be read.
 */
export function chooseRemoved(stored: StoredArchive[], rule: string): string[] {
  const newestFirst = stored.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const staying = new Set(newestFirst.slice(0, 1).map(({ name }) => name));
  for (const { count, unit } of readRule(rule)) {
    const periods = Map.groupBy(newestFirst, ({ at }) => periodOf(at, unit));
    for (const [newest] of [...periods.values()].slice(0, count)) if (newest) staying.add(newest.name);
  }
  return newestFirst.map(({ name }) => name).filter((name) => !staying.has(name));
}

/** Throws BackupError when it is not a list such as `7 daily, 5 weekly, 12 monthly`. */
export function readRule(rule: string): { count: number; unit: Unit }[] {
  return rule.split(',').map((part) => {
    const [, count, unit] = /^\s*(\d{1,4}) (hourly|daily|weekly|monthly|yearly)\s*$/.exec(part) ?? [];
    if (!count || !unit)
      throw new BackupError(`BACKUP_KEEP is "${rule}", but it must look like 7 daily, 5 weekly, 12 monthly.`);
    return { count: Number(count), unit: unit as Unit };
  });
}

/** Names the hour, day, ISO week, month or year of a moment, in UTC. */
function periodOf(at: Date, unit: Unit): string {
  if (unit !== 'weekly') return at.toISOString().slice(0, UNITS[unit]);
  // Weeks begin on Monday: the Thursday of a week says which it is.
  const thursday = new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * 86_400_000);
  return thursday.toISOString().slice(0, 10);
}

import type { Settings } from '@groundwork/settings';
import type { Resolver } from 'node:dns/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** What one look found: `wrong` keeps people from something, a `note` is good to know. */
export type Finding = {
  area: string;
  level: 'ok' | 'note' | 'wrong';
  /** A sentence. */
  what: string;
  /** What to do about it, in words; absent when all is well. */
  fix?: string;
};

/** What is looked at. */
export type CheckInput = {
  settings: Settings;
  databaseUrl: string | undefined;
  /** Why there is no database to ask. */
  absence?: Finding;
  dns: Pick<Resolver, 'resolve4' | 'resolve6' | 'resolveTxt'>;
};

export type Check = (patient: CheckInput) => Promise<Finding[]>;

/** No look may take longer, so that the doctor always comes to an end. */
export const PATIENCE_MS = 8_000;

/** The same, or a rejection after so long. */
export function inTime<T>(look: Promise<T>): Promise<T> {
  const late = pause(PATIENCE_MS, undefined, { ref: false }).then(() => {
    throw new Error('too late');
  });
  return Promise.race([look, late]);
}

/** For a process that is not told a secret which another one works with. */
export const ASK_THERE = 'Ask the one that does: groundwork doctor.';

/** Findings of one area, without naming it each time. */
export function findingsOf(area: string) {
  return {
    ok: (what: string): Finding => ({ area, level: 'ok', what }),
    note: (what: string, fix: string): Finding => ({ area, level: 'note', what, fix }),
    wrong: (what: string, fix: string): Finding => ({ area, level: 'wrong', what, fix }),
  };
}

/** A name that only this machine or its own network knows. */
export function isLocal(host: string): boolean {
  return (
    host === 'localhost' ||
    /^(127\.|10\.|192\.168\.|\[?::1)/.test(host) ||
    /\.(local|test|localhost)$/.test(host)
  );
}

import type { NoticeReceiver } from './kinds.ts';

/** The end of a key under which something is told once a day. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The same for once an hour. */
export function thisHour(): number {
  return Math.floor(Date.now() / 3_600_000);
}

/** The end of a key under which each receiver is told for themself. */
export function ofReceiver(to: NoticeReceiver): string {
  return 'account' in to ? to.account : '';
}

import type { SiteStatus } from '@groundwork/features/stewardship/contract';
import type { Words } from '#lib/words/words.ts';
import { sizeOf } from './sizes.ts';

/** One part of the site: how it is, in figures, and what to do about it when it is not well. */
export type Check = {
  part: 'workers' | 'queue' | 'mail' | 'backup' | 'disk';
  state: 'well' | 'look' | 'bad';
  figures: string;
  advice?: string;
};

type Finding = Pick<Check, 'state' | 'advice'>;

const MINUTE = 60;
const HOUR = 3_600_000;
const GIGABYTE = 1e9;

/** What a steward should know of, part by part; `now` in milliseconds. */
export function checkHealth(status: SiteStatus, words: Words, now: number): Check[] {
  return [
    checkWorkers(status, words),
    checkQueue(status, words),
    checkMail(status, words),
    checkBackup(status, words, now),
    checkDisk(status, words),
  ];
}

function checkWorkers({ queue }: SiteStatus, { t }: Words): Check {
  const alive = queue.workers.filter(({ isAlive }) => isAlive);
  const finding: Finding =
    alive.length > 0 ? well : { state: 'bad', advice: t('stewards.health.workers.none') };
  return { part: 'workers', figures: t('stewards.health.workers', { count: alive.length }), ...finding };
}

function checkQueue({ queue }: SiteStatus, { t }: Words): Check {
  const [latest] = queue.workers;
  const figures = t('stewards.health.queue', {
    backend: queue.backend === 'redis' ? 'Redis' : 'PostgreSQL',
    waiting: queue.undelivered + (latest?.waitingCount ?? 0),
    failed: latest?.failedCount ?? 0,
  });
  const lateSeconds = Math.round(queue.oldestSeconds ?? 0);
  if (lateSeconds <= 30) return { part: 'queue', figures, ...well };
  const advice = t('stewards.health.queue.behind', {
    minutes: Math.max(1, Math.round(lateSeconds / MINUTE)),
  });
  return { part: 'queue', figures, state: lateSeconds > 10 * MINUTE ? 'bad' : 'look', advice };
}

function checkMail({ mail }: SiteStatus, { t }: Words): Check {
  const figures = t(`stewards.mail.${mail.way}`, {
    waiting: mail.waiting,
    sent: mail.sentToday,
    refused: mail.refusedToday,
  });
  return { part: 'mail', figures, ...judgeMail(mail, t) };
}

/** Large receivers begin to turn a sender away when one mail in twenty goes nowhere. */
function judgeMail(
  { way, oldestSeconds, sentToday, refusedToday }: SiteStatus['mail'],
  t: Words['t'],
): Finding {
  if (way === 'outbox') return { state: 'look', advice: t('stewards.health.mail.none') };
  if ((oldestSeconds ?? 0) > 15 * MINUTE) return { state: 'bad', advice: t('stewards.health.mail.stuck') };
  if (refusedToday === 0) return well;
  const isMany = refusedToday >= 10 && refusedToday * 20 > sentToday;
  const advice = t(isMany ? 'stewards.health.mail.many-refused' : 'stewards.health.mail.refused', {
    count: refusedToday,
  });
  return { state: isMany ? 'bad' : 'look', advice };
}

function checkBackup({ backup }: SiteStatus, words: Words, now: number): Check {
  const { t, relative } = words;
  const { isSetUp, lastDoneAt, lastFailedAt, lastBytes } = backup;
  const figures = lastDoneAt
    ? t('stewards.health.backup', { when: relative(lastDoneAt, now), size: sizeOf(lastBytes ?? 0, words) })
    : t('stewards.health.backup.never');
  const isOld = !lastDoneAt || now - new Date(lastDoneAt).getTime() > 36 * HOUR;
  const hasFailed = lastFailedAt !== null && (!lastDoneAt || lastFailedAt > lastDoneAt);
  const finding = (): Finding => {
    if (hasFailed) return { state: 'bad', advice: t('stewards.health.backup.failed') };
    if (!isOld) return well;
    if (isSetUp) return { state: 'bad', advice: t('stewards.health.backup.old') };
    return { state: 'look', advice: t('stewards.health.backup.unset') };
  };
  return { part: 'backup', figures, ...finding() };
}

function checkDisk({ storage }: SiteStatus, words: Words): Check {
  const { databaseBytes, diskFreeBytes, diskBytes } = storage;
  const figures = words.t('stewards.storage.value', {
    database: sizeOf(databaseBytes, words),
    free: sizeOf(diskFreeBytes, words),
  });
  const isLow = diskFreeBytes < 5 * GIGABYTE && diskFreeBytes < diskBytes / 10;
  if (!isLow && diskFreeBytes >= GIGABYTE) return { part: 'disk', figures, ...well };
  const state = diskFreeBytes < GIGABYTE ? 'bad' : 'look';
  return { part: 'disk', figures, state, advice: words.t('stewards.health.disk') };
}

const well: Finding = { state: 'well' };

import type { SiteStatus } from '@groundwork/features/stewardship/statuses/contract';
import type { Words } from '#lib/words/words.ts';
import { sizeInWords } from './sizes.ts';

/** One part of the site: how it is, in figures, and what to do about it when it is not well. */
export type HealthCheck = {
  part: 'workers' | 'queue' | 'mail' | 'pace' | 'returns' | 'backup' | 'disk' | 'versions';
  state: 'well' | 'look' | 'bad';
  figures: string;
  advice?: string;
  /** Where to look. */
  link?: { href: string; words: string };
};

type Finding = Pick<HealthCheck, 'state' | 'advice'>;

const MINUTE = 60;
const GIGABYTE = 1e9;

/** What a steward should know of, part by part; `now` in milliseconds, `pages` the version that shows them. */
export function checkHealth(
  status: SiteStatus,
  words: Words,
  { now, pages }: { now: number; pages: string },
): HealthCheck[] {
  return [
    checkWorkers(status, words),
    checkQueue(status, words),
    checkMail(status, words),
    ...checkPace(status, words, now),
    ...(status.mail.way === 'smtp' ? [checkReturns(status, words, now)] : []),
    checkBackup(status, words, now),
    checkDisk(status, words),
    checkVersions(status, words, pages),
  ];
}

function checkWorkers({ queue }: SiteStatus, { t }: Words): HealthCheck {
  const alive = countAlive(queue);
  const finding = (): Finding => {
    if (alive === 0) return { state: 'bad', advice: t('stewards.health.workers.none') };
    if (queue.missingCount === 0) return well;
    return { state: 'look', advice: t('stewards.health.workers.missing', { count: queue.missingCount }) };
  };
  return { part: 'workers', figures: t('stewards.health.workers', { count: alive }), ...finding() };
}

function countAlive({ workers }: SiteStatus['queue']) {
  return workers.filter(({ isAlive }) => isAlive).length;
}

function checkQueue({ queue }: SiteStatus, { t }: Words): HealthCheck {
  const [latest] = queue.workers;
  const figures = t('stewards.health.queue', {
    backend: queue.backend === 'redis' ? 'Redis' : 'PostgreSQL',
    waiting: queue.undelivered + (latest?.waitingCount ?? 0),
    failed: latest?.failedCount ?? 0,
  });
  const lateSeconds = Math.round(queue.oldestSeconds ?? 0);
  if (lateSeconds <= 30) return { part: 'queue', figures, ...well };
  const advice = t(countAlive(queue) > 0 ? 'stewards.health.queue.behind' : 'stewards.health.queue.stands', {
    minutes: Math.max(1, Math.round(lateSeconds / MINUTE)),
  });
  return { part: 'queue', figures, state: lateSeconds > 10 * MINUTE ? 'bad' : 'look', advice };
}

function checkMail({ mail, queue }: SiteStatus, { t }: Words): HealthCheck {
  const figures = t(`stewards.mail.${mail.way}`, {
    waiting: mail.waiting,
    sent: mail.way === 'outbox' ? mail.keptToday : mail.sentToday,
    refused: mail.refusedToday,
  });
  const link = { href: '/site/outbox?refused=true', words: t('stewards.outbox.refused') };
  const finding = judgeMail(mail, countAlive(queue), t);
  return { part: 'mail', figures, ...finding, ...(mail.refusedToday > 0 && { link }) };
}

/** Large receivers begin to turn a sender away when one mail in twenty goes nowhere. */
function judgeMail(
  { way, oldestSeconds, sentToday, refusedToday }: SiteStatus['mail'],
  workers: number,
  t: Words['t'],
): Finding {
  if (way === 'outbox') return { state: 'look', advice: t('stewards.health.mail.none') };
  if ((oldestSeconds ?? 0) > 15 * MINUTE) {
    const advice = t(workers > 0 ? 'stewards.health.mail.stuck' : 'stewards.health.mail.stands');
    return { state: 'bad', advice };
  }
  if (refusedToday === 0) return well;
  const isMany = refusedToday >= 10 && refusedToday * 20 > sentToday;
  const advice = t(isMany ? 'stewards.health.mail.many-refused' : 'stewards.health.mail.refused', {
    count: refusedToday,
  });
  return { state: isMany ? 'bad' : 'look', advice };
}

/** Said only while somebody takes mail more slowly than it was given. */
function checkPace({ mail: { slowed } }: SiteStatus, { t, list, date }: Words, now: number): HealthCheck[] {
  if (slowed.length === 0) return [];
  const figures = slowed.map(({ provider, perMinute, restsUntil, code, waitingCount: waiting }) => {
    const key = provider === '*' ? 'stewards.health.pace.server' : 'stewards.health.pace';
    const isResting = restsUntil !== null && new Date(restsUntil).getTime() > now;
    const at = isResting ? date(restsUntil, 'moment') : '';
    const what = isResting ? t(`${key}.rests`, { provider, at }) : t(key, { provider, perMinute });
    return t('stewards.health.pace.waiting', { what, code: code ?? '…', waiting });
  });
  const isOwn = slowed.some(({ provider }) => provider === '*');
  const advice = t('stewards.health.pace.advice');
  return [{ part: 'pace', state: isOwn ? 'bad' : 'look', figures: list(figures), advice }];
}

function checkReturns({ mail }: SiteStatus, { t, relative }: Words, now: number): HealthCheck {
  const { isSet, isRead, lastReadAt, failure } = mail.wayBack;
  const figures = () => {
    if (!isSet) return t('stewards.health.returns.none');
    return lastReadAt
      ? t('stewards.health.returns', { when: relative(lastReadAt, now) })
      : t('stewards.health.returns.never');
  };
  const finding = (): Finding => {
    if (!isSet) return { state: 'look', advice: t('stewards.health.returns.unset') };
    if (failure && failure.way === 'lmtp') return { state: 'bad', advice: t('stewards.health.returns.lmtp') };
    if (failure) return { state: 'bad', advice: t(`stewards.health.returns.${failure.why}`) };
    return isRead ? well : { state: 'bad', advice: t('stewards.health.returns.unread') };
  };
  return { part: 'returns', figures: figures(), ...finding() };
}

function checkBackup({ backup }: SiteStatus, words: Words, now: number): HealthCheck {
  const { t, relative } = words;
  const { isSetUp, isOld, lastDoneAt, lastFailedAt, lastBytes } = backup;
  const figures = lastDoneAt
    ? t('stewards.health.backup', {
        when: relative(lastDoneAt, now),
        size: sizeInWords(lastBytes ?? 0, words),
      })
    : t('stewards.health.backup.never');
  const hasFailed = lastFailedAt !== null && (!lastDoneAt || lastFailedAt > lastDoneAt);
  const finding = (): Finding => {
    if (hasFailed) return { state: 'bad', advice: t('stewards.health.backup.failed') };
    if (!isOld) return well;
    if (isSetUp) return { state: 'bad', advice: t('stewards.health.backup.old') };
    return { state: 'look', advice: t('stewards.health.backup.unset') };
  };
  return { part: 'backup', figures, ...finding() };
}

function checkDisk({ storage }: SiteStatus, words: Words): HealthCheck {
  const { databaseBytes, diskFreeBytes, diskBytes } = storage;
  const database = sizeInWords(databaseBytes, words);
  if (diskBytes === 0)
    return { part: 'disk', figures: words.t('stewards.storage.unknown', { database }), ...well };
  const figures = words.t('stewards.storage.value', {
    database,
    free: sizeInWords(diskFreeBytes, words),
    size: sizeInWords(diskBytes, words),
  });
  const isLow = diskFreeBytes < 5 * GIGABYTE && diskFreeBytes < diskBytes / 10;
  if (!isLow && diskFreeBytes >= GIGABYTE) return { part: 'disk', figures, ...well };
  const state = diskFreeBytes < GIGABYTE ? 'bad' : 'look';
  return { part: 'disk', figures, state, advice: words.t('stewards.health.disk') };
}

function checkVersions({ version, queue }: SiteStatus, { t, list }: Words, pages: string): HealthCheck {
  const workers = queue.workers.flatMap(({ isAlive, hasLeft, version: of }) =>
    of !== null && isAlive && !hasLeft ? [of] : [],
  );
  const all = new Set([pages, version, ...workers]);
  if (all.size === 1)
    return { part: 'versions', figures: t('stewards.health.versions', { version }), ...well };
  const figures = list([
    t('stewards.health.versions.pages', { version: pages }),
    t('stewards.health.versions.api', { version }),
    ...[...new Set(workers)].map((of) => t('stewards.health.versions.worker', { version: of })),
  ]);
  return { part: 'versions', figures, state: 'look', advice: t('stewards.health.versions.differ') };
}

const well: Finding = { state: 'well' };

import type { SiteStatus } from '@groundwork/features/stewardship/statuses/contract';
import { catalogs } from '@groundwork/words';
import { expect, test } from 'vitest';
import { wordsFor } from '../words/words.ts';
import { checkHealth } from './health.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const HERE = { now: NOW, pages: '0.1.0' };
const words = wordsFor('en', 'UTC', catalogs.en);

test('a site that does well has no advice', () => {
  const checks = checkHealth(aStatus(), words, HERE);
  expect(checks.map(({ state }) => state)).toEqual(checks.map(() => 'well'));
  expect(checks.every(({ advice }) => advice === undefined)).toBe(true);
});

const { queue, mail, backup, storage } = aStatus();
const failure = { way: 'imap', why: 'unreachable', since: '2026-11-23T10:00:00Z' } as const;

function backBy(change: Partial<SiteStatus['mail']['wayBack']>): Partial<SiteStatus> {
  return { mail: { ...mail, wayBack: { ...mail.wayBack, ...change } } };
}

const silent = { ...queue, workers: queue.workers.map((worker) => ({ ...worker, isAlive: false })) };

test.for<[string, 'look' | 'bad', RegExp, Partial<SiteStatus>]>([
  ['workers', 'bad', /starts the worker again/, { queue: { ...queue, workers: [] } }],
  ['workers', 'bad', /starts the worker again/, { queue: silent }],
  ['workers', 'look', /^1 worker fell silent and was not/, { queue: { ...queue, missingCount: 1 } }],
  ['workers', 'look', /^2 workers fell silent and were not/, { queue: { ...queue, missingCount: 2 } }],
  ['queue', 'look', /waited 2 minutes.*catches up/, { queue: { ...queue, oldestSeconds: 120 } }],
  ['queue', 'bad', /waited 20 minutes/, { queue: { ...queue, oldestSeconds: 1200 } }],
  ['mail', 'look', /No mail server/, { mail: { ...mail, way: 'outbox' } }],
  ['mail', 'bad', /did not take it/, { mail: { ...mail, waiting: 3, oldestSeconds: 1000 } }],
  ['mail', 'look', /2 mails were refused/, { mail: { ...mail, refusedToday: 2 } }],
  ['mail', 'bad', /one mail in twenty/, { mail: { ...mail, refusedToday: 20 } }],
  ['returns', 'look', /sets RETURN_ADDRESS/, backBy({ isSet: false, isRead: false })],
  ['returns', 'bad', /sets INBOX_URL/, backBy({ isRead: false })],
  ['returns', 'bad', /name or password in INBOX_URL/, backBy({ failure: { ...failure, why: 'signed-out' } })],
  ['returns', 'bad', /does not answer/, backBy({ failure })],
  ['returns', 'bad', /LMTP_ADDRESS/, backBy({ failure: { ...failure, way: 'lmtp' } })],
  [
    'pace',
    'look',
    /gives less, and more again by itself/,
    { mail: { ...mail, slowed: [slow('gmail.com')] } },
  ],
  ['pace', 'bad', /gives less/, { mail: { ...mail, slowed: [slow('*')] } }],
  [
    'backup',
    'look',
    /sets BACKUP_TO and BACKUP_RECIPIENT/,
    { backup: { ...backup, isSetUp: false, isOld: true, lastDoneAt: null } },
  ],
  ['backup', 'bad', /one every night/, { backup: { ...backup, isOld: true } }],
  ['backup', 'bad', /attempt failed/, { backup: { ...backup, lastFailedAt: '2026-11-23T04:00:00Z' } }],
  ['disk', 'look', /Little room/, { storage: { ...storage, diskFreeBytes: 3e9 } }],
  ['disk', 'bad', /Little room/, { storage: { ...storage, diskFreeBytes: 5e8 } }],
  ['versions', 'look', /starts it again/, { version: '0.2.0' }],
])('%s in trouble says %s, and what to do', ([part, state, advice, change]) => {
  const unwell = checkHealth({ ...aStatus(), ...change }, words, HERE).filter(
    (check) => check.state !== 'well',
  );
  expect(unwell).toEqual([expect.objectContaining({ part, state, advice: expect.stringMatching(advice) })]);
});

test('who takes mail slowly is named, with what they said and how much waits', () => {
  const resting = { ...slow('*'), restsUntil: '2026-11-23T12:05:00Z', code: '421 4.3.2' };
  const over = { ...slow('gmail.com'), restsUntil: '2026-11-23T11:55:00Z' };
  const status = { ...aStatus(), mail: { ...mail, slowed: [resting, over] } };
  expect(checkOf('pace', status)?.figures).toMatch(
    /^The mail server takes nothing before .*12:05.* \(421 4\.3\.2; 40 waiting\) and gmail\.com takes 12 a minute \(421; 40 waiting\)$/,
  );
});

test('a backup that failed before the last good one is forgotten', () => {
  const status = { ...aStatus(), backup: { ...backup, lastFailedAt: '2026-11-22T03:00:00Z' } };
  expect(checkOf('backup', status)?.state).toBe('well');
});

test('a mail that waits for a worker is not blamed on the mail server, and does not catch up by itself', () => {
  const waiting = { ...mail, waiting: 3, oldestSeconds: 1000 };
  const status = { ...aStatus(), queue: { ...silent, oldestSeconds: 1000 }, mail: waiting };
  expect(checkOf('mail', status)?.advice).toMatch(/no worker sends it/);
  expect(checkOf('queue', status)?.advice).toMatch(/waited 17 minutes.*as soon as a worker does/);
});

test('mail that was refused leads to where its addresses stand', () => {
  const status = { ...aStatus(), mail: { ...mail, refusedToday: 2 } };
  expect(checkOf('mail', status)?.link?.href).toBe('/site/outbox?refused=true');
});

test('versions that differ are named part by part', () => {
  const [worker] = queue.workers;
  const workers = [
    { ...worker, version: '0.0.9' },
    { ...worker, version: '0.0.9' },
    { ...worker, version: null },
  ];
  const status = { ...aStatus(), version: '0.2.0', queue: { ...queue, workers } } as SiteStatus;
  expect(checkOf('versions', status)).toMatchObject({
    state: 'look',
    figures: 'pages 0.1.0, api 0.2.0, and workers 0.0.9',
  });
});

test('the version of a worker that left or fell silent is forgotten', () => {
  const [worker] = queue.workers;
  const gone = [
    { ...worker, version: '0.0.9', hasLeft: true },
    { ...worker, version: '0.0.9', isAlive: false },
  ];
  const status = {
    ...aStatus(),
    queue: { ...queue, workers: [...queue.workers, ...gone] },
  } as SiteStatus;
  expect(checkOf('versions', status)).toMatchObject({
    state: 'well',
    figures: 'Groundwork 0.1.0, in every part',
  });
});

test('a disk that does not say how full it is alarms nobody', () => {
  const status = { ...aStatus(), storage: { ...storage, diskFreeBytes: 0, diskBytes: 0 } };
  expect(checkOf('disk', status)).toEqual({
    part: 'disk',
    state: 'well',
    figures: 'database 100\u00a0MB; the disk does not say how much is free',
  });
});

function checkOf(part: string, status: SiteStatus) {
  return checkHealth(status, words, HERE).find((check) => check.part === part);
}

function aStatus(): SiteStatus {
  const counts = { waitingCount: 0, activeCount: 1, failedCount: 0 };
  const worker = { ...counts, version: '0.1.0', reportedAt: '2026-11-23T11:59:50Z', hasLeft: false };
  return {
    site: {
      ...{ name: 'Valley', languages: ['en'], opening: 'anyone', startingGroups: 'members', isSetUp: true },
      ...{ contact: null, securityContact: null, hasRules: false },
    },
    testMail: null,
    backupRequest: null,
    version: '0.1.0',
    counts: { accounts: 1, groups: 1, people: 1, campaigns: 0, events: 0, messages: 0 },
    queue: {
      backend: 'postgresql',
      undelivered: 0,
      oldestSeconds: null,
      workers: [{ ...worker, isAlive: true }],
      missingCount: 0,
    },
    mail: {
      ...{ way: 'smtp', waiting: 0, oldestSeconds: null, sentToday: 200, keptToday: 0, refusedToday: 0 },
      slowed: [],
      wayBack: { isSet: true, isRead: true, lastReadAt: '2026-11-23T11:00:00Z', failure: null },
    },
    heldBack: [],
    backup: {
      isSetUp: true,
      lastDoneAt: '2026-11-23T03:00:00Z',
      lastFailedAt: null,
      lastBytes: 52_000_000,
      isOld: false,
    },
    storage: { databaseBytes: 1e8, diskFreeBytes: 40e9, diskBytes: 100e9 },
  };
}

function slow(provider: string) {
  const said = { troubledAt: '2026-11-23T11:50:00Z', code: '421' };
  return { provider, perMinute: 12, restsUntil: null, ...said, waitingCount: 40 };
}

import type { SiteStatus } from '@groundwork/features/stewardship/contract';
import { catalogs } from '@groundwork/words';
import { expect, test } from 'vitest';
import { wordsFor } from '../words/words.ts';
import { checkHealth } from './health.ts';

const NOW = Date.parse('2026-11-23T12:00:00Z');
const words = wordsFor('en', 'UTC', catalogs.en);

test('a site that does well has no advice', () => {
  const checks = checkHealth(aStatus(), words, NOW);
  expect(checks.map(({ state }) => state)).toEqual(['well', 'well', 'well', 'well', 'well']);
  expect(checks.every(({ advice }) => advice === undefined)).toBe(true);
});

const mail = aStatus().mail;
const backup = aStatus().backup;
const storage = aStatus().storage;

test.for<[string, 'look' | 'bad', RegExp, Partial<SiteStatus>]>([
  ['workers', 'bad', /starts the worker again/, { queue: { ...aStatus().queue, workers: [] } }],
  ['queue', 'look', /waited 2 minutes/, { queue: { ...aStatus().queue, oldestSeconds: 120 } }],
  ['queue', 'bad', /waited 20 minutes/, { queue: { ...aStatus().queue, oldestSeconds: 1200 } }],
  ['mail', 'look', /No mail server/, { mail: { ...mail, way: 'outbox' } }],
  ['mail', 'bad', /does not take it/, { mail: { ...mail, waiting: 3, oldestSeconds: 1000 } }],
  ['mail', 'look', /2 mails were refused/, { mail: { ...mail, refusedToday: 2 } }],
  ['mail', 'bad', /one mail in twenty/, { mail: { ...mail, refusedToday: 20 } }],
  ['backup', 'look', /sets BACKUP_TO/, { backup: { ...backup, isSetUp: false, lastDoneAt: null } }],
  ['backup', 'bad', /one every night/, { backup: { ...backup, lastDoneAt: '2026-11-20T03:00:00Z' } }],
  ['backup', 'bad', /attempt failed/, { backup: { ...backup, lastFailedAt: '2026-11-23T04:00:00Z' } }],
  ['disk', 'look', /Little room/, { storage: { ...storage, diskFreeBytes: 3e9 } }],
  ['disk', 'bad', /Little room/, { storage: { ...storage, diskFreeBytes: 5e8 } }],
])('%s in trouble says %s, and what to do', ([part, state, advice, change]) => {
  const unwell = checkHealth({ ...aStatus(), ...change }, words, NOW).filter(
    (check) => check.state !== 'well',
  );
  expect(unwell).toEqual([expect.objectContaining({ part, state, advice: expect.stringMatching(advice) })]);
});

test('a backup that failed before the last good one is forgotten', () => {
  const status = { ...aStatus(), backup: { ...backup, lastFailedAt: '2026-11-22T03:00:00Z' } };
  expect(checkHealth(status, words, NOW).find(({ part }) => part === 'backup')?.state).toBe('well');
});

function aStatus(): SiteStatus {
  const worker = { waitingCount: 0, activeCount: 1, failedCount: 0, reportedAt: '2026-11-23T11:59:50Z' };
  return {
    site: { name: 'Valley', languages: ['en'], opening: 'anyone', isSetUp: true },
    version: '0.1.0',
    counts: { accounts: 1, groups: 1, people: 1, campaigns: 0, events: 0, messages: 0 },
    queue: {
      backend: 'postgresql',
      undelivered: 0,
      oldestSeconds: null,
      workers: [{ ...worker, isAlive: true }],
    },
    mail: { way: 'smtp', waiting: 0, oldestSeconds: null, sentToday: 200, refusedToday: 0 },
    backup: {
      isSetUp: true,
      lastDoneAt: '2026-11-23T03:00:00Z',
      lastFailedAt: null,
      lastBytes: 52_000_000,
    },
    storage: { databaseBytes: 1e8, diskFreeBytes: 40e9, diskBytes: 100e9 },
  };
}

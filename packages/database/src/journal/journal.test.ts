import { sql } from 'drizzle-orm';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../database.ts';
import { testDatabase } from '../testing/testing.ts';
import { listenToJournal, record, redeliver, relayOnce, wakeRelays, type JournalEntry } from './journal.ts';
import { journal, journalUndelivered } from './tables.ts';

const { url, db, close } = await testDatabase();
afterAll(close);
beforeEach(async () => {
  await db.delete(journalUndelivered);
  await db.delete(journal);
});

const recordOne = (kind = 'groups.joined') => db.transaction((tx) => record(tx, { kind }));

const readAll = () => db.select().from(journal);

async function relayAll(batch?: number): Promise<JournalEntry[]> {
  const received: JournalEntry[] = [];
  while ((await relayOnce(db, async (entries) => void received.push(...entries), batch)) > 0);
  return received;
}

test('an entry is kept and delivered as it was recorded', async () => {
  const whole = {
    kind: 'events.rsvp-given',
    groupId: newId(),
    actorId: newId(),
    subjectId: newId(),
    data: { places: 2 },
  };
  const id = await db.transaction((tx) => record(tx, whole));
  const [entry] = await readAll();
  expect(entry).toMatchObject({ id, ...whole });
  expect(Math.abs(Date.now() - (entry?.at.getTime() ?? 0))).toBeLessThan(60_000);
  expect(await relayAll()).toEqual([entry]);
});

test('an entry whose change was rolled back is never delivered', async () => {
  await expect(
    db.transaction(async (tx) => {
      record(tx, { kind: 'groups.joined' });
      throw new Error('changed my mind');
    }),
  ).rejects.toThrow('changed my mind');
  expect(await relayAll()).toEqual([]);
});

test('entries come oldest first, in batches, each once', async () => {
  const recorded: string[] = [];
  for (let count = 0; count < 7; count++) recorded.push(await recordOne());
  expect((await relayAll(3)).map(({ id }) => id)).toEqual(recorded);
});

test('a delivery that fails is tried again with the same entries', async () => {
  const id = await recordOne();
  await expect(relayOnce(db, () => Promise.reject(new Error('queue is away')))).rejects.toThrow(
    'queue is away',
  );
  expect((await relayAll()).map((entry) => entry.id)).toEqual([id]);
});

test('relays side by side share the entries and none gets the same one', async () => {
  await db.transaction(async (tx) => {
    for (let count = 0; count < 100; count++) record(tx, { kind: 'groups.joined' });
  });
  const received = (await Promise.all([relayAll(10), relayAll(10), relayAll(10)])).flat();
  expect(new Set(received.map(({ id }) => id)).size).toBe(100);
  expect(received).toHaveLength(100);
});

test('an entry that commits after a later one was delivered is not skipped', async () => {
  const slow = Promise.withResolvers<void>();
  const begun = Promise.withResolvers<string>();
  const change = db.transaction(async (tx) => {
    begun.resolve(record(tx, { kind: 'slow.change' }));
    await slow.promise;
  });
  const early = await begun.promise;
  await recordOne('quick.change');
  expect((await relayAll()).map(({ kind }) => kind)).toEqual(['quick.change']);
  slow.resolve();
  await change;
  expect((await relayAll()).map(({ id }) => id)).toEqual([early]);
});

test('an entry that a relay took when its connection died is delivered by the next', async () => {
  const id = await recordOne();
  const cut = relayOnce(db, async () => {
    await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and state = 'idle in transaction'`);
  });
  await expect(cut).rejects.toThrow();
  expect((await relayAll()).map((entry) => entry.id)).toEqual([id]);
});

test('an entry delivered since some moment is delivered once more, and no older one', async () => {
  await recordOne('old.change');
  await new Promise((resolve) => setTimeout(resolve, 2));
  const since = new Date();
  await recordOne('new.change');
  await relayAll();
  expect(await redeliver(db, since, ['old.change', 'new.change'])).toBe(1);
  expect((await relayAll()).map(({ kind }) => kind)).toEqual(['new.change']);
});

test('a redelivery holds the kinds that are asked for only', async () => {
  await recordOne('quiet.change');
  await recordOne('loud.change');
  await relayAll();
  expect(await redeliver(db, new Date(0), ['loud.change'])).toBe(1);
  expect((await relayAll()).map(({ kind }) => kind)).toEqual(['loud.change']);
});

test('an entry that nobody listens to is kept and not delivered', async () => {
  const id = await db.transaction((tx) => record(tx, { kind: 'quiet.change' }, { isHeard: false }));
  expect(await relayAll()).toEqual([]);
  expect(await readAll()).toMatchObject([{ id, kind: 'quiet.change' }]);
});

test('a relay that listens hears of a wake, and again once its connection is back', async () => {
  const heard = vi.fn<() => void>();
  const listener = await listenToJournal(url, heard);
  for (let count = 0; count < 20; count++) wakeRelays(db);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled());
  expect(heard.mock.calls.length).toBeLessThan(5);

  heard.mockClear();
  await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query = 'listen journal'`);
  await vi.waitFor(() => expect(heard).toHaveBeenCalled(), 5_000);
  await listener.close();
});

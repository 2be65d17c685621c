import { afterAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../testing/testing.ts';
import { forgetEntries, relayOnce } from './journal.ts';
import { journal, journalUndelivered } from './tables.ts';

const { db, close } = await testDatabase();
afterAll(close);
beforeEach(async () => {
  await db.delete(journalUndelivered);
  await db.delete(journal);
});

/** The nth entry of a day in August 2025. */
const idOf = (day: number, nth: number) => {
  const digits = Date.UTC(2025, 7, day).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-${String(nth).padStart(12, '0')}`;
};
const august = (day: number) => new Date(Date.UTC(2025, 7, day));
const add = (day: number, kind: string, nth = 1) => db.insert(journal).values({ id: idOf(day, nth), kind });
const listKept = async () => (await db.select().from(journal).orderBy(journal.id)).map(({ id }) => id);

test('entries go once they are older than all are kept, those of brief kinds sooner', async () => {
  for (const day of [1, 10, 20]) await Promise.all([add(day, 'long.kept', 1), add(day, 'soon.gone', 2)]);
  const asked = { allBefore: august(5), kindsBefore: august(15), kinds: ['soon.gone'], lasting: [] };
  expect(await forgetEntries(db, asked)).toBe(3);
  expect(await listKept()).toEqual([idOf(10, 1), idOf(20, 1), idOf(20, 2)]);
  expect(await forgetEntries(db, asked)).toBe(0);
});

test('a lasting entry stays, however old', async () => {
  await Promise.all([add(1, 'ever.kept', 1), add(1, 'long.kept', 2)]);
  const asked = { allBefore: august(5), kindsBefore: august(5), kinds: [], lasting: ['ever.kept'] };
  expect(await forgetEntries(db, asked)).toBe(1);
  expect(await listKept()).toEqual([idOf(1, 1)]);
});

test('entries of many batches go, whatever is kept between them', async () => {
  const kinds = ['soon.gone', 'long.kept', 'long.kept', 'soon.gone', 'soon.gone', 'long.kept', 'soon.gone'];
  for (const [nth, kind] of kinds.entries()) await add(1, kind, nth);
  const asked = { allBefore: new Date(0), kindsBefore: august(5), kinds: ['soon.gone'], lasting: [] };
  expect(await forgetEntries(db, asked, 2)).toBe(4);
  expect(await listKept()).toEqual([idOf(1, 1), idOf(1, 2), idOf(1, 5)]);
});

test('an entry that was never delivered waits for its delivery, however old', async () => {
  await add(1, 'soon.gone');
  await db.insert(journalUndelivered).values({ entryId: idOf(1, 1) });
  const asked = { allBefore: august(5), kindsBefore: august(5), kinds: [], lasting: [] };
  expect(await forgetEntries(db, asked)).toBe(0);
  const received: string[] = [];
  await relayOnce(db, async (entries) => void received.push(...entries.map(({ id }) => id)));
  expect(received).toEqual([idOf(1, 1)]);
  expect(await forgetEntries(db, asked)).toBe(1);
});

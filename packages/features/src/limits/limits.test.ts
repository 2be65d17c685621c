import { connect } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { TooMany } from '../errors.ts';
import { aSite, type TestSite } from '../testing.ts';
import { spend, trySpend, type Limit } from './limits.ts';

const HOURLY: Limit = { name: 'tests.hourly', count: 5, minutes: 60 };

test('a limit lets its whole count through at once, and says to the next when to come again', async () => {
  const { house } = await aSite();
  for (let count = 0; count < 5; count += 1) await spend(house, { limit: HOURLY, key: 'ana' });
  const refusal = await spend(house, { limit: HOURLY, key: 'ana' }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(TooMany);
  expect(refusal).toMatchObject({ status: 429, params: { minutes: 12 } });
  expect(await trySpend(house, { limit: HOURLY, key: 'ana' })).toBe(12);
});

test('one request is free again after its share of the time', async () => {
  const site = await aSite();
  await spend(site.house, { limit: HOURLY, key: 'ana', cost: 5 });
  await pass(site, 11.9);
  expect(await trySpend(site.house, { limit: HOURLY, key: 'ana' })).toBe(1);
  await pass(site, 0.2);
  expect(await trySpend(site.house, { limit: HOURLY, key: 'ana' })).toBe(null);
  expect(await trySpend(site.house, { limit: HOURLY, key: 'ana' })).toBe(12);
});

test('other keys, and other limits, are not touched', async () => {
  const { house } = await aSite();
  await spend(house, { limit: HOURLY, key: 'ana', cost: 5 });
  expect(await trySpend(house, { limit: HOURLY, key: 'luis' })).toBe(null);
  expect(await trySpend(house, { limit: { ...HOURLY, name: 'tests.other' }, key: 'ana' })).toBe(null);
});

test('a refusal costs nothing, and one that costs more than there is takes all', async () => {
  const { house } = await aSite();
  await spend(house, { limit: HOURLY, key: 'ana', cost: 3 });
  expect(await trySpend(house, { limit: HOURLY, key: 'ana', cost: 3 })).toBe(12);
  expect(await trySpend(house, { limit: HOURLY, key: 'ana', cost: 2 })).toBe(null);
  expect(await trySpend(house, { limit: HOURLY, key: 'luis', cost: 50 })).toBe(null);
  expect(await trySpend(house, { limit: HOURLY, key: 'luis' })).toBe(12);
});

test('a hundred requests at once get exactly the count of the limit through', async () => {
  const { house } = await aSite();
  const asked = Array.from({ length: 100 }, () => trySpend(house, { limit: HOURLY, key: 'ana' }));
  expect((await Promise.all(asked)).filter((minutes) => minutes === null)).toHaveLength(5);
});

test('processes count together', async () => {
  const site = await aSite();
  const { db, close } = connect(site.databaseUrl);
  onTestFinished(close);
  const other = { ...site.house, db };
  const asked = Array.from({ length: 40 }, (_, place) =>
    trySpend(place % 2 ? site.house : other, { limit: HOURLY, key: 'ana' }),
  );
  expect((await Promise.all(asked)).filter((minutes) => minutes === null)).toHaveLength(5);
});

test('processes that spend the same keys in another order never wait for each other', async () => {
  const site = await aSite();
  const { db, close } = connect(site.databaseUrl);
  onTestFinished(close);
  const wide = { name: 'tests.wide', count: 1e6, minutes: 60 };
  const keys = Array.from({ length: 30 }, (_, place) => ({ limit: wide, key: `${place}` }));
  const rounds = Array.from({ length: 40 }, (_, place) =>
    place % 2
      ? trySpend(site.house, keys)
      : site.ctx().change((tx) => trySpend({ ...site.house, db }, keys.toReversed(), tx)),
  );
  expect(new Set(await Promise.all(rounds))).toEqual(new Set([null]));
});

test('a transaction that is rolled back gives back what it spent', async () => {
  const site = await aSite();
  const ctx = site.ctx();
  const failing = ctx.change(async (tx) => {
    await spend(ctx, { limit: HOURLY, key: 'ana', cost: 5 }, tx);
    throw new Error('of something else');
  });
  await expect(failing).rejects.toThrow('of something else');
  await ctx.change((tx) => spend(ctx, { limit: HOURLY, key: 'ana', cost: 5 }, tx));
  await expect(ctx.change((tx) => spend(ctx, { limit: HOURLY, key: 'ana' }, tx))).rejects.toThrow(TooMany);
});

test('the longest wait of several limits is reported', async () => {
  const { house } = await aSite();
  const daily: Limit = { name: 'tests.daily', count: 1, minutes: 1440 };
  const both = [HOURLY, daily].map((limit) => ({ limit, key: 'ana' }));
  expect(await trySpend(house, both)).toBe(null);
  expect(await trySpend(house, both)).toBe(1440);
});

test('a limit that is raised lets more through at once, and remembers what was used', async () => {
  const { house } = await aSite();
  await spend(house, { limit: HOURLY, key: 'ana', cost: 5 });
  const raised = { ...HOURLY, count: 10 };
  expect(await trySpend(house, { limit: raised, key: 'ana', cost: 5 })).toBe(null);
  expect(await trySpend(house, { limit: raised, key: 'ana' })).toBe(6);
});

test('a row says nothing of whom it counts, and another secret counts anew', async () => {
  const site = await aSite();
  await spend(site.house, { limit: HOURLY, key: 'ana@example.org', cost: 5 });
  const { rows } = await site.db.execute(sql`select * from limits`);
  expect(rows).toEqual([expect.objectContaining({ key: expect.stringMatching(/^[\w-]{43}$/) })]);
  expect(Object.keys(rows[0] ?? {}).sort()).toEqual([
    'cost',
    'count',
    'granted',
    'key',
    'seconds_each',
    'tat',
  ]);
  const other = {
    ...site.house,
    settings: { ...site.house.settings, secret: 'another secret of another site' },
  };
  expect(await trySpend(other, { limit: HOURLY, key: 'ana@example.org' })).toBe(null);
});

test('a row that is free again is forgotten, and no other', async () => {
  const site = await aSite();
  await spend(site.house, { limit: HOURLY, key: 'ana' });
  await pass(site, 12.1);
  await spend(site.house, { limit: HOURLY, key: 'luis' });
  await site.sweep('limits.forget');
  const { rows } = await site.db.execute(sql`select from limits`);
  expect(rows).toHaveLength(1);
});

test('the table is unlogged', async () => {
  const { db } = await aSite();
  const { rows } = await db.execute(sql`select relpersistence from pg_class where relname = 'limits'`);
  expect(rows).toEqual([{ relpersistence: 'u' }]);
});

test('a limit counts like a bucket that drains, whatever is asked and however long is waited', async () => {
  const site = await aSite();
  const deed = fc.oneof(
    fc.record({ cost: fc.integer({ min: 1, max: 8 }), times: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ minutes: fc.integer({ min: 1, max: 90 }) }),
  );
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 20 }),
      fc.array(deed, { maxLength: 12 }),
      async (count, deeds) => {
        const limit = { name: `tests.round${(round += 1)}`, count, minutes: 60 };
        let used = 0;
        for (const one of deeds) {
          if ('minutes' in one) {
            await pass(site, one.minutes);
            used = Math.max(0, used - (one.minutes / 60) * count);
            continue;
          }
          const cost = Math.min(one.cost, count);
          const asked = Array.from({ length: one.times }, () =>
            trySpend(site.house, { limit, key: 'x', cost: one.cost }),
          );
          const through = (await Promise.all(asked)).filter((minutes) => minutes === null).length;
          // The clock runs while the test does, so what is just not free in the model may just be.
          const [least, most] = [0, 0.02 * count].map((slack) =>
            Math.min(one.times, Math.floor((count - used + slack) / cost + 1e-4)),
          );
          expect(through).toBeGreaterThanOrEqual(Math.max(0, least ?? 0));
          expect(through).toBeLessThanOrEqual(Math.max(0, most ?? 0));
          used += through * cost;
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** As if so many minutes had passed. */
async function pass({ db }: TestSite, minutes: number) {
  await db.execute(sql`update limits set tat = tat - make_interval(secs => ${minutes * 60})`);
}

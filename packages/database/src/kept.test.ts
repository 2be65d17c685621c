import { sql } from 'drizzle-orm';
import { pgTable, text } from 'drizzle-orm/pg-core';
import { afterAll, expect, test } from 'vitest';
import { kept, keptSql } from './kept.ts';
import { testDatabase } from './testing/testing.ts';

const { db, close } = await testDatabase();
afterAll(close);
const doors = pgTable('doors', { name: text().notNull(), note: text() });
await db.execute(sql`create table doors (name text not null, note text)`);

const addDoor = kept('test.add', (on, { name, note }: { name: string; note: string | null }) =>
  on.insert(doors).values({ name, note }).returning(),
);
const findDoor = keptSql(
  'test.find',
  ({ name }: { name: string }) => sql`select note from doors where name = ${name}`,
);

test('a kept query takes other values each time, in a transaction and out of it', async () => {
  expect(await addDoor(db, { name: 'front', note: 'knock' })).toEqual([{ name: 'front', note: 'knock' }]);
  await db.transaction(async (tx) => {
    expect(await addDoor(tx, { name: 'back', note: null })).toEqual([{ name: 'back', note: null }]);
    expect((await findDoor(tx, { name: 'back' })).rows).toEqual([{ note: null }]);
  });
  expect((await findDoor(db, { name: 'front' })).rows).toEqual([{ note: 'knock' }]);
});

test('the server prepares it once for each connection', async () => {
  await db.transaction(async (tx) => {
    for (const name of ['left', 'right']) await findDoor(tx, { name });
    const { rows } = await tx.execute<{ plans: string }>(
      sql`select generic_plans + custom_plans as plans from pg_prepared_statements where name = 'test.find'`,
    );
    expect(Number(rows[0]?.plans)).toBeGreaterThanOrEqual(2);
  });
});

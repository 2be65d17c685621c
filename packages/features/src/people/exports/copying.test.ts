import { connect } from '@groundwork/database';
import { testDatabase } from '@groundwork/database/testing';
import { sql } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { copyOut } from './copying.ts';

const { url, close } = await testDatabase();
afterAll(close);

test('a connection that copied is asked ahead again, also when the copy failed', async () => {
  const { db, pool, close: hangUp } = connect(url, { max: 1 });
  expect((await copyOut(db, sql`select 7 as days`)).toString()).toBe('7\n');
  await expect(copyOut(db, sql`select nothing`)).rejects.toThrow('nothing');
  const client = await pool.connect();
  expect(client.pipeline).toBe(true);
  client.release();
  const answers = [1, 2].map((number) => db.execute(sql`select ${number}::int as number`));
  expect((await Promise.all(answers)).map(({ rows }) => rows)).toEqual([[{ number: 1 }], [{ number: 2 }]]);
  await hangUp();
});

import { sql } from 'drizzle-orm';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { connect } from './database.ts';
import { aLineTo } from './testing/proxy.ts';
import { testDatabase } from './testing/testing.ts';

const { url, db, close } = await testDatabase();
afterAll(close);

test('a question on a connection that fell silent is given up, and the next one goes another way', async () => {
  const line = await aLineTo(url);
  const through = connect(line.url, { silenceMs: 300 });
  onTestFinished(through.close);
  await through.db.execute(sql`select 1`);
  line.fallSilent();
  await expect(through.db.execute(sql`select 1`)).rejects.toThrow();
  expect((await through.db.execute(sql`select 1`)).rowCount).toBe(1);
});

test('a slow answer is waited for, and a connection may rest for as long as it likes', async () => {
  const line = await aLineTo(url);
  const through = connect(line.url, { silenceMs: 600 });
  onTestFinished(through.close);
  const before = await through.db.execute<{ pid: number }>(
    sql`select pg_backend_pid() as pid, pg_sleep(0.3)`,
  );
  await db.execute(sql`select pg_sleep(0.8)`);
  const after = await through.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  expect(after.rows).toEqual([{ pid: before.rows[0]?.pid }]);
});

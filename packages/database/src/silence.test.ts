import { sql } from 'drizzle-orm';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { connect } from './database.ts';
import { listenToJournal } from './journal/journal.ts';
import { aLine } from './testing/line.ts';
import { testDatabase } from './testing/testing.ts';

const { url, db, close } = await testDatabase();
afterAll(close);

/** A line to the database, and the database's address at its near end. */
async function aLineHere() {
  const { hostname, port, searchParams } = new URL(url);
  const folder = searchParams.get('host');
  const line = await aLine(
    folder ? { path: `${folder}/.s.PGSQL.${port}` } : { port: Number(port), host: hostname },
  );
  const through = new URL(url);
  through.search = '';
  through.hostname = '127.0.0.1';
  through.port = String(line.port);
  return { ...line, url: through.href };
}

test('a question on a connection that fell silent is given up, and the next one goes another way', async () => {
  const line = await aLineHere();
  const through = connect(line.url, { silenceMs: 300 });
  onTestFinished(through.close);
  await through.db.execute(sql`select 1`);
  line.fallSilent();
  await expect(through.db.execute(sql`select 1`)).rejects.toThrow();
  expect((await through.db.execute(sql`select 1`)).rowCount).toBe(1);
});

test('a slow answer is waited for, and a connection may rest for as long as it likes', async () => {
  const line = await aLineHere();
  const through = connect(line.url, { silenceMs: 600 });
  onTestFinished(through.close);
  const before = await through.db.execute<{ pid: number }>(
    sql`select pg_backend_pid() as pid, pg_sleep(0.3)`,
  );
  await db.execute(sql`select pg_sleep(0.8)`);
  const after = await through.db.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  expect(after.rows).toEqual([{ pid: before.rows[0]?.pid }]);
});

test('whoever listens to the journal notices that the line fell silent, and listens again', async () => {
  const line = await aLineHere();
  const heard: string[] = [];
  const deaf = await listenToJournal(line.url, () => heard.push('woken'), {
    heartbeatMs: 100,
    silenceMs: 200,
  });
  onTestFinished(deaf);
  line.fallSilent();
  await expect.poll(() => heard).toEqual(['woken']);
  await db.execute(sql`select pg_notify('journal', '')`);
  await expect.poll(() => heard).toEqual(['woken', 'woken']);
});

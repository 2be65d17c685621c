import { sql } from 'drizzle-orm';
import { afterAll, expect, onTestFinished, test } from 'vitest';
import { listenTo } from './listening.ts';
import { aLineTo } from './testing/proxy.ts';
import { testDatabase } from './testing/testing.ts';

const { url, db, close } = await testDatabase();
afterAll(close);

/** Someone who listens, with all that they heard; `back` stands among it. */
async function aListener(channel: string, at = url, rhythm?: { heartbeatMs: number; silenceMs: number }) {
  const heard: string[] = [];
  const ears = { heard: (payload: string) => void heard.push(payload), back: () => void heard.push('back') };
  const listener = await listenTo(channel, at, ears, rhythm);
  onTestFinished(() => listener.close());
  return { heard, listener };
}

const countOf = async (channel: string) => {
  const { rows } = await db.execute<{ count: number }>(
    sql`select count(*) as count from pg_stat_activity where application_name = ${`listens to ${channel}`}`,
  );
  return rows[0]?.count;
};
const cut = (channel: string) =>
  db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = ${`listens to ${channel}`}`);

test('everyone who listens to a channel hears what is said there, in its order, and nothing else', async () => {
  const [one, other, elsewhere] = [await aListener('a1'), await aListener('a1'), await aListener('a2')];
  await one.listener.notify(['x', 'y', 'z']);
  await elsewhere.listener.notify(['w']);
  for (const { heard } of [one, other]) await expect.poll(() => heard).toEqual(['x', 'y', 'z']);
  await expect.poll(() => elsewhere.heard).toEqual(['w']);
});

test('a connection that is cut comes back each time, and whoever listens is told that something is missed', async () => {
  const { heard, listener } = await aListener('b');
  const told: string[] = [];
  for (const word of ['once', 'twice', 'thrice']) {
    await cut('b');
    told.push('back');
    await expect.poll(() => heard).toEqual(told);
    await listener.notify([word]);
    told.push(word);
    await expect.poll(() => heard).toEqual(told);
  }
  expect(await countOf('b')).toBe(1);
});

test('a connection that fell silent is given up and opened again', async () => {
  const line = await aLineTo(url);
  const { heard } = await aListener('c', line.url, { heartbeatMs: 100, silenceMs: 200 });
  line.fallSilent();
  await expect.poll(() => heard).toEqual(['back']);
  await db.execute(sql`select pg_notify('c', 'there')`);
  await expect.poll(() => heard).toEqual(['back', 'there']);
});

test('whoever cannot listen at first is told so', async () => {
  const ears = { heard: () => undefined, back: () => undefined };
  await expect(listenTo('d', 'postgres://127.0.0.1:1/x', ears)).rejects.toThrow('ECONNREFUSED');
});

test('whoever closed listens no more, also while the connection was coming back', async () => {
  const { heard, listener } = await aListener('e');
  await cut('e');
  await listener.close();
  await expect.poll(() => countOf('e')).toBe(0);
  expect(heard).toEqual([]);
});

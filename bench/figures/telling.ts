import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { ownAtLeast, ownAtMost, type Bench, type Figure, type Pair } from '../figure.ts';
import { startSockets } from '../load/load.ts';
import { forgetPeak, heldBy, memoryOf, peakOf } from '../memory.ts';
import { ACCOUNTS, cookieOf, GROUP, idOf, sqlIdOf } from '../seeding/ids.ts';
import { openSite, startApi, startWorker } from '../site.ts';
import { small } from '../sizes.ts';

/** So many things are told to each who gets a digest. */
const LINES = 3;

export const telling: Figure = {
  letter: 'q',
  title: 'Telling people: an announcement, digests, and those who only listen',
  open: async (bench) => [await anAnnouncement(bench), ...(await digests(bench)), await listeners(bench)],
};

/** From the press until everybody is told, and their digest stands due. */
async function anAnnouncement(bench: Bench): Promise<Pair> {
  const count = bench.sizes.rows / 5;
  const { client, api } = await aCrowd(bench, count);
  const headers = { cookie: cookieOf(1), origin: api.url, 'content-type': 'application/json' };
  const url = `${api.url}/api/v1/groups/${GROUP}/announcements`;
  return {
    name: `an announcement to ${count.toLocaleString('en')} members, until all are told`,
    unit: 's',
    lines: [ownAtMost(5)],
    beside: '-',
    async ours() {
      const began = performance.now();
      const body = JSON.stringify({ title: 'The hall is cold', body: 'Bring a coat.' });
      const answer = await fetch(url, { method: 'POST', headers, body });
      if (!answer.ok) throw new Error(`It was answered ${answer.status}.`);
      const { id } = (await answer.json()) as { id: string };
      const isSpread = 'select from announcements where id = $1 and spread_at is not null';
      while ((await client.query(isSpread, [id])).rowCount === 0) await pause(20);
      return (performance.now() - began) / 1000;
    },
  };
}

/** From the first digest promised until the last, by one worker; and the most that it grew by. */
async function digests(bench: Bench): Promise<Pair[]> {
  const count = bench.sizes.rows / 2;
  const { client, worker } = await aCrowd(bench, count);
  const grown: number[] = [];
  const isMailed = async (left: number) => {
    const waiting = await client.query('select from notices where mail_at is not null limit $1', [left + 1]);
    return waiting.rowCount !== null && waiting.rowCount <= left;
  };
  const rate: Pair = {
    name: `digests of ${count.toLocaleString('en')} people, of ${LINES} lines each`,
    unit: 'digests/s',
    lines: [ownAtLeast(2_000)],
    beside: '-',
    rounds: 1,
    async ours() {
      await client.query(`insert into notices (id, account_id, kind, key, is_listed, title, mail_at)
        select gen_random_uuid(), account.id, 'groups.role-given', 'bench:' || n, true, 'You were told of ' || n, now()
        from accounts account, generate_series(1, ${LINES}) n`);
      const { rows } = await client.query<{ count: number }>('select count(*)::int as count from notices');
      const all = rows[0]?.count ?? 0;
      await forgetPeak(worker.pid);
      const before = await heldBy(worker.pid);
      while (!(await isMailed(all - 1))) await pause(20);
      const began = performance.now();
      while (!(await isMailed(0))) await pause(20);
      const seconds = (performance.now() - began) / 1000;
      grown.push((await peakOf(worker.pid)) - before);
      return all / LINES / seconds;
    },
  };
  const growth: Pair = {
    name: 'the most that the worker grew by meanwhile',
    unit: 'MB',
    lines: [ownAtMost(64)],
    beside: '-',
    rounds: 1,
    ours: async () => Math.max(...grown),
  };
  return [rate, growth];
}

/** What the api holds while people listen to a room in which nobody says anything. */
async function listeners({ stage, databases, sizes }: Bench): Promise<Pair> {
  const count = sizes.sockets * 10;
  const api = await startApi(stage, await openSite(stage, { databaseUrl: await databases.fresh(stage) }));
  const sockets = await startSockets(stage);
  return {
    name: `one api process with ${count.toLocaleString('en')} idle sockets`,
    unit: 'MB',
    lines: [ownAtMost(500)],
    beside: '-',
    rounds: 1,
    async ours() {
      const open = Array.from({ length: count }, (_, n) => ({
        url: `${api.url.replace('http', 'ws')}/api/v1/live`,
        headers: { cookie: cookieOf(1 + (n % ACCOUNTS)), origin: api.url },
        hello: JSON.stringify({ subscribe: `channel:${idOf('channel', 1)}` }),
      }));
      await sockets({ open });
      await pause(sizes.restSeconds * 1000);
      const megabytes = await memoryOf(api.pid);
      await sockets({ close: true });
      return megabytes;
    },
  };
}

/** A group of so many members who chose nothing, with an api and a worker. */
async function aCrowd({ stage, databases }: Bench, count: number) {
  const databaseUrl = await databases.fresh(stage, small);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  stage.ending(() => client.end());
  await client.query(
    `with made as (
      insert into accounts (id, name, email, password_hash, language, time_zone)
      select gen_random_uuid(), 'Member ' || n, 'crowd' || n || '@example.org', 'x', 'en', 'America/New_York'
      from generate_series(1, $1::int) n returning id
    ) insert into memberships (group_id, account_id) select ${sqlIdOf('group', '1')}, id from made`,
    [count],
  );
  await client.query('analyze');
  const site = await openSite(stage, { databaseUrl });
  const api = await startApi(stage, site);
  const worker = await startWorker(stage, site);
  return { client, api, worker };
}

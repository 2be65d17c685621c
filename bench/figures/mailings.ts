import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { ownAtLeast, ownAtMost, type Bench, type Figure } from '../figure.ts';
import { forgetPeak, heldBy, peakOf } from '../memory.ts';
import { cookieOf, GROUP } from '../seeding/ids.ts';
import { openSite, startApi, startWorker } from '../site.ts';
import { small } from '../sizes.ts';

/** So many of those who are seeded said yes to mail. */
const AGREED = 0.6;

export const mailings: Figure = {
  letter: 'm',
  title: 'A mailing, from the moment that it begins until the last of its mails is promised',
  async open(bench) {
    const { sizes } = bench;
    const prepare = await aMailing(bench);
    const grown: number[] = [];
    return [
      {
        name: `a mailing to ${sizes.rows.toLocaleString('en')} written down and promised`,
        unit: 'mails/s',
        lines: [ownAtLeast(20_000)],
        beside: '-',
        rounds: 1,
        async ours() {
          const { rate, megabytes } = await prepare();
          grown.push(megabytes);
          return rate;
        },
      },
      {
        name: 'the most that the worker grew by meanwhile',
        unit: 'MB',
        lines: [ownAtMost(64)],
        beside: '-',
        rounds: 1,
        ours: async () => Math.max(...grown),
      },
    ];
  },
};

/** One that is for everybody, at an hour of each reader's own place on a day to come: so none of its mails leaves. */
async function aMailing({ stage, databases, sizes }: Bench) {
  const people = Math.ceil(sizes.rows / AGREED);
  const databaseUrl = await databases.fresh(stage, { ...small, people });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  stage.ending(() => client.end());
  const site = await openSite(stage, { databaseUrl });
  const api = await startApi(stage, site);
  const worker = await startWorker(stage, site);
  const ask = async (method: 'POST' | 'PUT', path: string, body: object) => {
    const headers = { cookie: cookieOf(1), origin: api.url, 'content-type': 'application/json' };
    const url = `${api.url}/api/v1/groups/${GROUP}/mailings${path}`;
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}.`);
    return answer.text();
  };
  const written = {
    lines: '',
    subject: 'Two days to the vote',
    body: 'Dear {{first name|friend}},\n\n**Come.**',
  };
  return async () => {
    const { id } = JSON.parse(await ask('POST', '', written)) as { id: string };
    const at = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 16);
    await ask('PUT', `/${id}/sending`, { when: 'readers-hour', at, count: sizes.rows });
    await forgetPeak(worker.pid);
    const before = await heldBy(worker.pid);
    const began = performance.now();
    await client.query('update mailings set due_at = now() where about_id = $1', [id]);
    while (!(await isPromised(client, id))) await pause(20);
    const seconds = (performance.now() - began) / 1000;
    const megabytes = (await peakOf(worker.pid)) - before;
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::int as count from mails join mailings on mailings.id = mailing_id where about_id = $1',
      [id],
    );
    return { rate: (rows[0]?.count ?? 0) / seconds, megabytes };
  };
}

async function isPromised(client: pg.Client, id: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `select from mailings where about_id = $1 and state = 'sending' and due_at is null`,
    [id],
  );
  return rowCount === 1;
}

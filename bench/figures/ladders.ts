import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { ownAtMost, type Bench, type Figure } from '../figure.ts';
import { cookieOf, GROUP, sqlIdOf } from '../seeding/ids.ts';
import { openSite, startApi, startWorker } from '../site.ts';
import { small } from '../sizes.ts';

/** Of those who are seeded six in ten said yes to mail. */
const AGREED = 0.6;

export const ladders: Figure = {
  letter: 'o',
  title: 'Steps of a ladder that are due in one minute, by two workers',
  async open(bench) {
    const count = bench.sizes.rows / 10;
    const climb = await aLadder(bench, count);
    return [
      {
        name: `${count.toLocaleString('en')} people who are due: each tagged, and their letter promised, once`,
        unit: 's',
        lines: [ownAtMost(10)],
        beside: '-',
        ours: climb,
      },
    ];
  },
};

/** Answers how many seconds it takes from when they are due until all have come to the step after their letter's promise. */
async function aLadder({ stage, databases }: Bench, count: number): Promise<() => Promise<number>> {
  const databaseUrl = await databases.fresh(stage, { ...small, people: Math.ceil(count / AGREED) });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  stage.ending(() => client.end());
  const site = await openSite(stage, { databaseUrl });
  const api = await startApi(stage, site);
  await startWorker(stage, site);
  await startWorker(stage, site);
  const ask = async (method: 'POST' | 'PUT', path: string, body: object) => {
    const headers = { cookie: cookieOf(1), origin: api.url, 'content-type': 'application/json' };
    const url = `${api.url}/api/v1/groups/${GROUP}${path}`;
    const answer = await fetch(url, { method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}.`);
    return answer.status === 204 ? {} : ((await answer.json()) as { id: string; letterId: string });
  };
  const text = {
    subject: 'Two days to the vote',
    preheader: '',
    body: 'Dear {{first name|friend}},\n\n**Come.**',
  };
  return async () => {
    const { id } = (await ask('POST', '/ladders', {})) as { id: string };
    const beginning = { name: 'Before the vote', begins: 'silent', days: 700 };
    await ask('PUT', `/ladders/${id}`, { ...beginning, takesEarlier: false, purpose: 'updates' });
    const step = (asked: object) =>
      ask('POST', `/ladders/${id}/steps`, asked) as Promise<{ id: string; letterId: string }>;
    const wait = await step({ does: 'wait', days: 1 });
    await step({ does: 'tag', tag: `due ${id.slice(-6)}` });
    const { letterId } = await step({ does: 'send' });
    await ask('PUT', `/mailings/${letterId}/texts/en`, { ...text, version: 0 });
    await ask('PUT', `/ladders/${id}/opening`, { count: 0 });
    await client.query(
      `insert into climbers (ladder_id, group_id, person_id, state, rung_id, began_at, due_at)
        select $1, group_id, person_id, 'standing', $2, now(), now() - interval '1 minute' * random() from consents
        where group_id = ${sqlIdOf('group', '1')} and way = 'email' and purpose = 'updates' and given = 'yes' limit $3`,
      [id, wait.id, count],
    );
    await client.query('analyze climbers');
    const began = performance.now();
    await client.query('update ladders set due_at = now() where id = $1', [id]);
    while ((await countPromised(client, letterId)) < count) await pause(20);
    const seconds = (performance.now() - began) / 1000;
    await refuseTwice(client, id, count);
    return seconds;
  };
}

async function countPromised(client: pg.Client, letterId: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count from mails join mailings on mailings.id = mailing_id where about_id = $1`,
    [letterId],
  );
  return rows[0]?.count ?? 0;
}

/** Each step is counted once for each of them. */
async function refuseTwice(client: pg.Client, ladderId: string, count: number): Promise<void> {
  const { rows } = await client.query<{ is: string; count: number }>(
    `select does ->> 'is' as is, tally.count from ladder_steps join ladder_tallies tally on step_id = id where ladder_id = $1`,
    [ladderId],
  );
  for (const row of rows)
    if (row.count !== count)
      throw new Error(`A step, ${row.is}, was done ${row.count} times for ${count} people.`);
}

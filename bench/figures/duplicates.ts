import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { ownAtMost, type Bench, type Figure } from '../figure.ts';
import { cookieOf, GROUP, sqlIdOf } from '../seeding/ids.ts';
import { openSite, startApi, startWorker } from '../site.ts';

/** As many live in one postcode as there are names, so that nobody is near anybody, and all of them are looked through. */
const IN_A_POSTCODE = 70;

export const duplicates: Figure = {
  letter: 'k',
  title: 'Likely duplicates of a group, from the click to the last pair',
  async open(bench) {
    const { stage, sizes } = bench;
    const site = await openSite(stage, { databaseUrl: await housed(bench) });
    const api = await startApi(stage, site);
    await startWorker(stage, site);
    return [
      {
        name: `phones, mailboxes and names of ${sizes.people.toLocaleString('en')} people`,
        unit: 's',
        lines: [ownAtMost(60)],
        beside: '-',
        rounds: 1,
        async ours() {
          const began = performance.now();
          await lookThrough(api.url);
          return (performance.now() - began) / 1000;
        },
      },
    ];
  },
};

/** Everyone with a postcode, and every fifth with a second number, of which every hundredth is another's too. */
async function housed({ stage, databases, sizes }: Bench): Promise<string> {
  const databaseUrl = await databases.fresh(stage, sizes);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const group = sqlIdOf('group', '1');
  await client.query(`
    set synchronous_commit = off;
    insert into person_addresses (person_id, group_id, postcode)
      select ${sqlIdOf('person', 'n')}, ${group}, lpad((n / ${IN_A_POSTCODE})::text, 5, '0')
      from generate_series(1, ${sizes.people}) n;
    insert into contact_points (id, group_id, person_id, kind, value, source)
      select gen_random_uuid(), ${group}, ${sqlIdOf('person', 'n')}, 'phone',
        '+1510' || lpad((case when n % 500 = 0 then n - 5 else n end)::text, 7, '0'), 'import'
      from generate_series(5, ${sizes.people}, 5) n;
    analyze person_addresses, contact_points`);
  await client.end();
  return databaseUrl;
}

async function lookThrough(url: string) {
  const headers = { cookie: cookieOf(1), origin: url };
  const path = `${url}/api/v1/groups/${GROUP}/duplicate-looks`;
  const asked = await fetch(path, { method: 'POST', headers });
  if (asked.status !== 202) throw new Error(`A look was answered ${asked.status}.`);
  while (!(await isDone(path, headers))) await pause(100);
}

async function isDone(path: string, headers: Record<string, string>): Promise<boolean> {
  const { look } = (await (await fetch(path, { headers })).json()) as { look: { stage: string } | null };
  return look?.stage === 'done';
}

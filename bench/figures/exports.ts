import pg from 'pg';
import { to } from 'pg-copy-streams';
import { atLeast, ownAtMost, type Bench, type Pair } from '../figure.ts';
import { forgetPeak, heldBy, peakOf } from '../memory.ts';
import type { Program } from '../programs.ts';
import { cookieOf, GROUP, idOf } from '../seeding/ids.ts';
import { openSite, startApi } from '../site.ts';

const BARE = `copy (select name, email, phone, language, tags, source, added_at, last_seen_at from people
  where group_id = '${idOf('group', 1)}' order by id) to stdout (format csv)`;

/** Everyone of the large group as a file, and what the api needs for that. */
export async function exporting({ stage, databases, sizes }: Bench): Promise<Pair[]> {
  const databaseUrl = await databases.seeded(sizes);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  stage.ending(() => client.end());
  const api = await startApi(stage, await openSite(stage, { databaseUrl }));
  const grown: number[] = [];
  const perSecond = async (lines: () => Promise<number>, expected: number) => {
    const began = performance.now();
    const count = await lines();
    if (count !== expected) throw new Error(`${count} lines came out instead of ${expected}.`);
    return (sizes.people / (performance.now() - began)) * 1000;
  };
  return [
    {
      name: `export of ${sizes.people.toLocaleString('en')} people`,
      unit: 'rows/s',
      lines: [atLeast(0.6)],
      beside: 'COPY out of the same table',
      warmsUp: true,
      limit: () => perSecond(() => countLines(client.query(to(BARE))), sizes.people),
      ours: () => growing(api, grown, () => perSecond(() => countLinesAt(api), sizes.people + 1)),
    },
    {
      name: 'the most that the api grew by meanwhile',
      unit: 'MB',
      lines: [ownAtMost(64)],
      beside: '-',
      rounds: 1,
      ours: async () => Math.max(...grown),
    },
  ];
}

async function growing<T>({ pid }: Program, grown: number[], work: () => Promise<T>): Promise<T> {
  await forgetPeak(pid);
  const before = await heldBy(pid);
  const outcome = await work();
  grown.push((await peakOf(pid)) - before);
  return outcome;
}

async function countLinesAt({ url }: Program): Promise<number> {
  const answer = await fetch(`${url}/api/v1/groups/${GROUP}/people/exports`, {
    method: 'POST',
    headers: { cookie: cookieOf(1), origin: url },
  });
  if (!answer.ok || !answer.body) throw new Error(`The export was answered ${answer.status}.`);
  return countLines(answer.body);
}

async function countLines(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let count = 0;
  for await (const chunk of chunks)
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

const NEWLINE = 10;

import { newId } from '@groundwork/database';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { atLeast, type Bench, type Figure, type Pair } from '../figure.ts';
import { cookieOf, GROUP, idOf } from '../seeding/ids.ts';
import { openSite, startApi, startWorker } from '../site.ts';
import { exporting } from './exports.ts';

export const imports: Figure = {
  letter: 'h',
  title: 'People as a file: brought in, from the file sent to the last one there, and taken out',
  open: async (bench) => [await importing(bench), ...(await exporting(bench))],
};

async function importing({ stage, databases, sizes }: Bench): Promise<Pair> {
  const copy = await openCopy(await databases.fresh(stage));
  stage.ending(copy.close);
  const site = await openSite(stage, { databaseUrl: await databases.fresh(stage) });
  const api = await startApi(stage, site);
  await startWorker(stage, site);
  let round = 0;
  const perSecond = async (text: string, bringIn: (text: string) => Promise<unknown>) => {
    const began = performance.now();
    await bringIn(text);
    return (sizes.rows / (performance.now() - began)) * 1000;
  };
  return {
    name: `import of ${sizes.rows.toLocaleString('en')} new people, with consent`,
    unit: 'rows/s',
    lines: [atLeast(0.3)],
    beside: 'COPY into a bare table with the same columns and indexes',
    limit: () => perSecond(bareRows(sizes.rows, round), copy.bringIn),
    async ours() {
      const file = csv(sizes.rows, round);
      round += 1;
      return perSecond(file, (text) => importThrough(api.url, text));
    },
  };
}

type Someone = { name: string; email: string; phone: string };

/** In each round others, and as many words in each name. */
function someone(n: number, round: number): Someone {
  return { name: `Ana García ${n}`, email: `round${round}.${n}@mail${n % 50}.test`, phone: `+34 600 ${n}` };
}

function csv(count: number, round: number): string {
  const lines = Array.from({ length: count }, (_, n) => {
    const { name, email, phone } = someone(n, round);
    return `${name},${email},${phone},es,"driver, marshal"\n`;
  });
  return `name,email,phone,language,tags\n${lines.join('')}`;
}

/** The same people as they come to lie in the table. */
function bareRows(count: number, round: number): string {
  const group = idOf('group', 1);
  const lines = Array.from({ length: count }, (_, n) => {
    const { name, email, phone } = someone(n, round);
    return `${newId()},${group},${name},${email},${phone},es,"{driver,marshal}",import\n`;
  });
  return lines.join('');
}

async function openCopy(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query('create table copied (like people including all)');
  const into = 'copied (id, group_id, name, email, phone, language, tags, source)';
  return {
    bringIn: (text: string) =>
      pipeline(Readable.from(text), client.query(from(`copy ${into} from stdin (format csv)`))),
    close: () => client.end(),
  };
}

/** As the page does: the file, the organizer's word on consent, and the yes; then the worker has it. */
async function importThrough(url: string, file: string) {
  const headers = { cookie: cookieOf(1), origin: url };
  const call = async (method: string, path: string, body?: string, type = 'application/json') => {
    const answer = await fetch(`${url}/api/v1/groups/${GROUP}/imports${path}`, {
      method,
      headers: { ...headers, ...(body !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${path} was answered ${answer.status}.`);
    return (await answer.json()) as Import;
  };
  const sent = await call('POST', '?fileName=people.csv', file, 'text/csv');
  const { id, encoding, delimiter, headingRow, columns } = sent;
  const plan = { encoding, delimiter, headingRow, columns, consent: 'email' };
  await call('PUT', `/${id}/plan`, JSON.stringify(plan));
  let now = await call('PUT', `/${id}/approval`);
  while (now.state === 'asked') {
    await pause(50);
    now = await call('GET', `/${id}`);
  }
  if (now.addedCount !== sent.totalCount) throw new Error(`Only ${now.addedCount} people were brought in.`);
}

type Import = {
  id: string;
  state: string;
  encoding: string;
  delimiter: string;
  headingRow: number;
  columns: string[];
  totalCount: number;
  addedCount: number;
};

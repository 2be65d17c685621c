import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildApi } from '@groundwork/api';
import { databaseOver } from '@groundwork/database';
import { openHouse } from '@groundwork/features/house';
import { loadSettings } from '@groundwork/settings';
import { freshFolder } from './folders.ts';
import { startProgram, type Program } from './programs.ts';
import type { Site } from './site.ts';
import type { Stage } from './stage.ts';

type Statement = { text: string; values: unknown[] };

/** Starts what asks the database, bare, for what the api asks it at these addresses: the first at `/0`, and so on. */
export async function startRows(
  stage: Stage,
  { env }: Site,
  paths: string[],
  cookie?: string,
): Promise<Program> {
  const lists = await statementsAt(env, paths, cookie);
  // Together they are longer than what a program may be given as it starts.
  const file = join(await freshFolder(stage), 'statements.json');
  await writeFile(file, JSON.stringify(lists));
  return startProgram(stage, 'bench/limits/rows.ts', {
    env: { DATABASE_URL: env.DATABASE_URL ?? '', STATEMENTS_FILE: file },
  });
}

/** The same statements with the same values, in order, address by address. */
async function statementsAt(env: Site['env'], paths: string[], cookie?: string): Promise<Statement[][]> {
  const settings = loadSettings({ ...env, LOG_LEVEL: 'silent' });
  const { house, close } = await openHouse(settings, env.DATABASE_URL ?? '');
  const asked: Statement[] = [];
  const hear = (text: string, values: unknown[]) => void asked.push({ text, values });
  const db = databaseOver(heard(house.db.$client, hear), { logger: { logQuery: hear } });
  const api = await buildApi({ ...house, db });
  const headers = { ...(cookie !== undefined && { cookie }), 'accept-language': 'en' };
  const lists: Statement[][] = [];
  try {
    for (const path of paths) {
      const { statusCode } = await api.inject({ method: 'GET', url: `/api/v1${path}`, headers });
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}.`);
      lists.push(asked.splice(0));
    }
    return lists;
  } finally {
    await api.close();
    await close();
  }
}

type Client = Parameters<typeof databaseOver>[0];

/** The same client, of which those statements are heard that are prepared without drizzle: its own it logs itself. */
function heard(client: Client, hear: (text: string, values: unknown[]) => void): Client {
  const query = (asked: string | Prepared, values?: unknown[]) => {
    if (typeof asked === 'object' && !('types' in asked)) hear(asked.text, asked.values);
    return client.query(asked as never, values as never);
  };
  return new Proxy(client, {
    get: (_, key) => {
      if (key === 'query') return query;
      const value: unknown = Reflect.get(client, key);
      return typeof value === 'function' ? (value.bind(client) as unknown) : value;
    },
  });
}
type Prepared = Statement & { name: string };

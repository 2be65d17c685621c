import { buildApi } from '@groundwork/api';
import { openHouse } from '@groundwork/features/house';
import { loadSettings } from '@groundwork/settings';
import { drizzle } from 'drizzle-orm/node-postgres';

export type Statement = { text: string; values: unknown[] };

/** What the api asks the database for one address, in order: the same statements and values, to be asked bare. */
export async function statementsOf(
  env: Record<string, string>,
  path: string,
  cookie?: string,
): Promise<Statement[]> {
  const settings = loadSettings({ ...env, LOG_LEVEL: 'silent' });
  const { house, close } = await openHouse(settings, env.DATABASE_URL ?? '');
  const asked: Statement[] = [];
  const logger = { logQuery: (text: string, values: unknown[]) => void asked.push({ text, values }) };
  const db = drizzle(house.db.$client, { casing: 'snake_case', logger });
  const api = await buildApi({ ...house, db });
  try {
    const headers = { ...(cookie !== undefined && { cookie }), 'accept-language': 'en' };
    const { statusCode } = await api.inject({ method: 'GET', url: `/api/v1${path}`, headers });
    if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}.`);
    return asked;
  } finally {
    await api.close();
    await close();
  }
}

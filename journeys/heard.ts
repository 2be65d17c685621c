import type { Database } from '@groundwork/database';
import { sql } from 'drizzle-orm';
import type { ChildProcess } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * What the processes of the journeys printed, and what people of their sites are called and wrote, kept side by side
 * in the folder that `npm test` names: afterwards none of the latter may be found in the former (scripts/overheard.mjs).
 */
const folder = process.env.GROUNDWORK_HEARD;

/** Writes down everything that a process prints from here on. */
export function writeDown(name: 'api' | 'web' | 'worker' | 'standalone', child: ChildProcess): void {
  if (!folder) return;
  const file = join(folder, `${name}-${child.pid ?? 0}.printed`);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => appendFileSync(file, chunk));
}

/** Writes down the names, addresses, numbers and words of everyone in a site, before its database is gone. */
export async function writeDownPeople(db: Database): Promise<void> {
  if (!folder) return;
  const { rows: columns } = await db.execute<{ read: string }>(sql`
    select format('select distinct %I as word from %I', column_name, table_name) as read
    from information_schema.columns
    where table_schema = 'public' and data_type = 'text' and column_name in ${PERSONAL}`);
  const { rows } = await db.execute<{ word: string | null }>(
    sql.raw(columns.map(({ read }) => read).join(' union ')),
  );
  const words = rows.flatMap(({ word }) => (word ? [JSON.stringify(word)] : []));
  appendFileSync(join(folder, 'people.words'), words.map((word) => `${word}\n`).join(''));
}

/** Columns that hold what people are called, where they can be reached, or what they wrote. */
const PERSONAL = [
  ...['name', 'email', 'phone', 'to_address', 'address', 'place_name', 'pronouns'],
  ...['body', 'comment', 'note', 'about', 'story', 'ask', 'title', 'subject', 'summary', 'reason'],
];

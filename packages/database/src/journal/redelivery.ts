import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { firstIdOf } from './moments.ts';
import { journal, journalUndelivered } from './tables.ts';

/**
 * Hands every entry of these kinds since then to the relays once more, because what they were delivered to has lost its
 * memory. Returns how many. Whoever receives entries bears one twice.
 */
export async function redeliver(db: Database, since: Date, kinds: string[]): Promise<number> {
  const { rowCount } = await db.execute(sql`
    insert into ${journalUndelivered} (entry_id)
    select id from ${journal} where id >= ${firstIdOf(since)} and kind = any(${sql.param(kinds)}::text[])
    on conflict do nothing`);
  return rowCount ?? 0;
}

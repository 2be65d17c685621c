import { sql } from 'drizzle-orm';
import type { Database } from '../database.ts';
import { journal, journalUndelivered } from './tables.ts';

/**
 * Hands every entry since then to the relays once more, because what they were delivered to has lost its memory.
 * Returns how many. Whoever receives entries bears one twice.
 */
export async function redeliver(db: Database, since: Date): Promise<number> {
  const { rowCount } = await db.execute(sql`
    insert into ${journalUndelivered} (entry_id) select id from ${journal} where id >= ${firstIdOf(since)}
    on conflict do nothing`);
  return rowCount ?? 0;
}

/** Ids begin with the milliseconds at which they were made (UUIDv7, RFC 9562), so the primary key finds a time. */
function firstIdOf(moment: Date): string {
  const digits = moment.getTime().toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-7000-8000-000000000000`;
}

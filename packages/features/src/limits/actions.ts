import { sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { limits } from './tables.ts';

/** Deletes what is free again. Rows that are just being spent are left for the next time, so nobody waits. */
export async function forgetFree({ db }: Context): Promise<void> {
  await db.execute(sql`
    delete from ${limits} where key in (
      select key from ${limits} where tat < now() for update skip locked)`);
}

import { sql } from 'drizzle-orm';
import type { TestSite } from '../../testing.ts';

/** All that is known of people is so many months older. */
export async function monthsLater(site: TestSite, months: number) {
  const ago = sql`make_interval(months => ${months}::int)`;
  await site.db.execute(
    sql`update people set last_seen_at = last_seen_at - ${ago}, added_at = added_at - ${ago}`,
  );
  await site.db.execute(sql`update person_history set at = at - ${ago}`);
  await site.db.execute(sql`update consents set at = at - ${ago}`);
}

/** The days of whoever was told of are over. */
export async function daysLater(site: TestSite) {
  await site.db.execute(sql`update people_forgetting set due_at = now() - interval '1 minute'`);
}

/** Those without an account. */
export async function listStrangersKept(site: TestSite): Promise<string[]> {
  const { rows } = await site.db.execute<{ email: string }>(
    sql`select email from people where account_id is null order by email`,
  );
  return rows.map(({ email }) => email);
}

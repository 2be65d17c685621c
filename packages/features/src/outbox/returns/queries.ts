import { sql } from 'drizzle-orm';
import type { House } from '../../context.ts';
import { mailReturns } from '../tables.ts';
import { inboxes } from './tables.ts';

type Address = Pick<House['settings'], 'returnAddress'>;

/** How mail comes back to this site: whether it has an address for it, who reads it there, and what keeps them from it. */
export async function findWayBack({ db, settings }: Pick<House, 'db'> & { settings: Address }) {
  const isSet = settings.returnAddress !== undefined;
  const [ways, [last]] = await Promise.all([
    db
      .select({ way: inboxes.way, why: inboxes.why, failedAt: inboxes.failedAt })
      .from(inboxes)
      .where(sql`${inboxes.lookedAt} > now() - interval '15 minutes'`)
      .orderBy(inboxes.way),
    db.select({ at: sql<Date | null>`max(${mailReturns.at})`.mapWith(mailReturns.at) }).from(mailReturns),
  ]);
  const [failure = null] = ways.flatMap(({ way, why, failedAt }) =>
    why && failedAt ? [{ way, why, since: failedAt }] : [],
  );
  return { isSet, isRead: ways.length > 0, lastReadAt: last?.at ?? null, failure };
}

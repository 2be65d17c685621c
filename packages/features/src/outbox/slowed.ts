import type { Queryable } from '@groundwork/database';
import { desc, gt, or, sql } from 'drizzle-orm';
import { laneOf } from './lanes.ts';
import { mails } from './tables.ts';
import { mailPaces } from '../paces/tables.ts';

/** Asked to slow down within the hour, or resting still. */
const isSlow = or(
  gt(mailPaces.restsUntil, sql`now()`),
  gt(mailPaces.troubledAt, sql`now() - interval '1 hour'`),
);

/** A count goes no further: beyond, it says no more. */
const COUNTED = 10_000;

type Asked = { groupId: string; mailingId: string };

/** Which providers take mail more slowly than they were given it, and how much waits for each: of all, or of one mailing. */
export async function listSlowed(db: Queryable, of?: Asked) {
  const isItsOwn = of
    ? sql`waiting.mailing_id = ${of.mailingId} and (slow.provider = '*' or waiting.lane = ${laneOf(of.groupId, '')} || slow.provider)`
    : sql`slow.provider in ('*', split_part(waiting.lane, ' ', 2))`;
  const slow = db
    .select({
      provider: mailPaces.provider,
      perMinute: sql<number>`ceil(${mailPaces.perSecond} * 60)::int`.as('per_minute'),
      restsUntil: mailPaces.restsUntil,
      troubledAt: mailPaces.troubledAt,
      code: mailPaces.troubleCode,
    })
    .from(mailPaces)
    .where(isSlow)
    .orderBy(desc(mailPaces.troubledAt), mailPaces.provider)
    .limit(20)
    .as('slow');
  return db
    .select({
      provider: slow.provider,
      perMinute: slow.perMinute,
      restsUntil: slow.restsUntil,
      troubledAt: slow.troubledAt,
      code: slow.code,
      waitingCount: sql<number>`(select count(*)::int from (select from ${mails} waiting
        where waiting.state = 'promised' and waiting.lane is not null and waiting.due_at <= now() + interval '2 hours'
          and ${isItsOwn} limit ${COUNTED}) counted)`,
    })
    .from(slow);
}

import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { startMailing } from '../mailings/actions.ts';
import { tells } from '../mailings/queries.ts';
import { mailings } from '../mailings/tables.ts';
import { answerers } from './audiences.ts';
import { startOf } from './mailings.ts';
import { events } from './tables.ts';

const LATE = 3 * 3_600_000;

/**
 * Reminds those who are going, or perhaps, on the day before at ten in the event's zone. Who answered later than that
 * is reminded three hours before it starts, unless they answered within those: the mailing of this start goes on to them.
 * An event that moved to another time reminds again; nobody is reminded twice of the same time. Runs every minute; `now` is
 * for tests.
 */
export async function remindPeople(ctx: Context, now = new Date()): Promise<void> {
  for (const { id, groupId, startsAt, remindsAt, audience } of await findDue(ctx, now)) {
    const lateAt = new Date(startsAt.getTime() - LATE);
    const answeredBefore = (now < lateAt ? remindsAt : lateAt).toISOString();
    if (audience?.['answeredBefore'] === answeredBefore) continue;
    const coming = answerers.of({ eventId: id, answers: ['going', 'maybe'], answeredBefore });
    const reminder = { groupId, kind: 'events.reminder', aboutId: id, version: startOf(startsAt) };
    await ctx.change((tx) => startMailing(tx, null, { ...reminder, audience: coming }));
  }
}

/**
 * Events that are reminded of now, with whom their mailing goes to so far. The bounds on the start are what the index on
 * coming events needs: a reminder is at most 40 hours before.
 */
function findDue({ db }: Context, now: Date) {
  const at = sql`${now.toISOString()}::timestamptz`;
  const version = sql`to_char(${events.startsAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  return db
    .select({
      id: events.id,
      groupId: events.groupId,
      startsAt: events.startsAt,
      remindsAt: events.remindsAt,
      audience: mailings.audience,
    })
    .from(events)
    .leftJoin(mailings, tells('events.reminder', events.id, version))
    .where(
      and(
        eq(events.state, 'published'),
        isNull(events.hiddenAt),
        sql`${events.startsAt} > ${at} and ${events.startsAt} < ${at} + interval '40 hours'`,
        sql`${events.remindsAt} <= ${at}`,
      ),
    );
}

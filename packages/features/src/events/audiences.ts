import { and, eq, isNotNull, sql } from 'drizzle-orm';
import { defineAudience } from '../mailings/audience.ts';
import { people } from '../people/tables.ts';
import { rsvps } from './tables.ts';

type Answer = (typeof rsvps.$inferSelect)['state'];
/** `answeredBefore` is an instant: whose answer stood by then. */
type Asked = { eventId: string; answers: readonly Answer[]; answeredBefore?: string };

/** Those who answered so to an event, and gave an address. Their letter goes by their answer and how many they bring. */
export const answerers = defineAudience('events.answerers', (db, asked: Asked) =>
  db
    .select({
      personId: rsvps.personId,
      email: people.email,
      language: rsvps.language,
      variant: sql`${rsvps.state} || ':' || ${rsvps.guestCount}`.as('variant'),
      own: sql`${rsvps.id}`.as('own'),
      dueAt: sql`null::timestamptz`.as('due_at'),
    })
    .from(rsvps)
    .innerJoin(people, eq(people.id, rsvps.personId))
    .where(
      and(
        eq(rsvps.eventId, asked.eventId),
        sql`${rsvps.state} = any(${sql.param(asked.answers)}::text[])`,
        isNotNull(people.email),
        asked.answeredBefore ? sql`${rsvps.stateAt} < ${asked.answeredBefore}::timestamptz` : undefined,
      ),
    ),
);

/** The answer and the number of guests in a variant. */
export function readVariant(variant: string) {
  const [state, guestCount] = variant.split(':');
  return { state: state as Answer, guestCount: Number(guestCount) };
}

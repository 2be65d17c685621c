import type { Queryable } from '@groundwork/database';
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import { groups } from '../groups/tables.ts';
import { people } from '../people/tables.ts';
import { eventCancellations, events, rsvps } from './tables.ts';

/** How many are mailed when an event moves: whoever confirmed, and gave an address. */
export async function countAnswered({ db }: { db: Queryable }, eventId: string): Promise<number> {
  const [counted] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(rsvps)
    .innerJoin(people, eq(people.id, rsvps.personId))
    .where(and(eq(rsvps.eventId, eventId), inArray(rsvps.state, ANSWERED), isNotNull(people.email)));
  return counted?.count ?? 0;
}

/** Who hears of a change. What nobody confirmed is not among them. */
export const ANSWERED = ['going', 'maybe', 'waitlisted'] as const;

/** The columns that mails and calendars tell of an event. */
export const announcement = {
  id: events.id,
  groupId: events.groupId,
  slug: events.slug,
  title: events.title,
  summary: events.summary,
  startsAt: events.startsAt,
  endsAt: events.endsAt,
  timeZone: events.timeZone,
  held: events.held,
  placeName: events.placeName,
  address: events.address,
  addressVisibility: events.addressVisibility,
  onlineUrl: events.onlineUrl,
  state: events.state,
  isHidden: sql<boolean>`${events.hiddenAt} is not null`,
  sequence: events.sequence,
  toldSequence: events.toldSequence,
  changedAt: events.changedAt,
  groupName: groups.name,
};

/** What mails and calendars need of an event, or null when it is gone. For the worker, who is no viewer. */
export async function findAnnouncedEvent({ db }: { db: Queryable }, eventId: string) {
  const [event] = await db
    .select({ ...announcement, reason: eventCancellations.reason })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
    .where(eq(events.id, eventId));
  return event ?? null;
}
/** `via`: the code of the link by which people come of the group that tells of it, where that is another than its own. */
export type AnnouncedEvent = Omit<NonNullable<Awaited<ReturnType<typeof findAnnouncedEvent>>>, 'reason'> & {
  via?: string | null;
};

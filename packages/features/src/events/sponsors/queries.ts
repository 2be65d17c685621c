import { prepared, type Queryable } from '@groundwork/database';
import type { Language } from '@groundwork/words';
import { and, asc, desc, eq, isNotNull, isNull, ne, not, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Context } from '../../context.ts';
import { findGroup, isOut, listedFor, visibleTo, type ReadContext } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { links } from '../../links/tables.ts';
import { permit } from '../../policy.ts';
import { stateOfSponsor, wasTakenBack } from '../../sponsoring.ts';
import { eventPolicy } from '../policy.ts';
import { isEventAt, type SeenEvent } from '../queries.ts';
import { events, eventSponsors } from '../tables.ts';
import { eventSponsorPolicy } from './policy.ts';

/**
 * The group that holds an event too and by whose link somebody comes, whose person they are if they answer; null where it is
 * nobody's, the home group's, or of a group that strangers may not see or that writes nothing now: then they are the home group's.
 * So they are where an event is for members, since they are that.
 */
export async function findEventBringer(
  { db }: Pick<ReadContext, 'db'>,
  { id, isShared, rsvpFrom }: Pick<SeenEvent, 'id' | 'isShared' | 'rsvpFrom'>,
  code: string,
) {
  if (code === '' || !isShared || rsvpFrom === 'members') return null;
  const [bringer] = await bringingTo(db, { id, code: code.toLowerCase() });
  return bringer ?? null;
}

const bringingTo = prepared((db, { id, code }: { id: string; code: string }) =>
  db
    .select({ id: groups.id, slug: groups.slug, name: groups.name, language: groups.language })
    .from(links)
    .innerJoin(eventSponsors, eq(eventSponsors.groupId, links.groupId))
    .innerJoin(events, eq(events.id, eventSponsors.eventId))
    .innerJoin(groups, eq(groups.id, eventSponsors.groupId))
    .where(
      and(
        eq(links.code, code),
        isNull(links.shutAt),
        sql`(${links.path} = '/events/' || ${events.slug} or ${links.path} like '/events/' || ${events.slug} || '/%')`,
        eq(events.id, id),
        isNotNull(eventSponsors.acceptedAt),
        isOut,
        isNull(groups.frozenAt),
      ),
    ),
);

/** The groups that hold an event with its own, as far as this viewer may know of them. */
export async function listEventSponsors({ db, viewer }: ReadContext, eventId: string) {
  return db
    .select({ slug: groups.slug, name: groups.name })
    .from(eventSponsors)
    .innerJoin(groups, eq(groups.id, eventSponsors.groupId))
    .where(
      and(eq(eventSponsors.eventId, eventId), isNotNull(eventSponsors.acceptedAt), listedFor({ viewer })),
    )
    .orderBy(asc(eventSponsors.acceptedAt))
    .limit(100);
}

/** How a group stands to an event that asked it. */
export const eventSponsorState = stateOfSponsor(eventSponsors);

/** The groups that were asked, with or without their answer, for the event's organizers: as far as they may know of them. */
export async function listInvitedEventSponsors({ db, viewer }: Context, event: SeenEvent) {
  permit(eventPolicy, 'seeSponsors', event);
  return db
    .select({
      slug: groups.slug,
      name: groups.name,
      state: eventSponsorState,
      formerName: sql<string | null>`nullif(${eventSponsors.acceptedAs}, ${groups.name})`,
      answer: eventSponsors.answer,
      invitedAt: eventSponsors.invitedAt,
      acceptedAt: eventSponsors.acceptedAt,
      isAlly: sql<boolean>`false`,
    })
    .from(eventSponsors)
    .innerJoin(groups, eq(groups.id, eventSponsors.groupId))
    .where(and(eq(eventSponsors.eventId, event.id), visibleTo({ viewer }), not(wasTakenBack(eventSponsors))))
    .orderBy(desc(eventSponsors.invitedAt))
    .limit(100);
}

/**
 * What a group is asked to hold with others, and holds with them, for its organizers, what is coming first: being asked lets them
 * know of it, as it was when they were asked. What became of it since, they read where they may see its group.
 */
export async function listEventSponsorships(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  permit(eventSponsorPolicy, 'see', group);
  const isSeen = visibleTo(ctx);
  const asked = (part: 'title' | 'groupName', now: PgColumn) =>
    sql<string>`case when ${isSeen} then ${now} else ${eventSponsors.asked} ->> ${part} end`;
  return ctx.db
    .select({
      eventSlug: events.slug,
      title: asked('title', events.title),
      isSeen: sql<boolean>`${isSeen}`,
      ...{ startsAt: events.startsAt, endsAt: events.endsAt, timeZone: events.timeZone },
      placeName: events.placeName,
      groupSlug: groups.slug,
      groupName: asked('groupName', groups.name),
      language: sql<Language | null>`case when ${isSeen} then ${groups.language} end`,
      word: eventSponsors.word,
      invitedAt: eventSponsors.invitedAt,
      acceptedAt: eventSponsors.acceptedAt,
    })
    .from(eventSponsors)
    .innerJoin(events, eq(events.id, eventSponsors.eventId))
    .innerJoin(groups, eq(groups.id, events.groupId))
    .where(
      and(
        eq(eventSponsors.groupId, group.id),
        isNull(eventSponsors.declinedAt),
        isNull(eventSponsors.leftAt),
        ne(events.state, 'draft'),
        isNull(events.hiddenAt),
        // What is over asks for nothing; what was held together is looked up for a year.
        sql`${events.endsAt} > now() - case when ${eventSponsors.acceptedAt} is null then interval '0' else interval '1 year' end`,
      ),
    )
    .orderBy(sql`${events.endsAt} > now() desc`, sql`abs(extract(epoch from ${events.startsAt} - now()))`)
    .limit(100);
}

/** An event that a group was asked to hold, and the group; for those who may answer. */
export async function findAskedEvent(db: Queryable, { groupId, slug }: { groupId: string; slug: string }) {
  const [event] = await db
    .select({
      id: events.id,
      groupId: events.groupId,
      slug: events.slug,
      title: sql<string>`${eventSponsors.asked} ->> 'title'`,
      hasEnded: sql<boolean>`${events.endsAt} <= now()`,
    })
    .from(eventSponsors)
    .innerJoin(events, eq(events.id, eventSponsors.eventId))
    .where(
      and(
        eq(eventSponsors.groupId, groupId),
        isNull(eventSponsors.leftAt),
        isEventAt(slug),
        isNull(events.hiddenAt),
        ne(events.state, 'draft'),
      ),
    );
  return event;
}

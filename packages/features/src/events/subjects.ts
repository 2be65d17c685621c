import { and, eq, inArray, sql } from 'drizzle-orm';
import { NotFound } from '../errors.ts';
import { visibleTo } from '../groups/queries.ts';
import { standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { people } from '../people/tables.ts';
import type { Subject } from '../subject.ts';
import { attendances, eventTurnouts } from './checkin/tables.ts';
import { isOutOrMine } from './queries.ts';
import { findReportedEvent } from './reported.ts';
import { eventHosts, events, eventSponsors, rsvps } from './tables.ts';

export const eventSubjects: Subject[] = [
  {
    kind: 'event',
    tables: [events, eventHosts, eventSponsors, rsvps, attendances, eventTurnouts],
    find: ({ db, viewer }, ids) =>
      db
        .select({
          id: events.id,
          title: events.title,
          url: sql<string>`'/events/' || ${events.slug}`,
          isOff: sql<boolean>`${events.hiddenAt} is not null or ${events.state} = 'cancelled'`,
        })
        .from(events)
        .innerJoin(groups, eq(groups.id, events.groupId))
        .leftJoin(...standingOf(viewer.id))
        .where(and(inArray(events.id, ids), visibleTo({ viewer }), isOutOrMine(viewer))),
    reported: { by: 'slug', find: findReportedEvent },
    // The draft was removed while somebody was named for it.
    refusals: { event_hosts_group_id_event_id_events_group_id_id_fk: () => new NotFound('event') },
    texts: [events.about],
    ties: [rsvps.personId, attendances.personId],
    takesPart: sql`exists (select from ${rsvps} answer join ${events} ahead on ahead.id = answer.event_id
      where answer.person_id = ${people.id} and ahead.ends_at > now() and ahead.state <> 'cancelled' and answer.state <> 'cancelled')`,
    // Somebody came, and nobody knows who any more.
    keepCounts: async (tx, personIds) => {
      const theirs = sql`any(${sql.param(personIds)}::uuid[])`;
      await tx.execute(sql`
        update ${attendances} set person_id = null, rsvp_id = null, name = null, typed_key = null
        where state = 'attended' and (person_id = ${theirs}
          or rsvp_id in (select id from ${rsvps} where person_id = ${theirs}))`);
    },
    firsts: [
      {
        of: rsvps,
        // Of what was proven their last word counts.
        order: sql`${rsvps.state} = 'unconfirmed', ${rsvps.stateAt} desc, ${rsvps.id}`,
      },
      {
        of: attendances,
        order: sql`${attendances.state} = 'no_show', ${attendances.rsvpId} is null, ${attendances.at}, ${attendances.id}`,
      },
    ],
    news: { 'events.published': ({ subjectId }) => subjectId },
  },
];

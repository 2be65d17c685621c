import { and, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { findGroup, listedFor } from '../../groups/queries.ts';
import { groups } from '../../groups/tables.ts';
import { links, linkVisits } from '../../links/tables.ts';
import { permit } from '../../policy.ts';
import { exactOrByTens, toTens, utcMoment } from '../../figures.ts';
import { attendances, eventTurnouts } from '../checkin/tables.ts';
import { findEvent } from '../queries.ts';
import { eventSponsorPolicy } from '../sponsors/policy.ts';
import { events, eventSponsors, rsvps } from '../tables.ts';

/** An event with what came through each group that holds it, for one of them: the home group, or one that holds it too. */
export async function findHeldTogether(ctx: Context, groupSlug: string, slug: string) {
  const group = await findGroup(ctx, groupSlug);
  permit(eventSponsorPolicy, 'see', group);
  const event = await findEvent(ctx, slug);
  const holds = and(
    eq(eventSponsors.eventId, event.id),
    eq(eventSponsors.groupId, group.id),
    isNotNull(eventSponsors.acceptedAt),
  );
  if (event.groupId !== group.id && (await ctx.db.$count(eventSponsors, holds)) === 0)
    throw new NotFound('event');
  const asked = { id: event.id, ownId: group.id };
  const [rows, own] = await Promise.all([listHolding(ctx, asked), countOwn(ctx, asked)]);
  return { event, rows, own };
}

type Asked = { id: string; ownId: string };

/** The home group first, then the others since they hold it; those that the viewer may not know of are not among them. */
function listHolding({ db, viewer }: Context, { id, ownId }: Asked) {
  const isHome = sql<boolean>`${groups.id} = ${events.groupId}`;
  const isOwn = sql<boolean>`${groups.id} = ${ownId}`;
  return db
    .select({
      slug: groups.slug,
      name: groups.name,
      isHome,
      isOwn,
      code: links.code,
      since: sql<
        string | null
      >`${utcMoment(sql`case when ${isHome} then ${events.createdAt} else ${eventSponsors.acceptedAt} end`)}`,
      visits: exactOrByTens(isOwn, { exact: visits, told: toTens(visits) }),
      going: exactOrByTens(isOwn, { exact: answered, told: sql`${eventTurnouts.toldGoing}` }),
      came: exactOrByTens(isOwn, { exact: came, told: sql`${eventTurnouts.toldCame}` }),
    })
    .from(events)
    .innerJoin(groups, holder())
    .leftJoin(eventSponsors, and(eq(eventSponsors.eventId, events.id), eq(eventSponsors.groupId, groups.id)))
    .leftJoin(eventTurnouts, and(eq(eventTurnouts.eventId, events.id), eq(eventTurnouts.groupId, groups.id)))
    .leftJoin(
      links,
      sql`${links.id} = case when ${isHome} then ${events.linkId} else ${eventSponsors.linkId} end`,
    )
    .where(and(eq(events.id, id), sql`(${isOwn} or ${listedFor({ viewer })})`))
    .orderBy(sql`${isHome} desc`, eventSponsors.acceptedAt, groups.id);
}

/** For joins: the groups that hold an event. */
function holder(): SQL | undefined {
  return or(
    eq(groups.id, events.groupId),
    sql`exists (select from ${eventSponsors} beside where beside.event_id = ${events.id}
      and beside.group_id = ${groups.id} and beside.accepted_at is not null)`,
  );
}

const visits = sql`coalesce((select sum(visit.count) from ${links} own join ${linkVisits} visit on visit.link_id = own.id
  where own.group_id = ${groups.id} and own.path = '/events/' || ${events.slug}), 0)`;

const answered = sql`(select count(*) from ${rsvps} own where own.event_id = ${events.id} and own.group_id = ${groups.id}
  and own.state = 'going')`;

const came = sql`(select count(*) from ${attendances} own where own.event_id = ${events.id} and own.group_id = ${groups.id}
  and own.state = 'attended')`;

async function countOwn({ db }: Context, { id, ownId }: Asked) {
  const ofState = (state: 'unconfirmed' | 'maybe' | 'waitlisted') =>
    sql<number>`(count(*) filter (where ${rsvps.state} = ${sql.raw(`'${state}'`)}))::int`;
  const [counts] = await db
    .select({
      unconfirmed: ofState('unconfirmed'),
      maybe: ofState('maybe'),
      waitlisted: ofState('waitlisted'),
    })
    .from(rsvps)
    .where(and(eq(rsvps.eventId, id), eq(rsvps.groupId, ownId)));
  if (!counts) throw new Error('a count always has its row');
  return counts;
}

import { and, asc, eq, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { campaigns } from '../campaigns/tables.ts';
import type { Context, Viewer } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup, isFrozen, visibleTo, type ReadContext } from '../groups/queries.ts';
import { carries, openlyReached, shownName, standing, standingOf } from '../groups/standing.ts';
import { groupBans, groups } from '../groups/tables.ts';
import { links } from '../links/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import { people } from '../people/tables.ts';
import { freshHtml } from '../site/prose.ts';
import { draftId } from '../slugs.ts';
import type { GroupEventQuery } from './contract.ts';
import { heldPlaces, takenPlaces } from './holds.ts';
import { announcement } from './announced.ts';
import { eventCancellations, eventHosts, events, eventSponsors, rsvps } from './tables.ts';

/**
 * One event as its viewer stands to it, address and all: what may leave is cut in views.ts. A private group's event
 * exists for its members only, a draft for its organizers and hosts only, and one that is hidden for its organizers
 * only (else NotFound).
 */
export async function findEvent({ db, viewer }: ReadContext, slug: string) {
  const [event] = await db
    .select({ ...eventListedFor(viewer), ...held(viewer) })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(campaigns, shownCampaign())
    .leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
    .leftJoin(links, eq(links.id, events.linkId))
    .where(and(isEventAt(slug), visibleTo({ viewer }), isOutOrMine(viewer)));
  if (!event) throw new NotFound('event');
  return event;
}
export type SeenEvent = Awaited<ReturnType<typeof findEvent>>;

/** What an event's text reads as: for its page alone, since everything else asks for the event too. */
export async function findAboutHtml({ db }: Pick<Context, 'db'>, { id, about }: SeenEvent): Promise<string> {
  const [stored = { html: null, of: null }] = await db
    .select({ html: events.aboutHtml, of: events.aboutHtmlOf })
    .from(events)
    .where(eq(events.id, id));
  return freshHtml(about, stored, ({ html, of }) =>
    db
      .update(events)
      .set({ aboutHtml: html, aboutHtmlOf: of })
      .where(and(eq(events.id, id), eq(events.about, about))),
  );
}

export const latestEventsFirst = keyset('desc', events.startsAt, events.id);

/** All of a group's events that its viewer may know of, latest first: with drafts for those who run them. */
export async function listGroupEvents(
  ctx: Context,
  slug: string,
  { search, after, limit = 20 }: GroupEventQuery,
) {
  const { db, viewer } = ctx;
  const group = await findGroup(ctx, slug);
  const named = search ? sql`strpos(lower(${events.title}), lower(${search}::text)) > 0` : undefined;
  const rows = await db
    .select({ ...eventListedFor(viewer), cursor: latestEventsFirst.cursor })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(campaigns, shownCampaign())
    .where(and(eq(events.groupId, group.id), named, isOutOrMine(viewer), latestEventsFirst.after(after)))
    .orderBy(...latestEventsFirst.order)
    .limit(limit + 1);
  return { ...pageOf(rows, limit), group };
}

/** The members who run an event, under the face they show in its group. */
export function listHosts({ db }: Pick<Context, 'db'>, eventId: string) {
  return db
    .select({ accountId: eventHosts.accountId, name: shownName() })
    .from(eventHosts)
    .innerJoin(...standingOf(eventHosts.accountId, eventHosts.groupId))
    .innerJoin(accounts, eq(accounts.id, eventHosts.accountId))
    .where(eq(eventHosts.eventId, eventId))
    .orderBy(asc(eventHosts.addedAt), asc(eventHosts.accountId));
}

/** Places taken or held, guests included: two index-only reads per event shown. */
export const takenCount = sql<number>`(${takenPlaces(events.id)} + ${heldPlaces(events.id)})`;

export const isEventOver = sql<boolean>`${events.endsAt} <= now()`;

/** An event in a list, and how this viewer stands to it; who is not signed in answered nothing, and nobody looks. */
export function eventListedFor(viewer: Known) {
  return {
    ...announcement,
    capacity: events.capacity,
    takenCount,
    hasEnded: isEventOver,
    rsvpFrom: events.rsvpFrom,
    isShared: events.isShared,
    isFrozen,
    myRole: standing.role,
    carried: standing.carried,
    isBanned: viewer.signedIn ? isBanned(viewer) : sql<boolean>`false`,
    myRsvp: viewer.signedIn ? myRsvp(viewer) : sql<OwnRsvp | null>`null`,
    groupSlug: groups.slug,
    accent: groups.accent,
    groupLanguage: groups.language,
    campaignSlug: campaigns.slug,
    campaignTitle: campaigns.title,
  };
}

/** The address a draft had leads to it for good. */
export function isEventAt(slug: string) {
  const id = draftId(slug);
  return id === null ? eq(events.slug, slug) : eq(events.id, id);
}

function held(viewer: Viewer) {
  return {
    about: events.about,
    remindsAt: events.remindsAt,
    campaignId: events.campaignId,
    code: links.code,
    visibility: groups.visibility,
    isVouched: sql<boolean>`${groups.vouchedAt} is not null`,
    hiddenReason: events.hiddenReason,
    hasStarted: sql<boolean>`${events.startsAt} <= now()`,
    isHost: sql<boolean>`${isHost(viewer)}`,
    waitlistCount: sql<number>`(select count(*) from ${rsvps} waiting where waiting.event_id = ${events.id}
      and waiting.state = 'waitlisted')::int`,
    cancelledAt: eventCancellations.at,
    reason: eventCancellations.reason,
  };
}

/** What a prepared statement knows of its viewer. */
type Known = Pick<Viewer, 'id' | 'signedIn'>;

type OwnRsvp = { id: string; state: (typeof rsvps.$inferSelect)['state']; guestCount: number };

function myRsvp(viewer: Known) {
  return sql<OwnRsvp | null>`(select json_build_object('id', own.id, 'state', own.state, 'guestCount', own.guest_count)
    from ${rsvps} own join ${people} me on me.id = own.person_id
    where own.event_id = ${events.id} and me.account_id = ${viewer.id} order by own.given_at limit 1)`;
}

function isBanned(viewer: Known) {
  return sql<boolean>`exists (select from ${groupBans} ban where ban.group_id = ${groups.id}
    and ban.account_id = ${viewer.id})`;
}

/** The condition that somebody hosts the event. */
export function isHost(viewer: Pick<Viewer, 'id'>): SQL {
  return sql`exists (select from ${eventHosts} host where host.event_id = ${events.id}
    and host.account_id = ${viewer.id})`;
}

/** Nobody decided that it is to be hidden. */
export const isEventShown = isNull(events.hiddenAt);

/** The condition that this viewer, whose standing is joined, sees the event. */
export function isOutOrMine(viewer: Viewer) {
  return or(carries('host_events'), and(isEventShown, or(ne(events.state, 'draft'), isHost(viewer))));
}

/** A coalition's own, or of a group that it reaches as everybody may know. */
export function isOfCoalition(coalitionId: SQL): SQL {
  return sql`(${events.groupId} = ${coalitionId} or ${events.groupId} in ${openlyReached(coalitionId)})`;
}

/** The ids of a group's events, and of those that it held with others. */
export function eventsOf(groupId: string): SQL {
  return sql`(select id from ${events} where ${events.groupId} = ${groupId}
    union all select event_id from ${eventSponsors} where ${eventSponsors.groupId} = ${groupId}
      and ${eventSponsors.acceptedAs} is not null)`;
}

/** The code of the link that a group has to an event it holds too. */
export function codeOfEventSponsor(groupId: SQL): SQL<string | null> {
  return sql<
    string | null
  >`(select link.code from ${eventSponsors} own join ${links} link on link.id = own.link_id
    where own.event_id = ${events.id} and own.group_id = ${groupId} and own.accepted_at is not null
      and link.shut_at is null)`;
}

/** The condition that a group holds an event that is another one's. */
export function isHeldBy(groupId: SQL): SQL {
  return sql`${events.id} = any (array(select held.event_id from ${eventSponsors} held
    where held.group_id = ${groupId} and held.accepted_at is not null))`;
}

/** The campaign is named only where it is out, and its group is no secret kept from this one's readers. */
export function shownCampaign() {
  return and(
    eq(campaigns.id, events.campaignId),
    ne(campaigns.state, 'draft'),
    isNull(campaigns.hiddenAt),
    or(
      eq(campaigns.groupId, events.groupId),
      sql`exists (select from ${groups} home where home.id = ${campaigns.groupId} and home.visibility <> 'private'
        and home.vouched_at is not null and home.hidden_at is null)`,
    ),
  );
}

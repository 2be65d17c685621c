import { prepared, type Queryable } from '@groundwork/database';
import { and, asc, eq, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { campaigns } from '../campaigns/tables.ts';
import { NOBODY, type Context, type Viewer } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup, isFrozen, listedFor, visibleTo, type ReadContext } from '../groups/queries.ts';
import { carries, openlyReached, shownName, standing, standingOf } from '../groups/standing.ts';
import { groupBans, groups } from '../groups/tables.ts';
import { links } from '../links/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import { people } from '../people/tables.ts';
import { freshHtml } from '../site/prose.ts';
import { draftId } from '../slugs.ts';
import type { EventQuery, GroupEventQuery } from './contract.ts';
import { heldPlaces, takenPlaces } from './holds.ts';
import { announcement } from './announced.ts';
import { eventCancellations, eventHosts, events, rsvps } from './tables.ts';

/**
 * One event as its viewer stands to it, address and all: what may leave is cut in views.ts. A private group's event
 * exists for its members only, a draft for its organizers and hosts only, and one that is hidden for its organizers
 * only (else NotFound).
 */
export async function findEvent({ db, viewer }: ReadContext, slug: string) {
  const [event] = await db
    .select({ ...listedBy(viewer), ...held(viewer) })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(campaigns, shownCampaign())
    .leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
    .leftJoin(links, eq(links.id, events.linkId))
    .where(and(isAt(slug), visibleTo({ viewer }), isOutOrMine(viewer)));
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

const soonestFirst = keyset('asc', events.startsAt, events.id);
const latestFirst = keyset('desc', events.startsAt, events.id);

/** What is out and coming, soonest first; or what has ended, latest first. */
export async function listEvents(ctx: Context, query: EventQuery) {
  const { db, viewer } = ctx;
  const { group, coalition, campaign, from, past = false, after, limit = 20 } = query;
  const rows = await listing(db, {
    viewerId: viewer.id,
    signedIn: viewer.signedIn,
    groupId: group === undefined ? undefined : await findHomeId(db, group),
    coalitionId: coalition === undefined ? undefined : (await findGroup(ctx, coalition)).id,
    campaignId: campaign,
    from,
    past,
    place: soonestFirst.read(after),
    most: limit + 1,
  });
  return pageOf(rows, limit);
}

type Listing = Record<'groupId' | 'coalitionId' | 'campaignId' | 'from', string | undefined> & {
  viewerId: string;
  signedIn: boolean;
  past: boolean;
  place: string[] | undefined;
  most: number;
};

const listing = prepared((db, asked: Listing) => {
  const { groupId, coalitionId, campaignId, from, place } = asked;
  const viewer = { id: asked.viewerId, signedIn: asked.signedIn };
  const keys = asked.past ? latestFirst : soonestFirst;
  return db
    .select({ ...listedBy(viewer), cursor: keys.cursor })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(campaigns, shownCampaign())
    .where(
      and(
        // Unlisted groups' events are found only where the group or campaign is already known.
        groupId || campaignId
          ? visibleTo({ viewer })
          : or(
              listedFor({ viewer }),
              coalitionId === undefined ? undefined : eq(events.groupId, coalitionId),
            ),
        groupId === undefined ? undefined : eq(events.groupId, groupId),
        coalitionId === undefined ? undefined : isOfCoalition(sql`${coalitionId}::uuid`),
        campaignId === undefined ? undefined : eq(events.campaignId, campaignId),
        inArray(events.state, ['published', 'closed']),
        isShown,
        asked.past ? isPast() : isComing(),
        from === undefined ? undefined : sql`${events.startsAt} >= ${from}::timestamptz`,
        place && keys.beyond(place),
      ),
    )
    .orderBy(...keys.order)
    .limit(asked.most);
});
export type ListedEvent = Awaited<ReturnType<typeof listEvents>>['rows'][number];

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
    .select({ ...listedBy(viewer), cursor: latestFirst.cursor })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(campaigns, shownCampaign())
    .where(and(eq(events.groupId, group.id), named, isOutOrMine(viewer), latestFirst.after(after)))
    .orderBy(...latestFirst.order)
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

const hasEnded = sql<boolean>`${events.endsAt} <= now()`;

/** An event in a list, and how this viewer stands to it; who is not signed in answered nothing, and nobody looks. */
function listedBy(viewer: Known) {
  return {
    ...announcement,
    capacity: events.capacity,
    takenCount,
    hasEnded,
    rsvpFrom: events.rsvpFrom,
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
function isAt(slug: string) {
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

function isHost(viewer: Viewer): SQL {
  return sql`exists (select from ${eventHosts} host where host.event_id = ${events.id}
    and host.account_id = ${viewer.id})`;
}

/** Nobody decided that it is to be hidden. */
const isShown = isNull(events.hiddenAt);

/** The condition that this viewer, whose standing is joined, sees the event. */
export function isOutOrMine(viewer: Viewer) {
  return or(carries('host_events'), and(isShown, or(ne(events.state, 'draft'), isHost(viewer))));
}

/** A coalition's own, or of a group that it reaches as everybody may know. */
export function isOfCoalition(coalitionId: SQL): SQL {
  return sql`(${events.groupId} = ${coalitionId} or ${events.groupId} in ${openlyReached(coalitionId)})`;
}

/** No event lasts longer than 14 days, so the index on starts says where what still goes on begins. */
function isComing() {
  return sql`${events.endsAt} > now() and ${events.startsAt} > now() - interval '14 days'`;
}

function isPast() {
  return sql`${hasEnded} and ${events.startsAt} < now()`;
}

/**
 * The id behind a group's slug, or the nil id, which no group has. Asked before the list is read: only who knows which
 * group it is reads its next twenty events in order, instead of sorting all its thousands.
 */
async function findHomeId(db: Queryable, slug: string): Promise<string> {
  const known = draftId(slug);
  if (known !== null) return known;
  const [home] = await findHome(db, { slug });
  return home?.id ?? NOBODY.id;
}

const findHome = prepared((db, { slug }: { slug: string }) =>
  db.select({ id: groups.id }).from(groups).where(eq(groups.slug, slug)),
);

/** The campaign is named only where it is out, and its group is no secret kept from this one's readers. */
function shownCampaign() {
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

import { kept, type Queryable } from '@groundwork/database';
import { and, asc, desc, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../accounts/tables.ts';
import { campaigns } from '../campaigns/tables.ts';
import type { Context, Viewer } from '../context.ts';
import { NotFound } from '../errors.ts';
import { shownName } from '../groups/members/queries.ts';
import { findGroup, listedFor, ownMembership, visibleTo, type Asker } from '../groups/queries.ts';
import { groupBans, groups, memberships } from '../groups/tables.ts';
import { pageOf, readCursor, type PageQuery } from '../paging.ts';
import { people } from '../people/tables.ts';
import type { EventQuery } from './contract.ts';
import { rsvps } from './rsvps/tables.ts';
import { eventCancellations, eventHosts, events } from './tables.ts';

/**
 * One event as its viewer stands to it, address and all: what may leave is cut in views.ts. A private group's event
 * exists for its members only, a draft for its organizers and hosts only (else NotFound).
 */
export async function findEvent({ db, viewer }: Asker, slug: string) {
  const [event] = await db
    .select({ ...listed, ...held(viewer) })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(memberships, ownMembership(viewer))
    .leftJoin(campaigns, shownCampaign())
    .leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
    .where(and(eq(events.slug, slug), visibleTo({ viewer }), isOutOrMine(viewer)));
  if (!event) throw new NotFound('event');
  return event;
}
export type SeenEvent = Awaited<ReturnType<typeof findEvent>>;

/** What is out and coming, soonest first; or what has ended, latest first. */
export async function listEvents({ db, viewer }: Context, query: EventQuery) {
  const { group, campaign, from, past = false, after, limit = 20 } = query;
  const order = past ? desc : asc;
  const rows = await db
    .select({ ...listed, cursorAt: sql<string>`${events.startsAt}::text` })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(memberships, ownMembership(viewer))
    .leftJoin(campaigns, shownCampaign())
    .where(
      and(
        // Unlisted groups' events are found only where the group or campaign is already known.
        group === undefined && campaign === undefined ? listedFor({ viewer }) : visibleTo({ viewer }),
        group === undefined ? undefined : await isOfGroup(db, group),
        campaign === undefined ? undefined : eq(events.campaignId, campaign),
        inArray(events.state, ['published', 'closed']),
        past ? isPast() : isComing(),
        from === undefined ? undefined : sql`${events.startsAt} >= ${from}::timestamptz`,
        beyond(after, past),
      ),
    )
    .orderBy(order(events.startsAt), order(events.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.cursorAt, row.id]);
}
export type ListedEvent = Awaited<ReturnType<typeof listEvents>>['rows'][number];

/** All of a group's events that its viewer may know of, latest first: with drafts for those who run them. */
export async function listGroupEvents(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const { db, viewer } = ctx;
  const group = await findGroup(ctx, slug);
  const rows = await db
    .select({ ...listed, cursorAt: sql<string>`${events.startsAt}::text` })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(memberships, ownMembership(viewer))
    .leftJoin(campaigns, shownCampaign())
    .where(and(eq(events.groupId, group.id), isOutOrMine(viewer), beyond(after, true)))
    .orderBy(desc(events.startsAt), desc(events.id))
    .limit(limit + 1);
  return { ...pageOf(rows, limit, (row) => [row.cursorAt, row.id]), group };
}

/** The members who run an event, under the face they show in its group. */
export function listHosts({ db }: Pick<Context, 'db'>, eventId: string) {
  return db
    .select({ accountId: eventHosts.accountId, name: shownName() })
    .from(eventHosts)
    .innerJoin(
      memberships,
      and(eq(memberships.groupId, eventHosts.groupId), eq(memberships.accountId, eventHosts.accountId)),
    )
    .innerJoin(accounts, eq(accounts.id, eventHosts.accountId))
    .where(eq(eventHosts.eventId, eventId))
    .orderBy(asc(eventHosts.addedAt), asc(eventHosts.accountId));
}

/** What a group's calendar feed holds: from a month ago on, called off ones too, so that calendars strike them. */
export async function listFeed(ctx: Context, slug: string) {
  const group = await findGroup(ctx, slug);
  const rows = await ctx.db
    .select(told)
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .where(
      and(
        eq(events.groupId, group.id),
        ne(events.state, 'draft'),
        sql`${events.startsAt} > now() - interval '30 days'`,
      ),
    )
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(500);
  return { group, rows };
}

/** The columns that mails and calendars tell of an event. */
export const told = {
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
  sequence: events.sequence,
  changedAt: events.changedAt,
  groupName: groups.name,
};

/** What mails and calendars need of an event, or null when it is gone. For the worker, who is no viewer. */
export async function findTold({ db }: Pick<Asker, 'db'>, eventId: string) {
  const [event] = await db
    .select({ ...told, reason: eventCancellations.reason })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(eventCancellations, eq(eventCancellations.eventId, events.id))
    .where(eq(events.id, eventId));
  return event ?? null;
}
export type ToldEvent = Omit<NonNullable<Awaited<ReturnType<typeof findTold>>>, 'reason'>;

/** People who are going, guests included: one index-only read per event shown. */
export const takenCount = sql<number>`coalesce((select sum(1 + taken.guest_count) from ${rsvps} taken
  where taken.event_id = ${events.id} and taken.state = 'going'), 0)::int`;

const hasEnded = sql<boolean>`${events.endsAt} <= now()`;

const listed = {
  ...told,
  capacity: events.capacity,
  takenCount,
  hasEnded,
  groupSlug: groups.slug,
  accent: groups.accent,
  campaignSlug: campaigns.slug,
  campaignTitle: campaigns.title,
};

function held(viewer: Viewer) {
  return {
    about: events.about,
    remindsAt: events.remindsAt,
    campaignId: events.campaignId,
    visibility: groups.visibility,
    myRole: memberships.role,
    hasStarted: sql<boolean>`${events.startsAt} <= now()`,
    isHost: sql<boolean>`${isHost(viewer)}`,
    isBanned: sql<boolean>`exists (select from ${groupBans} ban where ban.group_id = ${groups.id}
      and ban.account_id = ${viewer.id})`,
    waitlistCount: sql<number>`(select count(*) from ${rsvps} waiting where waiting.event_id = ${events.id}
      and waiting.state = 'waitlisted')::int`,
    cancelledAt: eventCancellations.at,
    reason: eventCancellations.reason,
    myRsvp: myRsvp(viewer),
  };
}

type OwnRsvp = { id: string; state: (typeof rsvps.$inferSelect)['state']; guestCount: number };

function myRsvp(viewer: Viewer) {
  return sql<OwnRsvp | null>`(select json_build_object('id', own.id, 'state', own.state, 'guestCount', own.guest_count)
    from ${rsvps} own join ${people} me on me.id = own.person_id
    where own.event_id = ${events.id} and me.account_id = ${viewer.id} order by own.given_at limit 1)`;
}

function isHost(viewer: Viewer): SQL {
  return sql`exists (select from ${eventHosts} host where host.event_id = ${events.id}
    and host.account_id = ${viewer.id})`;
}

function isOutOrMine(viewer: Viewer) {
  return or(ne(events.state, 'draft'), inArray(memberships.role, ['organizer', 'steward']), isHost(viewer));
}

/** No event lasts longer than 14 days, so the index on starts says where what still goes on begins. */
function isComing() {
  return sql`${events.endsAt} > now() and ${events.startsAt} > now() - interval '14 days'`;
}

function isPast() {
  return sql`${hasEnded} and ${events.startsAt} < now()`;
}

/**
 * By the id behind the slug, asked before the list is read: only who knows which group it is can tell that it has
 * thousands of events, and reads the next twenty in order instead of sorting them all.
 */
async function isOfGroup(db: Queryable, slug: string) {
  const [home] = await findHome(db, { slug });
  return home ? eq(events.groupId, home.id) : sql`false`;
}

const findHome = kept('events.home', (db, { slug }: { slug: string }) =>
  db.select({ id: groups.id }).from(groups).where(eq(groups.slug, slug)),
);

function beyond(after: string | undefined, past: boolean) {
  const cursor = readCursor(after, 2);
  if (!cursor) return undefined;
  const sign = past ? sql`<` : sql`>`;
  return sql`(${events.startsAt}, ${events.id}) ${sign} (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`;
}

/** The campaign is named only where it is out, and its group is no secret kept from this one's readers. */
function shownCampaign() {
  return and(
    eq(campaigns.id, events.campaignId),
    ne(campaigns.state, 'draft'),
    or(
      eq(campaigns.groupId, events.groupId),
      sql`exists (select from ${groups} home where home.id = ${campaigns.groupId} and home.visibility <> 'private')`,
    ),
  );
}

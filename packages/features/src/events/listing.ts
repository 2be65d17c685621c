import { prepared } from '@groundwork/database';
import { and, eq, inArray, or, sql } from 'drizzle-orm';
import { campaigns } from '../campaigns/tables.ts';
import { NOBODY, type Context } from '../context.ts';
import { findGroup, listedFor, visibleTo } from '../groups/queries.ts';
import { standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import { draftId } from '../slugs.ts';
import type { EventQuery } from './contract.ts';
import {
  codeOfEventSponsor,
  eventListedFor,
  isEventOver,
  isEventShown,
  isHeldBy,
  isOfCoalition,
  latestEventsFirst,
  shownCampaign,
} from './queries.ts';
import { people } from '../people/tables.ts';
import { eventHosts, events, eventSponsors, rsvps } from './tables.ts';

const soonestFirst = keyset('asc', events.startsAt, events.id);

/** What is out and coming, soonest first; or what has ended, latest first. */
export async function listEvents(ctx: Context, query: EventQuery) {
  const { db, viewer } = ctx;
  const { group, coalition, campaign, from, past = false, mine = false, after, limit = 20 } = query;
  const rows = await listing(db, {
    viewerId: viewer.id,
    signedIn: viewer.signedIn,
    ...(await findHome(ctx, group)),
    coalitionId: coalition === undefined ? undefined : (await findGroup(ctx, coalition)).id,
    campaignId: campaign,
    from,
    past,
    mine,
    place: soonestFirst.read(after),
    most: limit + 1,
  });
  return pageOf(rows, limit);
}

export type ListedEvent = Awaited<ReturnType<typeof listEvents>>['rows'][number];

type Listing = Home &
  Record<'coalitionId' | 'campaignId' | 'from', string | undefined> & {
    viewerId: string;
    signedIn: boolean;
    past: boolean;
    mine: boolean;
    place: string[] | undefined;
    most: number;
  };

const listing = prepared((db, asked: Listing) => {
  const { groupId, coalitionId, campaignId, from, place } = asked;
  const viewer = { id: asked.viewerId, signedIn: asked.signedIn };
  const keys = asked.past ? latestEventsFirst : soonestFirst;
  return db
    .select({
      ...{ ...eventListedFor(viewer), cursor: keys.cursor },
      via:
        groupId === undefined || !asked.holdsWithOthers
          ? sql<string | null>`null`
          : codeOfEventSponsor(sql`${groupId}::uuid`),
    })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(campaigns, shownCampaign())
    .where(
      and(
        // Unlisted groups' events are found only where the group or campaign is already known.
        groupId || campaignId || asked.mine
          ? visibleTo({ viewer })
          : or(
              listedFor({ viewer }),
              coalitionId === undefined ? undefined : eq(events.groupId, coalitionId),
            ),
        asked.mine ? isOwnEvent(viewer.id) : undefined,
        groupId === undefined ? undefined : isOfGroup(groupId, asked),
        coalitionId === undefined ? undefined : isOfCoalition(sql`${coalitionId}::uuid`),
        campaignId === undefined ? undefined : eq(events.campaignId, campaignId),
        inArray(events.state, ['published', 'closed']),
        isEventShown,
        asked.past ? isPast() : isComing(),
        from === undefined ? undefined : sql`${events.startsAt} >= ${from}::timestamptz`,
        place && keys.beyond(place),
      ),
    )
    .orderBy(...keys.order)
    .limit(asked.most);
});

/** The condition that somebody said that they come, or hosts it. */
function isOwnEvent(accountId: string) {
  return sql`${events.id} in (
    select own.event_id from ${rsvps} own join ${people} me on me.id = own.person_id
    where me.account_id = ${accountId} and own.state in ('going', 'maybe', 'waitlisted')
    union select host.event_id from ${eventHosts} host where host.account_id = ${accountId})`;
}

/** A group's own, and where it holds some with others, those of them that stand in lists. */
function isOfGroup(groupId: string, { viewerId, holdsWithOthers }: Listing) {
  const isOwn = eq(events.groupId, groupId);
  if (!holdsWithOthers) return isOwn;
  return or(isOwn, and(isHeldBy(sql`${groupId}::uuid`), listedFor({ viewer: { id: viewerId } })));
}

/** No event lasts longer than 14 days, so the index on starts says where what still goes on begins. */
function isComing() {
  return sql`${events.endsAt} > now() and ${events.startsAt} > now() - interval '14 days'`;
}

function isPast() {
  return sql`${isEventOver} and ${events.startsAt} < now()`;
}

/**
 * The id behind a group's slug, or the nil id, which no group has, and whether it holds events of others, as far as this viewer
 * may know of it. Asked before the list is read: only who knows which group it is reads its next twenty events in order, instead of
 * sorting all its thousands.
 */
async function findHome({ db, viewer }: Context, slug: string | undefined): Promise<Home> {
  if (slug === undefined) return { groupId: undefined, holdsWithOthers: false };
  const id = draftId(slug);
  const [home] = await homeAt(db, { ...(id === null ? { slug } : { id }), viewerId: viewer.id });
  return home ?? { groupId: NOBODY.id, holdsWithOthers: false };
}
type Home = { groupId: string | undefined; holdsWithOthers: boolean };

const homeAt = prepared((db, asked: ({ slug: string } | { id: string }) & { viewerId: string }) =>
  db
    .select({
      groupId: groups.id,
      holdsWithOthers: sql<boolean>`exists (select from ${eventSponsors} with_others
        where with_others.group_id = ${groups.id} and with_others.accepted_at is not null)
        and ${visibleTo({ viewer: { id: asked.viewerId } })}`,
    })
    .from(groups)
    .leftJoin(...standingOf(asked.viewerId))
    .where('id' in asked ? eq(groups.id, asked.id) : eq(groups.slug, asked.slug)),
);

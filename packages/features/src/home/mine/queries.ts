import { and, asc, eq, inArray, isNotNull, not, or, sql } from 'drizzle-orm';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import { isPublishedOrMine } from '../../campaigns/queries.ts';
import { signatureSeal } from '../../campaigns/signatures/seal.ts';
import { signatures } from '../../campaigns/signatures/tables.ts';
import { campaigns } from '../../campaigns/tables.ts';
import { NOBODY, type Context, type Viewer } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { announcement } from '../../events/announced.ts';
import { eventListedFor, isEventOver, isEventShown, isHost, shownCampaign } from '../../events/queries.ts';
import { eventHosts, events, rsvps } from '../../events/tables.ts';
import { visibleTo } from '../../groups/queries.ts';
import { carries, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { peopleOfAccount } from '../../people/ownership.ts';
import { people } from '../../people/tables.ts';
import { openCalendarSeal } from './seal.ts';
import type { OwnEventQuery } from './contract.ts';
import { calendarAddresses } from './tables.ts';

const soonestFirst = keyset('asc', events.startsAt, events.id);
const latestFirst = keyset('desc', events.startsAt, events.id);

/** What the viewer comes to or hosts, as far as they see it now: what is coming, soonest first; or what has ended, latest first. */
export async function listOwnEvents(
  { db, viewer }: Context,
  { past = false, after, limit = 20 }: OwnEventQuery,
) {
  const keys = past ? latestFirst : soonestFirst;
  const rows = await db
    .select({
      ...eventListedFor(viewer),
      myRsvp: ownAnswer(viewer.id),
      isHost: sql<boolean>`${isHost(viewer)}`,
      cursor: keys.cursor,
    })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(campaigns, shownCampaign())
    .where(and(isOwnSeen(viewer), past ? isEventOver : not(isEventOver), keys.after(after)))
    .orderBy(...keys.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}
export type OwnEvent = Awaited<ReturnType<typeof listOwnEvents>>['rows'][number];

/** The names of the viewer under campaigns, newest first. */
export async function listOwnSignatures(ctx: Context, { after, limit = 20 }: PageQuery) {
  const { db, viewer } = ctx;
  const rows = await db
    .select({
      id: signatures.id,
      kind: signatures.kind,
      at: signatures.createdAt,
      confirmedAt: signatures.confirmedAt,
      withdrawnAt: signatures.withdrawnAt,
      title: campaigns.title,
      campaignSlug: sql<string | null>`case when ${and(visibleTo(ctx), isPublishedOrMine(viewer))}
        then ${campaigns.slug} end`,
      // The group that was named to them when they signed knows them, and they it.
      groupName: sql<string>`(select own.name from ${groups} own where own.id = ${signatures.groupId})`,
      language: groups.language,
      cursor: newestFirst.cursor,
    })
    .from(signatures)
    .innerJoin(campaigns, eq(campaigns.id, signatures.campaignId))
    .innerJoin(groups, eq(groups.id, campaigns.groupId))
    .leftJoin(...standingOf(viewer.id))
    .where(and(isSignedBy(viewer), newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  const page = pageOf(rows, limit);
  return { ...page, rows: page.rows.map((row) => ({ ...row, seal: signatureSeal(ctx, row.id) })) };
}
export type SignedByViewer = Awaited<ReturnType<typeof listOwnSignatures>>['rows'][number];

/**
 * The condition that a signature is somebody's own. One that nobody confirmed was typed by anybody: it is theirs if it was for the
 * mailbox that they proved, and not if their record has got another since.
 */
export function isSignedBy({ id, email }: Pick<Viewer, 'id' | 'email'>) {
  return and(
    sql`${signatures.personId} in ${peopleOfAccount(id)}`,
    or(
      isNotNull(signatures.confirmedAt),
      sql`exists (select from ${people} me where me.id = ${signatures.personId} and me.email = ${email})`,
    ),
  );
}

const newestFirst = keyset('desc', signatures.createdAt, signatures.id);

/** The address of the viewer's own calendar, or null. */
export async function findCalendarAddress({ db, viewer }: Context) {
  const { id, madeAt } = calendarAddresses;
  const [address] = await db
    .select({ id, madeAt })
    .from(calendarAddresses)
    .where(eq(calendarAddresses.accountId, viewer.id));
  return address ?? null;
}

/**
 * What the calendar at an address holds, whoever reads it: the own events of its account from a month ago on, called off ones too, so
 * that calendars strike them. NotFound where the address was ended or replaced, and while the account is suspended.
 */
export async function findOwnFeed(ctx: Context, sealed: string) {
  const id = openCalendarSeal(ctx, sealed) ?? NOBODY.id;
  const [owner] = await ctx.db
    .select({ id: accounts.id, language: accounts.language })
    .from(calendarAddresses)
    .innerJoin(accounts, eq(accounts.id, calendarAddresses.accountId))
    .where(and(eq(calendarAddresses.id, id), not(isSuspended(accounts.id))));
  if (!owner) throw new NotFound('calendar');
  const rows = await ctx.db
    .select({
      event: announcement,
      answer: ownAnswer(owner.id),
      runs: sql<boolean>`(${isHost(owner)} or coalesce(${carries('host_events')}, false))`,
    })
    .from(events)
    .innerJoin(groups, eq(groups.id, events.groupId))
    .leftJoin(...standingOf(owner.id))
    .where(and(isOwnSeen(owner), sql`${events.startsAt} > now() - interval '30 days'`))
    .orderBy(asc(events.startsAt), asc(events.id))
    .limit(MOST);
  return { language: owner.language, rows };
}

/** As many as a group's calendar holds. */
const MOST = 500;

type Known = Parameters<typeof visibleTo>[0]['viewer'];

/** The condition that an event is out, that somebody sees it now, and comes to it or hosts it. */
export function isOwnSeen(viewer: Known) {
  return and(
    sql`${events.id} in (select own.event_id from ${rsvps} own where own.person_id in ${peopleOfAccount(viewer.id)}
        and own.state in ('going', 'maybe', 'waitlisted')
      union select host.event_id from ${eventHosts} host where host.account_id = ${viewer.id})`,
    visibleTo({ viewer }),
    isEventShown,
    inArray(events.state, ['published', 'closed', 'cancelled']),
  );
}

type Answered = { id: string; state: (typeof rsvps.$inferSelect)['state']; guestCount: number };

/** What somebody answered; of several records of theirs, what they said last. */
export function ownAnswer(accountId: string) {
  return sql<Answered | null>`(select json_build_object('id', own.id, 'state', own.state, 'guestCount', own.guest_count)
    from ${rsvps} own where own.event_id = ${events.id} and own.person_id in ${peopleOfAccount(accountId)}
    and own.state in ('going', 'maybe', 'waitlisted') order by own.state_at desc limit 1)`;
}

import { prepared, type Queryable } from '@groundwork/database';
import { and, desc, eq, isNotNull, ne, not, sql, type SQL } from 'drizzle-orm';
import { unionAll, type AnyPgColumn } from 'drizzle-orm/pg-core';
import { siteStewards } from '../accounts/tables.ts';
import { NOBODY, type Context, type Viewer } from '../context.ts';
import { NotFound } from '../errors.ts';
import { keyset, pageOf } from '../keyset.ts';
import { isAmongFound, wordsOf } from '../searches.ts';
import { freshHtml } from '../site/prose.ts';
import { findSite } from '../site/queries.ts';
import { draftId } from '../slugs.ts';
import type { GroupQuery } from './contract.ts';
import { isListed } from './listed.ts';
import { carries, isReachedBy, standing, standingOf } from './standing.ts';
import { groupBans, groupDeletions, groupMeasures, groups, joinRequests, memberships } from './tables.ts';

/** A read inside or outside of a transaction: `findGroup({ db: tx, viewer }, slug)`. */
export type ReadContext = { db: Queryable; viewer: Viewer };
/** What a condition asks of its viewer: a prepared statement knows no more. */
type Known = Pick<Viewer, 'id'>;

/**
 * One group as its viewer stands to it; a group the viewer may not see does not exist (NotFound).
 * Light: every feature above asks it first. The whole of a group, with its story, is `findWholeGroup`.
 */
export async function findGroup({ db, viewer }: ReadContext, slug: string) {
  const id = draftId(slug);
  const [group] = await seenGroup(db, { ...(id === null ? { slug } : { id }), viewerId: viewer.id });
  if (!group) throw new NotFound('group');
  return group;
}

type Sought = ({ slug: string } | { id: string }) & { viewerId: string };
const seenGroup = prepared((db, asked: Sought) => {
  const viewer = { id: asked.viewerId };
  const isIt = 'id' in asked ? eq(groups.id, asked.id) : eq(groups.slug, asked.slug);
  return db
    .select(essentialsFor(viewer))
    .from(groups)
    .leftJoin(...standingOf(viewer.id))
    .where(and(isIt, visibleTo({ viewer })));
});
export type SeenGroup = Awaited<ReturnType<typeof findGroup>>;

/** Most of them: who guesses does not read on for ever either. */
const NAMES_AROUND = 100;

/** The names of an account's own groups, and of the newest that every stranger sees. */
export async function findNamesAround({ db }: { db: Queryable }, accountId: string): Promise<string[]> {
  const name = { name: groups.name };
  const own = db
    .select(name)
    .from(groups)
    .innerJoin(...standingOf(accountId))
    .limit(NAMES_AROUND);
  const listed = db
    .select(name)
    .from(groups)
    .where(listedFor({ viewer: NOBODY }))
    .orderBy(desc(groups.createdAt), desc(groups.id))
    .limit(NAMES_AROUND);
  const found = await unionAll(own, listed);
  return [...new Set(found.map((one) => one.name))];
}

/** One group with everything its page and its settings show. */
export async function findWholeGroup({ db, viewer }: ReadContext, slug: string) {
  const [group] = await db
    .select({
      ...essentialsFor(viewer),
      about: groups.about,
      contactEmail: groups.contactEmail,
      timeZone: groups.timeZone,
      country: groups.country,
      forgetAfterMonths: groups.forgetAfterMonths,
      stored: { html: groups.aboutHtml, of: groups.aboutHtmlOf },
      myFace: { name: memberships.name, pronouns: memberships.pronouns },
      memberCount: groups.memberCount,
      deletesAt: groupDeletions.deletesAt,
      measures: measuresFor(viewer),
      requestCount: sql<number>`(select count(*)::int from ${joinRequests} asked
        where asked.group_id = ${groups.id} and asked.decided_at is null)`,
    })
    .from(groups)
    .leftJoin(...standingOf(viewer.id))
    .leftJoin(groupDeletions, eq(groupDeletions.groupId, groups.id))
    .where(and(isGroupAt(slug), visibleTo({ viewer })));
  if (!group) throw new NotFound('group');
  const { stored, ...whole } = group;
  const aboutHtml = await freshHtml(whole.about, stored, ({ html, of }) =>
    db
      .update(groups)
      .set({ aboutHtml: html, aboutHtmlOf: of })
      .where(and(eq(groups.id, whole.id), eq(groups.about, whole.about))),
  );
  return { ...whole, aboutHtml };
}
export type WholeGroup = Awaited<ReturnType<typeof findWholeGroup>>;

const byName = keyset('asc', { of: sql`lower(${groups.name})`, type: 'text' }, groups.id);

/** The groups a viewer may come across, by name: the public ones and their own. */
export async function listGroups(
  { db, viewer }: Context,
  { search, mine, managed, after, limit = 20 }: GroupQuery,
) {
  const asked = { viewerId: viewer.id, mine, managed, place: byName.read(after), most: limit + 1 };
  // The best plan of a search depends on how many it finds, so it is not prepared.
  const rows = await (search?.trim() ? written(db, asked, search) : listing(db, asked));
  return pageOf(rows, limit);
}

/** Whether the site lets this viewer start a group: its stewards always, others by its setting. */
export async function mayStartGroups({ db, viewer }: ReadContext): Promise<boolean> {
  if (!viewer.signedIn) return false;
  if (viewer.isSiteSteward) return true;
  const { startingGroups } = await findSite({ db });
  if (startingGroups !== 'members') return startingGroups === 'anyone';
  const known = await db
    .select({ id: groups.id })
    .from(groups)
    .innerJoin(...standingOf(viewer.id))
    .where(and(isNotNull(groups.vouchedAt), not(isFrozen)))
    .limit(1);
  return known.length > 0;
}

type Listing = {
  viewerId: string;
  mine: boolean | undefined;
  managed: boolean | undefined;
  place: string[] | undefined;
  most: number;
};

const listing = prepared((db, asked: Listing) => written(db, asked));

function written(db: Queryable, { viewerId, mine, managed, place, most }: Listing, search?: string) {
  const viewer = { id: viewerId };
  return db
    .select({
      ...cardColumns,
      myRole: standing.role,
      memberCount: groups.memberCount,
      cursor: byName.cursor,
    })
    .from(groups)
    .leftJoin(...standingOf(viewer.id))
    .where(
      and(
        mine ? standing.isMember : undefined,
        managed ? and(carries('manage_group'), not(isFrozen)) : undefined,
        listedFor({ viewer }),
        search === undefined ? undefined : isAmongFound(groups, wordsOf(sql`found.name`), search),
        place && byName.beyond(place),
      ),
    )
    .orderBy(...byName.order)
    .limit(most);
}

/**
 * The condition "this viewer may know of the group": it is out, or they are in it, or they look after the site and it
 * asks to be out. Stands on `groups` alone, so it fits any query that has `groups` in it. Unlisted groups must be kept
 * out of lists besides: see `listedFor`.
 */
export function visibleTo({ viewer }: { viewer: Known }): SQL {
  return sql`(${isOut} or ${isInside(viewer)} or (${ne(groups.visibility, 'private')} and ${isSiteSteward(viewer)}))`;
}

/** The condition "this group is in this viewer's lists and searches": public and out, or theirs. */
export function listedFor({ viewer }: { viewer: Known }): SQL {
  return sql`(${isListed()} or ${isInside(viewer)})`;
}

/** The condition "strangers may see this group": public or unlisted, vouched for, and not hidden. */
export const isOut: SQL<boolean> = sql<boolean>`(${ne(groups.visibility, 'private')}
  and ${groups.vouchedAt} is not null and ${groups.hiddenAt} is null)`;

/** Nothing new is written, mailed or joined: a steward of the site froze it, or hid it. */
export const isFrozen: SQL<boolean> = sql<boolean>`(${groups.frozenAt} is not null or ${groups.hiddenAt} is not null)`;

/** The condition that a group is at this address. The one it had before anybody vouched for it leads to it for good. */
export function isGroupAt(slug: string): SQL {
  const id = draftId(slug);
  return id === null ? eq(groups.slug, slug) : eq(groups.id, id);
}

/** The kind of a group as it is seen. An ally is none that anybody sees (`visibleTo`): it is private, and has no members. */
export const kindSeen = sql<'group' | 'coalition'>`${groups.kind}`;

/** A group as cards and invitations show it. */
export const cardColumns = {
  id: groups.id,
  kind: kindSeen,
  slug: groups.slug,
  name: groups.name,
  summary: groups.summary,
  accent: groups.accent,
  pictureKey: groups.pictureKey,
  language: groups.language,
  visibility: groups.visibility,
  joining: groups.joining,
};

type Measure = { kind: 'hidden' | 'frozen'; reason: string };

/** What a steward of the site holds against the group, for its own stewards and those of the site. */
function measuresFor(viewer: Known) {
  return sql<Measure[]>`case when ${carries('manage_group')} or ${isSiteSteward(viewer)} then (
    select coalesce(json_agg(json_build_object('kind', held.kind, 'reason', held.reason) order by held.kind desc), '[]')
    from ${groupMeasures} held where held.group_id = ${groups.id}) else '[]' end`;
}

/** What every deed on a group asks of it, where the viewer's standing is joined. */
export function essentialsFor(viewer: Known) {
  return {
    ...cardColumns,
    questions: groups.questions,
    createdAt: groups.createdAt,
    isVouched: sql<boolean>`${groups.vouchedAt} is not null`,
    isHidden: sql<boolean>`${groups.hiddenAt} is not null`,
    isFrozen,
    myRole: standing.role,
    carried: standing.carried,
    ...joinerOf(sql`${viewer.id}`),
  };
}

/** What else than a membership decides whether an account may join a group; over `groups`. */
export function joinerOf(accountId: SQL | AnyPgColumn) {
  return {
    kind: kindSeen,
    isBanned: sql<boolean>`exists (select from ${groupBans} ban
      where ban.group_id = ${groups.id} and ban.account_id = ${accountId})`,
    hasAsked: sql<boolean>`exists (select from ${joinRequests} asked where asked.group_id = ${groups.id}
      and asked.account_id = ${accountId} and asked.decided_at is null)`,
  };
}

/** A member; of a group that is hidden, only its stewards. Of a coalition, also whoever is in a group of its. */
function isInside(viewer: Known) {
  // Under its own name, so that it also fits where `memberships` is joined for something else.
  return sql`(exists (select from ${memberships} own
    where own.group_id = ${groups.id} and own.account_id = ${viewer.id}
      and (${groups.hiddenAt} is null or ${carries('manage_group', sql`own`)}))
    or (${groups.kind} = 'coalition' and ${groups.hiddenAt} is null and ${isReachedBy(viewer.id)}))`;
}

/** Asked of the database, since a query that is kept knows of its viewer only the id. */
function isSiteSteward(viewer: Known) {
  return sql`exists (select from ${siteStewards} keeper where keeper.account_id = ${viewer.id})`;
}

import { kept, keptByShape, type Queryable } from '@groundwork/database';
import { and, asc, eq, isNotNull, ne, sql, type SQL } from 'drizzle-orm';
import { NOBODY, type Context, type Viewer } from '../context.ts';
import { NotFound } from '../errors.ts';
import { pageOf, readCursor } from '../paging.ts';
import type { GroupQuery } from './contract.ts';
import { groupBans, groups, joinRequests, memberships } from './tables.ts';

/** A read inside or outside of a transaction: `findGroup({ db: tx, viewer }, slug)`. */
export type Asker = { db: Queryable; viewer: Viewer };

/**
 * One group as its viewer stands to it; a group the viewer may not see does not exist (NotFound).
 * Light: every feature above asks it first. The whole of a group, with its story, is `findWholeGroup`.
 */
export async function findGroup({ db, viewer }: Asker, slug: string) {
  const [group] = await seen(db, { slug, viewerId: viewer.id });
  if (!group) throw new NotFound('group');
  return group;
}

const seen = kept('groups.seen', (db, given: { slug: string; viewerId: string }) => {
  const viewer = { ...NOBODY, id: given.viewerId };
  return db
    .select(standing(viewer))
    .from(groups)
    .leftJoin(memberships, ownMembership(viewer))
    .where(and(eq(groups.slug, given.slug), visibleTo({ viewer })));
});
export type SeenGroup = Awaited<ReturnType<typeof findGroup>>;

/** One group with everything its page and its settings show. */
export async function findWholeGroup({ db, viewer }: Asker, slug: string) {
  const [group] = await db
    .select({
      ...standing(viewer),
      about: groups.about,
      myFace: { name: memberships.name, pronouns: memberships.pronouns },
      memberCount: groups.memberCount,
      requestCount: sql<number>`(select count(*)::int from ${joinRequests} asked
        where asked.group_id = ${groups.id} and asked.decided_at is null)`,
    })
    .from(groups)
    .leftJoin(memberships, ownMembership(viewer))
    .where(and(eq(groups.slug, slug), visibleTo({ viewer })));
  if (!group) throw new NotFound('group');
  return group;
}
export type WholeGroup = Awaited<ReturnType<typeof findWholeGroup>>;

/** The groups a viewer may come across, by name: the public ones and their own. */
export async function listGroups({ db, viewer }: Context, { search, mine, after, limit = 20 }: GroupQuery) {
  const cursor = readCursor(after, 2);
  const shape = { mine: mine === true, search: Boolean(search?.trim()), after: cursor !== null };
  const rows = await listing(db, shape, {
    viewerId: viewer.id,
    part: partOf(search ?? ''),
    afterName: cursor?.[0] ?? '',
    afterId: cursor?.[1] ?? NOBODY.id,
    most: limit + 1,
  });
  return pageOf(rows, limit, ({ sortName, id }) => [sortName, id]);
}

type Listing = Record<'viewerId' | 'part' | 'afterName' | 'afterId', string> & { most: number };
type ListingShape = Record<'mine' | 'search' | 'after', boolean>;

const listing = keptByShape('groups.list', (db, given: Listing, shape: ListingShape) => {
  const viewer = { ...NOBODY, id: given.viewerId };
  const byName = sql`lower(${groups.name})`;
  return db
    .select({
      ...card,
      myRole: memberships.role,
      memberCount: groups.memberCount,
      sortName: sql<string>`${byName}`,
    })
    .from(groups)
    .leftJoin(memberships, ownMembership(viewer))
    .where(
      and(
        shape.mine ? isNotNull(memberships.role) : listedFor({ viewer }),
        shape.search ? sql`${byName} like ${given.part}` : undefined,
        shape.after
          ? sql`(${byName}, ${groups.id}) > (${given.afterName}, ${given.afterId}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(byName), asc(groups.id))
    .limit(given.most);
});

/**
 * The condition "this viewer may know of the group": public, unlisted, or a member. Stands on `groups` alone, so it
 * fits any query that has `groups` in it. Unlisted groups must be kept out of lists besides: see `listedFor`.
 */
export function visibleTo({ viewer }: { viewer: Viewer }): SQL {
  return sql`(${ne(groups.visibility, 'private')} or ${isMember(viewer)})`;
}

/** The condition "this group is in this viewer's lists and searches": public, or a member. */
export function listedFor({ viewer }: { viewer: Viewer }): SQL {
  return sql`(${eq(groups.visibility, 'public')} or ${isMember(viewer)})`;
}

/** Joins `memberships` to `groups` as the viewer's own, for `memberships.role` as `myRole`. */
export function ownMembership(viewer: Viewer): SQL | undefined {
  return and(eq(memberships.groupId, groups.id), eq(memberships.accountId, viewer.id));
}

/** What was typed into a search field, as a pattern for `lower(...) like`. */
export function partOf(search: string): string {
  return `%${search
    .trim()
    .toLowerCase()
    .replaceAll(/[\\%_]/g, '\\$&')}%`;
}

/** A group as cards and invitations show it. */
export const card = {
  id: groups.id,
  slug: groups.slug,
  name: groups.name,
  summary: groups.summary,
  accent: groups.accent,
  pictureKey: groups.pictureKey,
  visibility: groups.visibility,
  joining: groups.joining,
};

function standing(viewer: Viewer) {
  return {
    ...card,
    questions: groups.questions,
    createdAt: groups.createdAt,
    myRole: memberships.role,
    isBanned: sql<boolean>`exists (select from ${groupBans} ban
      where ban.group_id = ${groups.id} and ban.account_id = ${viewer.id})`,
    hasAsked: sql<boolean>`exists (select from ${joinRequests} asked where asked.group_id = ${groups.id}
      and asked.account_id = ${viewer.id} and asked.decided_at is null)`,
  };
}

function isMember(viewer: Viewer) {
  // Under its own name, so that it also fits where `memberships` is joined for something else.
  return sql`exists (select from ${memberships} own
    where own.group_id = ${groups.id} and own.account_id = ${viewer.id})`;
}

import { prepared, type Queryable } from '@groundwork/database';
import { type SQL, and, eq, inArray, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { isFoundBy, wordsOf } from '../../searches.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup, type ReadContext, type SeenGroup } from '../queries.ts';
import { mayGive, mayPutOut } from '../responsibilities.ts';
import { shownName, standing } from '../standing.ts';
import { groupRoles, memberships } from '../tables.ts';
import type { MemberQuery } from './contract.ts';

/** A group's members, those who joined first first; for members only. */
export async function listMembers(
  ctx: Context,
  slug: string,
  { search, accounts: only, after, limit = 20 }: MemberQuery,
) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.seeMembers(group)) throw new NotFound('members');
  const asked = { groupId: group.id, place: longestFirst.read(after), most: limit + 1 };
  // The best plan of a search depends on how many it finds, so it is not prepared.
  const found = await (search?.trim() || only
    ? written(ctx.db, asked, { search, only: only?.split(',') })
    : listing(ctx.db, asked));
  const { rows, next } = pageOf(found, limit);
  return { rows: rows.map((row) => asSeen(row, group, ctx.viewer.id)), next };
}

type Row = Awaited<ReturnType<typeof written>>[number];
function asSeen({ role, ownRoleId, ownRoleName, carried, ...row }: Row, group: SeenGroup, viewerId: string) {
  const seesRoles = groupPolicy.seeRoles(group);
  const manages = groupPolicy.manageMembers(group);
  return {
    ...row,
    role: seesRoles ? role : null,
    ownRole: seesRoles && ownRoleId && ownRoleName ? { id: ownRoleId, name: ownRoleName } : null,
    isMe: row.accountId === viewerId,
    can: { setRole: manages && mayGive(group, carried), remove: manages && mayPutOut(group, carried) },
  };
}

type Listing = { groupId: string; place: string[] | undefined; most: number };

const listing = prepared((db, asked: Listing) => written(db, asked));

type Narrowing = { search?: string | undefined; only?: string[] | undefined };
function written(db: Queryable, { groupId, place, most }: Listing, { search, only }: Narrowing = {}) {
  return db
    .select({ ...member, ownRoleName: groupRoles.name })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .leftJoin(groupRoles, eq(groupRoles.id, memberships.ownRoleId))
    .where(
      and(
        eq(memberships.groupId, groupId),
        search?.trim() ? isCalled(search, groupId) : undefined,
        only && inArray(memberships.accountId, only),
        place && longestFirst.beyond(place),
      ),
    )
    .orderBy(...longestFirst.order)
    .limit(most);
}

/** By the name that is shown here, and no other: first by the indexes of the two it may be, then by itself. */
function isCalled(search: string, groupId: string): SQL {
  const named = isFoundBy(wordsOf(sql`face.name`), search);
  const called = isFoundBy(wordsOf(sql`known.name`), search);
  return sql`(${memberships.accountId} = any (array(
      select face.account_id from ${memberships} face where face.group_id = ${groupId} and ${named}
      union select known.id from ${accounts} known where ${called}))
    and ${isFoundBy(wordsOf(shownName()), search)})`;
}

/** One member of a group that the viewer has already found, or NotFound. */
export async function findMember({ db }: Pick<ReadContext, 'db'>, groupId: string, accountId: string) {
  const [found] = await db
    .select({ ...member, ownResponsibilities: memberships.ownResponsibilities })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.groupId, groupId), eq(memberships.accountId, accountId)));
  if (!found) throw new NotFound('member');
  return found;
}

const longestFirst = keyset('asc', memberships.joinedAt, memberships.accountId);

const member = {
  accountId: memberships.accountId,
  name: shownName(),
  pronouns: memberships.pronouns,
  role: memberships.role,
  ownRoleId: memberships.ownRoleId,
  carried: standing.carried,
  joinedAt: memberships.joinedAt,
  /** To the microsecond: a Date would round, and a page would repeat or skip a row. */
  cursor: longestFirst.cursor,
};

import { keptByShape } from '@groundwork/database';
import { and, asc, eq, sql, type SQL } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import { NOBODY, type Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { pageOf, readCursor } from '../../paging.ts';
import { groupPolicy } from '../policy.ts';
import { findGroup, partOf, type Asker } from '../queries.ts';
import { memberships } from '../tables.ts';
import type { MemberQuery } from './contract.ts';

/** The name someone shows in a group: the one for this group, else the account's own. Needs both tables joined. */
export function shownName(): SQL<string> {
  return sql<string>`coalesce(${memberships.name}, ${accounts.name})`;
}

/** A group's members, those who joined first first; for members only. */
export async function listMembers(ctx: Context, slug: string, { search, after, limit = 20 }: MemberQuery) {
  const group = await findGroup(ctx, slug);
  if (!groupPolicy.seeMembers(group)) throw new NotFound('members');
  const cursor = readCursor(after, 2);
  const shape = { search: Boolean(search?.trim()), after: cursor !== null };
  const found = await listing(ctx.db, shape, {
    groupId: group.id,
    part: partOf(search ?? ''),
    afterJoined: cursor?.[0] ?? '',
    afterId: cursor?.[1] ?? NOBODY.id,
    most: limit + 1,
  });
  const seesRoles = groupPolicy.seeRoles(group);
  const { rows, next } = pageOf(found, limit, ({ cursorAt, accountId }) => [cursorAt, accountId]);
  const isMe = ({ accountId }: { accountId: string }) => accountId === ctx.viewer.id;
  return { rows: rows.map((row) => ({ ...row, role: seesRoles ? row.role : null, isMe: isMe(row) })), next };
}

type Listing = Record<'groupId' | 'part' | 'afterJoined' | 'afterId', string> & { most: number };
type ListingShape = Record<'search' | 'after', boolean>;

const listing = keptByShape('members.list', (db, given: Listing, shape: ListingShape) =>
  db
    .select({ ...member, role: memberships.role })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        eq(memberships.groupId, given.groupId),
        shape.search ? sql`lower(${shownName()}) like ${given.part}` : undefined,
        shape.after
          ? sql`(${memberships.joinedAt}, ${memberships.accountId}) > (${given.afterJoined}::timestamptz, ${given.afterId}::uuid)`
          : undefined,
      ),
    )
    .orderBy(asc(memberships.joinedAt), asc(memberships.accountId))
    .limit(given.most),
);

/** One member of a group that the viewer has already found, or NotFound. */
export async function findMember({ db }: Pick<Asker, 'db'>, groupId: string, accountId: string) {
  const [found] = await db
    .select({ ...member, role: memberships.role })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(and(eq(memberships.groupId, groupId), eq(memberships.accountId, accountId)));
  if (!found) throw new NotFound('member');
  return found;
}

const member = {
  accountId: memberships.accountId,
  name: shownName(),
  pronouns: memberships.pronouns,
  joinedAt: memberships.joinedAt,
  /** To the microsecond: a Date would round, and a page would repeat or skip a row. */
  cursorAt: sql<string>`${memberships.joinedAt}::text`,
};

import type { Queryable } from '@groundwork/database';
import { and, asc, desc, eq, isNull, not, sql } from 'drizzle-orm';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts, sessions } from '../../accounts/tables.ts';
import { campaigns } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { events } from '../../events/tables.ts';
import { isNoAlly } from '../../groups/listed.ts';
import { carries, hasCarrier, standing, standingOf, standsIn } from '../../groups/standing.ts';
import { groupDeletions, groupMeasures, groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { isAmongFound, wordsOf } from '../../searches.ts';
import type { SiteGroupQuery } from './contract.ts';

const newestFirst = keyset('desc', groups.createdAt, groups.id);

/** Every group of the site, newest first, for who looks after it: names and numbers, and nothing of what is private. */
export async function listSiteGroups(
  { db }: Context,
  { search = '', only, after, limit = 20 }: SiteGroupQuery,
) {
  const rows = await db
    .select({ ...row, cursor: newestFirst.cursor })
    .from(groups)
    .leftJoin(groupDeletions, eq(groupDeletions.groupId, groups.id))
    .where(
      and(
        // An ally stands there only where something is held against it.
        only ? narrowed[only] : isNoAlly,
        search.trim() ? isAmongFound(groups, wordsOf(sql`found.name`), search) : undefined,
        newestFirst.after(after),
      ),
    )
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  const page = pageOf(rows, limit);
  return { ...page, counts: await countWaiting({ db }) };
}

/** One group as above, with what is held against it and who could look after it next. Throws NotFound. */
export async function findSiteGroup({ db }: { db: Queryable }, groupId: string) {
  const [group] = await db
    .select(row)
    .from(groups)
    .leftJoin(groupDeletions, eq(groupDeletions.groupId, groups.id))
    .where(eq(groups.id, groupId));
  if (!group) throw new NotFound('group');
  const measures = await db
    .select({
      kind: groupMeasures.kind,
      reason: groupMeasures.reason,
      takenAt: groupMeasures.takenAt,
      takenBy: accounts.name,
    })
    .from(groupMeasures)
    .leftJoin(accounts, eq(accounts.id, groupMeasures.takenBy))
    .where(eq(groupMeasures.groupId, groupId))
    .orderBy(asc(groupMeasures.takenAt));
  const candidates = group.hasActiveSteward ? null : await listCandidates(db, groupId);
  return { ...group, measures, candidates };
}

/** How many groups wait for a word, and how many are hidden or frozen. */
async function countWaiting({ db }: { db: Queryable }) {
  const [waiting, held] = await Promise.all([
    db.$count(groups, narrowed.waiting),
    db.$count(groups, narrowed.held),
  ]);
  return { waiting, held };
}

/** Organizers before members, and who has been there longest first. */
function listCandidates(db: Queryable, groupId: string) {
  return db
    .select({
      id: accounts.id,
      name: accounts.name,
      email: accounts.email,
      role: sql<'member' | 'organizer'>`${standing.role}`,
      joinedAt: standing.joinedAt,
    })
    .from(accounts)
    .innerJoin(...standingOf(accounts.id, groupId))
    .where(and(not(carries('manage_group')), not(isSuspended(accounts.id))))
    .orderBy(desc(carries('moderate')), asc(standing.joinedAt), asc(accounts.id))
    .limit(50);
}

/**
 * A steward who may come in, and did within a month (a session lasts so long from its last use) or came to the group
 * since. Under its own names, to fit beside what is joined.
 */
const hasActiveSteward = hasCarrier(
  'manage_group',
  groups.id,
  (
    steward,
  ) => sql`not exists (select from account_suspensions shut where shut.account_id = ${steward.accountId})
    and (${steward.joinedAt} > now() - interval '30 days'
      or exists (select from ${sessions} open where open.account_id = ${steward.accountId} and open.expires_at > now()))`,
);

const narrowed = {
  waiting: and(isNull(groups.vouchedAt), isNoAlly),
  held: sql`(${groups.hiddenAt} is not null or ${groups.frozenAt} is not null)`,
  without: and(not(hasActiveSteward), isNoAlly),
};

/** An ally is private as a group, and not as what it is. */
const isPrivate = sql`(${groups.visibility} = 'private' and ${isNoAlly})`;
type Starter = { id: string; name: string; email: string };

const row = {
  id: groups.id,
  name: groups.name,
  slug: sql<string | null>`case when ${isPrivate} then null else ${groups.slug} end`,
  summary: sql<string | null>`case when ${isPrivate} then null else ${groups.summary} end`,
  language: groups.language,
  visibility: groups.visibility,
  createdAt: groups.createdAt,
  vouchedAt: groups.vouchedAt,
  hiddenAt: groups.hiddenAt,
  frozenAt: groups.frozenAt,
  deletesAt: groupDeletions.deletesAt,
  memberCount: groups.memberCount,
  campaignCount: sql<number>`(select count(*)::int from ${campaigns} where ${campaigns.groupId} = ${groups.id})`,
  eventCount: sql<number>`(select count(*)::int from ${events} where ${events.groupId} = ${groups.id})`,
  hasActiveSteward,
  stewards: sql<Starter[] | null>`case when ${groups.vouchedAt} is null then (
    select coalesce(json_agg(json_build_object('id', account.id, 'name', account.name, 'email', account.email)), '[]')
    from ${accounts} account where ${standsIn(sql`account.id`, groups.id, 'manage_group')}) end`,
};

import { journal } from '@groundwork/database/journal/tables';
import { and, desc, eq, sql } from 'drizzle-orm';
import { findSuspension, isSuspended } from '../../accounts/queries.ts';
import { accounts, sessions, siteStewards } from '../../accounts/tables.ts';
import { campaigns } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { events } from '../../events/tables.ts';
import { isOut } from '../../groups/queries.ts';
import { carries, groupsOf, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { inSql } from '../../journal.ts';
import { keyset, pageOf } from '../../keyset.ts';
import { messages } from '../../messaging/tables.ts';
import type { PageQuery } from '../../paging.ts';
import { isAmongFound, wordsOfBoth } from '../../searches.ts';

const newestFirst = keyset('desc', accounts.createdAt, accounts.id);

/** The accounts of this site, newest first. */
export async function listAccounts(
  { db }: Context,
  { after, limit = 20, search }: PageQuery & { search?: string },
) {
  const words = wordsOfBoth(sql`found.name`, sql`found.email`);
  const rows = await db
    .select({
      id: accounts.id,
      name: accounts.name,
      email: accounts.email,
      createdAt: accounts.createdAt,
      isSiteSteward: sql<boolean>`${siteStewards.accountId} is not null`,
      isSuspended: isSuspended(accounts.id),
      groupCount: sql<number>`(select count(*)::int from ${groupsOf(accounts.id)} theirs)`,
      cursor: newestFirst.cursor,
    })
    .from(accounts)
    .leftJoin(siteStewards, eq(siteStewards.accountId, accounts.id))
    .where(and(search?.trim() ? isAmongFound(accounts, words, search) : undefined, newestFirst.after(after)))
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** One account, with what it made that anyone may see, and in numbers what not. Throws NotFound. */
export async function findSiteAccount(ctx: Context, accountId: string) {
  const { db, viewer } = ctx;
  const [account] = await db
    .select({ ...face, ...counted })
    .from(accounts)
    .leftJoin(siteStewards, eq(siteStewards.accountId, accounts.id))
    .where(eq(accounts.id, accountId));
  if (!account) throw new NotFound('account');
  const [suspension, stewardOf, published] = await Promise.all([
    findSuspension(db, accountId),
    listStewarded(ctx, accountId),
    listPublished(ctx, accountId),
  ]);
  return { ...account, isMe: accountId === viewer.id, suspension, stewardOf, published };
}

const face = {
  id: accounts.id,
  name: accounts.name,
  email: accounts.email,
  createdAt: accounts.createdAt,
  isSiteSteward: sql<boolean>`${siteStewards.accountId} is not null`,
};

const counted = {
  sessionCount: sql<number>`(select count(*)::int from ${sessions} where ${sessions.accountId} = ${accounts.id} and ${sessions.expiresAt} > now())`,
  lastSeenOn: sql<
    string | null
  >`(select max(${sessions.lastSeenOn})::text from ${sessions} where ${sessions.accountId} = ${accounts.id})`,
  groupCount: sql<number>`(select count(*)::int from ${groupsOf(accounts.id)} theirs)`,
  messageCount: sql<number>`(select count(*)::int from ${messages} where ${messages.authorId} = ${accounts.id})`,
};

/** A private group has a name here and no address. */
function listStewarded({ db }: Context, accountId: string) {
  return db
    .select({
      id: groups.id,
      name: groups.name,
      slug: sql<string | null>`case when ${groups.visibility} = 'private' then null else ${groups.slug} end`,
      visibility: groups.visibility,
    })
    .from(groups)
    .innerJoin(...standingOf(accountId))
    .where(carries('manage_group'))
    .orderBy(groups.name)
    .limit(100);
}

/** By the journal's index of what groups published, group by group: it has none by who did it. */
async function listPublished({ db }: Context, accountId: string) {
  const rows = await db
    .select({
      at: journal.at,
      campaignTitle: campaigns.title,
      title: sql<string>`coalesce(${campaigns.title}, ${events.title})`,
      slug: sql<string>`coalesce(${campaigns.slug}, ${events.slug})`,
    })
    .from(groups)
    .innerJoin(...standingOf(accountId))
    .innerJoin(
      journal,
      and(
        eq(journal.groupId, groups.id),
        sql`${journal.kind} in (${inSql('campaigns.published', 'events.published')})`,
        eq(journal.actorId, accountId),
      ),
    )
    .leftJoin(campaigns, eq(campaigns.id, journal.subjectId))
    .leftJoin(events, eq(events.id, journal.subjectId))
    .where(
      and(
        isOut,
        sql`coalesce(${campaigns.id}, ${events.id}) is not null`,
        sql`coalesce(${campaigns.hiddenAt}, ${events.hiddenAt}) is null`,
      ),
    )
    .orderBy(desc(journal.id))
    .limit(50);
  return rows.map(({ campaignTitle, ...made }) => ({
    ...made,
    kind: campaignTitle === null ? ('event' as const) : ('campaign' as const),
  }));
}

import { and, asc, desc, eq, inArray, isNull, ne, not, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { isSuspended } from '../../accounts/queries.ts';
import { accounts } from '../../accounts/tables.ts';
import { isShown } from '../../campaigns/queries.ts';
import { campaigns, campaignSponsors } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isAllyOf, isOpenAlly } from '../../groups/allies/queries.ts';
import { allies } from '../../groups/allies/tables.ts';
import { isListed } from '../../groups/listed.ts';
import { isFrozen, isGroupAt, type ReadContext } from '../../groups/queries.ts';
import { may } from '../../groups/responsibilities.ts';
import { standing, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { findCoalition } from '../queries.ts';
import { allyPolicy, keeperPolicy } from './policy.ts';
import { allyClaims } from './tables.ts';

const keeper = alias(groups, 'keeper');

/**
 * One ally as its viewer stands to it: what they carry is carried in the coalition that keeps it. Everybody sees what is
 * open; what is not, those who publish for that coalition and the stewards of the site.
 */
export async function findAlly({ db, viewer }: ReadContext, slug: string) {
  const isKeeperListed = sql<boolean>`coalesce(${isListed(sql`"keeper"`)}, false)`;
  const [ally] = await db
    .select({
      ...card,
      isFrozen,
      contact: allies.contact,
      link: allies.link,
      addedAt: allies.addedAt,
      isOpen: isOpenAlly,
      keptBy: allies.keptBy,
      keeper: { slug: keeper.slug, name: keeper.name },
      isKeeperListed,
      isKeeperFrozen: sql<boolean>`(${keeper.frozenAt} is not null or ${keeper.hiddenAt} is not null)`,
      isMember: standing.isMember,
      carried: standing.carried,
      isSiteSteward: sql<boolean>`${viewer.isSiteSteward}::boolean`,
      hasClaimed: sql<boolean>`exists (select from ${allyClaims} own where own.group_id = ${groups.id}
        and own.account_id = ${viewer.id} and own.decided_at is null)`,
    })
    .from(allies)
    .innerJoin(groups, eq(groups.id, allies.groupId))
    .leftJoin(keeper, eq(keeper.id, allies.keptBy))
    .leftJoin(...standingOf(viewer.id, allies.keptBy))
    .where(and(isGroupAt(slug), eq(groups.kind, 'ally')));
  if (!ally || !(ally.isOpen || may(ally, 'publish') || ally.isSiteSteward)) throw new NotFound('ally');
  const mayKnowKeeper = ally.isKeeperListed || ally.isMember;
  return { ...ally, keeper: mayKnowKeeper ? ally.keeper : null };
}
export type SeenAlly = Awaited<ReturnType<typeof findAlly>>;

const card = {
  id: groups.id,
  slug: groups.slug,
  name: groups.name,
  summary: groups.summary,
  language: groups.language,
  takenDownAt: allies.takenDownAt,
  isHidden: sql<boolean>`${groups.hiddenAt} is not null`,
};

/** The campaigns that name an ally, as everybody comes across them. */
export async function listCampaignsNaming({ db }: ReadContext, ally: { id: string }) {
  const home = alias(groups, 'home');
  return db
    .select({
      slug: campaigns.slug,
      title: campaigns.title,
      group: { slug: home.slug, name: home.name },
    })
    .from(campaignSponsors)
    .innerJoin(groups, eq(groups.id, campaignSponsors.groupId))
    .innerJoin(campaigns, eq(campaigns.id, campaignSponsors.campaignId))
    .innerJoin(home, eq(home.id, campaigns.groupId))
    .where(
      and(
        eq(campaignSponsors.groupId, ally.id),
        isNull(campaignSponsors.leftAt),
        ne(campaigns.state, 'draft'),
        isShown,
        isListed(sql`"home"`),
        isAllyOf(sql`${campaigns.groupId}`),
      ),
    )
    .orderBy(asc(campaignSponsors.invitedAt), asc(campaigns.id))
    .limit(100);
}

const byName = keyset('asc', { of: sql`lower(${groups.name})`, type: 'text' }, groups.id);

/** The allies of a coalition, by name; those who publish for it also see what nobody else does. */
export async function listAllies(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const coalition = await findCoalition(ctx, slug);
  const decides = may(coalition, 'manage_members');
  const claimCount = sql<number | null>`case when ${decides}::boolean then (select count(*)::int
    from ${allyClaims} where ${allyClaims.groupId} = ${groups.id} and ${allyClaims.decidedAt} is null
      and not ${isSuspended(allyClaims.accountId)}) end`;
  const rows = await ctx.db
    .select({ ...card, claimCount, cursor: byName.cursor })
    .from(allies)
    .innerJoin(groups, eq(groups.id, allies.groupId))
    .where(
      and(
        eq(allies.keptBy, coalition.id),
        eq(groups.kind, 'ally'),
        keeperPolicy.see(coalition) ? undefined : isOpenAlly,
        byName.after(after),
      ),
    )
    .orderBy(...byName.order)
    .limit(limit + 1);
  return { coalition, ...pageOf(rows, limit) };
}

const oldestFirst = keyset('asc', allyClaims.madeAt, allyClaims.id);

/** Who says "this is us" and waits, longest first, for those who decide. */
export async function listClaims(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const ally = await findAlly(ctx, slug);
  if (!allyPolicy.seeClaims(ally)) throw new NotFound('claims');
  const rows = await ctx.db
    .select({
      id: allyClaims.id,
      name: accounts.name,
      word: allyClaims.word,
      madeAt: allyClaims.madeAt,
      isMine: sql<boolean>`${allyClaims.accountId} = ${ctx.viewer.id}`,
      cursor: oldestFirst.cursor,
    })
    .from(allyClaims)
    .innerJoin(accounts, eq(accounts.id, allyClaims.accountId))
    .where(
      and(
        eq(allyClaims.groupId, ally.id),
        isNull(allyClaims.decidedAt),
        not(isSuspended(accounts.id)),
        oldestFirst.after(after),
      ),
    )
    .orderBy(...oldestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** In how many days somebody who heard a no about this ally, or took back what they said, may say it again; null: now. */
export async function refusedFor({ db, viewer }: ReadContext, allyId: string): Promise<number | null> {
  const [refused] = await db
    .select({
      days: sql<number>`ceil(extract(epoch from ${allyClaims.decidedAt} + interval '7 days' - now()) / 86400)::int`,
    })
    .from(allyClaims)
    .where(
      and(
        eq(allyClaims.groupId, allyId),
        eq(allyClaims.accountId, viewer.id),
        inArray(allyClaims.decision, ['declined', 'withdrawn']),
        sql`${allyClaims.decidedAt} > now() - interval '7 days'`,
      ),
    )
    .orderBy(desc(allyClaims.decidedAt))
    .limit(1);
  return refused?.days ?? null;
}

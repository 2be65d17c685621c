import type { Queryable } from '@groundwork/database';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { accounts } from '../../accounts/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { listedFor } from '../../groups/queries.ts';
import { shownName, standing, standingOf } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { findCoalition } from '../queries.ts';
import { delegates } from '../tables.ts';

const longestFirst = keyset('asc', delegates.namedAt, delegates.id);

/** Who speaks in a coalition, for those who stand in it: longest first. Its own members know all; others those of groups that they may know of. */
export async function listDelegates(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const coalition = await findCoalition(ctx, slug);
  if (!coalition.isInside) throw new NotFound('delegates');
  const isKnown = coalition.myRole === null ? listedFor(ctx) : undefined;
  const rows = await ctx.db
    .select({
      id: delegates.id,
      name: shownName(),
      role: standing.role,
      group: { slug: groups.slug, name: groups.name },
      mandate: delegates.mandate,
      termEndsOn: delegates.termEndsOn,
      isMe: sql<boolean>`${delegates.accountId} = ${ctx.viewer.id}`,
      cursor: longestFirst.cursor,
    })
    .from(delegates)
    .innerJoin(...standingOf(delegates.accountId, delegates.coalitionId))
    .innerJoin(accounts, eq(accounts.id, delegates.accountId))
    .innerJoin(groups, eq(groups.id, delegates.groupId))
    .where(
      and(
        eq(delegates.coalitionId, coalition.id),
        isNull(delegates.endedAt),
        isKnown,
        longestFirst.after(after),
      ),
    )
    .orderBy(...longestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** Those who speak in a coalition now, for one of its groups or for any. */
export function listSpeaking(db: Queryable, coalitionId: string, groupId?: string) {
  return db
    .select({
      id: delegates.id,
      groupId: delegates.groupId,
      accountId: delegates.accountId,
      termEndsOn: delegates.termEndsOn,
    })
    .from(delegates)
    .where(
      and(
        eq(delegates.coalitionId, coalitionId),
        groupId === undefined ? undefined : eq(delegates.groupId, groupId),
        isNull(delegates.endedAt),
      ),
    );
}
export type Speaking = Awaited<ReturnType<typeof listSpeaking>>[number];

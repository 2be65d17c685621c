import type { Queryable } from '@groundwork/database';
import { and, asc, eq, isNull, ne, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { campaignsOf } from '../../campaigns/queries.ts';
import { campaigns } from '../../campaigns/tables.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../errors.ts';
import { isListed } from '../../groups/listed.ts';
import type { ReadContext } from '../../groups/queries.ts';
import { nameIn, standsIn } from '../../groups/standing.ts';
import { groups } from '../../groups/tables.ts';
import { targets } from '../../groups/targets/tables.ts';
import { keyset, pageOf } from '../../keyset.ts';
import type { PageQuery } from '../../paging.ts';
import { findTarget, findTargetGroup, type NamedTarget, type SeenTarget } from '../queries.ts';
import { isAskDue, isAskSharedWith } from '../sight.ts';
import { targetAsks } from '../tables.ts';

const askingGroup = alias(groups, 'asking_group');
const campaignGroup = alias(groups, 'campaign_group');
const isDue = isAskDue(sql`${askingGroup.timeZone}`);
const dueThenNewest = keyset(
  'desc',
  { of: sql`(${isDue})::int`, type: 'integer' },
  targetAsks.askedOn,
  targetAsks.id,
);

/** What was asked of a target, as a group reads it: its own, and what the groups of the coalition share. */
export async function listAsks(ctx: Context, named: NamedTarget, { after, limit = 20 }: PageQuery) {
  const target = await findTarget(ctx, named);
  const rows = await selectAsks(ctx, target, dueThenNewest.cursor)
    .where(and(isAbout(target), dueThenNewest.after(after)))
    .orderBy(...dueThenNewest.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}
export type ListedAsk = Awaited<ReturnType<typeof listAsks>>['rows'][number];

export type NamedAsk = NamedTarget & { askId: string };

/** One of them, for a target that was found. */
export async function findAsk(asker: ReadContext, { askId, ...named }: NamedAsk) {
  const target = await findTarget(asker, named);
  const [ask] = await selectAsks(asker, target, dueThenNewest.cursor).where(
    and(isAbout(target), eq(targetAsks.id, askId)),
  );
  if (!ask) throw new NotFound('ask');
  const { groupId, isFrozen, id: targetId } = target;
  return { ...ask, groupId, isFrozen, targetId };
}
export type SeenAsk = Awaited<ReturnType<typeof findAsk>>;

const longestDue = keyset('asc', targetAsks.dueOn, targetAsks.id);

/** The promises to a group whose day has passed, of which nobody said what came of them. */
export async function listDuePromises(ctx: Context, slug: string, { after, limit = 20 }: PageQuery) {
  const group = await findTargetGroup(ctx, slug);
  const rows = await ctx.db
    .select({
      id: targetAsks.id,
      targetId: targets.id,
      name: targets.name,
      office: targets.office,
      promise: sql<string>`${targetAsks.promise}`,
      dueOn: sql<string>`${targetAsks.dueOn}`,
      cursor: longestDue.cursor,
    })
    .from(targetAsks)
    .innerJoin(targets, eq(targets.id, targetAsks.targetId))
    .innerJoin(askingGroup, eq(askingGroup.id, targetAsks.groupId))
    .where(and(eq(targetAsks.groupId, group.id), isDue, longestDue.after(after)))
    .orderBy(...longestDue.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** Promises whose group was not told yet that their day has passed. */
export function listUntoldPromises(db: Queryable) {
  return db
    .select({
      id: targetAsks.id,
      groupId: targetAsks.groupId,
      slug: askingGroup.slug,
      group: askingGroup.name,
      targetId: targets.id,
      title: targets.name,
      promise: sql<string>`${targetAsks.promise}`,
      dueOn: sql<string>`${targetAsks.dueOn}`,
    })
    .from(targetAsks)
    .innerJoin(targets, eq(targets.id, targetAsks.targetId))
    .innerJoin(askingGroup, eq(askingGroup.id, targetAsks.groupId))
    .where(and(isNull(targetAsks.dueToldAt), isDue, isNull(askingGroup.hiddenAt)))
    .orderBy(asc(targetAsks.dueOn), asc(targetAsks.id))
    .limit(200);
}

/** Whether a group can have asked something for a campaign: it runs it, or stands or stood with it. */
export async function isCampaignOf(db: Queryable, groupId: string, campaignId: string): Promise<boolean> {
  const own = sql`${campaigns.id} in ${campaignsOf(groupId)}`;
  return (await db.$count(campaigns, and(eq(campaigns.id, campaignId), own))) > 0;
}

function isAbout({ id, groupId, isOpen }: SeenTarget) {
  return and(eq(targetAsks.targetId, id), isAskSharedWith(groupId, isOpen));
}

function selectAsks({ db, viewer }: ReadContext, target: SeenTarget, cursor: typeof dueThenNewest.cursor) {
  const { groupId, holderId } = target;
  const isOwn = sql<boolean>`${targetAsks.groupId} = ${groupId}`;
  return db
    .select({
      id: targetAsks.id,
      isOwn,
      isNamed: sql<boolean>`(${isOwn} or ${targetAsks.groupId} is not distinct from ${holderId}::uuid
        or ${isListed(sql`asking_group`)} or ${standsIn(viewer.id, sql`${holderId}::uuid`)})`,
      groupSlug: askingGroup.slug,
      groupName: askingGroup.name,
      language: askingGroup.language,
      what: targetAsks.what,
      askedOn: targetAsks.askedOn,
      answer: targetAsks.answer,
      answeredOn: targetAsks.answeredOn,
      promise: targetAsks.promise,
      dueOn: targetAsks.dueOn,
      isDue,
      outcome: targetAsks.outcome,
      outcomeWord: targetAsks.outcomeWord,
      outcomeAt: targetAsks.outcomeAt,
      writtenBy: nameIn(targetAsks.writtenBy, targetAsks.groupId),
      campaignId: campaigns.id,
      campaignSlug: campaigns.slug,
      campaignTitle: campaigns.title,
      cursor,
    })
    .from(targetAsks)
    .innerJoin(askingGroup, eq(askingGroup.id, targetAsks.groupId))
    .leftJoin(
      campaignGroup,
      sql`${campaignGroup.id} = (select own.group_id from ${campaigns} own where own.id = ${targetAsks.campaignId})`,
    )
    .leftJoin(
      campaigns,
      and(
        eq(campaigns.id, targetAsks.campaignId),
        or(
          eq(campaigns.groupId, groupId),
          and(ne(campaigns.state, 'draft'), isNull(campaigns.hiddenAt), isListed(sql`campaign_group`)),
        ),
      ),
    )
    .$dynamic();
}

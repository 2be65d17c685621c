import type { Queryable } from '@groundwork/database';
import { and, asc, eq, isNotNull, isNull, not, sql } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup, type ReadContext, type SeenGroup } from '../groups/queries.ts';
import { carries, isBannedFrom, standingOf } from '../groups/standing.ts';
import { coalitionReach, groups } from '../groups/tables.ts';
import { isTargetOpenTo, listTargetChoices, targetHolder } from '../groups/targets/queries.ts';
import { targets } from '../groups/targets/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import type { TargetQuery } from './contract.ts';
import { targetsPolicy } from './policy.ts';
import { isAskDue, isTargetFoundFor } from './sight.ts';
import { targetAsks } from './tables.ts';

export type NamedTarget = { slug: string; targetId: string };

/** One target as whoever publishes for a group finds it for that group; for everybody else it is not there. */
export async function findTarget(asker: ReadContext, { slug, targetId }: NamedTarget) {
  const group = await findTargetGroup(asker, slug);
  const { db, viewer } = asker;
  const [target] = await db
    .select({
      ...listed(group),
      email: targets.email,
      phone: targets.phone,
      page: targets.page,
      address: targets.address,
      hiddenReason: targets.hiddenReason,
      holderId: targets.groupId,
      addedBy: targets.addedBy,
      isAddedHere: sql<boolean>`coalesce(${targets.addedFor} = ${group.id}, false)`,
      isOpen: isTargetOpenTo(sql`${group.id}::uuid`, viewer.id),
      isHolderFrozen: sql<boolean>`coalesce(${targetHolder.frozenAt} is not null or ${targetHolder.hiddenAt} is not null, false)`,
    })
    .from(targets)
    .leftJoin(targetHolder, eq(targetHolder.id, targets.groupId))
    .where(and(eq(targets.id, targetId), isTargetFoundFor(group.id, viewer.id)));
  if (!target) throw new NotFound('target');
  const { isHolderFrozen, ...found } = target;
  const isFrozen = group.isFrozen || (target.isOpen && isHolderFrozen);
  return { ...found, slug, groupId: group.id, isFrozen };
}
export type SeenTarget = Awaited<ReturnType<typeof findTarget>>;

const byName = keyset('asc', { of: sql`lower(${targets.name})`, type: 'text' }, targets.id);

/** The targets that a group finds, its own and those of its coalitions, by name. */
export async function listTargets(ctx: Context, slug: string, { search, after, limit = 20 }: TargetQuery) {
  const group = await findTargetGroup(ctx, slug);
  const said = sql`lower(concat_ws(' ', ${targets.name}, ${targets.office}, ${targets.area}))`;
  const rows = await ctx.db
    .select({ ...listed(group), cursor: byName.cursor })
    .from(targets)
    .leftJoin(targetHolder, eq(targetHolder.id, targets.groupId))
    .where(
      and(
        isTargetFoundFor(group.id, ctx.viewer.id),
        search ? sql`strpos(${said}, lower(${search}::text)) > 0` : undefined,
        byName.after(after),
      ),
    )
    .orderBy(...byName.order)
    .limit(limit + 1);
  return { ...pageOf(rows, limit), group, coalitions: await listTargetCoalitions(ctx, group.id) };
}
export type ListedTarget = Awaited<ReturnType<typeof listTargets>>['rows'][number];

/** Whom a campaign of this group can be addressed to, for those who publish for it. */
export async function listOwnTargetChoices(ctx: Context, slug: string) {
  const group = await findTargetGroup(ctx, slug);
  return listTargetChoices(ctx.db, group.id, ctx.viewer.id);
}

/** The coalitions that a group is in now, and from which the viewer is not banned, by name. */
export function listTargetCoalitions({ db, viewer }: ReadContext, groupId: string) {
  return db
    .select({ id: groups.id, slug: groups.slug, name: groups.name, isFrozen: isNotNull(groups.frozenAt) })
    .from(groups)
    .innerJoin(
      coalitionReach,
      and(eq(coalitionReach.coalitionId, groups.id), eq(coalitionReach.groupId, groupId)),
    )
    .where(and(isNull(groups.hiddenAt), not(isBannedFrom(viewer.id))))
    .orderBy(asc(sql`lower(${groups.name})`), asc(groups.id))
    .limit(100);
}

/** The group of the viewer's for which they find a target: the one whose it is first, then by name. */
export async function findTargetPlace({ db, viewer }: ReadContext, targetId: string): Promise<string> {
  const [place] = await db
    .select({ slug: groups.slug })
    .from(groups)
    .innerJoin(...standingOf(viewer.id))
    .innerJoin(targets, eq(targets.id, targetId))
    .where(and(carries('publish'), isTargetOpenTo(groups.id, viewer.id)))
    .orderBy(sql`${targets.groupId} = ${groups.id} desc`, asc(sql`lower(${groups.name})`), asc(groups.id))
    .limit(1);
  if (!place) throw new NotFound('target');
  return place.slug;
}

/** A group, for those who publish for it. */
export async function findTargetGroup(asker: ReadContext, slug: string): Promise<SeenGroup> {
  const group = await findGroup(asker, slug);
  if (!targetsPolicy.see(group)) throw new NotFound('targets');
  return group;
}

/** One of a holder's that is called so and holds this office. */
export async function findNamesake(
  db: Queryable,
  { holderId, name, office }: { holderId: string; name: string; office: string },
) {
  const [known] = await db
    .select({ id: targets.id, isHidden: sql<boolean>`${isNotNull(targets.hiddenAt)}` })
    .from(targets)
    .where(
      and(
        eq(targets.groupId, holderId),
        sql`lower(${targets.name}) = lower(${name})`,
        sql`lower(${targets.office}) = lower(${office})`,
      ),
    );
  return known;
}

function listed(group: SeenGroup) {
  return {
    id: targets.id,
    name: targets.name,
    office: targets.office,
    area: targets.area,
    leftOn: targets.leftOn,
    hasLeft: sql<boolean>`coalesce(${targets.leftOn} <= today_in(coalesce(${targetHolder.timeZone}, 'UTC')), false)`,
    isOwn: sql<boolean>`coalesce(${targets.groupId} = ${group.id}, false)`,
    isCoalitions: sql<boolean>`coalesce(${targetHolder.kind} = 'coalition', false)`,
    holderSlug: targetHolder.slug,
    holderName: targetHolder.name,
    isHidden: sql<boolean>`${isNotNull(targets.hiddenAt)}`,
    dueCount: sql<number>`(select count(*)::int from ${targetAsks}
      join ${groups} asker on asker.id = ${targetAsks.groupId}
      where ${targetAsks.targetId} = ${targets.id} and ${targetAsks.groupId} = ${group.id}
        and ${isAskDue(sql`asker.time_zone`)})`,
  };
}

import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Context, House } from '../context.ts';
import { NotFound } from '../errors.ts';
import { findGroup, visibleTo } from '../groups/queries.ts';
import { groups } from '../groups/tables.ts';
import { keyset, pageOf } from '../keyset.ts';
import { permit } from '../policy.ts';
import type { LinkQuery } from './contract.ts';
import { linkPolicy } from './policy.ts';
import { links, linkVisits } from './tables.ts';

/** Where a code leads, for a viewer who may know of its group; that of a private group, or to a hidden page, is not there. */
export async function findLink({ db, viewer }: Context, code: string) {
  const [link] = await db
    .select({
      id: links.id,
      code: links.code,
      path: links.path,
      groupId: links.groupId,
      visibility: groups.visibility,
    })
    .from(links)
    .innerJoin(groups, eq(groups.id, links.groupId))
    .where(and(eq(links.code, code.toLowerCase()), isNull(links.shutAt), visibleTo({ viewer })));
  if (!link) throw new NotFound('link');
  return link;
}

const newestFirst = keyset('desc', links.id);

/** A group's links, newest first, with their visits: for those who publish. `path` narrows to one page's links. */
export async function listLinks(ctx: Context, slug: string, { path, after, limit = 20 }: LinkQuery) {
  const group = await findGroup(ctx, slug);
  permit(linkPolicy, 'count', group);
  const rows = await ctx.db
    .select({
      id: links.id,
      code: links.code,
      path: links.path,
      label: links.label,
      createdAt: links.createdAt,
      cursor: newestFirst.cursor,
      visitCount: sql<number>`(select coalesce(sum(${linkVisits.count}), 0)::int from ${linkVisits}
        where ${linkVisits.linkId} = ${links.id})`,
    })
    .from(links)
    .where(
      and(
        eq(links.groupId, group.id),
        path === undefined ? undefined : eq(links.path, path),
        newestFirst.after(after),
      ),
    )
    .orderBy(...newestFirst.order)
    .limit(limit + 1);
  return pageOf(rows, limit);
}

/** The whole short address of a code. */
export function linkUrl({ settings }: House, code: string): string {
  return `${settings.publicUrl}/go/${code}`;
}

import { prepared } from '@groundwork/database';
import { desc, isNull, or } from 'drizzle-orm';
import type { Context } from '../context.ts';
import { listNewsOf } from '../groups/news/queries.ts';
import { cardColumns } from '../groups/queries.ts';
import { carries, standing, standingOf } from '../groups/standing.ts';
import { groups } from '../groups/tables.ts';
import type { Subject } from '../subject.ts';

/** So many groups of somebody's are looked at, and so many of those shown, with so much of each. */
const MOST = 100;
const SHOWN = 6;
const LINES = 2;

/** The groups of the viewer in which something was published last, with that. */
export async function listOwnGroups(ctx: Context, subjects: Subject[]) {
  const own = await ownGroups(ctx.db, { viewerId: ctx.viewer.id });
  const news = await listNewsOf(ctx, subjects, { groupIds: own.map(({ id }) => id), each: LINES });
  const newsOf = Map.groupBy(news, ({ groupId }) => groupId);
  const lastAt = ({ id }: { id: string }) => newsOf.get(id)?.[0]?.at.getTime() ?? 0;
  return own
    .toSorted((one, other) => lastAt(other) - lastAt(one))
    .slice(0, SHOWN)
    .map((group) => ({ ...group, news: newsOf.get(group.id) ?? [] }));
}

const ownGroups = prepared((db, { viewerId }: { viewerId: string }) =>
  db
    .select({ ...cardColumns, myRole: standing.role, memberCount: groups.memberCount })
    .from(groups)
    .innerJoin(...standingOf(viewerId))
    .where(or(isNull(groups.hiddenAt), carries('manage_group')))
    .orderBy(desc(standing.joinedAt))
    .limit(MOST),
);

import { groupCard } from '../groups/views.ts';
import type { OwnGroups, WaitList } from './contract.ts';
import type { listOwnGroups } from './groups.ts';
import { LISTED, type listWaits } from './queries.ts';

type Rows = Awaited<ReturnType<typeof listWaits>>;

export function waitList(found: Rows): WaitList {
  const counts = new Map<string, number>();
  const rows = found.filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    return count <= LISTED;
  });
  return {
    rows: rows.map(({ group, at, ...row }) => ({
      ...row,
      at: at.toISOString(),
      group: group && { slug: group.slug, name: group.name },
    })),
    more: [...counts].flatMap(([kind, count]) => (count > LISTED ? [kind] : [])),
  };
}

export function ownGroupCard({ news, ...group }: OwnGroup): OwnGroups['rows'][number] {
  return {
    ...groupCard(group),
    news: news.map(({ at, kind, subjectId, title, url, count }) => ({
      ...{ at: at.toISOString(), kind, subjectId, title, url, count },
    })),
  };
}
type OwnGroup = Awaited<ReturnType<typeof listOwnGroups>>[number];

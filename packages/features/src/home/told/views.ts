import type { NoticeLine } from './contract.ts';
import type { listNotices } from './queries.ts';

export function noticeLine({ at, seenAt, groupSlug, groupName, ...row }: Told): NoticeLine {
  const { id, title, path } = row;
  return {
    ...{ id, title, path, at: at.toISOString(), isSeen: seenAt !== null },
    group: groupSlug !== null && groupName !== null ? { slug: groupSlug, name: groupName } : null,
  };
}
type Told = Awaited<ReturnType<typeof listNotices>>['rows'][number];

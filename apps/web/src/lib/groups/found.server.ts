import type { GroupCard } from '@groundwork/features/groups/contract';
import { SLUG_PATTERN } from '@groundwork/features/slugs';
import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/** Groups whose name is found by these words, and the one at the address that was pasted; the first ones without any. */
export async function findGroups(event: RequestEvent, search: string): Promise<GroupCard[]> {
  const { rows } = await call(event, 'GET /groups', { search, limit: 20 });
  const slug = lastPart(search);
  if (!search || rows.some((row) => row.slug === slug) || !IS_SLUG.test(slug)) return rows;
  const [pasted] = await Promise.allSettled([call(event, 'GET /groups/:slug', { slug })]);
  return pasted.status === 'fulfilled' ? [pasted.value, ...rows] : rows;
}

const IS_SLUG = new RegExp(SLUG_PATTERN);

/** An organizer may paste a whole address; its last part is what the api knows it by. */
export function lastPart(typed = '') {
  return typed.split('/').findLast((part) => part !== '') ?? '-';
}

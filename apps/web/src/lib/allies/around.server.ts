import type { RequestEvent } from '@sveltejs/kit';
import { call } from '#lib/api/api.server.ts';

/** The allies that a group may name on its campaigns: those of the coalitions that it is in, or its own where it is one. */
export async function listAlliesAround(event: RequestEvent, slug: string) {
  const { rows } = await call(event, 'GET /groups/:slug/coalitions', { slug });
  const around = rows.flatMap(({ state, coalition }) =>
    state === 'accepted' && coalition.isSeen ? [coalition.slug] : [],
  );
  const lists = await Promise.allSettled(
    [slug, ...around].map((one) => call(event, 'GET /coalitions/:slug/allies', { slug: one, limit: 50 })),
  );
  const found = lists.flatMap((list) => (list.status === 'fulfilled' ? list.value.rows : []));
  const open = found.filter(({ takenDownAt, isHidden }) => takenDownAt === null && !isHidden);
  return [...new Map(open.map((ally) => [ally.slug, ally])).values()];
}

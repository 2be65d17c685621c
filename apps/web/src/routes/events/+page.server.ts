import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const isPast = searchParams.has('past');
  const after = searchParams.get('after');
  const slug = searchParams.get('coalition') ?? '';
  const [events, group] = await Promise.all([
    call(event, 'GET /events', { coalition: slug, past: isPast || null, after, limit: 30 }),
    slug ? call(event, 'GET /groups/:slug', { slug }) : null,
  ]);
  return { events, isPast, group };
};

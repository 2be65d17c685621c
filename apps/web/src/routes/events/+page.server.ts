import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const isPast = searchParams.has('past');
  const after = searchParams.get('after');
  return { events: await call(event, 'GET /events', { past: isPast || null, after, limit: 30 }), isPast };
};

import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const issue = searchParams.get('issue') ?? '';
  const after = searchParams.get('after');
  return { campaigns: await call(event, 'GET /campaigns', { issue, after, limit: 20 }), issue };
};

import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const search = searchParams.get('search') ?? '';
  const only = searchParams.get('only') || null;
  const asked = new URLSearchParams({ ...(search && { search }), ...(only && { only }) });
  const groups = await call(event, 'GET /site/groups', { search, only, after: searchParams.get('after') });
  return { groups, search, only, asked: asked.toString() };
};

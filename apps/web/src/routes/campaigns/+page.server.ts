import { call } from '#lib/api/api.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { searchParams } = event.url;
  const issue = searchParams.get('issue') ?? '';
  const slug = searchParams.get('coalition') ?? '';
  const after = searchParams.get('after');
  const [campaigns, group] = await Promise.all([
    call(event, 'GET /campaigns', { issue, coalition: slug, after, limit: 20 }),
    slug ? call(event, 'GET /groups/:slug', { slug }) : null,
  ]);
  return { campaigns, issue, group };
};

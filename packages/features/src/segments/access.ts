import type { Access } from '../testing/access.ts';
import type { segmentRoutes } from './routes.ts';

export const segmentAccess: Access<typeof segmentRoutes> = {
  expected: {
    'GET /groups/:slug/found-people': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/found-people/counts': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/segments': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/segments': '401 404 404 201 201 404 404 404',
    'PUT /groups/:slug/segments/:segmentId': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/segments/:segmentId': '401 404 404 204 204 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const made = await site
      .as(cast.steward)
      .post(`/groups/${group.slug}/segments`, { name: 'Drivers', lines: 'add:tagged:tag=driver' });
    return { ':segmentId': made.body.id };
  },
  asks: () => ({
    'POST /groups/:slug/segments': { body: { name: 'Members', lines: 'add:member' } },
    'PUT /groups/:slug/segments/:segmentId': { body: { name: 'Drivers', lines: 'add:member' } },
  }),
};

import type { Access } from '../testing/access.ts';
import type { moveRoutes } from './routes.ts';

const place = { kind: 'meetup', name: 'Tenants of the east', memberCount: 900 };

export const moveAccess: Access<typeof moveRoutes> = {
  expected: {
    'GET /groups/:slug/moves': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/moves': '401 404 404 201 201 404 404 404',
    'PUT /groups/:slug/moves/:moveId': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/moves/:moveId/texts/:language': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/moves/:moveId/ending': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/moves/:moveId/ending': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/moves/:moveId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/move-greeting': '204 204 204 204 204 204 204 204 | 404 404 204 204 204 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const made = await site.as(cast.steward).post(`/groups/${group.slug}/moves`, place);
    return { ':moveId': made.body.id };
  },
  asks: () => ({
    'POST /groups/:slug/moves': { body: place },
    'PUT /groups/:slug/moves/:moveId': { body: place },
    'PUT /groups/:slug/moves/:moveId/texts/:language': {
      params: { language: 'en' },
      body: { text: 'We have moved.' },
    },
    'GET /groups/:slug/move-greeting': { query: 'via=nothing' },
  }),
};

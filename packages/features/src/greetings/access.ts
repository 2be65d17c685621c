import type { Access } from '../testing/access.ts';
import type { greetingRoutes } from './routes.ts';

const said = { title: 'The hall is cold', body: 'Bring a coat.' };

export const greetingAccess: Access<typeof greetingRoutes> = {
  expected: {
    'GET /groups/:slug/announcements': '401 404 200 200 200 404 404 404',
    'POST /groups/:slug/announcements': '401 403 403 201 201 403 403 403 | 401 404 403 201 201 404 404 404',
    'GET /groups/:slug/announcements/:id': '401 404 200 200 200 404 404 404',
    'PUT /groups/:slug/announcements/:id/reading': '401 404 204 204 204 404 404 404',
    'DELETE /groups/:slug/announcements/:id': '401 404 403 204 204 404 404 404',
    'GET /groups/:slug/greeting': '401 404 404 404 200 404 404 404',
    'PUT /groups/:slug/welcome': '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'DELETE /groups/:slug/welcome': '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /groups/:slug/welcome': '401 200 200 200 200 200 200 200 | 401 404 200 200 200 404 404 404',
    'PUT /groups/:slug/welcome/reading': '401 403 204 204 204 403 403 403 | 401 404 204 204 204 404 404 404',
    'PUT /groups/:slug/care': '401 403 403 403 204 403 403 403 | 401 404 403 403 204 404 404 404',
    'GET /groups/:slug/newcomers': '401 404 404 404 200 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const made = await site.as(cast.steward).post(`/groups/${group.slug}/announcements`, said);
    return { 'announcements/:id': made.body.id };
  },
  asks: () => ({
    'POST /groups/:slug/announcements': { body: said },
    'PUT /groups/:slug/welcome': { body: { body: 'Begin with the meeting.', askId: null } },
    'PUT /groups/:slug/care': { body: { isCareful: true } },
  }),
};

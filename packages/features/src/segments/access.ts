import type { Access } from '../testing/access.ts';
import type { segmentRoutes } from './routes.ts';

export const segmentAccess: Access<typeof segmentRoutes> = {
  expected: {
    'GET /groups/:slug/people': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/people-counts': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/people-links': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/people-places': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/segments': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/segments': '401 404 404 201 201 404 404 404',
    'PUT /groups/:slug/segments/:segmentId': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/segments/:segmentId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/lists': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/saved-counts': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/lists': '401 404 404 201 201 404 404 404',
    'PUT /groups/:slug/lists/:listId': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/lists/:listId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/people/:personId/lists': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/lists/:listId/people/:personId': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/lists/:listId/people/:personId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/people-views': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/people-views': '401 404 404 201 201 404 404 404',
    'GET /groups/:slug/people-views/:viewId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/people-views/:viewId': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/people-views/:viewId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/people-view-receivers': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/people-views/:viewId/shares/:accountId': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/people-views/:viewId/shares/:accountId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/shared-views': '401 404 200 200 200 404 404 404',
    'GET /groups/:slug/shared-views/:viewId': '401 404 200 404 404 404 404 404',
    'POST /groups/:slug/people-deeds': '401 404 404 201 201 404 404 404',
    'GET /groups/:slug/people-deeds/:deedId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/people-deeds/:deedId/approval': '401 404 404 403 409 404 404 404',
    'PUT /groups/:slug/people-deeds/:deedId/undoing': '401 404 404 403 409 404 404 404',
    'POST /groups/:slug/people-deeds/:deedId/exports': '401 404 404 403 200 404 404 404',
    'PUT /groups/:slug/people-deeds/:deedId/file': '401 404 404 403 202 404 404 404',
    'POST /groups/:slug/people-deeds/:deedId/file-downloads': '401 404 404 403 404 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const made = await site
      .as(cast.steward)
      .post(`/groups/${group.slug}/segments`, { name: 'Drivers', lines: 'add:tagged:tag=driver' });
    const list = await site.as(cast.steward).post(`/groups/${group.slug}/lists`, { name: 'Phone tree' });
    const deed = await site.as(cast.steward).post(`/groups/${group.slug}/people-deeds`, { kind: 'export' });
    const view = await site
      .as(cast.steward)
      .post(`/groups/${group.slug}/people-views`, { name: 'Calls', columns: ['name', 'phone'] });
    await site
      .as(cast.steward)
      .put(`/groups/${group.slug}/people-views/${view.body.id}/shares/${cast.member.id}`);
    return {
      ':viewId': view.body.id,
      ':segmentId': made.body.id,
      ':listId': list.body.id,
      ':deedId': deed.body.id,
    };
  },
  asks: () => ({
    'POST /groups/:slug/segments': { body: { name: 'Members', lines: 'add:member' } },
    'POST /groups/:slug/lists': { body: { name: 'Turf captains' } },
    'PUT /groups/:slug/lists/:listId': { body: { name: 'Phone tree' } },
    'POST /groups/:slug/people-views': { body: { name: 'Turf', columns: ['name', 'city'] } },
    'PUT /groups/:slug/people-views/:viewId': { body: { name: 'Calls', columns: ['name'] } },
    'POST /groups/:slug/people-deeds': { body: { kind: 'tag' } },
    'PUT /groups/:slug/people-deeds/:deedId/approval': { body: { tag: 'driver' } },
    'PUT /groups/:slug/people-deeds/:deedId/file': { body: { format: 'csv' } },
    'PUT /groups/:slug/segments/:segmentId': { body: { name: 'Drivers', lines: 'add:member' } },
  }),
};

import type { Access } from '../testing/access.ts';
import type { reportRoutes } from './routes.ts';

export const reportAccess: Access<ReturnType<typeof reportRoutes>> = {
  expected: {
    'GET /groups/:slug/reports': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/reports/count': '401 404 404 200 200 404 404 404',
    'GET /site/reports': '404 404 404 404 404 404 404 200',
    'GET /site/reports/count': '404 404 404 404 404 404 404 200',
    'GET /reports/:reportId': '401 404 404 200 200 404 404 404',
    'PUT /reports/:reportId/decision': '401 404 404 200 200 404 404 404',
    'DELETE /reports/:reportId/decision': '401 404 404 200 200 404 404 404',
    'GET /subjects/:kind/:key': '404 404 200 200 200 404 404 404',
    'PUT /subjects/:kind/:key/report': '404 404 403 204 204 404 404 404',
  },
  async furnish(site, { group, cast, things }) {
    const steward = site.as(cast.steward);
    // The member said it, in a channel of the group.
    const key = things[':messageId'] ?? '';
    await steward.put(`/subjects/message/${key}/report`, {});
    const reports = await steward.get(`/groups/${group.slug}/reports`);
    return { 'subjects/:kind': 'message', ':kind/:key': key, ':reportId': reports.body.rows[0].id };
  },
  asks: () => ({
    'PUT /reports/:reportId/decision': { body: { deed: 'hide', reason: 'Somebody’s address.' } },
    'PUT /subjects/:kind/:key/report': { body: {} },
  }),
};

import type { Access } from '../testing/access.ts';
import type { ladderRoutes } from './routes.ts';

export const ladderAccess: Access<typeof ladderRoutes> = {
  expected: {
    'GET /groups/:slug/ladders': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/ladders': '401 404 404 201 201 404 404 404',
    'GET /groups/:slug/ladders/:ladderId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/ladders/:ladderId': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/ladders/:ladderId': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/ladders/:ladderId/dry-run': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/ladders/:ladderId/opening': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/ladders/:ladderId/closing': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/ladders/:ladderId/closing': '401 404 404 403 403 404 404 404',
    'PUT /groups/:slug/ladders/:ladderId/stop': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/ladders/:ladderId/stop': '401 404 404 403 403 404 404 404',
    'PUT /groups/:slug/ladders/:ladderId/ending': '401 404 404 204 204 404 404 404',
    'POST /groups/:slug/ladders/:ladderId/steps': '401 404 404 201 201 404 404 404',
    'PUT /groups/:slug/ladders/:ladderId/steps/:stepId': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/ladders/:ladderId/steps/:stepId': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/ladders/:ladderId/steps/:stepId/place': '401 404 404 204 204 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const steward = site.as(cast.steward);
    const path = `/groups/${group.slug}/ladders`;
    const tagging = { does: 'tag', tag: 'new here' };
    const draft = await steward.post(path, {});
    const step = await steward.post(`${path}/${draft.body.id}/steps`, tagging);
    const open = await steward.post(path, {});
    await steward.post(`${path}/${open.body.id}/steps`, tagging);
    await steward.put(`${path}/${open.body.id}/opening`, { count: 0 });
    return { ':ladderId': draft.body.id, ':stepId': step.body.id, open: open.body.id };
  },
  asks: (things) => ({
    'POST /groups/:slug/ladders': { body: { template: 'welcome' } },
    'PUT /groups/:slug/ladders/:ladderId': {
      body: { name: 'Hello', begins: 'joined', takesEarlier: false, purpose: 'membership' },
    },
    'PUT /groups/:slug/ladders/:ladderId/opening': { body: { count: 0 } },
    'PUT /groups/:slug/ladders/:ladderId/closing': { params: { ladderId: things.open } },
    'DELETE /groups/:slug/ladders/:ladderId/closing': { params: { ladderId: things[':ladderId'] } },
    'PUT /groups/:slug/ladders/:ladderId/stop': { params: { ladderId: things.open } },
    'DELETE /groups/:slug/ladders/:ladderId/stop': { params: { ladderId: things[':ladderId'] } },
    'PUT /groups/:slug/ladders/:ladderId/ending': { params: { ladderId: things.open } },
    'POST /groups/:slug/ladders/:ladderId/steps': { body: { does: 'wait', days: 3 } },
    'PUT /groups/:slug/ladders/:ladderId/steps/:stepId': { body: { does: 'tag', tag: 'new' } },
    'PUT /groups/:slug/ladders/:ladderId/steps/:stepId/place': { body: { to: 'up' } },
  }),
};

import { sealedId } from '../site/tokens.ts';
import type { Access } from '../testing/access.ts';
import type { peopleRoutes } from './routes.ts';

const plan = {
  encoding: 'utf-8',
  delimiter: ',',
  headingRow: 1,
  columns: ['name', 'email'],
  consent: 'none',
};
const list = { query: 'fileName=list.csv', headers: { 'content-type': 'text/csv' } };

export const peopleAccess: Access<typeof peopleRoutes> = {
  expected: {
    'POST /groups/:slug/people/exports': '401 404 404 403 200 404 404 404',
    'GET /groups/:slug/people/:personId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/people/:personId/tags': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/people/:personId': '401 404 404 403 204 404 404 404',
    'GET /own-records/:sealed': '200 200 200 200 200 200 200 200',
    'DELETE /own-records/:sealed': '204 204 204 204 204 204 204 204',
    'GET /subscriptions/:sealed': '200 200 200 200 200 200 200 200',
    'PUT /subscriptions/:sealed': '200 200 200 200 200 200 200 200',
    'DELETE /subscriptions/:sealed': '200 200 200 200 200 200 200 200',
    'POST /subscriptions/:sealed/own-record-mails': '202 202 202 202 202 202 202 202',
    'GET /unsubscriptions/:sealed': '302 302 302 302 302 302 302 302',
    'POST /unsubscriptions/:sealed': '204 204 204 204 204 204 204 204',
    'POST /groups/:slug/imports': '401 404 404 201 201 404 404 404',
    'GET /groups/:slug/imports': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/imports/:importId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/imports/:importId/plan': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/imports/:importId/approval': '401 404 404 202 202 404 404 404',
    'PUT /groups/:slug/imports/:importId/undoing': '401 404 404 409 409 404 404 404',
  },
  async furnish(site, { group, cast }) {
    await site.work();
    const steward = site.as(cast.steward);
    const people = await steward.get(`/groups/${group.slug}/people`);
    const path = `/groups/${group.slug}/imports?${list.query}`;
    const started = await steward.post(path, 'name,email\nAda,ada@example.org', list.headers);
    const personId = String(people.body.rows[0].id);
    const { secret } = site.house.settings;
    const subscription = sealedId(secret, 'unsubscribe', personId);
    return {
      ':personId': personId,
      ':importId': started.body.id,
      'own-records/:sealed': sealedId(secret, 'own-record', personId),
      'subscriptions/:sealed': subscription,
      'unsubscriptions/:sealed': subscription,
    };
  },
  asks: () => ({
    'PUT /groups/:slug/people/:personId/tags': { body: { tags: ['driver'] } },
    'POST /groups/:slug/imports': { ...list, body: 'name,email\nBo,bo@example.org' },
    'PUT /groups/:slug/imports/:importId/plan': { body: plan },
  }),
};

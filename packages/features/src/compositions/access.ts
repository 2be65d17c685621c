import type { Access } from '../testing/access.ts';
import type { compositionRoutes } from './routes.ts';

export const compositionAccess: Access<typeof compositionRoutes> = {
  expected: {
    'GET /groups/:slug/mailings': '401 404 404 200 200 404 404 404',
    'POST /groups/:slug/mailings': '401 404 404 201 201 404 404 404',
    'GET /groups/:slug/mailings/:mailingId': '401 404 404 200 200 404 404 404',
    'DELETE /groups/:slug/mailings/:mailingId': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/audience': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/texts/:language': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/mailings/:mailingId/texts/:language': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/sender': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/template': '401 404 404 204 204 404 404 404',
    'GET /groups/:slug/mailing-templates/:mailingId': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/mailing-rules': '401 404 404 403 204 404 404 404',
    'GET /groups/:slug/mailings/:mailingId/reach': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/mailings/:mailingId/left-out': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/mailings/:mailingId/preview': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/mailings/:mailingId/checks': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/mailing-colleagues': '401 404 404 200 200 404 404 404',
    'GET /groups/:slug/mailings/:mailingId/results': '401 404 404 404 404 404 404 404',
    'POST /groups/:slug/mailings/:mailingId/variants': '401 404 404 201 201 404 404 404',
    'DELETE /groups/:slug/mailings/:mailingId/variants/:variant': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/experiment': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/mailings/:mailingId/experiment/sharing': '401 404 404 403 403 404 404 404',
    'GET /experiments': '401 404 404 200 200 200 404 404',
    'POST /groups/:slug/mailings/:mailingId/trials': '401 404 404 204 204 404 404 404',
    'POST /groups/:slug/mailings/:mailingId/link-trials': '401 404 404 200 200 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/look-request': '401 404 404 204 204 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/look': '401 404 404 403 403 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/sending': '401 404 404 204 204 404 404 404',
    'DELETE /groups/:slug/mailings/:mailingId/sending': '401 404 404 403 403 404 404 404',
    'DELETE /groups/:slug/mailings/:mailingId/wait': '401 404 404 403 403 404 404 404',
    'PUT /groups/:slug/mailings/:mailingId/stop': '401 404 404 403 403 404 404 404',
    'DELETE /groups/:slug/mailings/:mailingId/stop': '401 404 404 403 403 404 404 404',
  },
  async furnish(site, { group, cast }) {
    const made = await site.as(cast.steward).post(`/groups/${group.slug}/mailings`, {
      ...{ lines: 'add:member', purpose: 'membership' },
      ...{ language: 'en', subject: 'The vote is on Tuesday', body: 'Be in the room.' },
    });
    const kept = await site.as(cast.steward).post(`/groups/${group.slug}/mailings`, { copyOf: made.body.id });
    const template = `/groups/${group.slug}/mailings/${kept.body.id}/template`;
    await site.as(cast.steward).put(template, { isTemplate: true });
    const tried = await site
      .as(cast.steward)
      .post(`/groups/${group.slug}/mailings`, { copyOf: made.body.id });
    await site.as(cast.steward).post(`/groups/${group.slug}/mailings/${tried.body.id}/variants`, {});
    return { ':mailingId': made.body.id, template: kept.body.id, tried: tried.body.id };
  },
  asks: (things) => ({
    'GET /groups/:slug/mailing-templates/:mailingId': { params: { mailingId: things.template } },
    'DELETE /groups/:slug/mailings/:mailingId/texts/:language': { params: { language: 'es' } },
    'POST /groups/:slug/mailings/:mailingId/variants': { params: { mailingId: things.tried } },
    'DELETE /groups/:slug/mailings/:mailingId/variants/:variant': {
      params: { mailingId: things.tried, variant: 'b' },
    },
    'PUT /groups/:slug/mailings/:mailingId/experiment': {
      params: { mailingId: things.tried },
      body: {
        ...{ question: 'Does a question bring more people?', deed: 'came', days: 7 },
        ...{ usualOf1000: 50, worthOf1000: 30, isShared: true },
      },
    },
    'POST /groups/:slug/mailings': { body: { subject: 'Two days to go' } },
    'PUT /groups/:slug/mailings/:mailingId/audience': {
      body: { lines: 'add:member', purpose: 'membership' },
    },
    'PUT /groups/:slug/mailings/:mailingId/texts/:language': {
      params: { language: 'es' },
      body: { subject: 'Two days', preheader: '', body: 'Be there.', version: 0 },
    },
    'PUT /groups/:slug/mailings/:mailingId/sender': { body: { isInMyName: true } },
    'PUT /groups/:slug/mailings/:mailingId/template': { body: { isTemplate: true } },
    'PUT /groups/:slug/mailing-rules': { body: { mostAWeek: 2, lookAbove: 500 } },
    'GET /groups/:slug/mailings/:mailingId/left-out': { query: 'why=not-said-yes' },
    'GET /groups/:slug/mailings/:mailingId/preview': { query: 'language=en' },
    'POST /groups/:slug/mailings/:mailingId/trials': { body: { language: 'en' } },
    'PUT /groups/:slug/mailings/:mailingId/sending': { body: { when: 'now', count: 100 } },
  }),
};

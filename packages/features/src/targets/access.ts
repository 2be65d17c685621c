import type { Access } from '../testing/access.ts';
import { anAsk, aTarget, aTargetNote, dayFrom } from './fixtures.ts';
import type { targetRoutes } from './routes.ts';

const PUBLISHERS = '401 404 404 200 200 404 404 404';
const DONE = '401 404 404 204 204 404 404 404';
const MADE = '401 404 404 201 201 404 404 404';

/** The target is the group’s own: it is there for those who publish for it, and for nobody else. */
export const targetAccess: Access<typeof targetRoutes> = {
  expected: {
    'GET /targets/:targetId': PUBLISHERS,
    'GET /groups/:slug/targets': PUBLISHERS,
    'POST /groups/:slug/targets': MADE,
    'GET /groups/:slug/target-choices': PUBLISHERS,
    'POST /groups/:slug/targets/exports': '401 403 403 403 200 403 403 403 | 401 404 403 403 200 404 404 404',
    'GET /groups/:slug/targets/:targetId': PUBLISHERS,
    'PATCH /groups/:slug/targets/:targetId': DONE,
    'DELETE /groups/:slug/targets/:targetId': DONE,
    'GET /groups/:slug/promises': PUBLISHERS,
    'GET /groups/:slug/targets/:targetId/asks': PUBLISHERS,
    'POST /groups/:slug/targets/:targetId/asks': MADE,
    'PATCH /groups/:slug/targets/:targetId/asks/:askId': DONE,
    'DELETE /groups/:slug/targets/:targetId/asks/:askId': DONE,
    'PUT /groups/:slug/targets/:targetId/asks/:askId/outcome': DONE,
    'DELETE /groups/:slug/targets/:targetId/asks/:askId/outcome': DONE,
    'GET /groups/:slug/targets/:targetId/notes': PUBLISHERS,
    'POST /groups/:slug/targets/:targetId/notes': MADE,
    'DELETE /groups/:slug/targets/:targetId/notes/:noteId': DONE,
  },
  async furnish(site, { group }) {
    const target = await aTarget(site, group);
    const ask = await anAsk(site, target, group, { promise: 'By spring.', dueOn: dayFrom(30) });
    const note = await aTargetNote(site, target, group);
    return { 'targets/:targetId': target.id, 'asks/:askId': ask.id, targetNote: note.id };
  },
  asks: (things) => ({
    'POST /groups/:slug/targets': { body: { name: 'Lee Park', office: 'Council', coalition: null } },
    'PATCH /groups/:slug/targets/:targetId': { body: { area: 'The whole valley' } },
    'POST /groups/:slug/targets/:targetId/asks': {
      body: { what: 'Open the budget.', askedOn: dayFrom(-2) },
    },
    'PATCH /groups/:slug/targets/:targetId/asks/:askId': {
      body: { answer: 'Perhaps.', answeredOn: dayFrom(-2) },
    },
    'PUT /groups/:slug/targets/:targetId/asks/:askId/outcome': { body: { outcome: 'kept' } },
    'POST /groups/:slug/targets/:targetId/notes': { body: { body: 'Call before ten.' } },
    'DELETE /groups/:slug/targets/:targetId/notes/:noteId': { params: { noteId: things.targetNote } },
  }),
};

import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { removeTargetNote, writeTargetNote } from './actions.ts';
import { MadeTargetNote, NewTargetNote, TargetNotePage } from './contract.ts';
import { listTargetNotes } from './queries.ts';

export const targetNoteRoutes = defineRoutes({
  'GET /groups/:slug/targets/:targetId/notes': deed(
    { who: 'account', query: PageQuery, answers: TargetNotePage },
    (ctx, { params, query }) => listTargetNotes(ctx, params, query),
  ),
  'POST /groups/:slug/targets/:targetId/notes': deed(
    { who: 'account', body: NewTargetNote, answers: MadeTargetNote, status: 201 },
    (ctx, { params, body }) => writeTargetNote(ctx, params, body.body),
  ),
  'DELETE /groups/:slug/targets/:targetId/notes/:noteId': deed({ who: 'account' }, (ctx, { params }) =>
    removeTargetNote(ctx, params),
  ),
});

import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { correctNote, removeNote, restoreNote, writeNote } from './actions.ts';
import { KeptNote, NewNote, NoteChange, NotesPage } from './contract.ts';
import { listNotes } from './queries.ts';

export const noteRoutes = defineRoutes({
  'GET /groups/:slug/people/:personId/notes': deed(
    { who: 'account', query: PageQuery, answers: NotesPage },
    (ctx, { params, query }) => listNotes(ctx, params, query),
  ),
  'POST /groups/:slug/people/:personId/notes': deed(
    { who: 'account', body: NewNote, answers: KeptNote, status: 201 },
    async (ctx, { params, body }) => ({ id: await writeNote(ctx, { ...params, ...body }) }),
  ),
  'PATCH /groups/:slug/people/:personId/notes/:noteId': deed(
    { who: 'account', body: NoteChange },
    (ctx, { params, body }) => correctNote(ctx, params, body.body),
  ),
  'PUT /groups/:slug/people/:personId/notes/:noteId/removal': deed({ who: 'account' }, (ctx, { params }) =>
    removeNote(ctx, params),
  ),
  'DELETE /groups/:slug/people/:personId/notes/:noteId/removal': deed({ who: 'account' }, (ctx, { params }) =>
    restoreNote(ctx, params),
  ),
});

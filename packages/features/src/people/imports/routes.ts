import type { Context } from '../../context.ts';
import { Bytes, deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { approveImport, askToUndoImport, startImport } from './actions.ts';
import { ImportPlan, ImportsPage, ImportView, NewImport } from './contract.ts';
import { planImport } from './planning.ts';
import { findImport, listImports, listRefusals, type SeenImport } from './queries.ts';
import { importView } from './views.ts';

/** Of 100,000 rows of 300 letters. */
const FILE = new Bytes('text/csv', 32 * 1_048_576, 'people.file-too-large');

export const importRoutes = defineRoutes({
  'POST /groups/:slug/imports': deed(
    { who: 'account', query: NewImport, body: FILE, answers: ImportView, status: 201 },
    async (ctx, { params, query, body: bytes }) =>
      shown(ctx, await startImport(ctx, params.slug, { ...query, bytes })),
  ),
  'GET /groups/:slug/imports': deed(
    { who: 'account', query: PageQuery, answers: ImportsPage },
    (ctx, { params, query }) => listImports(ctx, params.slug, query),
  ),
  'GET /groups/:slug/imports/:importId': deed(
    { who: 'account', answers: ImportView },
    async (ctx, { params }) => shown(ctx, await findImport(ctx, params.slug, params.importId)),
  ),
  'PUT /groups/:slug/imports/:importId/plan': deed(
    { who: 'account', body: ImportPlan, answers: ImportView },
    async (ctx, { params, body }) => shown(ctx, await planImport(ctx, params.slug, params.importId, body)),
  ),
  'PUT /groups/:slug/imports/:importId/approval': deed(
    { who: 'account', answers: ImportView, status: 202 },
    async (ctx, { params }) => shown(ctx, await approveImport(ctx, params.slug, params.importId)),
  ),
  'PUT /groups/:slug/imports/:importId/undoing': deed(
    { who: 'account', answers: ImportView, status: 202 },
    async (ctx, { params }) => shown(ctx, await askToUndoImport(ctx, params.slug, params.importId)),
  ),
});

async function shown(ctx: Context, found: SeenImport) {
  return importView(ctx, found, await listRefusals(ctx, found.id));
}

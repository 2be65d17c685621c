import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { editAsk, removeAsk, sayOutcome, withdrawOutcome, writeAsk } from './actions.ts';
import { AskChange, AskPage, DuePromisePage, MadeAsk, NewAsk, PromiseOutcome } from './contract.ts';
import { listAsks, listDuePromises } from './queries.ts';
import { askRow, duePromise } from './views.ts';

export const askRoutes = defineRoutes({
  'GET /groups/:slug/promises': deed(
    { who: 'account', query: PageQuery, answers: DuePromisePage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listDuePromises(ctx, params.slug, query);
      return { rows: rows.map(duePromise), next };
    },
  ),
  'GET /groups/:slug/targets/:targetId/asks': deed(
    { who: 'account', query: PageQuery, answers: AskPage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listAsks(ctx, params, query);
      return { rows: rows.map(askRow), next };
    },
  ),
  'POST /groups/:slug/targets/:targetId/asks': deed(
    { who: 'account', body: NewAsk, answers: MadeAsk, status: 201 },
    (ctx, { params, body }) => writeAsk(ctx, params, body),
  ),
  'PATCH /groups/:slug/targets/:targetId/asks/:askId': deed(
    { who: 'account', body: AskChange },
    (ctx, { params, body }) => editAsk(ctx, params, body),
  ),
  'DELETE /groups/:slug/targets/:targetId/asks/:askId': deed({ who: 'account' }, (ctx, { params }) =>
    removeAsk(ctx, params),
  ),
  'PUT /groups/:slug/targets/:targetId/asks/:askId/outcome': deed(
    { who: 'account', body: PromiseOutcome },
    (ctx, { params, body }) => sayOutcome(ctx, params, body),
  ),
  'DELETE /groups/:slug/targets/:targetId/asks/:askId/outcome': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawOutcome(ctx, params),
  ),
});

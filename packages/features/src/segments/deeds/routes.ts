import { Type } from 'typebox';
import { ExportQuery } from '../../people/contract.ts';
import { CSV, deed, defineRoutes } from '../../http.ts';
import { approveDeed, askToUndoDeed, prepareDeed } from './actions.ts';
import { DeedApproval, DeedInput, DeedView } from './contract.ts';
import { exportFound } from './exporting.ts';
import { deedFileRoutes } from './files/routes.ts';
import { sent } from './files/sending.ts';
import { findDeed } from './queries.ts';
import { deedView } from './views.ts';

export const deedRoutes = defineRoutes({
  'POST /groups/:slug/people-deeds': deed(
    { who: 'account', body: DeedInput, answers: Type.Object({ id: Type.String() }), status: 201 },
    async (ctx, { params, body }) => ({ id: await prepareDeed(ctx, params.slug, body) }),
  ),
  'GET /groups/:slug/people-deeds/:deedId': deed(
    { who: 'account', answers: DeedView },
    async (ctx, { params }) => deedView(ctx, await findDeed(ctx, params.slug, params.deedId)),
  ),
  'PUT /groups/:slug/people-deeds/:deedId/approval': deed(
    { who: 'account', body: DeedApproval, status: 202 },
    (ctx, { params, body }) => approveDeed(ctx, params.slug, params.deedId, body),
  ),
  'PUT /groups/:slug/people-deeds/:deedId/undoing': deed({ who: 'account', status: 202 }, (ctx, { params }) =>
    askToUndoDeed(ctx, params.slug, params.deedId),
  ),
  // A POST: asking for the file is on record.
  'POST /groups/:slug/people-deeds/:deedId/exports': deed(
    { who: 'account', query: ExportQuery, sends: CSV },
    async (ctx, { params, query }, reply) =>
      sent(reply, await exportFound(ctx, params.slug, { deedId: params.deedId, ...query })),
  ),
  ...deedFileRoutes,
});

import { deed, defineRoutes } from '../../http.ts';
import { MadeCompact } from '../contract.ts';
import { askForOverlap, decideOverlap, withdrawOverlap } from './actions.ts';
import { OverlapAsk, OverlapDecision, OverlapView } from './contract.ts';
import { findOverlaps } from './queries.ts';
import { overlapView } from './views.ts';

export const overlapRoutes = defineRoutes({
  'GET /groups/:slug/compacts/:compactId/overlaps': deed(
    { who: 'account', answers: OverlapView },
    async (ctx, { params }) => overlapView(await findOverlaps(ctx, params)),
  ),
  'POST /groups/:slug/compacts/:compactId/overlaps': deed(
    { who: 'account', body: OverlapAsk, answers: MadeCompact, status: 201 },
    async (ctx, { params, body }) => ({ id: await askForOverlap(ctx, params, body) }),
  ),
  'PUT /groups/:slug/compacts/:compactId/overlaps/:useId/decision': deed(
    { who: 'account', body: OverlapDecision },
    (ctx, { params, body }) => decideOverlap(ctx, params, body),
  ),
  'DELETE /groups/:slug/compacts/:compactId/overlaps/:useId': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawOverlap(ctx, params),
  ),
});

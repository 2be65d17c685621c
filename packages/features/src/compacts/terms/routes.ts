import { deed, defineRoutes } from '../../http.ts';
import { MadeCompact } from '../contract.ts';
import { decideTerms, endCompact, proposeCompact, proposeTerms } from './actions.ts';
import { CompactEnding, NewCompact, NewTerms, TermsDecision } from './contract.ts';

export const termsRoutes = defineRoutes({
  'POST /groups/:slug/compacts': deed(
    { who: 'account', body: NewCompact, answers: MadeCompact, status: 201 },
    async (ctx, { params, body }) => ({ id: await proposeCompact(ctx, params.slug, body) }),
  ),
  'POST /groups/:slug/compacts/:compactId/terms': deed(
    { who: 'account', body: NewTerms, status: 202 },
    (ctx, { params, body }) => proposeTerms(ctx, params, body),
  ),
  'PUT /groups/:slug/compacts/:compactId/terms/:number/decision': deed(
    { who: 'account', body: TermsDecision },
    (ctx, { params, body }) => decideTerms(ctx, { ...params, number: Number(params.number) }, body),
  ),
  'PUT /groups/:slug/compacts/:compactId/ending': deed(
    { who: 'account', body: CompactEnding },
    (ctx, { params, body }) => endCompact(ctx, params, body),
  ),
});

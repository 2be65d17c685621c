import { deed, defineRoutes } from '../../http.ts';
import { CompositionResults } from './contract.ts';
import { findResults } from './queries.ts';

export const resultRoutes = defineRoutes({
  'GET /groups/:slug/mailings/:mailingId/results': deed(
    { who: 'account', answers: CompositionResults },
    (ctx, { params: { slug, mailingId: id } }) => findResults(ctx, { slug, id }),
  ),
});

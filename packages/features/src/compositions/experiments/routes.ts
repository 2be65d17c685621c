import { deed, defineRoutes } from '../../http.ts';
import { ExperimentInput, VariantName } from '../contract.ts';
import { addVariant, dropVariant, endSharing, setExperiment } from './actions.ts';
import { ExperimentPage, ExperimentQuery, MadeVariant } from './contract.ts';
import { listExperiments } from './queries.ts';

type Params = { slug: string; mailingId: string };
const placeOf = ({ slug, mailingId: id }: Params) => ({ slug, id });

export const experimentRoutes = defineRoutes({
  'POST /groups/:slug/mailings/:mailingId/variants': deed(
    { who: 'account', answers: MadeVariant, status: 201 },
    async (ctx, { params }) => ({ variant: await addVariant(ctx, placeOf(params)) }),
  ),
  'DELETE /groups/:slug/mailings/:mailingId/variants/:variant': deed(
    { who: 'account', params: { variant: VariantName } },
    (ctx, { params: { variant, ...params } }) => dropVariant(ctx, placeOf(params), { variant }),
  ),
  'PUT /groups/:slug/mailings/:mailingId/experiment': deed(
    { who: 'account', body: ExperimentInput },
    (ctx, { params, body }) => setExperiment(ctx, placeOf(params), body),
  ),
  'DELETE /groups/:slug/mailings/:mailingId/experiment/sharing': deed({ who: 'account' }, (ctx, { params }) =>
    endSharing(ctx, placeOf(params)),
  ),
  'GET /experiments': deed(
    { who: 'account', query: ExperimentQuery, answers: ExperimentPage },
    (ctx, { query }) => listExperiments(ctx, query),
  ),
});

import { deed, defineRoutes } from '../../http.ts';
import { MadeStep, NewStep, StepInput, StepPlaceInput } from '../contract.ts';
import { addStep, changeStep, moveStep, removeStep } from './actions.ts';

type Params = { slug: string; ladderId: string };
const placeOf = ({ slug, ladderId: id }: Params) => ({ slug, id });
const stepOf = ({ stepId, ...params }: Params & { stepId: string }) => ({ ...placeOf(params), stepId });

export const stepRoutes = defineRoutes({
  'POST /groups/:slug/ladders/:ladderId/steps': deed(
    { who: 'account', body: NewStep, answers: MadeStep, status: 201 },
    (ctx, { params, body }) => addStep(ctx, placeOf(params), body),
  ),
  'PUT /groups/:slug/ladders/:ladderId/steps/:stepId': deed(
    { who: 'account', body: StepInput },
    (ctx, { params, body }) => changeStep(ctx, stepOf(params), body),
  ),
  'DELETE /groups/:slug/ladders/:ladderId/steps/:stepId': deed({ who: 'account' }, (ctx, { params }) =>
    removeStep(ctx, stepOf(params)),
  ),
  'PUT /groups/:slug/ladders/:ladderId/steps/:stepId/place': deed(
    { who: 'account', body: StepPlaceInput },
    (ctx, { params, body }) => moveStep(ctx, stepOf(params), body),
  ),
});

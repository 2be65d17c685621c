import { deed, defineRoutes } from '../../http.ts';
import { waveFirstStepsAway } from './actions.ts';
import { FirstSteps } from './contract.ts';
import { findFirstSteps } from './queries.ts';

export const firstStepsRoutes = defineRoutes({
  'GET /site/first-steps': deed({ who: 'site-steward', answers: FirstSteps }, async (ctx) => ({
    steps: await findFirstSteps(ctx),
  })),
  'DELETE /site/first-steps': deed({ who: 'site-steward' }, (ctx) => waveFirstStepsAway(ctx)),
});

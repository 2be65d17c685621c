import { deed, defineRoutes } from '../../http.ts';
import { tryLinksOf } from './actions.ts';
import { LinkTrials } from './contract.ts';

export const linkTrialRoutes = defineRoutes({
  'POST /groups/:slug/mailings/:mailingId/link-trials': deed(
    { who: 'account', answers: LinkTrials },
    async (ctx, { params }) => ({ rows: await tryLinksOf(ctx, params) }),
  ),
});

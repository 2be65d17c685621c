import { deed, defineRoutes } from '../../http.ts';
import { correctPerson } from './actions.ts';
import { ContactChoices, PersonChange } from './contract.ts';
import { listContactChoices } from './queries.ts';

export const correctionRoutes = defineRoutes({
  'PATCH /groups/:slug/people/:personId': deed(
    { who: 'account', body: PersonChange },
    (ctx, { params, body }) => correctPerson(ctx, { ...params, ...body }),
  ),
  'GET /groups/:slug/people-contacts': deed(
    { who: 'account', answers: ContactChoices },
    async (ctx, { params }) => ({
      rows: await listContactChoices(ctx, params.slug),
    }),
  ),
});

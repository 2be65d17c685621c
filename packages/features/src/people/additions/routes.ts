import { deed, defineRoutes } from '../../http.ts';
import { addPerson } from './actions.ts';
import { AddedPerson, NewPerson } from './contract.ts';

export const additionRoutes = defineRoutes({
  'POST /groups/:slug/people': deed(
    { who: 'account', body: NewPerson, answers: AddedPerson, status: 201 },
    (ctx, { params, body }) => addPerson(ctx, params.slug, body),
  ),
});

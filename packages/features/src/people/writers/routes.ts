import { deed, defineRoutes } from '../../http.ts';
import { answerWriter } from './actions.ts';
import { WriterView } from './contract.ts';
import { findWriter } from './queries.ts';

/** No to the letters of one writer, by the link in each of them and without an account. */
export const writerRoutes = defineRoutes({
  'GET /subscriptions/:sealed/writers/:choice': deed(
    { who: 'link', answers: WriterView },
    async (ctx, { params }) => {
      const { name, isRefused } = await findWriter(ctx, params);
      return { name, isRefused };
    },
  ),
  'PUT /subscriptions/:sealed/writers/:choice': deed({ who: 'link' }, (ctx, { params }) =>
    answerWriter(ctx, params, true),
  ),
  'DELETE /subscriptions/:sealed/writers/:choice': deed({ who: 'link' }, (ctx, { params }) =>
    answerWriter(ctx, params, false),
  ),
});

import { deed, defineRoutes } from '../../http.ts';
import { mailingsPolicy } from '../policy.ts';
import { TemplateView } from './contract.ts';
import { findTemplate } from './queries.ts';

export const templateRoutes = defineRoutes({
  'GET /groups/:slug/mailing-templates/:mailingId': deed(
    { who: 'account', answers: TemplateView },
    async (ctx, { params }) => {
      const { group, ...template } = await findTemplate(ctx, params.slug, params.mailingId);
      return { ...template, can: { begin: mailingsPolicy.write(group) } };
    },
  ),
});

import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { callCouncil, reportBack } from './actions.ts';
import { CouncilPage, NewReportBack, ReportBackPage } from './contract.ts';
import { listCouncils, listReportsBack } from './queries.ts';
import { councilView, reportBackView } from './views.ts';

export const councilRoutes = defineRoutes({
  'GET /coalitions/:slug/councils': deed(
    { who: 'account', query: PageQuery, answers: CouncilPage },
    async (ctx, { params, query }) => {
      const { rows, next } = await listCouncils(ctx, params.slug, query);
      return { rows: rows.map(councilView), next };
    },
  ),
  'PUT /coalitions/:slug/councils/:event': deed({ who: 'account' }, (ctx, { params }) =>
    callCouncil(ctx, params.slug, params.event, true),
  ),
  'DELETE /coalitions/:slug/councils/:event': deed({ who: 'account' }, (ctx, { params }) =>
    callCouncil(ctx, params.slug, params.event, false),
  ),
  'GET /groups/:slug/coalitions/:coalition/reports': deed(
    { who: 'account', query: PageQuery, answers: ReportBackPage },
    async (ctx, { params, query }) => {
      const { rows, next, coalition, can } = await listReportsBack(
        ctx,
        { slug: params.slug, other: params.coalition },
        query,
      );
      return { rows: rows.map(reportBackView), next, coalition, can };
    },
  ),
  'PUT /groups/:slug/coalitions/:coalition/reports/:event': deed(
    { who: 'account', body: NewReportBack },
    (ctx, { params: { slug, coalition: other, event: eventSlug }, body }) =>
      reportBack(ctx, { slug, other, eventSlug }, body.text),
  ),
});

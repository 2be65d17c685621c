import { deed, defineRoutes } from '../http.ts';
import type { Subject } from '../subject.ts';
import { Decision, ReportCount, ReportPage, ReportsQuery, ReportView } from './contract.ts';
import { decideReport, reopenReport } from './decisions/actions.ts';
import { countReports, countSiteReports, findReport, listReports, listSiteReports } from './queries.ts';
import { subjectRoutes } from './subjects/routes.ts';
import { reportView } from './views.ts';

export const reportRoutes = (subjects: Subject[]) => ({
  ...defineRoutes({
    'GET /groups/:slug/reports': deed(
      { who: 'account', query: ReportsQuery, answers: ReportPage },
      (ctx, { params, query }) => listReports(ctx, params.slug, query),
    ),
    'GET /groups/:slug/reports/count': deed({ who: 'account', answers: ReportCount }, (ctx, { params }) =>
      countReports(ctx, params.slug),
    ),
    'GET /site/reports': deed(
      { who: 'site-steward', query: ReportsQuery, answers: ReportPage },
      (ctx, { query }) => listSiteReports(ctx, query),
    ),
    'GET /site/reports/count': deed({ who: 'site-steward', answers: ReportCount }, (ctx) =>
      countSiteReports(ctx),
    ),
    'GET /reports/:reportId': deed({ who: 'account', answers: ReportView }, async (ctx, { params }) =>
      reportView(await findReport(ctx, params.reportId)),
    ),
    'PUT /reports/:reportId/decision': deed(
      { who: 'account', body: Decision, answers: ReportView },
      async (ctx, { params, body }) => reportView(await decideReport(ctx, params.reportId, body)),
    ),
    'DELETE /reports/:reportId/decision': deed(
      { who: 'account', answers: ReportView },
      async (ctx, { params }) => reportView(await reopenReport(ctx, params.reportId)),
    ),
  }),
  ...subjectRoutes(subjects),
});

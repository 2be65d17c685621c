import { deed, defineRoutes } from '../http.ts';
import { allowed } from '../policy.ts';
import type { Subject } from '../subject.ts';
import { Decision, ReportCount, ReportPage, ReportsQuery, ReportView } from './contract.ts';
import { decideReport, reopenReport } from './decisions/actions.ts';
import { reportPolicy } from './policy.ts';
import {
  countReports,
  countSiteReports,
  findReport,
  listReports,
  listSiteReports,
  type SeenReport,
} from './queries.ts';
import { subjectRoutes } from './subjects/routes.ts';

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
      view(await findReport(ctx, params.reportId)),
    ),
    'PUT /reports/:reportId/decision': deed(
      { who: 'account', body: Decision, answers: ReportView },
      async (ctx, { params, body }) => view(await decideReport(ctx, params.reportId, body)),
    ),
    'DELETE /reports/:reportId/decision': deed(
      { who: 'account', answers: ReportView },
      async (ctx, { params }) => view(await reopenReport(ctx, params.reportId)),
    ),
  }),
  ...subjectRoutes(subjects),
});

/** The stewards of the site get the reported words alone, and no way into a conversation or a private group. */
function view(report: SeenReport) {
  const { groupSlug, groupName, seesGroup, isModerator, channelId, address, ...rest } = report;
  const isOpen = isModerator || (seesGroup && channelId === null);
  const group = groupSlug === null ? null : { slug: groupSlug, name: groupName ?? groupSlug };
  return {
    ...rest,
    isModerator,
    group: report.kind !== 'group' && (isModerator || seesGroup) ? group : null,
    address: isOpen ? address : null,
    can: allowed(reportPolicy, report),
  };
}

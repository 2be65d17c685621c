import { Type } from 'typebox';
import { onTheWire, type Door } from '../http.ts';
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

const InGroup = Type.Object({ slug: Type.String() });
const OneReport = Type.Object({ reportId: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;
const SITE_STEWARD = { who: 'site-steward' } as const;

export function reportRoutes(app: Door, subjects: Subject[]): void {
  app.get(
    '/groups/:slug/reports',
    {
      config: ACCOUNT,
      schema: { params: InGroup, querystring: ReportsQuery, response: { 200: ReportPage } },
    },
    async ({ ctx, params, query }) => onTheWire(await listReports(ctx, params.slug, query)),
  );

  app.get(
    '/groups/:slug/reports/count',
    { config: ACCOUNT, schema: { params: InGroup, response: { 200: ReportCount } } },
    ({ ctx, params }) => countReports(ctx, params.slug),
  );

  app.get(
    '/site/reports',
    { config: SITE_STEWARD, schema: { querystring: ReportsQuery, response: { 200: ReportPage } } },
    async ({ ctx, query }) => onTheWire(await listSiteReports(ctx, query)),
  );

  app.get(
    '/site/reports/count',
    { config: SITE_STEWARD, schema: { response: { 200: ReportCount } } },
    ({ ctx }) => countSiteReports(ctx),
  );

  app.get(
    '/reports/:reportId',
    { config: ACCOUNT, schema: { params: OneReport, response: { 200: ReportView } } },
    async ({ ctx, params }) => view(await findReport(ctx, params.reportId)),
  );

  decisionRoutes(app);
  subjectRoutes(app, subjects);
}

function decisionRoutes(app: Door) {
  app.put(
    '/reports/:reportId/decision',
    { config: ACCOUNT, schema: { params: OneReport, body: Decision, response: { 200: ReportView } } },
    async ({ ctx, params, body }) => view(await decideReport(ctx, params.reportId, body)),
  );

  app.delete(
    '/reports/:reportId/decision',
    { config: ACCOUNT, schema: { params: OneReport, response: { 200: ReportView } } },
    async ({ ctx, params }) => view(await reopenReport(ctx, params.reportId)),
  );
}

/** The stewards of the site get the reported words alone, and no way into a conversation or a private group. */
function view(report: SeenReport) {
  const { groupSlug, groupName, seesGroup, isModerator, channelId, address, ...rest } = report;
  const isOpen = isModerator || (seesGroup && channelId === null);
  const group = groupSlug === null ? null : { slug: groupSlug, name: groupName ?? groupSlug };
  return onTheWire({
    ...rest,
    isModerator,
    group: report.kind !== 'group' && (isModerator || seesGroup) ? group : null,
    address: isOpen ? address : null,
    can: allowed(reportPolicy, report),
  });
}

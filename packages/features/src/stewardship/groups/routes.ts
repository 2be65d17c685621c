import { deed, defineRoutes } from '../../http.ts';
import { endMeasure, giveSteward, takeBackVouching, takeMeasure, vouchFor } from './actions.ts';
import {
  MeasureKindName,
  NewSteward,
  Reason,
  SiteGroupPage,
  SiteGroupQuery,
  SiteGroupView,
} from './contract.ts';
import { findSiteGroup, listSiteGroups } from './queries.ts';

const MEASURE = { who: 'site-steward', params: { kind: MeasureKindName } } as const;

/** The groups of the site, for who looks after it. */
export const siteGroupRoutes = defineRoutes({
  'GET /site/groups': deed(
    { who: 'site-steward', query: SiteGroupQuery, answers: SiteGroupPage },
    (ctx, { query }) => listSiteGroups(ctx, query),
  ),
  'GET /site/groups/:groupId': deed({ who: 'site-steward', answers: SiteGroupView }, (ctx, { params }) =>
    findSiteGroup(ctx, params.groupId),
  ),
  'PUT /site/groups/:groupId/vouching': deed({ who: 'site-steward' }, (ctx, { params }) =>
    vouchFor(ctx, params.groupId),
  ),
  'DELETE /site/groups/:groupId/vouching': deed({ who: 'site-steward' }, (ctx, { params }) =>
    takeBackVouching(ctx, params.groupId),
  ),
  'PUT /site/groups/:groupId/measures/:kind': deed(
    { ...MEASURE, body: Reason },
    (ctx, { params: { groupId, kind }, body }) => takeMeasure(ctx, groupId, { kind, ...body }),
  ),
  'DELETE /site/groups/:groupId/measures/:kind': deed(MEASURE, (ctx, { params }) =>
    endMeasure(ctx, params.groupId, params.kind),
  ),
  'POST /site/groups/:groupId/stewards': deed(
    { who: 'site-steward', body: NewSteward },
    (ctx, { params, body }) => giveSteward(ctx, params.groupId, body.email),
  ),
});

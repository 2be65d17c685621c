import { Type } from 'typebox';
import { deed, defineRoutes } from '../http.ts';
import { peoplePolicy } from '../people/policy.ts';
import { allowed } from '../policy.ts';
import { changeSegment, removeSegment, saveSegment } from './actions.ts';
import { CountQuery, LineChoices, PeopleCounts, SegmentInput, SegmentList } from './contract.ts';
import { countFound } from './counts.ts';
import { deedRoutes } from './deeds/routes.ts';
import { listLinkChoices } from './link-lines.ts';
import { listEventPlaces } from './near-events.ts';
import { peopleListRoutes } from './lists/routes.ts';
import { ShownPeople, ShownQuery } from './people-views/contract.ts';
import { peopleViewRoutes } from './people-views/routes.ts';
import { listPeopleShown } from './people-views/showing.ts';
import { segmentPolicy } from './policy.ts';
import { listSegments } from './queries.ts';
import { segmentView, writtenViews } from './views.ts';

const ownRoutes = defineRoutes({
  'GET /groups/:slug/people': deed(
    { who: 'account', query: ShownQuery, answers: ShownPeople },
    async (ctx, { params, query }) => {
      const { group, written, ...found } = await listPeopleShown(ctx, params.slug, query);
      const can = { ...allowed(peoplePolicy, group), ...allowed(segmentPolicy, group) };
      return { ...found, ...writtenViews(written), can };
    },
  ),
  // A question of its own: it may read everyone whom the group holds.
  'GET /groups/:slug/people-counts': deed(
    { who: 'account', query: CountQuery, answers: PeopleCounts },
    (ctx, { params, query }) => countFound(ctx, params.slug, query),
  ),
  'GET /groups/:slug/people-links': deed(
    { who: 'account', answers: LineChoices },
    async (ctx, { params }) => ({
      rows: await listLinkChoices(ctx, params.slug),
    }),
  ),
  'GET /groups/:slug/people-places': deed(
    { who: 'account', answers: LineChoices },
    async (ctx, { params }) => ({ rows: await listEventPlaces(ctx, params.slug) }),
  ),
  'GET /groups/:slug/segments': deed({ who: 'account', answers: SegmentList }, async (ctx, { params }) => ({
    rows: (await listSegments(ctx, params.slug)).map(segmentView),
  })),
  'POST /groups/:slug/segments': deed(
    { who: 'account', body: SegmentInput, answers: Type.Object({ id: Type.String() }), status: 201 },
    async (ctx, { params, body }) => ({ id: await saveSegment(ctx, params.slug, body) }),
  ),
  'PUT /groups/:slug/segments/:segmentId': deed(
    { who: 'account', body: SegmentInput },
    (ctx, { params, body }) => changeSegment(ctx, params.slug, { ...body, id: params.segmentId }),
  ),
  'DELETE /groups/:slug/segments/:segmentId': deed({ who: 'account' }, (ctx, { params }) =>
    removeSegment(ctx, params.slug, params.segmentId),
  ),
});

export const segmentRoutes = { ...ownRoutes, ...peopleListRoutes, ...deedRoutes, ...peopleViewRoutes };

import { Type } from 'typebox';
import { deed, defineRoutes } from '../http.ts';
import { allowed } from '../policy.ts';
import { changeSegment, removeSegment, saveSegment } from './actions.ts';
import { CountQuery, LineCounts, FoundPeople, SegmentInput, SegmentList, SegmentQuery } from './contract.ts';
import { segmentPolicy } from './policy.ts';
import { countBySegment, findBySegment, listSegments } from './queries.ts';
import { segmentView, writtenViews } from './views.ts';

export const segmentRoutes = defineRoutes({
  'GET /groups/:slug/found-people': deed(
    { who: 'account', query: SegmentQuery, answers: FoundPeople },
    async (ctx, { params, query }) => {
      const { group, written, ...found } = await findBySegment(ctx, params.slug, query);
      return { ...found, ...writtenViews(written), can: allowed(segmentPolicy, group) };
    },
  ),
  // A question of its own: it reads everyone whom the group holds.
  'GET /groups/:slug/found-people/counts': deed(
    { who: 'account', query: CountQuery, answers: LineCounts },
    (ctx, { params, query }) => countBySegment(ctx, params.slug, query.lines),
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

import { Type } from 'typebox';
import { deed, defineRoutes } from '../../http.ts';
import { TwoWayQuery } from '../../paging.ts';
import { changeView, endViewShare, makeView, removeView, shareView } from './actions.ts';
import {
  PeopleViewInput,
  PeopleViewList,
  ReceiverQuery,
  SharedView,
  SharedViewList,
  ViewReceivers,
  WholeView,
} from './contract.ts';
import { findWholeView, listSharedViews, listViewReceivers, listViews } from './queries.ts';
import { listSharedPeople } from './sharing.ts';
import { peopleViewRow, wholeView } from './views.ts';

export const peopleViewRoutes = defineRoutes({
  'GET /groups/:slug/people-views': deed(
    { who: 'account', answers: PeopleViewList },
    async (ctx, { params }) => ({ rows: (await listViews(ctx, params.slug)).map(peopleViewRow) }),
  ),
  'POST /groups/:slug/people-views': deed(
    { who: 'account', body: PeopleViewInput, answers: Type.Object({ id: Type.String() }), status: 201 },
    async (ctx, { params, body }) => ({ id: await makeView(ctx, params.slug, body) }),
  ),
  'GET /groups/:slug/people-views/:viewId': deed(
    { who: 'account', answers: WholeView },
    async (ctx, { params }) => wholeView(await findWholeView(ctx, params.slug, params.viewId)),
  ),
  'PUT /groups/:slug/people-views/:viewId': deed(
    { who: 'account', body: PeopleViewInput },
    (ctx, { params, body }) => changeView(ctx, params.slug, { ...body, id: params.viewId }),
  ),
  'DELETE /groups/:slug/people-views/:viewId': deed({ who: 'account' }, (ctx, { params }) =>
    removeView(ctx, params.slug, params.viewId),
  ),
  'GET /groups/:slug/people-view-receivers': deed(
    { who: 'account', query: ReceiverQuery, answers: ViewReceivers },
    async (ctx, { params, query }) => ({ rows: await listViewReceivers(ctx, params.slug, query.search) }),
  ),
  'PUT /groups/:slug/people-views/:viewId/shares/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    shareView(ctx, params.slug, params),
  ),
  'DELETE /groups/:slug/people-views/:viewId/shares/:accountId': deed({ who: 'account' }, (ctx, { params }) =>
    endViewShare(ctx, params.slug, params),
  ),
  'GET /groups/:slug/shared-views': deed(
    { who: 'account', answers: SharedViewList },
    async (ctx, { params }) => ({
      rows: await listSharedViews(ctx, params.slug),
    }),
  ),
  'GET /groups/:slug/shared-views/:viewId': deed(
    { who: 'account', query: TwoWayQuery, answers: SharedView },
    (ctx, { params, query }) => listSharedPeople(ctx, params.slug, { ...query, viewId: params.viewId }),
  ),
});

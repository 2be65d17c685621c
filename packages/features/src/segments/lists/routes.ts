import { Type } from 'typebox';
import { deed, defineRoutes } from '../../http.ts';
import { makeList, putOnList, removeList, renameList, takeOffList } from './actions.ts';
import { ListInput, ListsOfPerson, PeopleLists, SavedCounts } from './contract.ts';
import { countSaved } from './counts.ts';
import { findListsOfPerson, listLists } from './queries.ts';

const Patience = Type.Object({
  milliseconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 20_000, default: 20_000 })),
});

export const peopleListRoutes = defineRoutes({
  'GET /groups/:slug/lists': deed({ who: 'account', answers: PeopleLists }, async (ctx, { params }) => ({
    rows: await listLists(ctx, params.slug),
  })),
  'GET /groups/:slug/saved-counts': deed(
    { who: 'account', query: Patience, answers: SavedCounts },
    async (ctx, { params, query }) => ({
      rows: await countSaved(ctx, params.slug, query.milliseconds ?? 20_000),
    }),
  ),
  'POST /groups/:slug/lists': deed(
    { who: 'account', body: ListInput, answers: Type.Object({ id: Type.String() }), status: 201 },
    async (ctx, { params, body }) => ({ id: await makeList(ctx, params.slug, body.name) }),
  ),
  'PUT /groups/:slug/lists/:listId': deed({ who: 'account', body: ListInput }, (ctx, { params, body }) =>
    renameList(ctx, params.slug, { id: params.listId, ...body }),
  ),
  'DELETE /groups/:slug/lists/:listId': deed({ who: 'account' }, (ctx, { params }) =>
    removeList(ctx, params.slug, params.listId),
  ),
  'GET /groups/:slug/people/:personId/lists': deed(
    { who: 'account', answers: ListsOfPerson },
    (ctx, { params }) => findListsOfPerson(ctx, params.slug, params.personId),
  ),
  'PUT /groups/:slug/lists/:listId/people/:personId': deed({ who: 'account' }, (ctx, { params }) =>
    putOnList(ctx, params.slug, params),
  ),
  'DELETE /groups/:slug/lists/:listId/people/:personId': deed({ who: 'account' }, (ctx, { params }) =>
    takeOffList(ctx, params.slug, params),
  ),
});

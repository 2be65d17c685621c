import { Type } from 'typebox';
import { deed, defineRoutes, orNothing } from '../http.ts';
import { allowed } from '../policy.ts';
import { LanguageCode } from '../site/contract.ts';
import { beginMove, changeMove, endMove, removeMove, writeMoveText } from './actions.ts';
import { GreetingQuery, MoveGreeting, MoveInput, MoveList, MoveTextInput } from './contract.ts';
import { movePolicy } from './policy.ts';
import { findGreeting, listMoves } from './queries.ts';
import { moveView } from './views.ts';

export const moveRoutes = defineRoutes({
  'GET /groups/:slug/moves': deed({ who: 'account', answers: MoveList }, async (ctx, { params }) => {
    const { group, rows } = await listMoves(ctx, params.slug);
    return { rows: rows.map((move) => moveView(ctx, move)), can: allowed(movePolicy, group) };
  }),
  'POST /groups/:slug/moves': deed(
    { who: 'account', body: MoveInput, answers: Type.Object({ id: Type.String() }), status: 201 },
    async (ctx, { params, body }) => ({ id: await beginMove(ctx, params.slug, body) }),
  ),
  'PUT /groups/:slug/moves/:moveId': deed({ who: 'account', body: MoveInput }, (ctx, { params, body }) =>
    changeMove(ctx, { slug: params.slug, id: params.moveId }, body),
  ),
  'PUT /groups/:slug/moves/:moveId/texts/:language': deed(
    { who: 'account', params: { language: LanguageCode }, body: MoveTextInput },
    (ctx, { params: { slug, moveId: id, language }, body }) =>
      writeMoveText(ctx, { slug, id }, { language, ...body }),
  ),
  'PUT /groups/:slug/moves/:moveId/ending': deed({ who: 'account' }, (ctx, { params }) =>
    endMove(ctx, { slug: params.slug, id: params.moveId }, true),
  ),
  'DELETE /groups/:slug/moves/:moveId/ending': deed({ who: 'account' }, (ctx, { params }) =>
    endMove(ctx, { slug: params.slug, id: params.moveId }, false),
  ),
  'DELETE /groups/:slug/moves/:moveId': deed({ who: 'account' }, (ctx, { params }) =>
    removeMove(ctx, { slug: params.slug, id: params.moveId }),
  ),
  'GET /groups/:slug/move-greeting': deed(
    { who: 'anyone', query: GreetingQuery, answers: orNothing(MoveGreeting) },
    async (ctx, { params, query }) => (await findGreeting(ctx, params.slug, query.via)) ?? undefined,
  ),
});

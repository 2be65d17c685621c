import { deed, defineRoutes } from '../http.ts';
import { allowed } from '../policy.ts';
import { addTarget, editTarget, removeTarget } from './actions.ts';
import { askRoutes } from './asks/routes.ts';
import {
  MadeTarget,
  NewTarget,
  TargetChange,
  TargetChoices,
  TargetPage,
  TargetPlace,
  TargetQuery,
  TargetView,
} from './contract.ts';
import { targetExportRoutes } from './exports/routes.ts';
import { targetNoteRoutes } from './notes/routes.ts';
import { targetsPolicy } from './policy.ts';
import { findTarget, findTargetPlace, listOwnTargetChoices, listTargets } from './queries.ts';
import { targetRow, targetView } from './views.ts';

const ownRoutes = defineRoutes({
  'GET /targets/:targetId': deed({ who: 'account', answers: TargetPlace }, async (ctx, { params }) => ({
    group: await findTargetPlace(ctx, params.targetId),
  })),
  'GET /groups/:slug/targets': deed(
    { who: 'account', query: TargetQuery, answers: TargetPage },
    async (ctx, { params, query }) => {
      const { rows, next, group, coalitions } = await listTargets(ctx, params.slug, query);
      const { add } = allowed(targetsPolicy, group);
      return {
        rows: rows.map(targetRow),
        next,
        coalitions: coalitions.map(({ slug, name }) => ({ slug, name })),
        can: { add },
      };
    },
  ),
  'POST /groups/:slug/targets': deed(
    { who: 'account', body: NewTarget, answers: MadeTarget, status: 201 },
    (ctx, { params, body }) => addTarget(ctx, params.slug, body),
  ),
  'GET /groups/:slug/target-choices': deed(
    { who: 'account', answers: TargetChoices },
    async (ctx, { params }) => ({ rows: await listOwnTargetChoices(ctx, params.slug) }),
  ),
  'GET /groups/:slug/targets/:targetId': deed(
    { who: 'account', answers: TargetView },
    async (ctx, { params }) => targetView(await findTarget(ctx, params)),
  ),
  'PATCH /groups/:slug/targets/:targetId': deed(
    { who: 'account', body: TargetChange },
    (ctx, { params, body }) => editTarget(ctx, params, body),
  ),
  'DELETE /groups/:slug/targets/:targetId': deed({ who: 'account' }, (ctx, { params }) =>
    removeTarget(ctx, params),
  ),
});

export const targetRoutes = {
  ...ownRoutes,
  ...askRoutes,
  ...targetNoteRoutes,
  ...targetExportRoutes,
};

import { deed, defineRoutes } from '../http.ts';
import { allowed } from '../policy.ts';
import { changeBeginning, removeLadder } from './actions.ts';
import {
  DryRun,
  LadderInput,
  LadderPage,
  LadderQuery,
  LadderView,
  MadeLadder,
  NewLadder,
  LadderOpening,
  OpeningInput,
} from './contract.ts';
import { newLadder } from './copying.ts';
import { tryLadder } from './dry-run.ts';
import { closeLadder, openLadder, reopenLadder } from './opening.ts';
import { laddersPolicy } from './policy.ts';
import { findLadder, listLadders } from './queries.ts';
import { endLadder, resumeLadder, stopLadder } from './stopping.ts';
import { stepRoutes } from './steps/routes.ts';
import { ladderRows, ladderView } from './views.ts';

type Params = { slug: string; ladderId: string };
const placeOf = ({ slug, ladderId: id }: Params) => ({ slug, id });

const written = defineRoutes({
  'GET /groups/:slug/ladders': deed(
    { who: 'account', query: LadderQuery, answers: LadderPage },
    async (ctx, { params, query }) => {
      const { rows, next, group } = await listLadders(ctx, params.slug, query);
      return { rows: await ladderRows(ctx, group.id, rows), next, can: allowed(laddersPolicy, group) };
    },
  ),
  'POST /groups/:slug/ladders': deed(
    { who: 'account', body: NewLadder, answers: MadeLadder, status: 201 },
    async (ctx, { params, body }) => ({ id: await newLadder(ctx, params.slug, body) }),
  ),
  'GET /groups/:slug/ladders/:ladderId': deed(
    { who: 'account', answers: LadderView },
    async (ctx, { params }) => ladderView(ctx, await findLadder(ctx, placeOf(params))),
  ),
  'PUT /groups/:slug/ladders/:ladderId': deed(
    { who: 'account', body: LadderInput },
    (ctx, { params, body }) => changeBeginning(ctx, placeOf(params), body),
  ),
  'DELETE /groups/:slug/ladders/:ladderId': deed({ who: 'account' }, (ctx, { params }) =>
    removeLadder(ctx, placeOf(params)),
  ),
  'GET /groups/:slug/ladders/:ladderId/dry-run': deed(
    { who: 'account', answers: DryRun },
    (ctx, { params }) => tryLadder(ctx, placeOf(params)),
  ),
});

const opened = defineRoutes({
  'PUT /groups/:slug/ladders/:ladderId/opening': deed(
    { who: 'account', body: OpeningInput, answers: LadderOpening },
    (ctx, { params, body }) => openLadder(ctx, placeOf(params), body),
  ),
  'PUT /groups/:slug/ladders/:ladderId/closing': deed({ who: 'account' }, (ctx, { params }) =>
    closeLadder(ctx, placeOf(params)),
  ),
  'DELETE /groups/:slug/ladders/:ladderId/closing': deed({ who: 'account' }, (ctx, { params }) =>
    reopenLadder(ctx, placeOf(params)),
  ),
  'PUT /groups/:slug/ladders/:ladderId/stop': deed({ who: 'account' }, (ctx, { params }) =>
    stopLadder(ctx, placeOf(params)),
  ),
  'DELETE /groups/:slug/ladders/:ladderId/stop': deed(
    { who: 'account', answers: LadderOpening },
    (ctx, { params }) => resumeLadder(ctx, placeOf(params)),
  ),
  'PUT /groups/:slug/ladders/:ladderId/ending': deed({ who: 'account' }, (ctx, { params }) =>
    endLadder(ctx, placeOf(params)),
  ),
});

export const ladderRoutes = { ...written, ...opened, ...stepRoutes };

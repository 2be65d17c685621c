import { deed, defineRoutes } from '../../http.ts';
import { Opening, OpeningDone, OpeningView } from '../contract.ts';
import type { Above } from '../above.ts';
import { letInCookies } from '../sign-ins/devices.ts';
import { carryOutAs } from '../intents/carrying.ts';
import { intentCookieEnd, intentIn } from '../intents/cookie.ts';
import { askToOpen, confirmOpening } from './actions.ts';
import { findOpening } from './queries.ts';

const FEW = { name: 'accounts.openings', count: 30, minutes: 10 };

export const openingRoutes = ({ namesAround, carryOut, letIn }: Above) =>
  defineRoutes({
    'POST /accounts': deed(
      { who: 'anyone', limit: FEW, body: Opening, status: 202 },
      async (ctx, { body, cookies }, reply) => {
        await askToOpen(ctx, { ...body, intent: intentIn(ctx, cookies, body.next) }, namesAround);
        void reply.header('set-cookie', intentCookieEnd(ctx, cookies));
      },
    ),
    'GET /account-openings/:token': deed({ who: 'link', answers: OpeningView }, (ctx, { params }) =>
      findOpening(ctx, params.token),
    ),
    'PUT /account-openings/:token': deed(
      { who: 'link', answers: OpeningDone, status: 201 },
      async (ctx, { params, cookies }, reply) => {
        const { next, intent, ...opened } = await confirmOpening(ctx, params.token, letIn);
        const outcome = await carryOutAs(ctx, { token: opened.token, intent }, carryOut);
        void reply.header('set-cookie', letInCookies(ctx, opened, cookies));
        return { next, intent: outcome };
      },
    ),
  });

import { deed, defineRoutes, orNothing } from '../../http.ts';
import type { Above } from '../above.ts';
import { PasswordChange, Reset, ResetRequest, ResetView, IntentOutcome } from '../contract.ts';
import { enter } from '../intents/entering.ts';
import { askForReset, changePassword, resetPassword } from './actions.ts';
import { findReset } from './queries.ts';

const FEW = { name: 'accounts.resets', count: 30, minutes: 10 };

export const passwordRoutes = ({ namesAround, carryOut }: Above) =>
  defineRoutes({
    'POST /password-resets': deed(
      { who: 'anyone', limit: FEW, body: ResetRequest, status: 202 },
      (ctx, { body }) => askForReset(ctx, body.email),
    ),
    'GET /password-resets/:token': deed({ who: 'link', answers: ResetView }, (ctx, { params }) =>
      findReset(ctx, params.token),
    ),
    'PUT /password-resets/:token': deed(
      { who: 'link', body: Reset, answers: orNothing(IntentOutcome) },
      async (ctx, { params, body: { password, next }, cookies }, reply) => {
        const letIn = await resetPassword(ctx, { ...params, password, namesAround });
        return enter(ctx, { ...letIn, next, carryOut, cookies }, reply);
      },
    ),
    'PUT /account/password': deed({ who: 'account', body: PasswordChange }, (ctx, { body }) =>
      changePassword(ctx, { ...body, namesAround }),
    ),
  });

import { deed, defineRoutes } from '../../http.ts';
import { EmailChange, EmailChangeView } from '../contract.ts';
import { askToChangeEmail, confirmEmailChange } from './actions.ts';
import { findEmailChange } from './queries.ts';

export const emailRoutes = defineRoutes({
  'POST /account/email-changes': deed({ who: 'account', body: EmailChange, status: 202 }, (ctx, { body }) =>
    askToChangeEmail(ctx, body),
  ),
  'GET /account/email-changes/:token': deed({ who: 'link', answers: EmailChangeView }, (ctx, { params }) =>
    findEmailChange(ctx, params.token),
  ),
  'PUT /account/email-changes/:token': deed({ who: 'link' }, (ctx, { params }) =>
    confirmEmailChange(ctx, params.token),
  ),
});

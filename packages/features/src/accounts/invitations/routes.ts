import { deed, defineRoutes } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { InvitationMade, InvitationRequest, InvitationsPage, AccountInvitationView } from '../contract.ts';
import { invite, withdrawInvitation } from './actions.ts';
import { findUsableInvitation, listAccountInvitations } from './queries.ts';

export const accountInvitationRoutes = defineRoutes({
  'POST /site/invitations': deed(
    { who: 'site-steward', body: InvitationRequest, answers: InvitationMade, status: 201 },
    (ctx, { body }) => invite(ctx, body),
  ),
  'GET /site/invitations': deed(
    { who: 'site-steward', query: PageQuery, answers: InvitationsPage },
    (ctx, { query }) => listAccountInvitations(ctx, query),
  ),
  'DELETE /site/invitations/:invitationId': deed({ who: 'site-steward' }, (ctx, { params }) =>
    withdrawInvitation(ctx, params.invitationId),
  ),
  'GET /account-invitations/:token': deed(
    { who: 'link', answers: AccountInvitationView },
    (ctx, { params }) => findUsableInvitation(ctx, params.token),
  ),
});

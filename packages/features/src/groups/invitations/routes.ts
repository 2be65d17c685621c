import type { NamesAround } from '../../accounts/above.ts';
import { intentCookie } from '../../accounts/intents/cookie.ts';
import { deed, defineRoutes } from '../../http.ts';
import { GroupView } from '../contract.ts';
import { findWholeGroup } from '../queries.ts';
import { groupView } from '../views.ts';
import { acceptInvitation, makeInvitation, revokeInvitation } from './actions.ts';
import {
  InvitationFace,
  InvitationPage,
  InvitationQuery,
  MadeInvitation,
  NewInvitation,
} from './contract.ts';
import { invitationMailRoutes } from './mails/routes.ts';
import { invitedOpeningRoutes } from './openings/routes.ts';
import { findInvitation, listInvitations, opensAccounts } from './queries.ts';
import { faceOf } from './views.ts';

export const invitationRoutes = (namesAround: NamesAround) => ({
  ...ownRoutes,
  ...invitationMailRoutes,
  ...invitedOpeningRoutes(namesAround),
});

const ownRoutes = defineRoutes({
  'GET /groups/:slug/invitations': deed(
    { who: 'account', query: InvitationQuery, answers: InvitationPage },
    (ctx, { params, query }) => listInvitations(ctx, params.slug, query),
  ),
  'POST /groups/:slug/invitations': deed(
    { who: 'account', body: NewInvitation, answers: MadeInvitation, status: 201 },
    (ctx, { params, body }) => makeInvitation(ctx, params.slug, body),
  ),
  'DELETE /groups/:slug/invitations/:invitationId': deed({ who: 'account' }, (ctx, { params }) =>
    revokeInvitation(ctx, params.slug, params.invitationId),
  ),
  'GET /invitations/:token': deed({ who: 'link', answers: InvitationFace }, async (ctx, { params }) => {
    const invitation = await findInvitation(ctx, params.token);
    return faceOf(ctx, invitation, await opensAccounts(ctx, invitation));
  }),
  'PUT /invitations/:token/intent': deed({ who: 'link' }, async (ctx, { params: { token } }, reply) => {
    const { id: subject } = await findInvitation(ctx, token);
    const next = `/invitations/${token}`;
    void reply.header('set-cookie', intentCookie(ctx, { deed: 'groups.accept', subject, next }));
  }),
  'PUT /invitations/:token/acceptance': deed(
    { who: 'account', answers: GroupView },
    async (ctx, { params }) => {
      const { slug } = await acceptInvitation(ctx, params.token);
      return groupView(await findWholeGroup(ctx, slug));
    },
  ),
});

import { deed, defineRoutes } from '../../../http.ts';
import { mailInvitationAgain, mailInvitations } from './actions.ts';
import { MailedInvitations, NewMailedInvitations } from './contract.ts';

export const invitationMailRoutes = defineRoutes({
  'POST /groups/:slug/invitation-mails': deed(
    { who: 'account', body: NewMailedInvitations, answers: MailedInvitations },
    (ctx, { params, body }) => mailInvitations(ctx, params.slug, body),
  ),
  'POST /groups/:slug/invitations/:invitationId/mails': deed({ who: 'account' }, (ctx, { params }) =>
    mailInvitationAgain(ctx, params.slug, params.invitationId),
  ),
});

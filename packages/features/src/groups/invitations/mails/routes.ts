import { Type } from 'typebox';
import type { Door } from '../../../http.ts';
import { mailInvitationAgain, mailInvitations } from './actions.ts';
import { MailedInvitations, NewMailedInvitations } from './contract.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OneInvitation = Type.Object({ slug: Type.String(), invitationId: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;

export function invitationMailRoutes(app: Door): void {
  app.post(
    '/groups/:slug/invitation-mails',
    {
      config: ACCOUNT,
      schema: { params: InGroup, body: NewMailedInvitations, response: { 200: MailedInvitations } },
    },
    ({ ctx, params, body }) => mailInvitations(ctx, params.slug, body),
  );

  app.post(
    '/groups/:slug/invitations/:invitationId/mails',
    { config: ACCOUNT, schema: { params: OneInvitation } },
    async ({ ctx, params }, reply) => {
      await mailInvitationAgain(ctx, params.slug, params.invitationId);
      return reply.code(204).send();
    },
  );
}

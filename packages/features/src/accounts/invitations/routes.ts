import { Type } from 'typebox';
import { onTheWire, type Door } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { InvitationMade, InvitationRequest, InvitationsPage, InvitationView } from '../contract.ts';
import { invite, withdrawInvitation } from './actions.ts';
import { findUsableInvitation, listInvitations } from './queries.ts';

const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const ById = Type.Object({ invitationId: Type.String({ format: 'uuid' }) });
const STEWARD = { who: 'site-steward' } as const;

export function invitationRoutes(app: Door): void {
  app.post(
    '/site/invitations',
    { config: STEWARD, schema: { body: InvitationRequest, response: { 201: InvitationMade } } },
    async ({ ctx, body }, reply) => reply.code(201).send(await invite(ctx, body)),
  );

  app.get(
    '/site/invitations',
    { config: STEWARD, schema: { querystring: PageQuery, response: { 200: InvitationsPage } } },
    async ({ ctx, query }) => onTheWire(await listInvitations(ctx, query)),
  );

  app.delete(
    '/site/invitations/:invitationId',
    { config: STEWARD, schema: { params: ById } },
    async ({ ctx, params }, reply) => {
      await withdrawInvitation(ctx, params.invitationId);
      return reply.code(204).send();
    },
  );

  app.get(
    '/account-invitations/:token',
    { config: { who: 'link' }, schema: { params: ByToken, response: { 200: InvitationView } } },
    ({ ctx, params }) => findUsableInvitation(ctx, params.token),
  );
}

import { Type } from 'typebox';
import type { NamesAround } from '../../accounts/passwords/known.ts';
import { wishCookie } from '../../accounts/wishes/cookie.ts';
import { onTheWire, type Door } from '../../http.ts';
import { GroupView } from '../contract.ts';
import { findWholeGroup } from '../queries.ts';
import { groupView } from '../view.ts';
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

const InGroup = Type.Object({ slug: Type.String() });
const OneInvitation = Type.Object({ slug: Type.String(), invitationId: Type.String({ format: 'uuid' }) });
const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const ACCOUNT = { who: 'account' } as const;

export function invitationRoutes(app: Door, namesAround: NamesAround): void {
  app.get(
    '/groups/:slug/invitations',
    {
      config: ACCOUNT,
      schema: { params: InGroup, querystring: InvitationQuery, response: { 200: InvitationPage } },
    },
    async ({ ctx, params, query }) => onTheWire(await listInvitations(ctx, params.slug, query)),
  );

  app.post(
    '/groups/:slug/invitations',
    { config: ACCOUNT, schema: { params: InGroup, body: NewInvitation, response: { 201: MadeInvitation } } },
    async ({ ctx, params, body }, reply) =>
      reply.code(201).send(onTheWire(await makeInvitation(ctx, params.slug, body))),
  );

  app.delete(
    '/groups/:slug/invitations/:invitationId',
    { config: ACCOUNT, schema: { params: OneInvitation } },
    async ({ ctx, params }, reply) => {
      await revokeInvitation(ctx, params.slug, params.invitationId);
      return reply.code(204).send();
    },
  );

  app.get(
    '/invitations/:token',
    { config: { who: 'link' }, schema: { params: ByToken, response: { 200: InvitationFace } } },
    async ({ ctx, params }) => {
      const invitation = await findInvitation(ctx, params.token);
      return faceOf(ctx, invitation, await opensAccounts(ctx, invitation));
    },
  );

  app.put(
    '/invitations/:token/wish',
    { config: { who: 'link' }, schema: { params: ByToken } },
    async ({ ctx, params: { token } }, reply) => {
      const { id } = await findInvitation(ctx, token);
      const wish = { deed: 'groups.accept', subject: id, next: `/invitations/${token}` } as const;
      return reply.code(204).header('set-cookie', wishCookie(ctx, wish)).send();
    },
  );

  app.put(
    '/invitations/:token/acceptance',
    { config: ACCOUNT, schema: { params: ByToken, response: { 200: GroupView } } },
    async ({ ctx, params }) => {
      const { slug } = await acceptInvitation(ctx, params.token);
      return groupView(await findWholeGroup(ctx, slug));
    },
  );

  invitationMailRoutes(app);
  invitedOpeningRoutes(app, namesAround);
}

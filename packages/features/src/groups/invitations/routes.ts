import { Type } from 'typebox';
import { onTheWire, type Door } from '../../http.ts';
import { PageQuery } from '../../paging.ts';
import { GroupView } from '../contract.ts';
import { findWholeGroup } from '../queries.ts';
import { groupView } from '../view.ts';
import { acceptInvitation, makeInvitation, revokeInvitation } from './actions.ts';
import { InvitationFace, InvitationPage, MadeInvitation, NewInvitation } from './contract.ts';
import { findInvitation, listInvitations } from './queries.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OneInvitation = Type.Object({ slug: Type.String(), invitationId: Type.String({ format: 'uuid' }) });
const ByToken = Type.Object({ token: Type.String({ maxLength: 100 }) });
const ACCOUNT = { who: 'account' } as const;

export function invitationRoutes(app: Door): void {
  app.get(
    '/groups/:slug/invitations',
    {
      config: ACCOUNT,
      schema: { params: InGroup, querystring: PageQuery, response: { 200: InvitationPage } },
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
      const { state, group } = await findInvitation(ctx, params.token);
      return { state, group: state === 'open' || group.myRole !== null ? group : null };
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
}

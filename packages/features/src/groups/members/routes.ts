import { Type } from 'typebox';
import { onTheWire, type Door } from '../../http.ts';
import { GroupView } from '../contract.ts';
import { findWholeGroup } from '../queries.ts';
import { groupView } from '../view.ts';
import { joinGroup, leaveGroup, removeMember, setMyFace, setRole } from './actions.ts';
import { FaceChange, MemberPage, MemberQuery, RoleChange } from './contract.ts';
import { listMembers } from './queries.ts';

const InGroup = Type.Object({ slug: Type.String() });
const OneMember = Type.Object({ slug: Type.String(), accountId: Type.String({ format: 'uuid' }) });
const ACCOUNT = { who: 'account' } as const;

/** `membership` is the viewer's own, `members` are everyone's. */
export function memberRoutes(app: Door): void {
  app.put(
    '/groups/:slug/membership',
    { config: ACCOUNT, schema: { params: InGroup, response: { 200: GroupView } } },
    async ({ ctx, params }) => {
      await joinGroup(ctx, params.slug);
      return groupView(await findWholeGroup(ctx, params.slug));
    },
  );

  app.patch(
    '/groups/:slug/membership',
    { config: ACCOUNT, schema: { params: InGroup, body: FaceChange, response: { 200: GroupView } } },
    async ({ ctx, params, body }) => {
      await setMyFace(ctx, params.slug, body);
      return groupView(await findWholeGroup(ctx, params.slug));
    },
  );

  app.delete(
    '/groups/:slug/membership',
    { config: ACCOUNT, schema: { params: InGroup } },
    async ({ ctx, params }, reply) => {
      await leaveGroup(ctx, params.slug);
      return reply.code(204).send();
    },
  );

  app.get(
    '/groups/:slug/members',
    { config: ACCOUNT, schema: { params: InGroup, querystring: MemberQuery, response: { 200: MemberPage } } },
    async ({ ctx, params, query }) => onTheWire(await listMembers(ctx, params.slug, query)),
  );

  app.patch(
    '/groups/:slug/members/:accountId',
    { config: ACCOUNT, schema: { params: OneMember, body: RoleChange } },
    async ({ ctx, params, body }, reply) => {
      await setRole(ctx, params.slug, params.accountId, body.role);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/groups/:slug/members/:accountId',
    { config: ACCOUNT, schema: { params: OneMember } },
    async ({ ctx, params }, reply) => {
      await removeMember(ctx, params.slug, params.accountId);
      return reply.code(204).send();
    },
  );
}

import { Type } from 'typebox';
import { HEAD, onTheWire, type Door } from '../http.ts';
import type { Subject } from '../subject.ts';
import { createGroup, editGroup } from './actions.ts';
import { banRoutes } from './bans/routes.ts';
import { cardLanguage, CardQuery, sendCard } from './cards.ts';
import { GroupChange, GroupDeletion, GroupPage, GroupQuery, GroupView, NewGroup } from './contract.ts';
import { askForDeletion, withdrawDeletion } from './deletions/actions.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { joinRequestRoutes } from './join-requests/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { NewsList } from './news/contract.ts';
import { listNews } from './news/queries.ts';
import { findNamesAround, findWholeGroup, listGroups, mayStartGroups } from './queries.ts';
import { groupCard, groupView, pictureCard } from './view.ts';

const InGroup = Type.Object({ slug: Type.String() });
const ANYONE = { who: 'anyone' } as const;
const ACCOUNT = { who: 'account' } as const;

export function groupRoutes(app: Door, subjects: Subject[]): void {
  app.get(
    '/groups',
    { config: ANYONE, schema: { querystring: GroupQuery, response: { 200: GroupPage } } },
    async ({ ctx, query }) => {
      const [{ rows, next }, start] = await Promise.all([listGroups(ctx, query), mayStartGroups(ctx)]);
      return { rows: rows.map(groupCard), next, can: { start } };
    },
  );

  app.post(
    '/groups',
    { config: ACCOUNT, schema: { body: NewGroup, response: { 201: GroupView } } },
    async ({ ctx, body }, reply) => reply.code(201).send(groupView(await createGroup(ctx, body))),
  );

  app.get(
    '/groups/:slug',
    { config: ANYONE, schema: { params: InGroup, response: { 200: GroupView } } },
    async ({ ctx, params }) => groupView(await findWholeGroup(ctx, params.slug)),
  );

  app.patch(
    '/groups/:slug',
    { config: ACCOUNT, schema: { params: InGroup, body: GroupChange, response: { 200: GroupView } } },
    async ({ ctx, params, body }) => groupView(await editGroup(ctx, params.slug, body)),
  );

  app.put(
    '/groups/:slug/deletion',
    { config: ACCOUNT, schema: { params: InGroup, body: GroupDeletion } },
    async ({ ctx, params, body }, reply) => {
      await askForDeletion(ctx, params.slug, body.name);
      return reply.code(204).send();
    },
  );

  app.delete(
    '/groups/:slug/deletion',
    { config: ACCOUNT, schema: { params: InGroup } },
    async ({ ctx, params }, reply) => {
      await withdrawDeletion(ctx, params.slug);
      return reply.code(204).send();
    },
  );

  app.get(
    '/groups/:slug/news',
    { config: ANYONE, schema: { params: InGroup, response: { 200: NewsList } } },
    async ({ ctx, params }) => onTheWire({ rows: await listNews(ctx, subjects, params.slug) }),
  );

  cardRoute(app);
  memberRoutes(app);
  joinRequestRoutes(app);
  invitationRoutes(app, findNamesAround);
  banRoutes(app);
}

/** The picture of a page that has none of its own, for whoever draws a card of its link. */
function cardRoute(app: Door) {
  app.get(
    '/groups/:slug/card.png',
    { config: ANYONE, ...HEAD, schema: { params: InGroup, querystring: CardQuery } },
    async (request, reply) => {
      const group = await findWholeGroup(request.ctx, request.params.slug);
      return sendCard(request, reply, pictureCard(group, cardLanguage(request)));
    },
  );
}

import { deed, defineRoutes } from '../http.ts';
import type { Subject } from '../subject.ts';
import { createGroup, editGroup } from './actions.ts';
import type { HasSpoken } from './bans/actions.ts';
import { banRoutes } from './bans/routes.ts';
import { cardLanguage, CardQuery, sendCard } from './cards.ts';
import { GroupChange, GroupDeletion, GroupPage, GroupQuery, GroupView, NewGroup } from './contract.ts';
import { askForDeletion, withdrawDeletion } from './deletions/actions.ts';
import { domainRoutes } from './domains/routes.ts';
import { invitationRoutes } from './invitations/routes.ts';
import { joinRequestRoutes } from './join-requests/routes.ts';
import { memberRoutes } from './members/routes.ts';
import { NewsList } from './news/contract.ts';
import { listGroupNews } from './news/queries.ts';
import { findNamesAround, findWholeGroup, listGroups, mayStartGroups } from './queries.ts';
import { roleRoutes } from './roles/routes.ts';
import { groupCard, groupView, pictureCard } from './views.ts';

export const groupRoutes = (subjects: Subject[], hasSpoken: HasSpoken) => ({
  ...defineRoutes({
    'GET /groups': deed({ who: 'anyone', query: GroupQuery, answers: GroupPage }, async (ctx, { query }) => {
      const [{ rows, next }, start] = await Promise.all([listGroups(ctx, query), mayStartGroups(ctx)]);
      return { rows: rows.map(groupCard), next, can: { start } };
    }),
    'POST /groups': deed(
      { who: 'account', body: NewGroup, answers: GroupView, status: 201 },
      async (ctx, { body }) => groupView(await createGroup(ctx, body)),
    ),
    'GET /groups/:slug': deed({ who: 'anyone', answers: GroupView }, async (ctx, { params }) =>
      groupView(await findWholeGroup(ctx, params.slug)),
    ),
    'PATCH /groups/:slug': deed(
      { who: 'account', body: GroupChange, answers: GroupView },
      async (ctx, { params, body }) => groupView(await editGroup(ctx, params.slug, body)),
    ),
    'PUT /groups/:slug/deletion': deed({ who: 'account', body: GroupDeletion }, (ctx, { params, body }) =>
      askForDeletion(ctx, params.slug, body.name),
    ),
    'DELETE /groups/:slug/deletion': deed({ who: 'account' }, (ctx, { params }) =>
      withdrawDeletion(ctx, params.slug),
    ),
    'GET /groups/:slug/news': deed({ who: 'anyone', answers: NewsList }, async (ctx, { params }) => ({
      rows: await listGroupNews(ctx, subjects, params.slug),
    })),
    'GET /groups/:slug/card.png': deed(
      { who: 'anyone', query: CardQuery, sends: 'image/png', head: true },
      async (ctx, asked, reply) => {
        const group = await findWholeGroup(ctx, asked.params.slug);
        return sendCard(ctx, pictureCard(group, cardLanguage(ctx, asked)), { asked, reply });
      },
    ),
  }),
  ...memberRoutes,
  ...roleRoutes,
  ...joinRequestRoutes,
  ...invitationRoutes(findNamesAround),
  ...banRoutes(hasSpoken),
  ...domainRoutes,
});

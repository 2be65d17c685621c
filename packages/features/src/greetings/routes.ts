import { deed, defineRoutes } from '../http.ts';
import { PageQuery } from '../paging.ts';
import { announce, readAnnouncement, withdrawAnnouncement } from './announcements/actions.ts';
import { findAnnouncement, listAnnouncements } from './announcements/queries.ts';
import {
  AnnouncementPage,
  AnnouncementView,
  Care,
  Greeting,
  MadeAnnouncement,
  NewAnnouncement,
  Newcomers,
  NewWelcome,
  OwnWelcome,
} from './contract.ts';
import { listNewcomers } from './newcomers/queries.ts';
import { announcementRow, announcementView } from './announcements/views.ts';
import { chooseCare, endWelcome, readWelcome, writeWelcome } from './welcomes/actions.ts';
import { findGroupGreeting, findOwnWelcome } from './welcomes/queries.ts';

const announcementRoutes = defineRoutes({
  'GET /groups/:slug/announcements': deed(
    { who: 'account', query: PageQuery, answers: AnnouncementPage },
    async (ctx, { params, query }) => {
      const { rows, ...page } = await listAnnouncements(ctx, params.slug, query);
      return { ...page, rows: rows.map(announcementRow) };
    },
  ),
  'POST /groups/:slug/announcements': deed(
    { who: 'account', body: NewAnnouncement, answers: MadeAnnouncement, status: 201 },
    (ctx, { params, body }) => announce(ctx, params.slug, body),
  ),
  'GET /groups/:slug/announcements/:id': deed(
    { who: 'account', answers: AnnouncementView },
    async (ctx, { params }) => announcementView(await findAnnouncement(ctx, params.slug, params.id)),
  ),
  'PUT /groups/:slug/announcements/:id/reading': deed({ who: 'account' }, (ctx, { params }) =>
    readAnnouncement(ctx, params.slug, params.id),
  ),
  'DELETE /groups/:slug/announcements/:id': deed({ who: 'account' }, (ctx, { params }) =>
    withdrawAnnouncement(ctx, params.slug, params.id),
  ),
});

const welcomeRoutes = defineRoutes({
  'GET /groups/:slug/greeting': deed({ who: 'account', answers: Greeting }, (ctx, { params }) =>
    findGroupGreeting(ctx, params.slug),
  ),
  'PUT /groups/:slug/welcome': deed({ who: 'account', body: NewWelcome }, (ctx, { params, body }) =>
    writeWelcome(ctx, params.slug, body),
  ),
  'DELETE /groups/:slug/welcome': deed({ who: 'account' }, (ctx, { params }) => endWelcome(ctx, params.slug)),
  'GET /groups/:slug/welcome': deed({ who: 'account', answers: OwnWelcome }, (ctx, { params }) =>
    findOwnWelcome(ctx, params.slug),
  ),
  'PUT /groups/:slug/welcome/reading': deed({ who: 'account' }, (ctx, { params }) =>
    readWelcome(ctx, params.slug),
  ),
  'PUT /groups/:slug/care': deed({ who: 'account', body: Care }, (ctx, { params, body }) =>
    chooseCare(ctx, params.slug, body),
  ),
  'GET /groups/:slug/newcomers': deed({ who: 'account', answers: Newcomers }, (ctx, { params }) =>
    listNewcomers(ctx, params.slug),
  ),
});

export const greetingRoutes = { ...announcementRoutes, ...welcomeRoutes };
